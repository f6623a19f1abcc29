package dev.clew.plugins.vertxhttp;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.ByteBuffer;

/** A piece of the response, as the application gets it: unpacked where the client was told to unpack. */
@Hook(
        type = "io.vertx.core.http.impl.HttpClientResponseImpl",
        method = "handleChunk",
        params = "io.vertx.core.buffer.Buffer",
        wakes = Wake.NOTHING)
final class ChunkHook {
    private ChunkHook() {}

    @Enter
    static Callback enter(@This HttpClientResponse response, @Arg(0) Buffer chunk) {
        Exchange exchange = Sending.ALL.of(response.request());
        if (exchange == null) {
            return null;
        }
        exchange.piece(ByteBuffer.wrap(chunk.getBytes()));
        return Callback.of(exchange);
    }

    @Exit
    static void exit(@Entered Callback callback) {
        Callback.over(callback);
    }
}
