/**
 * Requests that a pipeline of the application's own answers, with Netty's {@code HttpServerCodec} or its two halves in it. What Reactor
 * Netty and Vert.x build on the same codec is theirs. See RATIONALE.md.
 */
@Library(name = "netty-server", coordinates = "io.netty:netty-codec-http", versions = "[4.1.60.Final,4.2.9.Final]")
package dev.clew.plugins.nettyserver;

import dev.clew.hook.Library;
