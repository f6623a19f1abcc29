package dev.clew.stamp;

/** What a stamp is of. */
public enum Kind {
    /** What a model is told, before its variables were put in. */
    PROMPT("prompt"),
    /** The tools that a model is told of. */
    TOOLS("tools"),
    /** One tool: as a model is told of it, and what it is made of. */
    TOOL("tool"),
    /** An agent's revision: its name, prompt, tools, model and parameters. */
    AGENT("agent");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** As in {@code stamps.jsonl}. */
    public String label() {
        return label;
    }
}
