package dev.clew.plugins.springai;

import dev.clew.plugins.async.AsyncCall;
import dev.clew.plugins.async.Running;
import dev.clew.plugins.springaitypes.AgentFacts;
import dev.clew.trace.AgentRun;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;

/** Models that run tools and ask again, all by themselves, up to 1.1: used without a ChatClient, they are agents. */
final class Loops {
    private static final ClassValue<Boolean> LOOPS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            for (Class<?> c = type; c != null && isOneUpTo11(); c = c.getSuperclass()) {
                try {
                    c.getDeclaredMethod("internalCall", Prompt.class, ChatResponse.class);
                    return true;
                } catch (NoSuchMethodException | LinkageError notHere) {
                    // a superclass may have it
                }
            }
            return false;
        }
    };

    private Loops() {}

    private static boolean isOneUpTo11() {
        try {
            ToolCallingChatOptions.class.getMethod("getInternalToolExecutionEnabled");
            return true;
        } catch (NoSuchMethodException since20) {
            return false;
        }
    }

    /** Whether this call is of an agent that nobody has opened. */
    static boolean isAgent(Object model, Prompt prompt) {
        if (AgentRun.owner() != null || !LOOPS.get(model.getClass())) {
            return false;
        }
        boolean mayRunThem = !(prompt.getOptions() instanceof ToolCallingChatOptions asked)
                || !Boolean.FALSE.equals(asked.getInternalToolExecutionEnabled());
        return mayRunThem && (hasTools(prompt.getOptions()) || hasTools(((ChatModel) model).getDefaultOptions()));
    }

    private static boolean hasTools(ChatOptions options) {
        return options instanceof ToolCallingChatOptions with
                && (with.getToolCallbacks() != null && !with.getToolCallbacks().isEmpty()
                        || with.getToolNames() != null && !with.getToolNames().isEmpty());
    }

    /** The stream of such a model. */
    static final class Stream implements AsyncCall {
        private final Prompt prompt;

        Stream(Prompt prompt) {
            this.prompt = prompt;
        }

        @Override
        public Running subscribed() {
            if (AgentRun.owner() != null) {
                return null;
            }
            AgentRun run = AgentRun.start(null).alone();
            AgentFacts.describe(run, prompt, null);
            run.streams();
            return new AgentFacts.Chunks(run);
        }
    }
}
