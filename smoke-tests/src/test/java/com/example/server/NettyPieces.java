package com.example.server;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What can become of a connection in a pipeline of the application's own: several requests at once, pieces, interim responses,
 * errors. Each request says that it belongs to a trace; its parent's id ends with its name.
 */
public final class NettyPieces {
    private static final Semaphore PIECES = new Semaphore(0);
    private static final CountDownLatch HUNG_UP = new CountDownLatch(1);
    private static final String EMPTY = "content-length: 0\r\n\r\n";

    private NettyPieces() {}

    public static void main(String[] args) throws Exception {
        EventLoopGroup loops = new NioEventLoopGroup(2);
        Channel pieces = serve(loops, false);
        Channel whole = serve(loops, true);
        pipelined(port(pieces));
        inPieces(port(pieces));
        oneAfterTheOther(port(pieces));
        continued(port(whole));
        hungUp(port(pieces));
        dying(port(whole));
        System.out.println("client " + client(loops, port(whole)));
        // connections are told that they are closed
        loops.shutdownGracefully(0, 10, TimeUnit.SECONDS).sync();
        System.out.println("done");
        System.exit(0);
    }

    private static Channel serve(EventLoopGroup loops, boolean whole) throws InterruptedException {
        return new ServerBootstrap().group(loops).channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel child) {
                        child.pipeline().addLast(new HttpServerCodec());
                        if (whole) {
                            child.pipeline().addLast(new HttpObjectAggregator(1 << 16));
                        }
                        child.pipeline().addLast(new Handler());
                    }
                }).bind("127.0.0.1", 0).sync().channel();
    }

    private static int port(Channel server) {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    private static final class Handler extends SimpleChannelInboundHandler<HttpObject> {
        private CompletableFuture<?> before = CompletableFuture.completedFuture(null);
        private String path;
        private int pieces;

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject piece) {
            if (piece instanceof HttpRequest) {
                path = ((HttpRequest) piece).uri();
                pieces = 0;
            }
            if (path.startsWith("/pieces/")) {
                Work.call(path + '-' + pieces++);
                PIECES.release();
            }
            if (piece instanceof LastHttpContent) {
                answer(context, path);
            }
        }

        private void answer(ChannelHandlerContext context, String path) {
            switch (Work.kind(path)) {
                case "dies" -> throw new IllegalStateException("on purpose");
                case "never" -> Work.call(path);
                case "later" -> {
                    CompletableFuture<?> turn = before;
                    CompletableFuture<Object> mine = new CompletableFuture<>();
                    before = mine;
                    Work.POOL.execute(() -> {
                        Work.call(path);
                        turn.thenRun(() -> {
                            respond(context, 200 + path.charAt(path.length() - 1) - '0', path);
                            mine.complete(null);
                        });
                    });
                }
                default -> {
                    Work.call(path);
                    respond(context, 200, path);
                }
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (path != null && path.startsWith("/never/")) {
                HUNG_UP.countDown();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }

    private static void respond(ChannelHandlerContext context, int status, String text) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
        response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, text.length());
        context.writeAndFlush(response);
    }

    private static String head(String method, String path) {
        String id = Integer.toHexString(path.substring(path.lastIndexOf('/') + 1).hashCode());
        return method + ' ' + path + " HTTP/1.1\r\nhost: here\r\ntraceparent: 00-" + "c".repeat(32) + '-' + "0".repeat(16 - id.length()) + id
                + "-01\r\ntracestate: clew=1\r\n";
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Reads until what was read ends so; until the end of the stream for null. */
    private static String read(Socket socket, String end) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            text.append((char) c);
            if (end != null && text.toString().endsWith(end)) {
                break;
            }
        }
        return text.toString().replace("\r\n", "|");
    }

    /** Three requests before the first response. */
    private static void pipelined(int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            write(socket, head("GET", "/later/pipelined1") + EMPTY + head("GET", "/later/pipelined2") + EMPTY
                    + head("GET", "/later/pipelined3") + EMPTY);
            System.out.println("pipelined " + read(socket, "/later/pipelined3"));
        }
    }

    /** Each piece of the body once the one before was handled. */
    private static void inPieces(int port) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            write(socket, head("POST", "/pieces/slow") + "content-length: 2\r\n\r\n");
            PIECES.acquire();
            write(socket, "a");
            PIECES.acquire();
            write(socket, "b");
            System.out.println("pieces " + read(socket, "/pieces/slow"));
        }
    }

    private static void oneAfterTheOther(int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            for (String path : new String[] {"/here/kept1", "/here/kept2"}) {
                write(socket, head("GET", path) + EMPTY);
                System.out.println("kept " + read(socket, path));
            }
            // of no trace
            write(socket, "GET /here/alone HTTP/1.1\r\nhost: here\r\n" + EMPTY);
            System.out.println("kept " + read(socket, "/here/alone"));
        }
    }

    private static void continued(int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            write(socket, head("POST", "/here/continued") + "expect: 100-continue\r\ncontent-length: 2\r\n\r\n");
            System.out.println("interim " + read(socket, "\r\n\r\n"));
            write(socket, "ab");
            System.out.println("continued " + read(socket, "/here/continued"));
            write(socket, head("GET", "/here/after") + EMPTY);
            System.out.println("continued " + read(socket, "/here/after"));
        }
    }

    private static void dying(int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            write(socket, head("GET", "/dies/early") + EMPTY);
            System.out.println("dies " + read(socket, null));
        }
    }

    private static void hungUp(int port) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            write(socket, head("GET", "/never/answered") + EMPTY);
            // handled in order on one loop: a later request on this connection would wait too
            socket.shutdownOutput();
        }
        System.out.println("hung up " + HUNG_UP.await(20, TimeUnit.SECONDS));
    }

    /** A client of Netty's in the same JVM, whose pipeline is none of a server's. */
    private static String client(EventLoopGroup loops, int port) throws Exception {
        CompletableFuture<String> status = new CompletableFuture<>();
        Channel channel = new Bootstrap().group(loops).channel(NioSocketChannel.class).handler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel child) {
                child.pipeline().addLast(new HttpClientCodec(), new SimpleChannelInboundHandler<HttpObject>() {
                    @Override
                    protected void channelRead0(ChannelHandlerContext context, HttpObject piece) {
                        if (piece instanceof HttpResponse) {
                            status.complete(((HttpResponse) piece).status().toString());
                        }
                    }
                });
            }
        }).connect("127.0.0.1", port).sync().channel();
        DefaultFullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/here/client");
        request.headers().set(HttpHeaderNames.HOST, "here").set(HttpHeaderNames.CONTENT_LENGTH, 0);
        channel.writeAndFlush(request);
        return status.get(20, TimeUnit.SECONDS);
    }
}
