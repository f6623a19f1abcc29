/**
 * Hand-over of the context to Vert.x's contexts and to the handlers of its futures. Event loops and timers are Netty's, and
 * carried there; see RATIONALE.md.
 */
@Library(name = "vertx", coordinates = "io.vertx:vertx-core", versions = "[4.0.0,5.0.6]")
package dev.clew.plugins.vertx;

import dev.clew.hook.Library;
