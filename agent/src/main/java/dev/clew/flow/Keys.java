package dev.clew.flow;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Two checksums of a text. Those of the very object that was here before need no second look: a history hands over the same
 * ones again and again. Texts are held weakly, so none is kept from being forgotten.
 */
final class Keys {
    private static final int PLACES = 1 << 11;
    /** A shorter one is read as fast. */
    private static final int LONG = 256;

    private final WeakReference<?>[] texts = new WeakReference<?>[PLACES];
    private final long[] sums = new long[PLACES];

    /** Two checksums and a length: as good as the text itself, and small. */
    record Key(long sums, int length, String callId) {
        Key ofAnyCall() {
            return callId == null ? this : new Key(sums, length, null);
        }

        // by hand: a record's own are made of method handles when first asked for, which takes longer than all texts of a run
        @Override
        public int hashCode() {
            return (int) sums;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Key key && sums == key.sums && length == key.length && Objects.equals(callId, key.callId);
        }
    }

    private byte[] utf8;

    Key of(Text text) {
        String all = text.text();
        int place = all.length() < LONG ? -1 : place(all);
        WeakReference<?> seen = place < 0 ? null : texts[place];
        utf8 = null;
        if (seen != null && seen.get() == all) {
            return new Key(sums[place], all.length(), text.callId());
        }
        utf8 = all.getBytes(StandardCharsets.UTF_8);
        long sum = sum(utf8);
        if (place >= 0) {
            texts[place] = new WeakReference<>(all);
            sums[place] = sum;
        }
        return new Key(sum, all.length(), text.callId());
    }

    /** The text that {@link #of} was asked for last, as bytes. */
    byte[] bytes(Text text) {
        byte[] bytes = utf8 == null ? text.text().getBytes(StandardCharsets.UTF_8) : utf8;
        utf8 = null;
        return bytes;
    }

    private static long sum(byte[] bytes) {
        CRC32 one = new CRC32();
        one.update(bytes, 0, bytes.length);
        CRC32C other = new CRC32C();
        other.update(bytes, 0, bytes.length);
        return one.getValue() << 32 | other.getValue();
    }

    private static int place(String text) {
        int length = text.length();
        int hash = length * 31 + text.charAt(length - 1);
        for (int i = 1; i < 8; i++) {
            hash = hash * 31 + text.charAt(length * i >>> 3);
        }
        return (hash ^ hash >>> 11) & PLACES - 1;
    }
}
