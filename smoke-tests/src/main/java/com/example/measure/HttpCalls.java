package com.example.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Model calls over raw java.net.http: {@code <base url> <calls>}. Nanoseconds a call, twice: the calls after as many for
 * warming up, and after six times as many, when the JIT compiler has come to rest, the least of five times as many: it still
 * stirs now and then.
 */
public final class HttpCalls {

    private static final String BODY =
            """
            {"model":"gpt-4o-mini","temperature":0.0,"messages":[{"role":"system","content":"You read diffs. Answer with \
            one sentence: what the author intends, and what the callers must change."},{"role":"user","content":\
            "Read this diff: - static long cents(double amount, boolean up) + static long cents(double amount, Rounding \
            rounding)"}]}""";

    /** Longer than any agent takes to finish what it does in the background. */
    private static final long SETTLE_MILLIS = 1500;

    private static final int SETTLED_TIMES = 5;

    private HttpCalls() {}

    public static void main(String[] args) throws Exception {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(args[0] + "/chat/completions"))
                .header("content-type", "application/json")
                .header("authorization", "Bearer sk-none")
                .POST(BodyPublishers.ofString(BODY))
                .build();
        OperatingSystemMXBean os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        int count = Integer.parseInt(args[1]);
        calls(client, request, count);
        say("", measure(os, client, request, count));
        calls(client, request, 4 * count);
        long[] least = {Long.MAX_VALUE, Long.MAX_VALUE};
        for (int i = 0; i < SETTLED_TIMES; i++) {
            long[] each = measure(os, client, request, count);
            least[0] = Math.min(least[0], each[0]);
            least[1] = Math.min(least[1], each[1]);
        }
        say("settled-", least);
    }

    private static void say(String when, long[] wallAndCpu) {
        System.out.println(when + "wall " + wallAndCpu[0]);
        System.out.println(when + "cpu " + wallAndCpu[1]);
    }

    /** Wall and processor time of a call. */
    private static long[] measure(OperatingSystemMXBean os, HttpClient client, HttpRequest request, int count) throws Exception {
        Thread.sleep(SETTLE_MILLIS);
        long cpu = os.getProcessCpuTime();
        long start = System.nanoTime();
        calls(client, request, count);
        long wall = System.nanoTime() - start;
        // what was put off is paid for too
        Thread.sleep(SETTLE_MILLIS);
        cpu = os.getProcessCpuTime() - cpu;
        return new long[] {wall / count, cpu / count};
    }

    private static void calls(HttpClient client, HttpRequest request, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("status " + response.statusCode());
            }
        }
    }
}
