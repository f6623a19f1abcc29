/**
 * Hand-over of the context to Netty's event loops. Netty's own tasks carry nothing: they serve a connection, which serves many.
 * See RATIONALE.md.
 */
@Library(
        name = "netty",
        kind = Kind.HAND_OVER,
        coordinates = "io.netty:netty-common",
        versions = {"${netty.version}", "${netty-4.1.newest.version}", "${netty.newest.version}"},
        operations = {Operation.HAND_OVER},
        covers = "Tasks and timers of event loops.",
        missing = "Handlers of a pipeline, which work for a connection; HashedWheelTimer; shaded copies of Netty; "
                + "periodic tasks.")
package dev.clew.plugins.netty;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
