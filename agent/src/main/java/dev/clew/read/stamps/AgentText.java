package dev.clew.read.stamps;

import java.util.LinkedHashMap;
import java.util.Map;

/** The lines behind an agent's stamp, by what they name: agent, prompt, tools, model, and each parameter. */
final class AgentText {
    private AgentText() {}

    /** Stamps under their one name. */
    static Map<String, String> of(String text, StampBook book) {
        Map<String, String> lines = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            String what = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 2).trim();
            lines.put(what, Change.isStamp(what) ? book.of(value) : value);
        });
        return lines;
    }
}
