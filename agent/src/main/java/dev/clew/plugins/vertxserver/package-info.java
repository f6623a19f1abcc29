/**
 * Requests that a server of Vert.x answers, HTTP/1 and HTTP/2; Vert.x Web comes with it. Hand-over between Vert.x's contexts is the
 * plugin vertx's. See RATIONALE.md.
 */
@Library(name = "vertx-server", coordinates = "io.vertx:vertx-core", versions = "[4.5.22,5.0.6]")
package dev.clew.plugins.vertxserver;

import dev.clew.hook.Library;
