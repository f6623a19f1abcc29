package dev.clew.plugins.reactornetty;

import dev.clew.context.Carry;
import dev.clew.context.Current;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/** A request has got a connection: from here on that knows of it. The application's code that writes it runs for its work. */
@Hook(
        type = "reactor.netty.http.client.HttpClientConnect$HttpClientHandler",
        method = "requestWithBody",
        wakes = Wake.NOTHING)
final class RequestHook {
    private RequestHook() {}

    /** The work, and what the thread had before. */
    private static final class Bracket {
        final Object caller;
        final Object before;

        Bracket(Object caller) {
            this.caller = caller;
            this.before = Carry.enter(caller);
        }
    }

    @Enter
    static Object enter(@This Object handler, @Arg(0) Connection connection) {
        Sending sending = Sending.of(handler);
        Attempt.begin(connection.channel(), sending == null ? null : sending.attempt());
        return sending == null || sending.caller == null ? null : new Bracket(sending.caller);
    }

    @Exit
    static void exit(@Entered Object bracket) {
        if (bracket != null) {
            Carry.leave(((Bracket) bracket).before);
        }
    }

    @ReplaceReturned
    static Publisher<Void> body(@Entered Object bracket, @Returned Publisher<Void> body) {
        return bracket == null || body == null ? null : new ForCaller(body, ((Bracket) bracket).caller);
    }

    private static final class ForCaller extends Mono<Void> {
        private final Publisher<Void> body;
        private final Object caller;

        ForCaller(Publisher<Void> body, Object caller) {
            this.body = body;
            this.caller = caller;
        }

        @Override
        public void subscribe(CoreSubscriber<? super Void> subscriber) {
            Object before = Current.set(caller);
            try {
                Mono.fromDirect(body).subscribe(subscriber);
            } finally {
                Current.set(before);
            }
        }
    }
}
