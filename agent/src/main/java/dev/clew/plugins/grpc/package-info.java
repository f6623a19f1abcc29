/**
 * gRPC: model calls of Vertex AI, whose older Java clients speak nothing else, and the trace's headers on every call that is part of
 * one. Wrapped where the channel makes a call, so that the application's list of interceptors stays its own.
 */
@Library(
        name = "gRPC",
        kind = Kind.SDK,
        coordinates = "io.grpc:grpc-core",
        versions = {"${grpc.version}", "${grpc.newest.version}"},
        operations = {Operation.CHAT, Operation.CLIENT},
        covers = "Gemini on Vertex AI over gRPC, as Google's older clients speak it; every call that is part of a "
                + "trace carries the trace on.",
        missing = "gRPC servers do not take a trace up. Other models over gRPC.")
package dev.clew.plugins.grpc;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
