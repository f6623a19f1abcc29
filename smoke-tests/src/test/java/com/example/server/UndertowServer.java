package com.example.server;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.List;

/** A handler in Undertow, that blocks. */
public final class UndertowServer implements Server {
    private Undertow undertow;

    @Override
    public List<String> also() {
        return List.of("again");
    }

    @Override
    public int start() {
        undertow = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setIoThreads(2)
                .setWorkerThreads(4)
                .setHandler(Handlers.pathTemplate().add("/{kind}/{id}", UndertowServer::handle))
                .build();
        undertow.start();
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    private static void handle(HttpServerExchange exchange) throws Exception {
        String path = exchange.getRequestPath();
        String kind = Work.kind(path);
        if (kind.equals("later")) {
            exchange.dispatch(Work.POOL, () -> {
                Work.call(path);
                exchange.getResponseSender().send(Work.text(path));
            });
        } else if (kind.equals("again")) {
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> Work.lonely(() -> exchange.dispatch(back -> {
                Work.call(path);
                back.getResponseSender().send(Work.text(path));
            })));
        } else if (exchange.isInIoThread()) {
            exchange.dispatch(UndertowServer::handle);
        } else {
            exchange.startBlocking();
            Work.answer(path, new Answer(exchange));
        }
    }

    private record Answer(HttpServerExchange exchange) implements Reply.Bytes {
        @Override
        public void head(int status) {
            exchange.setStatusCode(status);
        }

        @Override
        public OutputStream body() throws IOException {
            return exchange.getOutputStream();
        }
    }

    @Override
    public void close() {
        undertow.stop();
    }
}
