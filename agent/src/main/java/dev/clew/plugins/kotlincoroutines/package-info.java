/**
 * Hand-over of the context to coroutines: each works for what launched it, on whatever thread it is resumed. See RATIONALE.md.
 */
@Library(
        name = "kotlin-coroutines",
        coordinates = "org.jetbrains.kotlinx:kotlinx-coroutines-core-jvm",
        versions = "[1.6.4,1.11.0]")
package dev.clew.plugins.kotlincoroutines;

import dev.clew.hook.Library;
