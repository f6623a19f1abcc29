/**
 * Hand-over of the context in Spring's executors, where it is not the JDK's: {@code ThreadPoolTaskExecutor} and
 * {@code ThreadPoolTaskScheduler} are pools of the JDK.
 */
@Library(
        name = "spring",
        kind = Kind.HAND_OVER,
        coordinates = "org.springframework:spring-context",
        versions = {"${spring.version}", "${spring-6.version}", "${spring.newest.version}"},
        operations = {Operation.HAND_OVER},
        covers = "@Async and Spring's task executors and schedulers, as far as they are not pools of the JDK, "
                + "which carry anyhow.",
        missing = "Scheduled methods that repeat, which belong to nobody.")
package dev.clew.plugins.spring;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
