/** Hand-over of the context to listeners and tasks of Guava's futures, wherever and by whomever they are completed. */
@Library(name = "guava", coordinates = "com.google.guava:guava", versions = "[28.2-jre,33.5.0-jre]")
package dev.clew.plugins.guava;

import dev.clew.hook.Library;
