package dev.clew.agent;

import java.nio.charset.StandardCharsets;

/** Reads a class file's superclass and interfaces, nothing else. */
public final class Supers {
    private static final int HEADER = 10;
    private static final String[] NONE = {};

    private Supers() {}

    /** Internal names, the superclass first; empty for a class file that is not well-formed. */
    public static String[] of(byte[] b) {
        try {
            int[] at = new int[u2(b, 8)];
            int p = pool(b, at);
            int superIndex = u2(b, p + 4);
            int interfaces = u2(b, p + 6);
            String[] names = new String[interfaces + 1];
            names[0] = superIndex == 0 ? "" : name(b, at, superIndex);
            for (int i = 0; i < interfaces; i++) {
                names[i + 1] = name(b, at, u2(b, p + 8 + 2 * i));
            }
            return names;
        } catch (ArrayIndexOutOfBoundsException malformed) {
            return NONE; // the JVM will say so, not we
        }
    }

    /** Whether a well-formed class file is an interface's. */
    public static boolean isInterface(byte[] b) {
        return (u2(b, pool(b, new int[u2(b, 8)])) & 0x0200) != 0;
    }

    /** Notes where each constant stands; answers where the constants end. */
    private static int pool(byte[] b, int[] at) {
        int p = HEADER;
        for (int i = 1; i < at.length; i++) {
            at[i] = p;
            switch (b[p]) {
                case 1 -> p += 3 + u2(b, p + 1);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> p += 5;
                case 5, 6 -> {
                    p += 9;
                    i++;
                }
                case 15 -> p += 4;
                default -> p += 3;
            }
        }
        return p;
    }

    private static String name(byte[] b, int[] at, int classIndex) {
        int utf8 = at[u2(b, at[classIndex] + 1)];
        return new String(b, utf8 + 3, u2(b, utf8 + 1), StandardCharsets.ISO_8859_1);
    }

    private static int u2(byte[] b, int p) {
        return (b[p] & 0xff) << 8 | b[p + 1] & 0xff;
    }
}
