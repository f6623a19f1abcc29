package dev.clew.plugins.nettyserver;

import dev.clew.context.Current;
import dev.clew.trace.Incoming;
import dev.clew.trace.Requests;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import java.util.ArrayDeque;
import java.util.Map;

/** The requests of one channel that are not answered yet, in the order in which they came. Decoder and encoder may have two threads. */
final class Connection {
    private static final AttributeKey<Connection> KEY = AttributeKey.valueOf("dev.clew.requests");
    private static final Connection ANOTHERS = new Connection();
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int FIRST_FINAL = 200;
    private static final int FIRST_SERVER_ERROR = 500;

    private final ArrayDeque<Turn> open = new ArrayDeque<>(2);
    /** Whose content is still to come; null for nobody's. */
    private Turn arriving;

    private boolean informing;

    private Connection() {}

    /** What stands for a request: it lives as long as the channel that may answer it. */
    private static final class Turn {
        private Incoming incoming;
        private Throwable error;
        private int status;
    }

    /** Null where no request came by here yet, or they are another plugin's. */
    static Connection of(Channel channel) {
        if (channel == null || !channel.hasAttr(KEY)) {
            return null;
        }
        Connection known = channel.attr(KEY).get();
        return known == ANOTHERS ? null : known;
    }

    /** Null where the requests are another plugin's. */
    static Connection serving(Channel channel, ChannelPipeline pipeline) {
        Attribute<Connection> attribute = channel.attr(KEY);
        Connection known = attribute.get();
        if (known == null) {
            known = isAnothers(pipeline) ? ANOTHERS : new Connection();
            attribute.set(known);
        }
        return known == ANOTHERS ? null : known;
    }

    private static boolean isAnothers(ChannelPipeline pipeline) {
        for (Map.Entry<String, ChannelHandler> handler : pipeline) {
            String type = handler.getValue().getClass().getName();
            if (type.startsWith("reactor.netty.") || type.startsWith("io.vertx.")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Answers what to leave once the request was handed on; null for nothing.
     *
     * @param more whether content is still to come
     */
    Incoming begin(HttpRequest request, boolean more) {
        Turn turn = new Turn();
        Incoming incoming = Requests.begin(
                turn, request.method().name(), Requests.path(request.uri()), new Received(request.headers()));
        synchronized (this) {
            turn.incoming = incoming;
            open.add(turn);
            arriving = more ? turn : null;
        }
        return incoming;
    }

    /** A further piece of the request that came last. Answers what to leave. */
    Object resume(boolean last) {
        Turn turn;
        synchronized (this) {
            turn = arriving;
            if (last) {
                arriving = null;
            }
        }
        return Requests.resume(turn);
    }

    synchronized void head(HttpResponse response) {
        int code = response.status().code();
        informing = code < FIRST_FINAL && code != SWITCHING_PROTOCOLS;
        Turn turn = informing ? null : open.peek();
        if (turn != null) {
            turn.status = code;
            if (turn.incoming != null) {
                turn.incoming.status(code);
            }
        }
    }

    void answered() {
        Turn turn;
        synchronized (this) {
            if (informing) {
                informing = false;
                return;
            }
            turn = open.poll();
            if (turn == null) {
                return;
            }
        }
        Requests.end(turn, turn.status, turn.status >= FIRST_SERVER_ERROR ? turn.error : null);
    }

    /** A handler threw, on a thread that works for one of the requests. */
    synchronized void threw(Throwable error) {
        Object work = Current.get();
        if (work == null) {
            return;
        }
        for (Turn turn : open) {
            if (turn.incoming == work && turn.error == null) {
                turn.error = error;
            }
        }
    }

    /** No response comes any more. */
    void closed() {
        while (true) {
            Turn turn;
            synchronized (this) {
                turn = open.poll();
                arriving = null;
            }
            if (turn == null) {
                return;
            }
            Requests.end(turn, turn.status, turn.error);
        }
    }
}
