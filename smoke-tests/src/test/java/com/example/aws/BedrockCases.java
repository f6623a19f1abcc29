package com.example.aws;

import com.example.handover.Parents;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.LogManager;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Everything that can become of a model call over the AWS SDK, and all that the application gets to see of it, a line each. A
 * request's model is the name of the line.
 */
public final class BedrockCases {
    private static final List<String> CASES = List.of("json", "again", "throttled", "refusing", "broken", "cut");
    private static final Duration SHORT = Duration.ofMillis(200);

    private final Bedrock bedrock = new Bedrock();

    private BedrockCases() {}

    public static void main(String[] args) throws Exception {
        // Netty says when a connection is cut
        LogManager.getLogManager().reset();
        new BedrockCases().all(args.length > 0 ? args[0] : "");
        System.out.println("done");
        // the SDK's threads go on for a while
        System.exit(0);
    }

    private void all(String only) throws Exception {
        URI http1 = URI.create("http://127.0.0.1:" + new Http1Server(bedrock).port());
        URI http2 = URI.create("http://127.0.0.1:" + new Http2Server(bedrock).port());
        for (Way way : Clients.all(http1, http2, null, only)) {
            for (String kind : CASES) {
                // the SDK closes an HTTP/2 connection on which a server fails, at times before the answer is read
                if (kind.equals("broken") && way.name().endsWith("netty2")) {
                    continue;
                }
                say(kind, way, model -> way.whole(model));
            }
            if (!way.streams()) {
                say("gzip", way, model -> way.whole(model));
            }
            if (way.name().startsWith("invoke") && !way.streams()) {
                say("picture", way, model -> way.whole(model));
            }
            stopped(way);
            within(way);
            if (way.streams()) {
                streamed(way);
            }
        }
        URI nobody = URI.create("http://127.0.0.1:" + freePort());
        for (Way way : Clients.all(nobody, nobody, null, only)) {
            say("refused", way, model -> refused(way, model));
        }
        for (Way way : Clients.all(http1, http2, SHORT, only)) {
            say("silent", way, model -> way.whole(model));
        }
    }

    /** The SDK over Netty at times takes a refusal for a pool that has no connection left. */
    private static String refused(Way way, String model) throws Throwable {
        try {
            return way.whole(model);
        } catch (SdkClientException refused) {
            if (way.name().contains("netty")) {
                return refused.getClass().getName();
            }
            throw refused;
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private interface Case {
        String of(String model) throws Throwable;
    }

    private static void say(String kind, Way way, Case what) {
        String name = kind + '-' + way.name();
        String told;
        try {
            told = what.of(name + ":0");
        } catch (Throwable thrown) {
            told = told(thrown);
        }
        if (told != null) {
            System.out.println(name + ' ' + told.replace('\n', '|').replace("\r", ""));
        }
    }

    /** The exceptions one inside the other, without what differs from run to run: ports, ids, times. */
    private static String told(Throwable thrown) {
        StringBuilder chain = new StringBuilder();
        int depth = 0;
        for (Throwable t = thrown; t != null && depth < 6; t = t.getCause(), depth++) {
            String message = String.valueOf(t.getMessage())
                    .replaceAll(":\\d{2,5}", ":port").replaceAll("@?\\b[0-9a-f]{6,}\\b", "x")
                    .replaceAll("\\d+ ?(ms|millis\\w*|nanos\\w*|s)\\b", "n ms");
            chain.append(depth == 0 ? "" : " < ").append(t.getClass().getName()).append(": ").append(message);
            if (t.getClass().getName().contains("Timeout")) {
                // what lies below is chance
                break;
            }
        }
        return chain.toString();
    }

    /** What the application itself stops half-way: by the future, or by its thread's interrupt. */
    private void stopped(Way way) {
        bedrock.reached.drainPermits();
        bedrock.read.drainPermits();
        if (way.blocks()) {
            say("interrupt", way, model -> interrupted(way, model));
            return;
        }
        say("cancel", way, model -> {
            CompletableFuture<String> answer = way.start(model);
            bedrock.reached.acquire();
            answer.cancel(true);
            try {
                return answer.get(5, TimeUnit.SECONDS);
            } catch (ExecutionException | CancellationException cancelled) {
                return "cancelled: " + cancelled.getClass().getSimpleName();
            }
        });
    }

    /** A socket that is read notices nothing: the server answers after all. */
    private String interrupted(Way way, String model) throws InterruptedException {
        String[] told = new String[1];
        Thread thread = new Thread(() -> {
            try {
                told[0] = way.whole(model);
            } catch (Throwable thrown) {
                told[0] = thrown.getClass().getName();
            }
        });
        thread.start();
        bedrock.reached.acquire();
        thread.interrupt();
        bedrock.read.release();
        thread.join();
        return told[0];
    }

    private void within(Way way) {
        say("inner", way, model -> {
            String[] told = new String[1];
            Parents.within("inner-" + way.name(), () -> told[0] = way.whole(model));
            return told[0];
        });
        say("invalid", way, model -> {
            Parents.within("invalid-" + way.name(), () -> way.whole(null));
            return "never";
        });
    }

    private void streamed(Way way) {
        say("exception", way, model -> way.whole(model));
        bedrock.read.drainPermits();
        say("step", way, model -> {
            StringBuilder text = new StringBuilder();
            return way.start(model, event -> {
                text.append(event);
                if (text.indexOf("Grüße") >= 0 || text.indexOf("Output") >= 0) {
                    bedrock.read.release();
                }
                return true;
            }).get();
        });
        say("close", way, model -> {
            CompletableFuture<String> answer = way.start(model.replace("close-", "endless-close-"), event -> false);
            try {
                return "closed: " + answer.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException never) {
                return "closed, and nothing more";
            } catch (ExecutionException failed) {
                return "closed: " + failed.getCause();
            }
        });
        say("handler", way, model -> {
            String[] told = new String[1];
            boolean[] done = new boolean[1];
            Parents.within("handler-" + way.name(), () -> told[0] = way.start(model, event -> {
                if (!done[0]) {
                    done[0] = true;
                    Parents.within("called-" + way.name(), () -> {});
                }
                return true;
            }).get());
            return told[0];
        });
    }
}
