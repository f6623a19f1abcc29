/** Hand-over of the context to listeners and tasks of Guava's futures, wherever and by whomever they are completed. */
@Library(
        name = "guava",
        kind = Kind.HAND_OVER,
        coordinates = "com.google.guava:guava",
        versions = {"${guava.version}", "${guava.newest.version}"},
        operations = {Operation.HAND_OVER},
        covers = "Listeners and tasks of listenable futures, SequentialExecutor.",
        missing = "Services, caches and event buses, as far as they use no executor.")
package dev.clew.plugins.guava;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
