/**
 * Hand-over of the context in {@code CompletableFuture}, fork and join, parallel streams and {@code SubmissionPublisher}. See
 * RATIONALE.md beside the plugin {@code jdk}.
 */
@Library(
        name = "jdk-futures",
        kind = Kind.HAND_OVER,
        coordinates = "jdk",
        versions = {"17", "25"},
        operations = {Operation.HAND_OVER},
        covers = "CompletableFuture with all its stages, fork and join, parallel streams, SubmissionPublisher and "
                + "Flow.",
        missing = "Periodic tasks of a ForkJoinPool.")
package dev.clew.plugins.jdkfutures;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
