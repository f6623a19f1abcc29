/**
 * Spring AI Alibaba's agents at work. Their model node goes by way of a ChatClient, which makes no second agent of them; their tool
 * node runs the tools itself, and turns what they throw into an answer for the model. What an agent is, and where it begins and
 * ends, is the graph's affair.
 */
@Library(
        name = "spring-ai-alibaba",
        coordinates = "com.alibaba.cloud.ai:spring-ai-alibaba-agent-framework",
        versions = "[1.1.0.0,1.1.2.2]")
package dev.clew.plugins.springaialibaba;

import dev.clew.hook.Library;
