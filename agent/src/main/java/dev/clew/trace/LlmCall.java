package dev.clew.trace;

import dev.clew.hook.Layer;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A call of a model: the span {@code chat <model>}, or {@code embeddings}, {@code text_completion}, {@code rerank}. The outermost layer that sees the call owns it; layers underneath
 * find it
 * with {@link #owner()} and add what they know. Where two layers know the same thing, the outer one's word counts.
 */
public final class LlmCall extends Operation {
    private static final String CHAT = "chat";
    private static final String COMPLETION = "text_completion";
    /** Letters of an answer that are kept. */
    private static final int SAID = 8192;

    private static final int LAYERS = Layer.values().length;

    private Object receiver;
    private final String knownOperation;
    private final String knownProvider;
    private final String knownModel;
    private final Supplier<ModelRequest>[] requests = suppliers();
    private final Supplier<ModelResponse>[] responses = suppliers();
    private volatile long firstChunkNanos;
    private volatile HttpFacts http;
    private volatile boolean mustProve;
    private volatile BooleanSupplier sending;
    private boolean proven;
    /** Whether an exchange had begun when it was last looked at. */
    private boolean exchanged;
    private volatile HttpAttempt latest;
    private volatile HttpAttempt over;
    private volatile boolean settled;
    private final AgentRun agent;
    /** The thread that handed the work on to another model object; 0 for none yet. */
    private long handedOnBy;

    private boolean handedBack;
    private boolean several;
    private Supplier<ModelResponse> first;
    private List<String> recalled;
    private String said;
    private Stamping.Prompt prompt;

    @SuppressWarnings("unchecked")
    private static <T> Supplier<T>[] suppliers() {
        return new Supplier[LAYERS];
    }

    private LlmCall(Object receiver, String operation, String provider, String model, Operation parent) {
        super(model == null ? operation : operation + ' ' + model, SpanKind.CLIENT, Attributes.empty(), parent);
        this.receiver = receiver;
        this.knownOperation = operation;
        this.knownProvider = provider;
        this.knownModel = model;
        this.agent = parent == null ? null : parent.enclosing(AgentRun.class);
        if (parent != null) {
            parent.lastCall = this;
        }
    }

    /**
     * Starts a model call below the current operation and makes it current.
     *
     * @param receiver the model object, to tell a call that delegates to itself from a second call; may be null
     * @param provider well-known value of the conventions or the provider's own name; null if not known yet
     * @param model null if not known yet
     */
    public static LlmCall start(Object receiver, String provider, String model) {
        return start(receiver, CHAT, provider, model);
    }

    /**
     * As {@link #start(Object, String, String)}, for calls that are no chats.
     *
     * @param operation {@code gen_ai.operation.name}: {@code chat}, {@code text_completion}, {@code embeddings}; {@code rerank},
     *     for which the conventions have no name
     */
    public static LlmCall start(Object receiver, String operation, String provider, String model) {
        LlmCall call = new LlmCall(receiver, operation, provider, model, current());
        call.enter();
        return call;
    }

    /** The open model call that this thread works for, or null; a tool or an agent in between hides it. */
    public static LlmCall owner() {
        for (Operation o = current(); o != null; o = o.parent) {
            if (o instanceof LlmCall && o.isOpen()) {
                return (LlmCall) o;
            }
            if (o instanceof ToolCall || o instanceof AgentRun) {
                return null;
            }
        }
        return null;
    }

    /** As {@link #owner()}, where that call is of this operation; null where it is another kind of call: that one made this one. */
    public static LlmCall owner(String operation) {
        LlmCall owner = owner();
        return owner != null && owner.knownOperation.equals(operation) ? owner : null;
    }

    /** Whether this call was started for that very model object. */
    public boolean isFor(Object model) {
        return receiver == model;
    }

    /** What another model object is that works for the one a call was started for. */
    public enum Delegate {
        /** The first, whose call is this very one: whoever was told so tells {@link #handedBack}. */
        FIRST,
        /** One that works for the first. */
        WITHIN,
        /** One more, as of a model that falls back, tries again or asks several: a call of its own, below this one. */
        ANOTHER
    }

    /** This thread is about to call another model object than the one this call was started for. */
    public synchronized Delegate handOn() {
        long thread = Thread.currentThread().getId();
        if (handedOnBy == 0) {
            handedOnBy = thread;
            return Delegate.FIRST;
        }
        if (!handedBack && (handedOnBy == thread || handedOnBy == beganOn)) {
            return Delegate.WITHIN;
        }
        several = true;
        return Delegate.ANOTHER;
    }

    /** The first delegate has answered. @param facts null where it failed */
    public synchronized void handedBack(Supplier<ModelResponse> facts) {
        handedBack = true;
        first = facts;
    }

    /** Whether more than one other model worked for this call: their tokens are told by each. */
    public synchronized boolean hadSeveral() {
        return several;
    }

    /** What the first delegate answered, or null. */
    public synchronized Supplier<ModelResponse> firstAnswer() {
        return first;
    }

    /** Adds what a layer knows of the request; read on the recorder's thread, the last word of a layer counts. */
    public void request(Layer layer, Supplier<ModelRequest> facts) {
        synchronized (requests) {
            requests[layer.ordinal()] = facts;
        }
    }

    /** Adds what a layer knows of the response; read on the recorder's thread, the last word of a layer counts. */
    public void response(Layer layer, Supplier<ModelResponse> facts) {
        synchronized (requests) {
            responses[layer.ordinal()] = facts;
        }
    }

    /** A piece of a streamed answer has arrived; only the first time counts. */
    public void chunk() {
        if (firstChunkNanos == 0) {
            firstChunkNanos = trace.now();
        }
    }

    /**
     * Says how to tell that a layer is still being told what was asked, though the call be over: a moment's wait then makes the
     * difference. Asked on the recorder's thread.
     */
    public void toldWhile(BooleanSupplier sending) {
        this.sending = sending;
    }

    @Override
    boolean mayLearnMore() {
        BooleanSupplier asks = mustProve ? sending : null;
        return asks != null && asks.getAsBoolean();
    }

    /** Whether it is over and written down now, with what is known of it: nothing is waited for any more. */
    public boolean isRendered() {
        return rendered && !isOpen();
    }

    /** The model asked for a tool; said as soon as it is known, so that the tool's span can be linked to this one. */
    public void asksFor(String toolCallId) {
        if (toolCallId != null) {
            trace.asked(agent, toolCallId, spanContext());
        }
    }

    /** Says that the call itself is an HTTP exchange, seen by no layer above HTTP; answers what takes its facts. */
    public HttpLeg over(URI uri) {
        http = new HttpFacts(uri);
        return http;
    }

    /**
     * Says that this only looks like a model call so far: unless some layer's {@linkplain #request request} is there when it
     * is rendered, it is forgotten, and its HTTP attempts with it. Nothing else may be traced below it.
     */
    public void mustProve() {
        mustProve = true;
    }

    /**
     * Says that no more tries will come: the call ends as its latest HTTP attempt does, or now where that has ended already or
     * there is none.
     */
    public void settle() {
        settled = true;
        HttpAttempt attempt = latest;
        if (attempt == null) {
            end(null);
        } else if (attempt == over) {
            endAs(attempt);
        }
    }

    void tried(HttpAttempt attempt) {
        latest = attempt;
    }

    void attemptEnded(HttpAttempt attempt) {
        over = attempt;
        if (settled && latest == attempt) {
            endAs(attempt);
        }
    }

    // ---- on the recorder's thread

    @Override
    boolean isModelCall() {
        return true;
    }

    @Override
    boolean counts() {
        return !mustProve || proven;
    }

    /** No exchange may have begun yet: looking up a host, or a first call's many classes, can take long. */
    @Override
    boolean mayYetCount() {
        return !exchanged;
    }

    /** As {@link #counts}, asked before it is rendered. */
    boolean willCount() {
        if (!mustProve || proven) {
            return true;
        }
        for (int layer = 0; layer < LAYERS; layer++) {
            if (TraceCore.ask(requestOf(layer)) != null) {
                return true;
            }
        }
        return false;
    }

    private Supplier<ModelRequest> requestOf(int layer) {
        synchronized (requests) {
            return requests[layer];
        }
    }

    @Override
    void renderStart(SpanWriter out) {
        renderRequest(out);
        if (http != null) {
            http.renderStart(out);
        }
    }

    private void renderRequest(SpanWriter out) {
        proven = false;
        exchanged = requestOf(Layer.HTTP.ordinal()) != null;
        ModelRequest request = new ModelRequest();
        for (int layer = 0; layer < LAYERS; layer++) {
            ModelRequest facts = TraceCore.ask(requestOf(layer));
            if (facts != null) {
                proven = true;
                request.fillFrom(facts);
            }
        }
        request.provider = request.provider == null ? knownProvider : request.provider.toLowerCase(Locale.ROOT);
        request.model = request.model == null ? knownModel : request.model;
        String operation = request.operation == null ? knownOperation : request.operation;
        out.fact(Semconv.OPERATION, operation);
        if (agent != null && agent.conversation() != null) {
            request.conversationId = agent.conversation();
        }
        if (!operation.equals(knownOperation) || request.model != null && !request.model.equals(knownModel)) {
            span.updateName(request.model == null ? operation : operation + ' ' + request.model);
        }
        out.request(request);
        Recall recall = agent == null ? null : agent.recall();
        recalled = recall == null ? null : recall.among(request.messages, out);
        if (operation.equals(CHAT) || operation.equals(COMPLETION)) {
            stamp(out, request);
        }
    }

    /** Once it is known, what was asked does not change. */
    private void stamp(SpanWriter out, ModelRequest request) {
        Stamping stamping = out.stamping();
        if (prompt == null) {
            String site = agent == null ? "" : agent.site();
            prompt = stamping.prompt(agent == null ? null : agent.promptUse(), request, site, spanContext().getTraceId());
        }
        String tools = stamping.tools(request.tools);
        if (prompt != null) {
            out.fact(Semconv.STAMP_PROMPT, prompt.stamp());
            out.fact(Semconv.STAMP_PROMPT_NAME, prompt.name() == null && prompt.own() ? agent.promptName() : prompt.name());
        }
        out.fact(Semconv.STAMP_TOOLS, tools);
        if (agent != null) {
            agent.asked(startNanos, prompt, tools, request);
        }
    }

    @Override
    void renderEnd(SpanWriter out) {
        ModelResponse response = new ModelResponse();
        for (int layer = 0; layer < LAYERS; layer++) {
            Supplier<ModelResponse> source;
            synchronized (requests) {
                source = responses[layer];
            }
            ModelResponse facts = TraceCore.ask(source);
            if (facts != null) {
                response.fillFrom(facts);
            }
        }
        out.response(response);
        if (recalled != null && agent.recall() != null) {
            agent.recall().told(recalled);
        }
        if (firstChunkNanos != 0) {
            out.fact(Semconv.FIRST_CHUNK, (firstChunkNanos - startNanos) / 1e9);
        }
        noteAsks(response);
        String named = response.errorType;
        if (http != null) {
            http.renderEnd(out);
            named = named != null ? named : http.failure();
        }
        HttpAttempt attempt = latest;
        if (named == null && settled && attempt != null) {
            named = attempt.failure();
        }
        if (!renderOutcome(response) && named != null) {
            failed(named, response.errorMessage);
        }
    }

    /** Whether a workflow, or an agent of one, asked: what is answered may be who is next. */
    private boolean decides() {
        return parent instanceof WorkflowRun || parent != null && parent.parent instanceof WorkflowRun;
    }

    /** Text and reasoning of an answer that may be a decision; null for none, and before it was rendered. Kept after the end. */
    String said() {
        return said;
    }

    @Override
    String waitsFor() {
        return http == null ? null : http.waitsFor();
    }

    private void noteAsks(ModelResponse response) {
        if (response.messages == null) {
            return;
        }
        for (Message message : response.messages) {
            StringBuilder reason = new StringBuilder();
            for (Part part : message.parts()) {
                boolean says = part.kind == Part.Kind.TEXT || part.kind == Part.Kind.REASONING || part.kind == Part.Kind.PLAN;
                if (says && part.content != null && !part.content.isBlank()) {
                    reason.append(reason.length() == 0 ? "" : "\n").append(part.content);
                }
            }
            said = said == null && decides() && reason.length() > 0 ? reason.substring(0, Math.min(SAID, reason.length())) : said;
            for (Part part : message.parts()) {
                if (part.kind == Part.Kind.TOOL_CALL && part.id != null) {
                    Trace.Ask ask = trace.asked(agent, part.id, spanContext());
                    ask.reason = reason.length() == 0 ? null : reason.toString();
                }
            }
        }
    }

    @Override
    void release() {
        sending = null;
        receiver = null; // it may lead to a task that carries this very call
        latest = null;
        over = null;
        synchronized (requests) {
            for (int layer = 0; layer < LAYERS; layer++) {
                Facts.written(requests[layer]);
                Facts.written(responses[layer]);
                requests[layer] = null;
                responses[layer] = null;
            }
        }
        first = null;
        if (http != null) {
            http.release();
        }
    }
}
