/**
 * Hand-over of the context to Vert.x's contexts and to the handlers of its futures. Event loops and timers are Netty's, and
 * carried there; see RATIONALE.md.
 */
@Library(
        name = "vertx",
        kind = Kind.HAND_OVER,
        coordinates = "io.vertx:vertx-core",
        versions = {"${vertx.oldest.version}", "${vertx.version}", "${vertx.newest.version}"},
        operations = {Operation.HAND_OVER},
        covers = "Contexts, worker threads, executeBlocking, handlers of futures.",
        missing = "The event bus and streams: what they deliver comes from elsewhere. Periodic timers.")
package dev.clew.plugins.vertx;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
