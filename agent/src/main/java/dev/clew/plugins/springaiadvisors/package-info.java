/**
 * What stands between a ChatClient and its model: advisors, in the order in which they are asked. Each is an event of the agent that it
 * advises, with what it changed; one that answers instead of the model says so. A guard's verdict is an event of its own.
 */
@Library(
        name = "spring-ai-advisors",
        kind = Kind.FRAMEWORK,
        coordinates = "org.springframework.ai:spring-ai-client-chat",
        versions = {"${spring-ai.version}", "${spring-ai-1.1.version}", "${spring-ai.newest.version}"},
        operations = {Operation.AGENT, Operation.GUARDRAIL},
        covers = "Advisors in the order in which they are asked, with what they changed, and which one answered instead of the model; the "
                + "verdicts of guards.",
        missing = "What an advisor changed of a streamed answer.")
package dev.clew.plugins.springaiadvisors;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
