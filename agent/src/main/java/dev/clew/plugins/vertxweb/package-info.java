/**
 * Which route a request takes in Vert.x Web. The request's span is the plugin vertxserver's.
 */
@Library(name = "vertx-web", coordinates = "io.vertx:vertx-web", versions = "[4.5.22,5.0.6]")
package dev.clew.plugins.vertxweb;

import dev.clew.hook.Library;
