package dev.clew.flow;

import java.util.Arrays;

/** The numbers of a text that have points or commas: in groups of thousands or not, with a fraction or not. In their order. */
final class Numbers {
    /** Bytes of one that are read: a long list of numbers may look like one, and from each of its numbers on. */
    private static final int LONGEST = 256;

    private final WordHash word = new WordHash();
    private byte[] bytes;
    private int length;

    private int known;
    private int hash;

    private int count;
    private int next;
    private int[] starts = new int[64];
    private int[] hashes = new int[64];
    private int[] digits = new int[64];

    Numbers of(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
        count = 0;
        next = 0;
        return this;
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Whether these are digits and nothing else, and not many. */
    static boolean isPlain(byte[] bytes, int from, int to) {
        int digits = Long.numberOfTrailingZeros(Marks.noDigits(WordHash.group(bytes, from))) >>> 3;
        return digits >= to - from;
    }

    /** The digits of a {@link #isPlain plain} number without zeros at either end. */
    static int significant(byte[] bytes, int from, int to) {
        long values = (WordHash.group(bytes, from) ^ Marks.EACH * '0') & -1L >>> -(to - from << 3);
        int last = Long.SIZE - 1 - Long.numberOfLeadingZeros(values) >> 3;
        return values == 0 ? 0 : last + 1 - (Long.numberOfTrailingZeros(values) >>> 3);
    }

    /** Whether there are any from here on. */
    static boolean areIn(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i += 8) {
            long digits = ~Marks.noDigits(WordHash.group(bytes, i)) & Marks.HIGH;
            if ((digits & (to - i < 8 ? (1L << (to - i << 3)) - 1 : -1L)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Behind the digits from here on. */
    int digits(int from) {
        int i = from;
        long others;
        while ((others = Marks.noDigits(WordHash.group(bytes, i))) == 0) {
            i += 8;
        }
        return i + (Long.numberOfTrailingZeros(others) >>> 3);
    }

    /** Whether it goes on behind its first digits. */
    boolean goesOn(int at) {
        return (bytes[at] == '.' || bytes[at] == ',') && isDigit(bytes[at + 1]);
    }

    /** Takes the number from here on; answers where it ends. What goes on with letters there is none: 0. */
    private int take(int from) {
        int point = digits(from);
        int end = bytes[point] == '.' ? fraction(from, point) : 0;
        if (end == 0) {
            end = read(from);
        }
        if (Words.isWord(bytes[end])) {
            return 0;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            hashes = Arrays.copyOf(hashes, 2 * count);
            digits = Arrays.copyOf(digits, 2 * count);
        }
        starts[count] = from;
        hashes[count] = hash;
        digits[count++] = known;
        return end;
    }

    /** Makes one word of each number that has points or commas. */
    void join(Marks marks) {
        int done = 0;
        for (int block = 0; block < marks.blocks; block++) {
            for (long left = marks.numbers(block); left != 0; left &= left - 1) {
                int at = block * Marks.BLOCK + Long.numberOfTrailingZeros(left);
                if (at >= done) {
                    done = join(marks, at);
                }
            }
        }
    }

    /** The number that has a digit here and a point or comma behind it; answers where it ends. */
    private int join(Marks marks, int digit) {
        int from = digit;
        while (from > 0 && isDigit(bytes[from - 1])) {
            from--;
        }
        if (from > 0 && Words.isWord(bytes[from - 1])) {
            return 0;
        }
        int end = take(from);
        for (int i = digit + 1; i < end; i++) {
            if (!isDigit(bytes[i])) {
                marks.join(i);
                marks.noStart(i + 1);
            }
        }
        return end;
    }

    /** Goes on to the next one that was taken: whether it is here. */
    boolean isNext(int from) {
        while (next < count && starts[next] < from) {
            next++;
        }
        return next < count && starts[next] == from;
    }

    /** Hash of the one that is next: 12.0 is 12, and 1,200 is 1200. */
    int hash() {
        return hashes[next];
    }

    /** Digits of the one that is next, but for a round end. */
    int digits() {
        return digits[next];
    }

    /** What most of them are: digits, a point, digits. Answers where it ends, 0 where it is another one. */
    private int fraction(int from, int point) {
        int end = digits(point + 1);
        if (end == point + 4 && (bytes[end] == '.' || bytes[end] == ',')) {
            return 0; // thousands, maybe
        }
        int last = end;
        while (bytes[last - 1] == '0') {
            last--;
        }
        boolean whole = last == point + 1;
        hash = WordHash.of(bytes, from, whole ? point : last);
        known = whole ? point - from - zerosBefore(point, from) : last - from - 1;
        return end;
    }

    /** Reads any number; answers where it ends. */
    private int read(int from) {
        int cents = commaOf(from);
        word.clear();
        known = 0;
        int zeros = 0;
        boolean fraction = false;
        int i = from;
        for (int most = Math.min(length, from + LONGEST); i < most; i++) {
            byte b = bytes[i];
            if (isDigit(b)) {
                if (fraction && b == '0') {
                    zeros++; // of no weight where nothing but zeros follows
                    continue;
                }
                for (; zeros > 0; zeros--) {
                    digit((byte) '0', fraction);
                }
                digit(b, fraction);
            } else if (i == cents || cents < 0 && b == '.' && !fraction && isDigit(bytes[i + 1])) {
                fraction = true;
            } else if (b != (cents < 0 ? ',' : '.') || fraction || !isThousand(i)) {
                break;
            }
        }
        known = known > 0 ? known : -known - zerosBefore(i, from);
        hash = word.hash();
        return i;
    }

    /** The comma of {@code 27.350,40}, as half of the world writes it; -1 where the number does not look like that. */
    private int commaOf(int from) {
        int i = digits(from);
        if (bytes[i] != '.') {
            return -1;
        }
        while (bytes[i] == '.' && isThousand(i) && i < from + LONGEST) {
            i += 4;
        }
        return bytes[i] == ',' && bytes[i - 4] == '.' && isDigit(bytes[i + 1]) && !isThousand(i) ? i : -1;
    }

    /** Takes a digit; those known are negative as long as they are of a whole number. */
    private void digit(byte b, boolean fraction) {
        if (fraction && known <= 0) {
            word.add('.');
            known = -known;
        }
        word.add((char) b);
        known += fraction ? 1 : -1;
    }

    /** The round end of a whole number. */
    int zerosBefore(int to, int from) {
        int end = to;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '.') {
                end = i;
            }
        }
        int zeros = 0;
        while (end > from && (bytes[end - 1] == '0' || bytes[end - 1] == ',')) {
            zeros += bytes[--end] == '0' ? 1 : 0;
        }
        return zeros;
    }

    private boolean isThousand(int comma) {
        return digits(comma + 1) - comma == 4;
    }
}
