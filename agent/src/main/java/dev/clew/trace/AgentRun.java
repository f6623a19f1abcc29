package dev.clew.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.function.Supplier;

/** An agent at work: the span {@code invoke_agent <name>}. */
public final class AgentRun extends Operation {
    private volatile Supplier<List<Message>> input;
    private volatile Supplier<List<Message>> output;
    private volatile Supplier<ModelRequest> instructions;
    private volatile String description;
    private volatile String conversation;
    private volatile Supplier<PromptUse> prompt;
    private volatile String promptName;
    private volatile ToolMakers makers;
    private volatile boolean adopted;
    private volatile boolean streaming;
    /** Whether the workflows above were told that the stream is over. */
    private boolean told;
    private final String name;
    private Recall recall;

    private PromptUse use;
    private Stamping.Prompt stampedPrompt;
    private String tools;
    private ModelRequest setting;
    private int bestRank;
    private long bestAt;

    private AgentRun(String name, Operation parent) {
        super(name == null ? "invoke_agent" : "invoke_agent " + name, SpanKind.INTERNAL, known(name), parent);
        this.name = name;
        if (parent != null) {
            parent.begins(this);
        }
    }

    private static Attributes known(String name) {
        var known = Attributes.builder().put(Semconv.OPERATION, "invoke_agent");
        if (name != null) {
            known.put(Semconv.AGENT_NAME, name);
        }
        return known.build();
    }

    /**
     * Starts an agent below the current operation and makes it current.
     *
     * @param name null where the agent has none
     */
    public static AgentRun start(String name) {
        AgentRun run = new AgentRun(name, current());
        run.enter();
        return run;
    }

    /**
     * The agent that an orchestrating layer has just opened for the very work that now begins, or null: each agent is adopted
     * once, so an agent that calls a second one is not taken for it.
     */
    public static AgentRun adopt() {
        Operation current = current();
        if (current instanceof AgentRun && current.isOpen() && !((AgentRun) current).adopted) {
            ((AgentRun) current).adopted = true;
            return (AgentRun) current;
        }
        return null;
    }

    /** Says that the work of this agent is its own: nothing underneath is the same agent once more. */
    public AgentRun alone() {
        adopted = true;
        return this;
    }

    /** The agent that this thread works for, or null. */
    public static AgentRun owner() {
        Operation current = current();
        return current == null ? null : current.enclosing(AgentRun.class);
    }

    /** Says that the work goes on after the method that began it has returned: whoever sees the stream's end, ends it. */
    public void streams() {
        synchronized (this) {
            if (streaming) {
                return;
            }
            streaming = true;
        }
        for (Operation o = parent; o != null; o = o.parent) {
            if (o instanceof WorkflowRun workflow) {
                workflow.streamBegan();
            }
        }
        if (!isOpen()) {
            atEnd();
        }
    }

    @Override
    void atEnd() {
        synchronized (this) {
            if (!streaming || told) {
                return;
            }
            told = true;
        }
        for (Operation o = parent; o != null; o = o.parent) {
            if (o instanceof WorkflowRun workflow) {
                workflow.streamEnded();
            }
        }
    }

    public boolean isStreaming() {
        return streaming;
    }

    public String name() {
        return name;
    }

    /** Null where it has none, or but one. */
    public String promptName() {
        return promptName;
    }

    public void description(String text) {
        description = text;
    }

    /** The id that the application itself gave this conversation; never one that was made up. */
    public void conversation(String id) {
        conversation = id;
    }

    String conversation() {
        return conversation;
    }

    /** What it was told, whether or not it has ended; null where that is not known. On the recorder's thread. */
    List<Message> inputs() {
        return TraceCore.ask(input);
    }

    public void input(Supplier<List<Message>> messages) {
        input = messages;
    }

    public void output(Supplier<List<Message>> messages) {
        output = messages;
    }

    /** What its memories gave it; null while it has none. The recorder's thread alone. */
    Recall recall() {
        return recall;
    }

