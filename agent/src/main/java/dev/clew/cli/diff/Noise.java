package dev.clew.cli.diff;

import java.util.regex.Pattern;

/** What differs between two runs of one and the same thing. */
final class Noise {
    private static final Pattern PORT = Pattern.compile("(?<=[A-Za-z0-9.\\]-]):\\d{2,5}(?=[/?#]|$)");
    private static final Pattern TIME = Pattern.compile("(^|[._])(time|timestamp|duration|elapsed|latency)([._]|$)");
    private static final String[] ENDS = {".id", "_id", ".ids", ".port", ".size", "_hash", "_fingerprint"};
    private static final String[] STARTS = {"gen_ai.usage.", "clew.usage.", "clew.memory.", "clew.confidence", "clew.logprob.",
            "thread.", "client.", "network.", "process.", "code."};

    private Noise() {}

    static boolean isVolatile(String key) {
        if (key.equals("gen_ai.data_source.id")) {
            return false; // a name, whatever it is called
        }
        for (String start : STARTS) {
            if (key.startsWith(start)) {
                return true;
            }
        }
        for (String end : ENDS) {
            if (key.endsWith(end)) {
                return true;
            }
        }
        return TIME.matcher(key).find() || key.equals("clew.response.events") || key.equals("clew.waits_for")
                || key.equals("gen_ai.memory.record.count");
    }

    /** An address without its port, which a test server gets anew each time. */
    static String withoutPort(String address) {
        return PORT.matcher(address).replaceFirst("");
    }
}
