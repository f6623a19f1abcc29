/**
 * Spring AI Alibaba's agents at work. Their model node goes by way of a ChatClient, which makes no second agent of them; their tool
 * node runs the tools itself, and turns what they throw into an answer for the model. What an agent is, and where it begins and
 * ends, is the graph's affair.
 */
@Library(
        name = "spring-ai-alibaba",
        kind = Kind.FRAMEWORK,
        coordinates = "com.alibaba.cloud.ai:spring-ai-alibaba-agent-framework",
        versions = {"${spring-ai-alibaba.version}", "${spring-ai-alibaba.middle.version}", "${spring-ai-alibaba.newest.version}"},
        operations = {Operation.TOOL, Operation.AGENT},
        covers = "Tools that an agent's tool node runs, one after the other or at once: id, who asked for it, and the failure that the "
                + "model is told as text. The model node's ChatClient makes no second agent.",
        missing = "Asynchronous tool callbacks are not tested.")
package dev.clew.plugins.springaialibaba;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
