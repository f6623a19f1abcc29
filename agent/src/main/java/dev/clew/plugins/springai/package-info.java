/**
 * Spring AI's models.
 *
 * <p>Each round of a model is a call of its own. Up to 1.1 the model itself runs the tools and asks again, all in one method; from
 * 2.0 on an advisor does. Where such a model is used without a ChatClient, it is the agent. What it reports as used is the sum
 * over its rounds so far: the spans have the differences.
 */
@Library(
        name = "spring-ai",
        kind = Kind.FRAMEWORK,
        coordinates = "org.springframework.ai:spring-ai-model",
        versions = {"${spring-ai.version}", "${spring-ai-1.1.version}", "${spring-ai.newest.version}"},
        operations = {Operation.CHAT, Operation.AGENT},
        covers = "Chat models of every provider, call and stream; each round of the model is a call of its own in 1.x as in 2.x, with "
                + "the tokens of that round; retried calls as one; which prompt template a text was made of. Spring AI's own observations stay as they are, and nothing is "
                + "doubled.",
        missing = "A model that is no ChatModel (image, speech, transcription, moderation).")
package dev.clew.plugins.springai;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
