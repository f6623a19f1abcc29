package dev.clew.plugins.springaitools;

import dev.clew.context.Rescuable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage.ToolCall;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/** The calls that a model asked for in one answer, while its manager runs them on this thread. */
final class Batch implements Rescuable {
    private static final ThreadLocal<Batch> CURRENT = new ThreadLocal<>();

    private final List<ToolCall> open;
    private final Batch before;
    /** A manager inside this one has told already why it failed. */
    private boolean told;

    private Batch(List<ToolCall> calls) {
        this.open = new ArrayList<>(calls);
        this.before = CURRENT.get();
    }

    /** Null where the answer asks for nothing. */
    static Batch begin(ChatResponse response) {
        for (Generation generation : response.getResults()) {
            List<ToolCall> calls = generation.getOutput().getToolCalls();
            if (calls != null && !calls.isEmpty()) {
                Batch batch = new Batch(calls);
                CURRENT.set(batch);
                return batch;
            }
        }
        return null;
    }

    /** The call that this tool runs for, or null; each call is given once. */
    static ToolCall take(String tool, String arguments) {
        Batch batch = CURRENT.get();
        return batch == null ? null : batch.next(tool, arguments);
    }

    private ToolCall next(String tool, String arguments) {
        ToolCall found = null;
        for (ToolCall call : open) {
            if (tool.equals(call.name())) {
                if (arguments == null || arguments.equals(call.arguments())) {
                    found = call;
                    break;
                }
                found = found == null ? call : found;
            }
        }
        open.remove(found);
        return found;
    }

    /** The call that the manager found no tool for; null where a manager inside has told. */
    ToolCall unknown(String message) {
        for (ToolCall call : open) {
            if (!told && message != null && message.endsWith(" " + call.name())) {
                return call;
            }
        }
        return null;
    }

    void end(boolean failed) {
        if (before == null) {
            CURRENT.remove();
        } else {
            before.told |= failed;
            CURRENT.set(before);
        }
    }

    @Override
    public void rescue() {
        end(false);
    }
}
