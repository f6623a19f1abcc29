/**
 * Which route a request takes in Vert.x Web. The request's span is the plugin vertxserver's.
 */
@Library(
        name = "vertx-web",
        kind = Kind.SERVER,
        coordinates = "io.vertx:vertx-web",
        versions = {"${vertx.version}", "${vertx.newest.version}"},
        operations = {Operation.SERVER},
        covers = "The route that a request took, with what it is mounted at.",
        missing = "Routes that are regular expressions have no name. Below a mount whose path has parameters, the mount's pattern is the route.")
package dev.clew.plugins.vertxweb;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
