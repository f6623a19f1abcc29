/**
 * Hand-over of the context to platform threads that the application starts itself: only with {@code clew.threads=true}, since a
 * thread may live on and serve others than the one that started it.
 */
@Library(
        name = "threads",
        kind = Kind.HAND_OVER,
        coordinates = "jdk",
        versions = {"17", "25"},
        operations = {Operation.HAND_OVER},
        covers = "Platform threads that the application starts itself, with clew.threads=true.",
        missing = "Off unless asked for: such a thread may live on and serve others than the one that started it.")
package dev.clew.plugins.threads;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
