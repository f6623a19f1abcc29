package com.example.grpc;

import com.example.handover.Parents;
import com.google.cloud.aiplatform.v1.Candidate;
import com.google.cloud.aiplatform.v1.Content;
import com.google.cloud.aiplatform.v1.GenerateContentRequest;
import com.google.cloud.aiplatform.v1.GenerateContentResponse;
import com.google.cloud.aiplatform.v1.Part;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Model calls over gRPC, as Vertex AI's older clients make them, and what the application gets to see of them, a line each. */
public final class VertexCases {
    private static final String SERVICE = "google.cloud.aiplatform.v1.PredictionService";
    private static final MethodDescriptor<GenerateContentRequest, GenerateContentResponse> UNARY =
            method(SERVICE + "/GenerateContent", MethodType.UNARY);
    private static final MethodDescriptor<GenerateContentRequest, GenerateContentResponse> STREAM =
            method(SERVICE + "/StreamGenerateContent", MethodType.SERVER_STREAMING);
    private static final MethodDescriptor<GenerateContentRequest, GenerateContentResponse> OTHER =
            method("com.example.Orders/Find", MethodType.UNARY);
    private static final Metadata.Key<String> TRACEPARENT = Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);

    private final Path seen = System.getProperty("cases.seen") == null ? null : Path.of(System.getProperty("cases.seen"));
    private String traceparent;

    private VertexCases() {}

    private static MethodDescriptor<GenerateContentRequest, GenerateContentResponse> method(String name, MethodType type) {
        return MethodDescriptor.<GenerateContentRequest, GenerateContentResponse>newBuilder()
                .setFullMethodName(name).setType(type)
                .setRequestMarshaller(new Messages<>(GenerateContentRequest.parser()))
                .setResponseMarshaller(new Messages<>(GenerateContentResponse.parser()))
                .build();
    }

    public static void main(String[] args) throws Exception {
        new VertexCases().all();
        System.out.println("done");
        System.exit(0);
    }

    private void all() throws Exception {
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(ServerInterceptors.intercept(service(SERVICE, UNARY, STREAM), new Notes()))
                .addService(ServerInterceptors.intercept(service("com.example.Orders", OTHER), new Notes()))
                .build().start();
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
        say("unary", () -> ClientCalls.blockingUnaryCall(channel, UNARY, CallOptions.DEFAULT, request("unary")).toString());
        say("future", () -> ClientCalls.futureUnaryCall(channel.newCall(UNARY, CallOptions.DEFAULT), request("future")).get().toString());
        say("stream", () -> stream(channel, "stream"));
        say("failing", () -> stream(channel, "failing"));
        say("refusing", () -> ClientCalls.blockingUnaryCall(channel, UNARY, CallOptions.DEFAULT, request("refusing")).toString());
        say("silent", () -> ClientCalls.blockingUnaryCall(
                channel, UNARY, CallOptions.DEFAULT.withDeadlineAfter(300, TimeUnit.MILLISECONDS), request("silent")).toString());
        say("cancel", () -> cancelled(channel));
        // more than is kept of an answer
        say("long", () -> stream(channel, "long").length() + " characters");
        say("other", () -> ClientCalls.blockingUnaryCall(channel, OTHER, CallOptions.DEFAULT, request("other")).toString());
        within("within", () -> ClientCalls.blockingUnaryCall(channel, OTHER, CallOptions.DEFAULT, request("within")).toString());
        within("inner", () -> stream(channel, "inner"));
        ManagedChannel nobody = NettyChannelBuilder.forAddress("127.0.0.1", freePort()).usePlaintext().build();
        say("refused", () -> ClientCalls.blockingUnaryCall(nobody, UNARY, CallOptions.DEFAULT, request("refused")).getModelVersion());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private interface Told {
        String get() throws Exception;
    }

    private static void say(String name, Told what) {
        String told;
        try {
            told = what.get();
        } catch (StatusRuntimeException failed) {
            // when a deadline is over, and where nobody listens, is told in other words each time
            boolean chance = name.equals("silent") || name.equals("refused");
            told = failed.getStatus().getCode() + " " + (chance ? "" : failed.getStatus().getDescription());
        } catch (Exception failed) {
            told = failed.toString();
        }
        System.out.println(name + ' ' + told.replace('\n', '|'));
    }

    private static void within(String name, Told what) {
        say(name, () -> {
            String[] told = new String[1];
            Parents.within(name, () -> told[0] = what.get());
            return told[0];
        });
    }

    private static GenerateContentRequest request(String model) {
        return GenerateContentRequest.newBuilder()
                .setModel("projects/p/locations/l/publishers/google/models/" + model)
                .addContents(Content.newBuilder().setRole("user").addParts(Part.newBuilder().setText("Grüße?")))
                .build();
    }

    private static String stream(ManagedChannel channel, String model) {
        StringBuilder text = new StringBuilder();
        Iterator<GenerateContentResponse> answers =
                ClientCalls.blockingServerStreamingCall(channel, STREAM, CallOptions.DEFAULT, request(model));
        try {
            while (answers.hasNext()) {
                text.append(answers.next());
            }
        } catch (StatusRuntimeException failed) {
            text.append(failed.getStatus());
        }
        return text.toString();
    }

    private static String cancelled(ManagedChannel channel) throws InterruptedException {
        ClientCall<GenerateContentRequest, GenerateContentResponse> call = channel.newCall(STREAM, CallOptions.DEFAULT);
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        StringBuilder text = new StringBuilder();
        ClientCalls.asyncServerStreamingCall(call, request("cancel"), new StreamObserver<GenerateContentResponse>() {
            @Override
            public void onNext(GenerateContentResponse answer) {
                text.append(answer);
                first.countDown();
            }

            @Override
            public void onError(Throwable t) {
                text.append(t.getMessage());
                over.countDown();
            }

            @Override
            public void onCompleted() {
                over.countDown();
            }
        });
        first.await();
        call.cancel("enough", null);
        over.await();
        return text.toString();
    }

    @SafeVarargs
    private ServerServiceDefinition service(
            String name, MethodDescriptor<GenerateContentRequest, GenerateContentResponse>... methods) {
        ServerServiceDefinition.Builder service = ServerServiceDefinition.builder(name);
        for (MethodDescriptor<GenerateContentRequest, GenerateContentResponse> method : methods) {
            service.addMethod(method, method.getType() == MethodType.UNARY
                    ? ServerCalls.asyncUnaryCall(this::answer) : ServerCalls.asyncServerStreamingCall(this::answer));
        }
        return service.build();
    }

    private void answer(GenerateContentRequest request, StreamObserver<GenerateContentResponse> out) {
        String model = request.getModel().substring(request.getModel().lastIndexOf('/') + 1);
        note(model);
        switch (model) {
            case "refusing" -> out.onError(Status.RESOURCE_EXHAUSTED.withDescription("quota").asRuntimeException());
            case "silent" -> { }
            case "failing" -> {
                out.onNext(piece("Grüße, ", null));
                out.onError(Status.INTERNAL.withDescription("broken").asRuntimeException());
            }
            case "long" -> {
                for (int i = 0; i < 6000; i++) {
                    out.onNext(piece("0123456789".repeat(100), null));
                }
                out.onNext(piece("the end", Candidate.FinishReason.STOP));
                out.onCompleted();
            }
            case "cancel" -> out.onNext(piece("Grüße, ", null));
            case "stream", "inner" -> {
                out.onNext(piece("Grüße, ", null));
                out.onNext(piece("世界 😀", Candidate.FinishReason.STOP));
                out.onCompleted();
            }
            default -> {
                out.onNext(piece("Grüße, 世界 😀", Candidate.FinishReason.STOP));
                out.onCompleted();
            }
        }
    }

    private static GenerateContentResponse piece(String text, Candidate.FinishReason finish) {
        Candidate.Builder candidate = Candidate.newBuilder()
                .setContent(Content.newBuilder().setRole("model").addParts(Part.newBuilder().setText(text)));
        GenerateContentResponse.Builder piece = GenerateContentResponse.newBuilder();
        if (finish != null) {
            candidate.setFinishReason(finish);
            piece.setUsageMetadata(GenerateContentResponse.UsageMetadata.newBuilder()
                    .setPromptTokenCount(9).setCandidatesTokenCount(5).setTotalTokenCount(14));
        }
        return piece.addCandidates(candidate).build();
    }

    private synchronized void note(String model) {
        if (seen != null) {
            try {
                Files.writeString(seen, model + ' ' + traceparent + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** One call at a time: what the last one carried. */
    private final class Notes implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            synchronized (VertexCases.this) {
                traceparent = headers.containsKey(TRACEPARENT) ? headers.get(TRACEPARENT) : "0";
            }
            return next.startCall(call, headers);
        }
    }

    /** As gRPC's own, which would bring an older protobuf along. */
    private record Messages<T extends Message>(Parser<T> parser) implements MethodDescriptor.Marshaller<T> {
        @Override
        public InputStream stream(T message) {
            return message.toByteString().newInput();
        }

        @Override
        public T parse(InputStream stream) {
            try {
                return parser.parseFrom(stream);
            } catch (InvalidProtocolBufferException malformed) {
                throw Status.INTERNAL.withCause(malformed).asRuntimeException();
            }
        }
    }
}
