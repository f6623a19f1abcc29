package dev.clew.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import java.util.function.Supplier;

/** A tool at work: the span {@code execute_tool <name>}, linked to the model call that asked for it. */
public final class ToolCall extends Operation {
    private final AgentRun agent;
    private final String name;
    private final String id;
    private final String arguments;
    private SpanContext asker;
    private volatile String type;
    private volatile String description;
    private volatile String parameters;
    private volatile Supplier<String> result;
    private volatile String failure;
    private volatile boolean overMcp;
    private volatile String server;
    private volatile Throwable cause;
    private String library;
    private String[] fields;
    private volatile Object made;

    private ToolCall(String name, String id, String arguments, Operation parent) {
        super(
                "execute_tool " + name,
                SpanKind.INTERNAL,
                Attributes.of(Semconv.OPERATION, "execute_tool", Semconv.TOOL_NAME, name),
                parent);
        this.name = name;
        this.id = id;
        this.arguments = arguments;
        this.agent = parent == null ? null : parent.enclosing(AgentRun.class);
    }

    /**
     * Starts a tool below the agent that this thread works for, and makes it current.
     *
     * @param id as the model gave it with the call; may be null
     * @param arguments JSON as the model wrote it; may be null
     */
    public static ToolCall start(String name, String id, String arguments) {
        Operation parent = current();
        // a tool may begin while its model call still streams: the agent is the parent of both
        while (parent instanceof LlmCall || parent instanceof HttpAttempt) {
            parent = parent.parent;
        }
        ToolCall call = new ToolCall(name, id, arguments, parent);
        call.enter();
        return call;
    }

    /** The tool that this thread works for, or null. */
    public static ToolCall owner() {
        Operation current = current();
        return current == null ? null : current.enclosing(ToolCall.class);
    }

    /** {@code function}, {@code extension} or {@code datastore}. */
    public void type(String toolType) {
        type = toolType;
    }

    public void description(String text) {
        description = text;
    }

    /** JSON Schema of its arguments, as text; may be null. */
    public void parameters(String schema) {
        parameters = schema;
    }

    /**
     * The tool is run by an MCP server.
     *
     * @param name by which the application knows that server; null where it has none
     */
    public void mcp(String name) {
        server = name;
        overMcp = true;
    }

    /**
     * What the tool is made of: the object that does the work, maybe behind a library's wrappers. Looked at on the recorder's
     * thread; none of its methods is called.
     *
     * @param tool as the library runs it
     * @param library what the names of the library's classes begin with
     * @param fields names of the wrappers' fields that lead on
     */
    public void madeOf(Object tool, String library, String... fields) {
        this.library = library;
        this.fields = fields;
        made = tool; // the last: whoever sees it sees the others
    }

    /** What the model gets to see of the result. */
    public void result(Supplier<String> text) {
        result = text;
    }

    /** The tool failed, though its framework turned that into an answer for the model. */
    public void failure(String errorType) {
        failure = errorType;
    }

    /** The tool threw, though its framework turned that into an answer for the model. */
    public void failure(Throwable thrown) {
        cause = thrown;
    }

    /** The tool itself begins, maybe once more: what it did before does not count. */
    public void tries(String toolDescription) {
        description = toolDescription;
        failure = null;
        cause = null;
    }

    /** Whether this is the very tool call that another layer sees; ids may be missing. */
    public boolean isFor(String toolName, String callId) {
        return name.equals(toolName) && java.util.Objects.equals(id, callId);
    }

    /** Whether this is a call of that tool, whatever its id. */
    public boolean isFor(String toolName) {
        return name.equals(toolName);
    }

    @Override
    void renderStart(SpanWriter out) {
        out.fact(Semconv.TOOL_CALL_ID, id);
        out.fact(Semconv.TOOL_TYPE, type);
        if (overMcp) {
            out.fact(Semconv.MCP_METHOD, "tools/call");
            out.fact(Semconv.MCP_SERVER, server);
        }
        out.text(Semconv.TOOL_DESCRIPTION, description);
        out.input(Semconv.TOOL_ARGUMENTS, arguments);
        if (agent != null) {
            out.fact(Semconv.AGENT_NAME, agent.name());
        }
        linkToAsker(out);
    }

    private void linkToAsker(SpanWriter out) {
        Trace.Ask ask = id == null ? null : trace.ask(agent, id);
        if (ask != null) {
            if (asker == null) {
                asker = ask.by;
                span.addLink(ask.by, Attributes.of(Semconv.LINK, "tool_call"));
            }
            out.text(Semconv.TOOL_REASON, ask.reason);
        }
    }

    @Override
    SpanContext askedBy() {
        return asker;
    }

    @Override
    void renderEnd(SpanWriter out) {
        String text = TraceCore.ask(result);
        out.output(Semconv.TOOL_RESULT, text, id);
        Certainty.ofTool(arguments, text, out);
        ToolDefinition told = agent == null ? null : agent.tool(name);
        out.fact(Semconv.STAMP_TOOL, out.stamping().tool(told != null ? told : new ToolDefinition(name, description, parameters),
                made, library, fields));
        renderOutcome();
        if (threw()) {
            return;
        }
        Throwable thrown = cause == null ? null : Errors.cause(cause);
        if (thrown != null) {
            failed(thrown.getClass().getName(), thrown.getMessage());
        } else if (failure != null) {
            failed(failure, text);
        }
    }

    @Override
    void release() {
        result = null;
        cause = null;
        made = null;
    }
}
