package com.example.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A handler in a pipeline of its own, behind Netty's codec for servers. */
public class NettyServer implements Server {
    private final EventLoopGroup loops = new NioEventLoopGroup(4);

    @Override
    public int start() throws Exception {
        Channel channel = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel child) {
                        fill(child.pipeline());
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    void fill(ChannelPipeline pipeline) {
        pipeline.addLast(new HttpServerCodec(), new Handler());
    }

    /** Takes the pieces of a request as they come, or whole. */
    static final class Handler extends SimpleChannelInboundHandler<HttpObject> {
        private String path;

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject piece) throws Exception {
            if (piece instanceof HttpRequest) {
                path = ((HttpRequest) piece).uri();
            }
            if (piece instanceof LastHttpContent) {
                answer(context, path);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            whole(context, 500, "sorry");
        }
    }

    private static void answer(ChannelHandlerContext context, String path) throws Exception {
        switch (Work.kind(path)) {
            case "plain" -> whole(context, 200, Work.text(path));
            case "here" -> called(context, 200, path);
            case "missing" -> called(context, 404, path);
            case "broken" -> called(context, 503, path);
            case "throws" -> {
                Work.call(path);
                throw new IllegalStateException("on purpose");
            }
            case "elsewhere" -> {
                Work.POOL.submit(() -> Work.call(path)).get();
                whole(context, 200, Work.text(path));
            }
            case "later" -> Work.POOL.execute(() -> called(context, 200, path));
            case "both" -> Work.POOL.submit(() -> {
                Work.both();
                called(context, 200, path);
                return null;
            });
            case "stream" -> {
                head(context);
                piece(context, "one ");
                Work.call(path);
                piece(context, "two");
                context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
            }
            case "endless" -> {
                Work.call(path);
                head(context);
                Future<?> ticks = context.executor().scheduleAtFixedRate(() -> piece(context, "tick\n"), 0, 2, TimeUnit.MILLISECONDS);
                context.channel().closeFuture().addListener((ChannelFutureListener) closed -> ticks.cancel(false));
            }
            default -> throw new IllegalArgumentException(path);
        }
    }

    private static void called(ChannelHandlerContext context, int status, String path) {
        Work.call(path);
        whole(context, status, Work.text(path));
    }

    private static void whole(ChannelHandlerContext context, int status, String text) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), bytes(text));
        response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, text.length());
        context.writeAndFlush(response);
    }

    private static void head(ChannelHandlerContext context) {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        HttpUtil.setTransferEncodingChunked(head, true);
        context.writeAndFlush(head);
    }

    private static void piece(ChannelHandlerContext context, String text) {
        context.writeAndFlush(new DefaultHttpContent(bytes(text)));
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        // connections are told that they are closed
        loops.shutdownGracefully(0, 10, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
