package dev.clew.read;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Ids come in hex (OTLP's rule) or in base64 (protobuf's rule, which many follow); they leave in lower-case hex. */
final class Ids {
    private Ids() {}

    static String traceId(String text) {
        return id(text, 16);
    }

    static String spanId(String text) {
        return id(text, 8);
    }

    private static String id(String text, int bytes) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        String id = text;
        if (isHex(text)) {
            id = text.toLowerCase(Locale.ROOT);
        } else {
            try {
                byte[] decoded = Base64.getDecoder().decode(text);
                id = decoded.length == bytes ? HexFormat.of().formatHex(decoded) : text;
            } catch (IllegalArgumentException e) {
                // neither: it is still an id, and the file's own
            }
        }
        return isZero(id) ? null : id;
    }

    // base64 of 8 or 16 bytes is 12 or 24 characters and mostly ends in "=", hex is 16 or 32
    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return text.length() != 12 && text.length() != 24;
    }

    private static boolean isZero(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }
}
