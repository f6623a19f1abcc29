package dev.clew.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Breaks bodies, the same way for the same seed. */
final class Mutator {
    private static final int LENGTH_MAX = 256 << 10;
    private static final byte[][] WORDS = words(
            "null", "true", "false", "{}", "[]", "\"\"", "\"x\"", "0", "-1", "1e999", "-1e-999", "1.5", "99999999999999999999", "[[", "]]",
            "{\"", "\":", ",", "\n", "\n\n", "\r\n", "data:", "data: {", "data: [DONE]\n\n", "event: error\n", "\\u0000", "\\ud800", "\\", "\"",
            "\"error\":", "\"choices\":", "\"delta\":", "\"message\":", "\"content\":", "\"tool_calls\":", "\"usage\":", "\"index\":",
            "\"output\":", "\"type\":", "\"embedding\":", "\"results\":", "\"candidates\":", "\"parts\":", "\"input\":", "\"messages\":",
            "\u0000", "\ufeff", "\u00e9", "\ud83d\ude00", "NaN", "//", "/*", "#", "'");

    private final SplittableRandom random;
    private byte[] bytes;
    private int length;

    Mutator(SplittableRandom random) {
        this.random = random;
    }

    private static byte[][] words(String... words) {
        byte[][] all = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            all[i] = words[i].getBytes(StandardCharsets.UTF_8);
        }
        return all;
    }

    /** A broken copy of one body, spliced with another here and there. */
    byte[] broken(byte[] body, byte[] other) {
        bytes = Arrays.copyOf(body, body.length + 64);
        length = body.length;
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            once(other);
        }
        return Arrays.copyOf(bytes, length);
    }

    private int at() {
        return random.nextInt(length + 1);
    }

    private int count(int max) {
        return length == 0 ? 0 : 1 + random.nextInt(Math.min(max, length));
    }

    private void once(byte[] other) {
        switch (random.nextInt(14)) {
            case 0 -> flip();
            case 1 -> set((byte) random.nextInt(256));
            case 2 -> delete(at(), count(4));
            case 3 -> delete(at(), count(200));
            case 4 -> {
                int from = at();
                byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(length, from + count(300)));
                insert(at(), piece, piece.length);
            }
            case 5, 6 -> {
                byte[] word = WORDS[random.nextInt(WORDS.length)];
                insert(at(), word, word.length);
            }
            case 7 -> length = random.nextInt(4) == 0 ? at() : length;
            case 8 -> splice(other);
            case 9 -> swap();
            case 10 -> nest();
            case 11 -> number();
            default -> retype();
        }
    }

    private void flip() {
        if (length > 0) {
            bytes[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    private void set(byte b) {
        if (length > 0) {
            bytes[random.nextInt(length)] = b;
        }
    }

    private void delete(int from, int count) {
        int end = Math.min(length, from + count);
        System.arraycopy(bytes, end, bytes, from, length - end);
        length -= end - from;
    }

    private void insert(int at, byte[] piece, int count) {
        if (length + count > LENGTH_MAX) {
            return;
        }
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, (length + count) * 2);
        }
        System.arraycopy(bytes, at, bytes, at + count, length - at);
        System.arraycopy(piece, 0, bytes, at, count);
        length += count;
    }

    private void splice(byte[] other) {
        if (other.length > 0) {
            length = at();
            int from = random.nextInt(other.length);
            byte[] rest = Arrays.copyOfRange(other, from, Math.min(other.length, from + 4096));
            insert(length, rest, rest.length);
        }
    }

    /** The next quote, brace or comma from somewhere on becomes another one. */
    private void swap() {
        String signs = "\"{}[],:'";
        for (int i = at(); i < length; i++) {
            if (signs.indexOf(bytes[i]) >= 0) {
                bytes[i] = (byte) signs.charAt(random.nextInt(signs.length()));
                return;
            }
        }
    }

    private void nest() {
        String open = random.nextBoolean() ? "[" : "{\"content\":";
        int depth = random.nextInt(20) == 0 ? 3000 : 1 + random.nextInt(30);
        byte[] nested = open.repeat(depth).getBytes(StandardCharsets.UTF_8);
        insert(at(), nested, nested.length);
    }

    /** The next number from somewhere on becomes a huge one. */
    private void number() {
        for (int i = at(); i < length; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                byte[] digits = "9".repeat(random.nextInt(10) == 0 ? 2000 : 1 + random.nextInt(40)).getBytes(StandardCharsets.UTF_8);
                insert(i, digits, digits.length);
                return;
            }
        }
    }

    /** The next value from somewhere on becomes one of another type. */
    private void retype() {
        for (int i = at(); i < length; i++) {
            if (bytes[i] == ':') {
                int end = i + 1;
                while (end < length && bytes[end] != ',' && bytes[end] != '}' && bytes[end] != '{' && bytes[end] != '[') {
                    end++;
                }
                delete(i + 1, end - i - 1);
                byte[] word = WORDS[random.nextInt(12)];
                insert(i + 1, word, word.length);
                return;
            }
        }
    }
}
