package dev.clew.plugins.jetty;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import org.eclipse.jetty.io.Content;

/** What the application asks the connection for, as it came over the wire. */
@Hook(
        type = "org.eclipse.jetty.client.transport.HttpReceiver",
        subtypes = true,
        method = "read",
        params = "boolean",
        wakes = Wake.NOTHING)
final class ReadHook {
    private ReadHook() {}

    @Enter
    static Exchange enter(@This Object receiver) {
        return Calls.ALL.of(receiver);
    }

    @Exit
    static void exit(@Entered Exchange exchange, @Returned Content.Chunk chunk) {
        if (exchange != null && chunk != null && !Content.Chunk.isFailure(chunk) && chunk.hasRemaining()) {
            exchange.piece(chunk.getByteBuffer());
        }
    }
}
