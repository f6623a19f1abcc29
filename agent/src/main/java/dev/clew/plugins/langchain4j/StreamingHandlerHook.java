package dev.clew.plugins.langchain4j;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Threw;
import dev.clew.plugins.langchain4jtypes.Streams;
import dev.clew.trace.AgentRun;
import dev.langchain4j.model.chat.response.ChatResponse;

/**
 * The end of a round of a streamed agent. The last round is the one without tools, or the one that says so itself; it ends
 * the agent after the application's own callback has run.
 */
@Hook(
        type = "dev.langchain4j.service.AiServiceStreamingResponseHandler",
        method = {"onCompleteResponse", "onError"},
        params = "*")
final class StreamingHandlerHook {
    private StreamingHandlerHook() {}

    /** The answer is known before the application's callback, which may end the agent itself: a Flux that completes. */
    @Enter
    static Object enter(@Arg(0) Object what) {
        AgentRun run = Streams.current();
        if (run != null && what instanceof ChatResponse response && !response.aiMessage().hasToolExecutionRequests()) {
            run.output(new Arguments.Sent(response.aiMessage()));
        }
        return null;
    }

    @Exit
    static void exit(@Arg(0) Object what, @Threw Throwable thrown) {
        AgentRun run = Streams.current();
        if (run == null) {
            return;
        }
        if (thrown != null) {
            run.end(thrown);
        } else if (what instanceof Throwable error) {
            run.end(error);
        } else if (what instanceof ChatResponse response) {
            boolean last = !response.aiMessage().hasToolExecutionRequests();
            if (last || Streams.isComplete(run)) {
                run.end(null);
            }
        }
    }
}
