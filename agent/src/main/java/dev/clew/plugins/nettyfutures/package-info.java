/** Hand-over of the context to the listeners of Netty's futures. See the event loops' RATIONALE.md for why so. */
@Library(
        name = "netty-futures",
        kind = Kind.HAND_OVER,
        coordinates = "io.netty:netty-common",
        versions = {"${netty.version}", "${netty-4.1.newest.version}", "${netty.newest.version}"},
        operations = {Operation.HAND_OVER},
        covers = "Listeners of futures and promises.",
        missing = "Shaded copies of Netty.")
package dev.clew.plugins.nettyfutures;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
