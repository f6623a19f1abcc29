package com.example.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's own. */
public final class JdkServer implements Server {
    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private HttpServer server;

    @Override
    public int start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", JdkServer::handle);
        server.start();
        return server.getAddress().getPort();
    }

    private static void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Reply reply = new Exchanged(exchange);
        if (Work.kind(path).equals("later")) {
            Work.POOL.execute(() -> {
                Work.call(path);
                try {
                    Work.whole(reply, 200, path);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            return;
        }
        try {
            Work.answer(path, reply);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private record Exchanged(HttpExchange exchange) implements Reply.Bytes {
        @Override
        public void head(int status) throws IOException {
            exchange.sendResponseHeaders(status, 0);
        }

        @Override
        public OutputStream body() {
            return exchange.getResponseBody();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
