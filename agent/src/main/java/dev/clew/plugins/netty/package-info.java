/**
 * Hand-over of the context to Netty's event loops. Netty's own tasks carry nothing: they serve a connection, which serves many.
 * See RATIONALE.md.
 */
@Library(name = "netty", coordinates = "io.netty:netty-common", versions = "[4.1.60.Final,4.2.9.Final]")
package dev.clew.plugins.netty;

import dev.clew.hook.Library;
