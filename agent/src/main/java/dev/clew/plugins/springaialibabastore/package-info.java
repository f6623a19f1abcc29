/** Spring AI Alibaba's store, the memory that its agents and graphs keep for long: what is looked up, kept and deleted. */
@Library(
        name = "spring-ai-alibaba-store",
        kind = Kind.FRAMEWORK,
        coordinates = "com.alibaba.cloud.ai:spring-ai-alibaba-graph-core",
        versions = {"${spring-ai-alibaba.version}", "${spring-ai-alibaba.middle.version}", "${spring-ai-alibaba.newest.version}"},
        operations = {Operation.MEMORY},
        covers = "The Store that agents and graphs keep for long: what is looked up, found, kept and deleted.",
        missing = "Stores that are asked through another interface of their own.")
package dev.clew.plugins.springaialibabastore;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
