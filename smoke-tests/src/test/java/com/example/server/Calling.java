package com.example.server;

import com.example.handover.Parents;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends each kind of request to a server, within a tool and without, and tells what came of it. */
public final class Calling {
    private static final List<String> KINDS =
            List.of("here", "plain", "elsewhere", "later", "missing", "broken", "throws", "stream");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.valueOf(System.getProperty("calling.version", "HTTP_1_1"))).connectTimeout(Duration.ofSeconds(10)).build();
    private final String base;

    private Calling(String port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** @param args port of the server; further kinds of requests that it answers */
    public static void main(String[] args) throws Exception {
        Calling calling = new Calling(args[0]);
        List<String> kinds = new ArrayList<>(KINDS);
        kinds.addAll(List.of(args).subList(1, args.length));
        for (int round = 1; round <= 2; round++) {
            for (String kind : kinds) {
                calling.within('/' + kind + "/in-" + kind + '-' + round);
                calling.say('/' + kind + "/out-" + kind + '-' + round);
            }
        }
        calling.together();
        calling.hangUp();
        for (int i = 0; i < 8; i++) {
            calling.say("/here/after-" + i);
        }
        System.exit(0);
    }

    private void within(String path) {
        Parents.within(path.substring(path.lastIndexOf('/') + 1), () -> say(path));
    }

    private void say(String path) {
        System.out.println(path + ' ' + told(path));
    }

    private HttpRequest request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
        // what fails with GET is sent again by the client itself
        return path.startsWith("/throws/") ? request.POST(BodyPublishers.noBody()).build() : request.build();
    }

    private String told(String path) {
        try {
            HttpResponse<String> response = client.send(request(path), BodyHandlers.ofString());
            // each server has its own page for an error that nobody caught
            return response.statusCode() + (path.startsWith("/throws/") ? "" : ' ' + response.body());
        } catch (IOException | InterruptedException e) {
            return e.getClass().getName();
        }
    }

    /** Two requests that both are at work before either goes on. */
    private void together() {
        List<CompletableFuture<?>> all = new ArrayList<>();
        String[] told = new String[2];
        for (int i = 0; i < 2; i++) {
            int me = i;
            all.add(CompletableFuture.runAsync(() -> Parents.within("in-both-" + me, () -> told[me] = told("/both/in-both-" + me)),
                    task -> new Thread(task).start()));
        }
        all.forEach(CompletableFuture::join);
        System.out.println("/both/in-both-0 " + told[0] + "\n/both/in-both-1 " + told[1]);
    }

    /** The client is gone before the response is complete. */
    private void hangUp() {
        Parents.within("in-endless", () -> {
            HttpResponse<InputStream> response = client.send(request("/endless/in-endless"), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                System.out.println("/endless/in-endless " + response.statusCode() + ' ' + (char) body.read());
            }
        });
    }
}
