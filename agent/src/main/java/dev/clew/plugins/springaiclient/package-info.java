/**
 * Spring AI's ChatClient: the agent that it makes of a model. It has no name, so its agents have none. What makes an object of the
 * answer is a part of the agent's work.
 */
@Library(
        name = "spring-ai-client",
        kind = Kind.FRAMEWORK,
        coordinates = "org.springframework.ai:spring-ai-client-chat",
        versions = {"${spring-ai.version}", "${spring-ai-1.1.version}", "${spring-ai.newest.version}"},
        operations = {Operation.AGENT},
        covers = "ChatClient, call and stream: one agent a call, with its prompt templates and variables, and the conversion of its "
                + "answer into an object, which may fail.",
        missing = "The variables of a prompt template that is used without a ChatClient.")
package dev.clew.plugins.springaiclient;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
