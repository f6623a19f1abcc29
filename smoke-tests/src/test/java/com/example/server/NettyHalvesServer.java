package com.example.server;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutorGroup;

/** The codec as two handlers, whole requests, and a handler with threads of its own. */
public final class NettyHalvesServer extends NettyServer {
    private final EventExecutorGroup threads = new DefaultEventExecutorGroup(4);

    @Override
    void fill(ChannelPipeline pipeline) {
        pipeline.addLast(
                new HttpRequestDecoder(), new HttpResponseEncoder(), new HttpServerKeepAliveHandler(), new HttpObjectAggregator(1 << 16));
        pipeline.addLast(threads, new Handler());
    }

    @Override
    public void close() {
        super.close();
        threads.shutdownGracefully();
    }
}
