/**
 * Hand-over of the context in {@code CompletableFuture}, fork and join, parallel streams and {@code SubmissionPublisher}. See
 * RATIONALE.md beside the plugin {@code jdk}.
 */
@Library(name = "jdk-futures", coordinates = "jdk", versions = "[17,25]")
package dev.clew.plugins.jdkfutures;

import dev.clew.hook.Library;
