/**
 * Hand-over of the context to platform threads that the application starts itself: only with {@code clew.threads=true}, since a
 * thread may live on and serve others than the one that started it.
 */
@Library(name = "threads", coordinates = "jdk", versions = "[17,25]")
package dev.clew.plugins.threads;

import dev.clew.hook.Library;
