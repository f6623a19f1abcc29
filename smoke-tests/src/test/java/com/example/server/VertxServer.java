package com.example.server;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A handler in Vert.x. */
public class VertxServer implements Server {
    private final Vertx vertx = Vertx.vertx();

    @Override
    public List<String> also() {
        return List.of("again");
    }

    @Override
    public int start() throws Exception {
        HttpServer server = vertx.createHttpServer().requestHandler(handler(vertx));
        return server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS).actualPort();
    }

    /** Who gets the requests. */
    Handler<HttpServerRequest> handler(Vertx on) {
        return this::handle;
    }

    final void handle(HttpServerRequest request) {
        String path = request.path();
        HttpServerResponse response = request.response();
        switch (Work.kind(path)) {
            case "plain" -> response.end(Work.text(path));
            case "here" -> called(path, response, 200);
            case "missing" -> called(path, response, 404);
            case "broken" -> called(path, response, 503);
            // what Vert.x Web makes of it
            case "throws" -> called(path, response, 500);
            case "elsewhere" -> vertx.executeBlocking(() -> {
                Work.call(path);
                return "";
            }).onSuccess(done -> response.end(Work.text(path)));
            case "both" -> vertx.executeBlocking(() -> {
                Work.both();
                return "";
            }, false).onSuccess(done -> called(path, response, 200));
            case "later" -> Work.POOL.execute(() -> called(path, response, 200));
            case "again" -> {
                Context context = vertx.getOrCreateContext();
                Work.lonely(() -> context.runOnContext(nothing -> called(path, response, 200)));
            }
            case "stream" -> {
                response.setChunked(true);
                response.write("one ");
                Work.call(path);
                response.end("two");
            }
            case "endless" -> {
                Work.call(path);
                response.setChunked(true);
                response.closeHandler(gone -> { });
                vertx.setPeriodic(2, timer -> {
                    if (response.closed()) {
                        vertx.cancelTimer(timer);
                    } else {
                        response.write("tick\n");
                    }
                });
            }
            default -> throw new IllegalArgumentException(path);
        }
    }

    private static void called(String path, HttpServerResponse response, int status) {
        Work.call(path);
        response.setStatusCode(status).end(Work.text(path));
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
