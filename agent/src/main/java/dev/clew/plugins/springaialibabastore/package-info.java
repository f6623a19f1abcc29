/** Spring AI Alibaba's store, the memory that its agents and graphs keep for long: what is looked up, kept and deleted. */
@Library(
        name = "spring-ai-alibaba-store",
        coordinates = "com.alibaba.cloud.ai:spring-ai-alibaba-graph-core",
        versions = "[1.1.0.0,1.1.2.2]")
package dev.clew.plugins.springaialibabastore;

import dev.clew.hook.Library;
