package dev.clew.stamp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Gives stamps: the first 16 hex digits of a SHA-256 over kind and text, so that the same text has the same stamp on every
 * machine. What was stamped lately is known by its text and hashed no more. One thread.
 */
public final class Stamps {
    private static final int BYTES = 8;
    private static final int KNOWN = 1024;
    private static final int KNOWN_CHARS = 1 << 21;

    private final Store store;
    private final UnaryOperator<String> masked;
    private final MessageDigest digest;
    private int chars;
    private final Map<String, String> known = new LinkedHashMap<>(64, 0.75f, true);

    /** @param masked takes secrets out of a text: a key that is another one today is no other prompt */
    public Stamps(Store store, UnaryOperator<String> masked) {
        this.store = store;
        this.masked = masked;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256, but not this one", e);
        }
    }

    /**
     * The stamp of a text, which the store learns of the first time.
     *
     * @param name that people know it by; null for none
     */
    public String of(Kind kind, String name, String text) {
        String key = kind.label() + '\n' + text;
        String stamp = known.get(key);
        if (stamp == null) {
            String shown = masked.apply(text);
            stamp = hash(kind.label() + '\n' + shown);
            if (store.keep(stamp, kind, name, shown)) {
                remember(key, stamp);
            }
        }
        return stamp;
    }

    /** Says that one stamp is of a rendering of what the other is of. */
    public void same(String stamp, Kind kind, String is) {
        store.same(stamp, kind, is);
    }

    /** Now and then: whether the store still has what it was told. */
    public void look() {
        if (store.lost()) {
            known.clear();
            chars = 0;
        }
    }

    private void remember(String key, String stamp) {
        chars += key.length();
        known.put(key, stamp);
        var oldest = known.keySet().iterator();
        while (known.size() > KNOWN || chars > KNOWN_CHARS && known.size() > 1) {
            chars -= oldest.next().length();
            oldest.remove();
        }
    }

    private String hash(String text) {
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    }

    /** All of the SHA-256 of some bytes. */
    String hash(byte[] bytes) {
        return HexFormat.of().formatHex(digest.digest(bytes));
    }
}
