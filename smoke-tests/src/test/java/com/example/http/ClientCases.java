package com.example.http;

import com.example.handover.Parents;
import com.example.http.Way.Answer;
import com.example.http.Way.Ask;
import com.example.http.Way.Client;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Everything that can become of a model call over one library's HTTP client, and all that the application gets to see of it,
 * a line each. A request's model is the name of the line.
 */
public final class ClientCases {
    private static final List<String> CASES = List.of(
            "json", "gzip", "gzip-sse", "sse", "error-event", "malformed", "refusing", "broken", "big", "cut", "silent", "refused",
            "redirect", "kept1", "kept2");
    private static final Duration SHORT = Duration.ofMillis(300);

    private final OddServer server = new OddServer();
    private final Client client;

    private ClientCases(Client client) throws Exception {
        this.client = client;
    }

    /** @param args class name of the client */
    public static void main(String[] args) throws Exception {
        try (Client client = (Client) Class.forName(args[0]).getConstructor().newInstance()) {
            new ClientCases(client).all();
        }
        System.out.println("done");
        // libraries leave threads behind
        System.exit(0);
    }

    private void all() throws Exception {
        for (Way way : client.ways()) {
            for (String kind : CASES) {
                String name = kind + '-' + way.name();
                say(name, () -> told(way.whole(ask(kind, name))));
            }
            if (way.triesAgain()) {
                // the first of them on the connection that was kept
                for (String kind : List.of("dropped", "kept1", "busy")) {
                    String name = kind.equals("kept1") ? "between-" + way.name() : kind + '-' + way.name();
                    say(name, () -> told(way.whole(ask(kind, name))));
                }
            }
            stepByStep(way);
            closedEarly(way);
            cancelled(way);
            others(way);
        }
        server.noteShared();
    }

    private interface Told {
        String get() throws Throwable;
    }

    private static void say(String name, Told what) {
        String told;
        try {
            told = what.get();
        } catch (Throwable thrown) {
            told = told(thrown);
        }
        if (told != null) {
            System.out.println(name + ' ' + told.replace('\n', '|').replace("\r", ""));
        }
    }

    private Ask ask(String kind, String name) throws Exception {
        int port = server.port();
        if (kind.equals("refused")) {
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
        }
        URI uri = URI.create("http://127.0.0.1:" + port + "/v1/chat/completions");
        return new Ask(uri, kind, "application/json", question(name), kind.equals("silent") ? SHORT : null);
    }

    private static String question(String name) {
        return "{\"model\":\"" + name + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Grüße?\"}]}";
    }

    private static String told(Answer answer) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(answer.body());
        return answer.status() + " " + answer.body().length + " bytes " + HexFormat.of().formatHex(digest).substring(0, 12);
    }

    /** The exceptions one inside the other, without what differs from run to run: ports, ids, times. */
    private static String told(Throwable thrown) {
        StringBuilder chain = new StringBuilder();
        int depth = 0;
        for (Throwable t = thrown; t != null && depth < 6; t = below(t), depth++) {
            String message = String.valueOf(t.getMessage())
                    .replaceAll(":\\d{2,5}", ":port").replaceAll("@?\\b[0-9a-f]{6,}\\b", "x").replaceAll("\\d+ ?(ms|millis\\w*|nanos\\w*|s)\\b", "n ms");
            chain.append(depth == 0 ? "" : " < ").append(t.getClass().getName()).append(": ").append(message);
        }
        return chain.toString();
    }

    /** What lies below a timeout is chance. */
    private static Throwable below(Throwable thrown) {
        return thrown.getClass().getName().contains("Timeout") ? null : thrown.getCause();
    }

    /** Hangs where a piece is held back until the next one comes. */
    private void stepByStep(Way way) {
        String name = "step-" + way.name();
        StringBuilder text = new StringBuilder();
        server.read.drainPermits();
        say(name, () -> {
            boolean can = way.stream(ask("step", name), piece -> {
                String before = text.toString();
                text.append(new String(piece, StandardCharsets.ISO_8859_1));
                if (!before.contains("\n\n") && text.toString().contains("\n\n")) {
                    server.read.release();
                }
                return true;
            });
            return can ? text.toString() : null;
        });
    }

    private void closedEarly(Way way) {
        String name = "close-" + way.name();
        say(name, () -> {
            boolean[] came = new boolean[1];
            boolean can = way.stream(ask("endless", name), piece -> {
                came[0] = true;
                return false;
            });
            if (came[0]) {
                // it may be told a little later than its piece comes, and is not the next case's
                server.reached.tryAcquire(10, TimeUnit.SECONDS);
            }
            return can ? "closed" : null;
        });
    }

    private void cancelled(Way way) {
        String name = "cancel-" + way.name();
        server.reached.drainPermits();
        say(name, () -> way.cancel(ask("endless", name), server.reached::acquire));
    }

    /** What is no model call: outside a trace, and within one. */
    private void others(Way way) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + "/v1/chat/completions");
        URI other = URI.create("http://127.0.0.1:" + server.port() + "/orders/7");
        String name = way.name();
        say("text-" + name, () -> told(way.whole(new Ask(uri, "json", "text/plain", question("text-" + name), null))));
        say("empty-" + name, () -> told(way.whole(new Ask(uri, "json", "application/json", "{\"model\":\"empty-" + name + "\"}", null))));
        say("other-" + name, () -> told(way.whole(new Ask(other, "json", "application/json", "{\"model\":\"other-" + name + "\"}", null))));
        say("within-" + name, () -> {
            String[] told = new String[1];
            Parents.within("within-" + name, () -> told[0] = told(way.whole(
                    new Ask(other, "json", "application/json", "{\"model\":\"within-" + name + "\"}", null))));
            return told[0];
        });
        say("inner-" + name, () -> {
            String[] told = new String[1];
            Parents.within("inner-" + name, () -> told[0] = told(way.whole(ask("json", "inner-" + name))));
            return told[0];
        });
    }
}
