/**
 * gRPC: model calls of Vertex AI, whose older Java clients speak nothing else, and the trace's headers on every call that is part of
 * one. Wrapped where the channel makes a call, so that the application's list of interceptors stays its own.
 */
@Library(name = "gRPC", coordinates = "io.grpc:grpc-core", versions = "[1.50.0,1.85.0]")
package dev.clew.plugins.grpc;

import dev.clew.hook.Library;
