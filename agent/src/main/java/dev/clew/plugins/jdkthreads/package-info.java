/** Hand-over of the context to virtual threads, and in structured concurrency. */
@Library(name = "jdk-threads", coordinates = "jdk", versions = "[17,25]")
package dev.clew.plugins.jdkthreads;

import dev.clew.hook.Library;
