package dev.clew.hook;

/** The level at which a hook sees a call. The outermost one owns the span, see RATIONALE.md. */
public enum Layer {
    NONE,
    /** A workflow of agents. */
    WORKFLOW,
    /** An agent. */
    AGENT,
    /** A model, as a framework sees it. */
    MODEL,
    /** A tool. */
    TOOL,
    /** One attempt over HTTP. */
    HTTP
}
