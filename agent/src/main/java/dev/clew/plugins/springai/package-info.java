/**
 * Spring AI: models, and the agents that a ChatClient makes of one. A ChatClient has no name, so its agents have none.
 *
 * <p>Each round of a model is a call of its own. Up to 1.1 the model itself runs the tools and asks again, all in one method; from
 * 2.0 on an advisor does. Where such a model is used without a ChatClient, it is the agent. What it reports as used is the sum
 * over its rounds so far: the spans have the differences.
 */
@Library(
        name = "spring-ai",
        kind = Kind.FRAMEWORK,
        coordinates = "org.springframework.ai:spring-ai-client-chat",
        versions = {"${spring-ai.version}", "${spring-ai-1.1.version}", "${spring-ai.newest.version}"},
        operations = {Operation.AGENT, Operation.CHAT},
        covers = "ChatClient, call and stream: one agent a call, with its prompt templates and variables. Chat "
                + "models of every provider; each round of the model is a call of its own in 1.x as in 2.x, with "
                + "the tokens of that round. Structured answers. Spring AI's own observations stay as they are, and "
                + "nothing is doubled.",
        missing = "Advisors have no spans, what they do has. A model that is no ChatModel (image, speech, "
                + "transcription, moderation). What a safe guard refused shows as an agent without a model call.")
package dev.clew.plugins.springai;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
