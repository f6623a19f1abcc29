package dev.clew.plugins.langchain4j;

import dev.clew.context.Current;
import dev.clew.forward.Forwarder;
import dev.clew.forward.Watch;
import dev.clew.plugins.langchain4jtypes.Calls;
import dev.clew.trace.AgentRun;
import dev.clew.trace.LlmCall;
import dev.clew.trace.Operation;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Watches what reaches the application's handler of a streamed answer.
 *
 * <p>The call ends before the handler hears of it, and the handler works for the call's parent: tools, and the next round,
 * begin inside it.
 */
final class WatchedHandler implements Watch {
    private static final Forwarder<StreamingChatResponseHandler> FORWARDER =
            Forwarder.of(MethodHandles.lookup(), StreamingChatResponseHandler.class);

    /** Weak on both sides: neither a handle that is kept nor a call that hangs may hold the other. */
    private static final Map<Object, WeakReference<LlmCall>> BY_HANDLE = Collections.synchronizedMap(new WeakHashMap<>());

    private final LlmCall call;
    private final Operation parent;
    private Object handle;

    private WatchedHandler(LlmCall call) {
        this.call = call;
        this.parent = call.parent();
    }

    static StreamingChatResponseHandler around(StreamingChatResponseHandler handler, LlmCall call) {
        StreamingChatResponseHandler watched = FORWARDER.before(handler, new WatchedHandler(call));
        // where the model drops the handler without a word, the call and the agent that waits for it were abandoned
        call.livesWith(watched);
        if (call.parent() instanceof AgentRun agent && agent.isStreaming()) {
            agent.livesWith(watched);
        }
        return watched;
    }

    @Override
    public Object before(String method, Object[] args) {
        try {
            note(method, args);
        } catch (Throwable ours) {
            // the handler still works for the call's parent
        }
        return Current.set(parent);
    }

    @Override
    public void after(Object before) {
        Current.set(before);
    }

    private void note(String method, Object[] args) {
        switch (method) {
            case "onCompleteResponse" -> {
                ChatResponse response = (ChatResponse) args[0];
                Calls.answered(call, response);
                call.end(null);
            }
            case "onError" -> call.end((Throwable) args[0]);
            case "onCompleteToolCall" -> {
                call.chunk();
                call.asksFor(((CompleteToolCall) args[0]).toolExecutionRequest().id());
            }
            case "onPartialResponse", "onPartialThinking", "onPartialToolCall" -> {
                call.chunk();
                if (args.length == 2) {
                    cancellableBy(args[1]);
                }
            }
            default -> {}
        }
    }

    private void cancellableBy(Object context) {
        Object with;
        if (context instanceof PartialResponseContext response) {
            with = response.streamingHandle();
        } else if (context instanceof PartialThinkingContext thinking) {
            with = thinking.streamingHandle();
        } else {
            with = context instanceof PartialToolCallContext tool ? tool.streamingHandle() : null;
        }
        if (with != null && with != handle) {
            handle = with;
            BY_HANDLE.put(with, new WeakReference<>(call));
        }
    }

    /** The application stopped the stream that this handle belongs to. */
    static void cancelled(Object handle) {
        WeakReference<LlmCall> reference = BY_HANDLE.remove(handle);
        LlmCall call = reference == null ? null : reference.get();
        if (call != null && call.isOpen()) {
            call.cancel();
            if (call.parent() instanceof AgentRun agent && agent.isStreaming()) {
                agent.cancel();
            }
        }
    }
}
