/**
 * Requests that a server of Vert.x answers, HTTP/1 and HTTP/2; Vert.x Web comes with it. Hand-over between Vert.x's contexts is the
 * plugin vertx's. See RATIONALE.md.
 */
@Library(
        name = "vertx-server",
        kind = Kind.SERVER,
        coordinates = "io.vertx:vertx-core",
        versions = {"${vertx.version}", "${vertx.newest.version}"},
        operations = {Operation.SERVER},
        covers = "Requests to Vert.x's server, HTTP/1 and 2. Vert.x Web comes with it.",
        missing = "Vert.x before 4.5. Web sockets.")
package dev.clew.plugins.vertxserver;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
