/** Hand-over of the context to virtual threads, and in structured concurrency. */
@Library(
        name = "jdk-threads",
        kind = Kind.HAND_OVER,
        coordinates = "jdk",
        versions = {"17", "25"},
        operations = {Operation.HAND_OVER},
        covers = "Virtual threads, however they are made, and structured scopes.",
        missing = "A virtual thread made by unstarted or a factory belongs to where it was made, not to where it "
                + "was started.")
package dev.clew.plugins.jdkthreads;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
