package dev.clew.read;

/** What kind of work a span is, in the GenAI conventions' terms. */
public enum Operation {
    AGENT, CHAT, TOOL, WORKFLOW, STEP, RETRIEVAL, MEMORY, EMBED, PLAN, HTTP, OTHER;

    static final String NAME = "gen_ai.operation.name";
    static final String HTTP_METHOD = "http.request.method";

    /** OTHER where the span says nothing that we know. */
    public static Operation of(SpanNode span) {
        String name = span.text(NAME);
        if (name == null) {
            return span.attributes().containsKey(HTTP_METHOD) ? HTTP : OTHER;
        }
        return switch (name) {
            case "chat", "generate_content", "text_completion", "fetch_response" -> CHAT;
            case "embeddings" -> EMBED;
            case "execute_tool" -> TOOL;
            case "invoke_agent", "create_agent" -> AGENT;
            case "invoke_workflow" -> WORKFLOW;
            case "execute_step" -> STEP;
            case "retrieval" -> RETRIEVAL;
            case "plan" -> PLAN;
            default -> name.endsWith("_memory") || name.endsWith("_memory_store") ? MEMORY : OTHER;
        };
    }

    public boolean isModelCall() {
        return this == CHAT || this == EMBED;
    }

    /** One lower-case word. */
    public String word() {
        return this == OTHER ? "span" : name().toLowerCase(java.util.Locale.ROOT);
    }
}
