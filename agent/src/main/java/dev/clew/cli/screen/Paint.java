package dev.clew.cli.screen;

import dev.clew.read.Operation;

/** Colours, or none. */
public final class Paint {
    private static final String OFF = "\u001b[0m";

    private final boolean on;

    public Paint(boolean on) {
        this.on = on;
    }

    public String dim(String text) {
        return with("2", text);
    }

    public String bad(String text) {
        return with("31", text);
    }

    public String good(String text) {
        return with("32", text);
    }

    public String open(String text) {
        return with("33", text);
    }

    public String strong(String text) {
        return with("1", text);
    }

    public String operation(Operation operation, String text) {
        return switch (operation) {
            case AGENT, WORKFLOW, STEP, PLAN -> with("1;36", text);
            case CHAT -> with("35", text);
            case TOOL -> with("32", text);
            case RETRIEVAL, MEMORY, EMBED -> with("34", text);
            default -> text;
        };
    }

    private String with(String code, String text) {
        return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + OFF : text;
    }
}
