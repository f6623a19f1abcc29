package dev.clew.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of a memory's entries: the first 64 bits of a hash of who said it and what was said. */
final class EntryIds {
    private static final int BYTES = 8;

    private EntryIds() {}

    static String of(Message entry) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        add(digest, entry.role());
        for (Part part : entry.parts()) {
            add(digest, part.kind.name());
            add(digest, part.id);
            add(digest, part.name);
            add(digest, part.content);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text == null ? "" : text).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
