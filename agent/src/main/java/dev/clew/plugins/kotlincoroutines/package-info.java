/**
 * Hand-over of the context to coroutines: each works for what launched it, on whatever thread it is resumed. See RATIONALE.md.
 */
@Library(
        name = "kotlin-coroutines",
        kind = Kind.HAND_OVER,
        coordinates = "org.jetbrains.kotlinx:kotlinx-coroutines-core-jvm",
        versions = {"${kotlinx-coroutines.version}", "${kotlinx-coroutines.newest.version}"},
        operations = {Operation.HAND_OVER},
        covers = "launch, async, withContext, Flow, channels, every dispatcher.",
        missing = "An unconfined coroutine that nothing traced launched works for whoever resumes it.")
package dev.clew.plugins.kotlincoroutines;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
