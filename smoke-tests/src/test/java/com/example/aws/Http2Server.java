package com.example.aws;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@link Bedrock} over HTTP/2 without TLS, to clients that know it beforehand. */
final class Http2Server {
    private final Bedrock bedrock;
    private final Channel channel;

    @SuppressWarnings("deprecation") // in the newest Netty only
    Http2Server(Bedrock bedrock) throws InterruptedException {
        this.bedrock = bedrock;
        this.channel = new ServerBootstrap()
                .group(new NioEventLoopGroup(1))
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        connection.pipeline().addLast(Http2FrameCodecBuilder.forServer().build());
                        connection.pipeline().addLast(new Http2MultiplexHandler(new ChannelInitializer<Channel>() {
                            @Override
                            protected void initChannel(Channel stream) {
                                stream.pipeline().addLast(new Stream());
                            }
                        }));
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** A request and its answer. */
    private final class Stream extends ChannelInboundHandlerAdapter implements Bedrock.Reply {
        private final Map<String, String> headers = new HashMap<>();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final CountDownLatch gone = new CountDownLatch(1);
        private ChannelHandlerContext context;
        private String path;

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object frame) throws IOException {
            boolean last = false;
            if (frame instanceof Http2HeadersFrame) {
                for (Map.Entry<CharSequence, CharSequence> header : ((Http2HeadersFrame) frame).headers()) {
                    headers.put(header.getKey().toString(), header.getValue().toString());
                }
                path = headers.get(":path");
                last = ((Http2HeadersFrame) frame).isEndStream();
            } else if (frame instanceof Http2DataFrame) {
                ByteBuf data = ((Http2DataFrame) frame).content();
                body.write(ByteBufUtil.getBytes(data));
                last = ((Http2DataFrame) frame).isEndStream();
            }
            ReferenceCountUtil.release(frame);
            if (last) {
                context = ctx;
                Thread thread = new Thread(this::answer, "server");
                thread.setDaemon(true);
                thread.start();
            }
        }

        private void answer() {
            try {
                bedrock.answer(path, headers, body.toByteArray(), this);
            } catch (IOException | InterruptedException over) {
                // the client went away
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            gone.countDown();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            gone.countDown();
        }

        @Override
        public void head(int status, String... more) {
            Http2Headers head = new DefaultHttp2Headers().status(Integer.toString(status));
            for (int i = 0; i < more.length; i += 2) {
                head.add(more[i], more[i + 1]);
            }
            context.writeAndFlush(new DefaultHttp2HeadersFrame(head, false));
        }

        @Override
        public void piece(byte[] bytes) {
            context.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(bytes), false));
        }

        @Override
        public void end() {
            context.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.EMPTY_BUFFER, true));
        }

        @Override
        public void cut() {
            context.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR));
        }

        @Override
        public void untilGone() throws InterruptedException {
            gone.await();
        }
    }
}
