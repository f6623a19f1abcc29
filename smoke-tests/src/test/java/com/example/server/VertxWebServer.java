package com.example.server;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;

/** Routes in Vert.x Web: one before all, one for any path, and a mounted router whose route answers. */
public final class VertxWebServer extends VertxServer {
    @Override
    Handler<HttpServerRequest> handler(Vertx vertx) {
        Router inner = Router.router(vertx);
        inner.route("/:kind/:id").handler(context -> handle(context.request()));
        Router router = Router.router(vertx);
        router.route().handler(context -> context.next());
        router.route("/*").handler(context -> context.next());
        router.route("/*").subRouter(inner);
        return router;
    }
}
