package dev.clew.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

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
        byte[] hash = digest.digest();
        StringBuilder id = new StringBuilder(2 * BYTES);
        for (int i = 0; i < BYTES; i++) {
            id.append(Character.forDigit(hash[i] >> 4 & 15, 16)).append(Character.forDigit(hash[i] & 15, 16));
        }
        return id.toString();
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text == null ? "" : text).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
