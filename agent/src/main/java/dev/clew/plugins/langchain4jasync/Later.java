package dev.clew.plugins.langchain4jasync;

import dev.clew.plugins.async.Results;
import dev.clew.plugins.async.Running;
import dev.clew.plugins.langchain4jtypes.Calls;
import dev.clew.trace.LlmCall;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;

/** The end of what is answered later. */
final class Later {
    private Later() {}

    /** One answer, whole. */
    private static final class Answer extends Running {
        private final LlmCall call;

        private Answer(LlmCall call) {
            super(call);
            this.call = call;
        }

        @Override
        protected void item(Object item) {
            if (item instanceof ChatResponse response) {
                Calls.answered(call, response);
            }
        }
    }

    /** One answer in pieces. */
    static final class Events extends Running {
        private final LlmCall call;

        Events(LlmCall call) {
            super(call);
            this.call = call;
        }

        @Override
        protected void item(Object event) {
            if (event instanceof CompleteResponse complete) {
                Calls.answered(call, complete.chatResponse());
                return;
            }
            call.chunk();
            if (event instanceof CompleteToolCall tool) {
                call.asksFor(tool.toolExecutionRequest().id());
            }
        }
    }

    static void follow(Object begun, Object future, Throwable error) {
        if (!(begun instanceof LlmCall call)) {
            // not known yet: what is handed on stays the outer call's
            return;
        }
        call.leave();
        if (error != null || !Results.ends(future, new Answer(call))) {
            call.end(error);
        }
    }
}