    /** As {@link #recall}, from now on never null. */
    Recall recalls() {
        recall = recall == null ? new Recall() : recall;
        return recall;
    }

    /** Instructions and tools, where the agent's own layer knows them. */
    public void setUp(Supplier<ModelRequest> facts) {
        instructions = facts;
    }

    /** The template that this run's prompt was made of, and with what. */
    public void prompt(Supplier<PromptUse> use) {
        prompt = use;
    }

    /** The objects behind the tools that its models may be told of. */
    public void toolsMadeOf(ToolMakers tools) {
        makers = tools;
    }

    /** Null where they are not known, and after its end. */
    public ToolMakers toolMakers() {
        return makers;
    }

    /** What this run's prompt is known by, where an agent has several: the method that was called. Whatever the prompt says. */
    public void promptName(String name) {
        promptName = name;
    }

    // ---- on the recorder's thread

    /** Whose prompt it is: texts of one place alone are renderings of one. */
    String site() {
        String agent = name == null ? "" : name;
        return promptName == null ? agent : agent + '.' + promptName;
    }

    /** What its prompt is made of; null where its layer does not know. */
    PromptUse promptUse() {
        if (use == null) {
            use = TraceCore.ask(prompt);
        }
        return use;
    }

    /**
     * One of its model calls. An agent may ask for other things too, as to put a question otherwise: what it is, is told by the
     * first call that has tools, else by the first with instructions, else by the first.
     */
    void asked(long at, Stamping.Prompt told, String toolsStamp, ModelRequest request) {
        boolean instructed = request.system != null || request.messages != null && !request.messages.isEmpty()
                && "system".equals(request.messages.get(0).role());
        int rank = toolsStamp != null ? 2 : instructed ? 1 : 0;
        if (setting == null || rank > bestRank || rank == bestRank && at <= bestAt) {
            bestRank = rank;
            bestAt = at;
            stampedPrompt = told;
            tools = toolsStamp;
            setting = request.setting();
        }
    }

    /** As a model was last told of it; null where it was not. */
    ToolDefinition tool(String toolName) {
        List<ToolDefinition> known = setting == null ? null : setting.tools;
        for (int i = 0; known != null && i < known.size(); i++) {
            if (toolName.equals(known.get(i).name())) {
                return known.get(i);
            }
        }
        return null;
    }

    private void stamp(SpanWriter out) {
        ModelRequest with = setting;
        if (with == null) {
            with = TraceCore.ask(instructions);
            if (with != null) {
                stampedPrompt = out.stamping().prompt(promptUse(), with, site(), spanContext().getTraceId());
                tools = out.stamping().tools(with.tools);
            }
        }
        String told = stampedPrompt == null ? null : stampedPrompt.stamp();
        out.fact(Semconv.STAMP_PROMPT, told);
        String template = stampedPrompt == null ? null : stampedPrompt.name();
        out.fact(Semconv.STAMP_PROMPT_NAME, template == null ? promptName : template);
        out.fact(Semconv.STAMP_TOOLS, tools);
        out.fact(Semconv.STAMP_AGENT, out.stamping().agent(name, told, tools, with, makers));
    }

    @Override
    void renderStart(SpanWriter out) {
        out.prompt(promptUse());
        out.fact(Semconv.AGENT_DESCRIPTION, description);
        out.fact(Semconv.CONVERSATION, conversation);
        ModelRequest facts = TraceCore.ask(instructions);
        if (facts != null) {
            out.request(facts);
        }
        out.input(Semconv.INPUT_MESSAGES, TraceCore.ask(input));
    }

    @Override
    void renderEnd(SpanWriter out) {
        List<Message> said = TraceCore.ask(output);
        out.output(Semconv.OUTPUT_MESSAGES, said);
        Certainty.ofAgent(said, out);
        stamp(out);
        renderOutcome();
    }

    @Override
    void release() {
        input = null;
        output = null;
        instructions = null;
        prompt = null;
        makers = null;
        recall = null;
        use = null;
        setting = null;
    }
}
