/**
 * Hand-over of the context in Spring's executors, where it is not the JDK's: {@code ThreadPoolTaskExecutor} and
 * {@code ThreadPoolTaskScheduler} are pools of the JDK.
 */
@Library(name = "spring", coordinates = "org.springframework:spring-context", versions = "[5.3.39,7.0.1]")
package dev.clew.plugins.spring;

import dev.clew.hook.Library;
