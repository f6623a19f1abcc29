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
 * rounds. As output alone, as input alone, both in turn (each is looked up in what is known by then), and both where a third of each input
 * was said before. Prints a table on stdout; no test, since times are no promise on a machine that does other things too.
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
        say(print, "%-12s %8s %8s %8s %8s %8s %8s | %7s %7s %7s %7s%n", "ns a byte", "SHA-256", "words", "output", "input", "both", "copied", "output/S",
                "input/S", "both/S", "copied/S");
        for (int kb : new int[] {1, 10, 100}) {
            for (boolean json : new boolean[] {false, true}) {
                List<String> texts = texts(kb << 10, json);
                List<String> copied = copied(texts);
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                Tokens tokens = new Tokens();
                double sha = least(texts, text -> sink += digest.digest(text.getBytes(StandardCharsets.UTF_8))[0], () -> {});
                double words = least(texts, text -> sink += tokens.of(text, text.getBytes(StandardCharsets.UTF_8)).count, () -> {});
                Trace trace = new Trace(tokens);
                double output = least(texts, text -> trace.take(List.of(), List.of(new Text(text, null))), trace::begin);
                double input = least(texts, text -> trace.take(List.of(new Text(text, null)), List.of()), trace::begin);
                long size = trace.flow.bytes();
                double both = least(texts, trace::inTurn, trace::begin);
                double part = least(copied, trace::inTurn, trace::begin);
                say(print, "%3d KB %-5s %8.2f %8.2f %8.2f %8.2f %8.2f %8.2f | %8.1f %7.1f %7.1f %7.1f%n", kb, json ? "JSON" : "prose", sha, words, output,
                        input, both, part, output / sha, input / sha, both / sha, part / sha);
                say(print && kb == 10, "%" + 12 + "s a trace of %d KB takes %d KB%n", "", trace.taken >> 10, size >> 10);
            }
        }
        run(print);
    }

    /** Each second one has a third of the one before it. */
    private static List<String> copied(List<String> texts) {
        List<String> copied = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            int third = text.length() / 3;
            copied.add(i % 2 == 0 ? text : text.substring(0, 2 * third) + copied.get(i - 1).substring(third, 2 * third));
        }
        return copied;
    }

    /**
     * A run as agents have them: a system prompt and a question, and at each of 12 steps a model call that is told all that was said, asks for a
     * tool, gets a page of JSON or of prose from it, and answers with a sentence of it. Beside SHA-256 over each text once.
     */
    private static void run(boolean print) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        double least = Double.MAX_VALUE;
        double sha = Double.MAX_VALUE;
        long bytes = 0;
        for (int round = 0; round < 60; round++) {
            Random random = new Random(round % 4);
            List<List<Text>> inputs = new ArrayList<>();
            List<Text> outputs = new ArrayList<>();
            List<Text> once = new ArrayList<>();
            steps(random, inputs, outputs, once);
            Flow flow = new Flow(new Tokens(), new Keys(), text -> text);
            long start = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < inputs.size(); i++) {
                Origin work = new Origin("w", null, ++now, false);
                work.ended(++now);
                sink += flow.take(work, inputs.get(i), List.of(outputs.get(i))).size();
            }
            long middle = THREADS.getCurrentThreadCpuTime();
            bytes = 0;
            for (Text text : once) {
                bytes += text.text().length();
                sink += digest.digest(text.text().getBytes(StandardCharsets.UTF_8))[0];
            }
            sha = Math.min(sha, (THREADS.getCurrentThreadCpuTime() - middle) / (double) bytes);
            least = Math.min(least, (middle - start) / (double) bytes);
        }
        say(print, "an agent's run of 12 steps, %d KB said, each told again: SHA-256 %.2f, all %.2f ns a byte said, %.1f times%n", bytes >> 10, sha, least,
                least / sha);
    }

    private static void steps(Random random, List<List<Text>> inputs, List<Text> outputs, List<Text> once) {
        List<Text> history = new ArrayList<>();
        history.add(new Text(text(3000, false, random), null));
        history.add(new Text(text(200, false, random), null));
        once.addAll(history);
        for (int step = 0; step < 12; step++) {
            inputs.add(new ArrayList<>(history));
            Text asked = new Text("{\"query\":\"" + word(random) + " " + word(random) + "\",\"limit\":5}", null);
            outputs.add(asked);
            inputs.add(List.of(new Text(asked.text(), null)));
            String page = text(1000 + random.nextInt(6000), step % 2 == 0, random);
            outputs.add(new Text(page, "call" + step));
            history.add(asked);
            history.add(new Text(new String(page), "call" + step));
            Text answer = new Text(text(300, false, random) + page.substring(200, 400), null);
            inputs.add(new ArrayList<>(history));
            outputs.add(answer);
            history.add(answer);
            once.addAll(List.of(asked, new Text(page, null), answer));
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
        private boolean turn;

        Trace(Tokens tokens) {
            this.tokens = tokens;
            begin();
        }

        void begin() {
            turn = false;
            flow = new Flow(tokens, new Keys(), text -> text);
            taken = 0;
        }

        /** What comes out of one work and what goes into the next one. */
        void inTurn(String text) {
            List<Text> one = List.of(new Text(text, null));
            turn = !turn;
            take(turn ? List.of() : one, turn ? one : List.of());
        }

        void take(List<Text> inputs, List<Text> outputs) {
            int length = (inputs.isEmpty() ? outputs : inputs).get(0).text().length();
            if (taken + length > MOST) {
                boolean was = turn;
                begin();
                turn = was;
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
