package dev.clew.flow;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What it costs to find out what fed what, beside one SHA-256 over the same text: processor time of the thread, the least of some
 * rounds. Prints a table on stdout; no test, since times are no promise on a machine that does other things too.
 */
final class FingerprintCost {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int BYTES = 1 << 20;
    private static final int ROUNDS = 15;
    private static long now;
    private static long sink;

    private FingerprintCost() {}

    public static void main(String[] args) throws Exception {
        for (int warm = 0; warm < 3; warm++) {
            table(warm == 2);
        }
        growing();
    }

    private static void table(boolean print) throws Exception {
        say(print, "%-14s %10s %10s %10s %10s %9s %9s%n", "ns a byte", "SHA-256", "words", "output", "input", "output/S", "input/S");
        for (int kb : new int[] {1, 10, 100}) {
            for (boolean json : new boolean[] {false, true}) {
                List<String> texts = texts(kb << 10, json);
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                Tokens tokens = new Tokens();
                double sha = least(texts, text -> sink += digest.digest(text.getBytes(StandardCharsets.UTF_8))[0], () -> {});
                double words = least(texts, text -> sink += tokens.of(text, text.getBytes(StandardCharsets.UTF_8)).count, () -> {});
                Trace trace = new Trace(tokens);
                double output = least(texts, text -> trace.take(List.of(), List.of(new Text(text, null))), trace::begin);
                double input = least(texts, text -> trace.take(List.of(new Text(text, null)), List.of()), trace::begin);
                say(print, "%3d KB %-7s %10.2f %10.2f %10.2f %10.2f %9.1f %9.1f%n", kb, json ? "JSON" : "prose", sha, words, output, input, output / sha,
                        input / sha);
                say(print && kb == 10, "%" + 14 + "s a trace of %d KB takes %d KB%n", "", trace.taken >> 10, trace.flow.bytes() >> 10);
            }
        }
    }

    private static void say(boolean print, String format, Object... what) {
        if (print) {
            System.out.printf(Locale.ROOT, format, what);
        }
    }

    /** A new one now and then, as traces are. */
    private static final class Trace {
        private static final int MOST = 200 << 10;
        private final Tokens tokens;
        private Flow flow;
        private long taken;

        Trace(Tokens tokens) {
            this.tokens = tokens;
            begin();
        }

        void begin() {
            flow = new Flow(tokens, new Keys(), text -> text);
            taken = 0;
        }

        void take(List<Text> inputs, List<Text> outputs) {
            int length = (inputs.isEmpty() ? outputs : inputs).get(0).text().length();
            if (taken + length > MOST) {
                begin();
            }
            taken += length;
            Origin work = new Origin("w", null, ++now, false);
            work.ended(++now);
            sink += flow.take(work, inputs, outputs).size();
        }
    }

    private interface Step {
        void run(String text);
    }

    /** Nanoseconds a byte. */
    private static double least(List<String> texts, Step step, Runnable before) {
        long least = Long.MAX_VALUE;
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            before.run();
            bytes = 0;
            long start = THREADS.getCurrentThreadCpuTime();
            for (String text : texts) {
                step.run(text);
                bytes += text.length();
            }
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
        }
        return least / (double) bytes;
    }

    /** A run of 50 steps, each of which is told all that was said before. */
    private static void growing() {
        double[] of = new double[51];
        long bytes = 0;
        for (int run = 0; run < 40; run++) {
            Flow flow = new Flow(new Tokens(), new Keys(), text -> text);
            Random random = new Random(run);
            List<Text> history = new ArrayList<>();
            for (int step = 1; step <= 50; step++) {
                history.add(new Text(text(2048, false, random), null));
                Text answer = new Text(text(2048, false, random), null);
                Origin work = new Origin("w", null, ++now, false);
                work.ended(++now);
                long start = THREADS.getCurrentThreadCpuTime();
                sink += flow.take(work, history, List.of(answer)).size();
                double cost = (THREADS.getCurrentThreadCpuTime() - start) / 4096.0;
                of[step] = of[step] == 0 ? cost : Math.min(of[step], cost);
                history.add(answer);
            }
            bytes = flow.bytes();
        }
        System.out.printf(Locale.ROOT, "50 steps of 4 KB new text each, told all before: ns a new byte at step 10 %.1f, 30 %.1f, 50 %.1f; %d KB kept%n",
                of[10], of[30], of[50], bytes >> 10);
    }

    private static List<String> texts(int length, boolean json) {
        Random random = new Random(length);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Math.max(8, BYTES / length); i++) {
            texts.add(text(length, json, random));
        }
        return texts;
    }

    private static final String[] SYLLABLES = {"ka", "ro", "min", "tel", "as", "ber", "ing", "on", "sta", "u", "ver", "lo", "pre", "de", "shi", "ty"};
    private static final String[] SMALL = {"the", "of", "and", "to", "in", "is", "that", "for", "it", "on", "with", "as", "was", "by"};

    private static String text(int length, boolean json, Random random) {
        StringBuilder text = new StringBuilder(length + 100);
        while (text.length() < length) {
            if (json) {
                text.append(text.length() == 0 ? "[" : ",").append("{\"id\":\"ORD-").append(random.nextInt(100_000)).append("\",\"customer_name\":\"");
                text.append(word(random)).append(' ').append(word(random)).append("\",\"amount\":").append(random.nextInt(1_000_000) / 100.0);
                text.append(",\"note\":\"");
                sentence(text, random, 6);
                text.append("\",\"open\":").append(random.nextBoolean()).append('}');
            } else {
                sentence(text, random, 6 + random.nextInt(14));
                text.append(random.nextInt(6) == 0 ? ".\n\n" : ". ");
            }
        }
        return text.substring(0, length);
    }

    private static void sentence(StringBuilder text, Random random, int words) {
        for (int i = 0; i < words; i++) {
            String word = random.nextInt(5) < 2 ? SMALL[random.nextInt(SMALL.length)] : word(random);
            text.append(i == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
            text.append(i == words - 1 ? "" : random.nextInt(12) == 0 ? ", " : " ");
            if (random.nextInt(60) == 0) {
                text.append(random.nextInt(5000)).append(' ');
            }
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }
}
