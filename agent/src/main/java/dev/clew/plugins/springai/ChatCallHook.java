package dev.clew.plugins.springai;

import dev.clew.context.Rescuable;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.plugins.springaitypes.AgentFacts;
import dev.clew.trace.AgentRun;
import dev.clew.trace.LlmCall;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;

/**
 * A model call. The outermost model object owns its first round; a round is over with the model's answer, long before the
 * method is where the model runs the tools itself.
 */
@Hook(
        type = "org.springframework.ai.chat.model.ChatModel",
        subtypes = true,
        method = "call",
        params = "org.springframework.ai.chat.prompt.Prompt",
        returns = "org.springframework.ai.chat.model.ChatResponse",
        owns = Layer.MODEL)
final class ChatCallHook {
    /** A model at work in this very method. */
    static final class Work implements Rescuable {
        private final AgentRun loop;
        private final LlmCall first;

        private Work(AgentRun loop, LlmCall first) {
            this.loop = loop;
            this.first = first;
        }

        private void close(ChatResponse response, Throwable error) {
            // there was none when the method began
            LlmCall open = LlmCall.owner();
            if (open != null) {
                Calls.answered(open, response);
                open.close(error);
            }
            first.close(error);
            if (loop != null) {
                AgentFacts.answered(loop, response);
                loop.close(error);
            }
        }

        @Override
        public void rescue() {
            close(null, null);
        }
    }

    private ChatCallHook() {}

    @Enter
    static Work enter(@This Object model, @Arg(0) Prompt prompt) {
        if (prompt == null || LlmCall.owner() != null) {
            return null;
        }
        AgentRun loop = null;
        if (Loops.isAgent(model, prompt)) {
            loop = AgentRun.start(null).alone();
            AgentFacts.describe(loop, prompt, null);
        }
        return new Work(loop, Calls.start(model, prompt, null));
    }

    @Exit
    static void exit(@Entered Work work, @Returned ChatResponse response, @Threw Throwable error) {
        if (work != null) {
            work.close(response, error);
        }
    }
}
