package dev.clew.plugins.springaitypes;

import dev.clew.trace.Message;
import dev.clew.trace.ModelResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.EmptyUsage;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/** What one round of a model answered, in one piece or in many. Holds the answer, never the call. Any thread. */
public final class Round implements Supplier<ModelResponse> {
    private static final int MOST = 1 << 20;

    /** Since 2.0 each piece of a stream has all that the model thought so far. */
    private static final boolean IS_TOLD_AGAIN = CacheTokens.areTold();

    /** What the model says that was used until this round; null for nothing. */
    private final Usage before;

    private ChatResponse whole;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private String allReasoning;
    private List<AssistantMessage.ToolCall> calls;
    private ChatResponseMetadata metadata;
    private Usage usage;
    private String finishReason;
    private boolean cut;
    private String provider;

    /** @param previous the answer of the round before, null for the first */
    public Round(ChatResponse previous) {
        this.before = previous == null || previous.getMetadata() == null ? null : previous.getMetadata().getUsage();
    }

    /** The provider, in the conventions' words; known with the request that is sent. */
    public synchronized void by(String name) {
        provider = name;
    }

    /** The answer, in one piece. */
    public synchronized void whole(ChatResponse response) {
        whole = response;
    }

    /** A piece of the answer. */
    public synchronized void chunk(ChatResponse response) {
        ChatResponseMetadata facts = response.getMetadata();
        if (facts != null) {
            metadata = metadata == null || isKnown(facts.getId()) ? facts : metadata;
            Usage used = facts.getUsage();
            if (isReported(used) && used.getTotalTokens() != null && used.getTotalTokens() != 0) {
                usage = used;
            }
        }
        Generation generation = response.getResult();
        if (generation == null) {
            return;
        }
        if (generation.getMetadata() != null && isKnown(generation.getMetadata().getFinishReason())) {
            finishReason = generation.getMetadata().getFinishReason();
        }
        AssistantMessage message = generation.getOutput();
        if (message == null) {
            return;
        }
        add(text, message.getText());
        if (Messages.reasoning(message) instanceof String thought) {
            if (IS_TOLD_AGAIN) {
                allReasoning = thought.isEmpty() ? allReasoning : thought;
            } else {
                add(reasoning, thought);
            }
        }
        if (message.getToolCalls() != null && !message.getToolCalls().isEmpty()) {
            calls = calls == null ? new ArrayList<>() : calls;
            calls.addAll(message.getToolCalls());
        }
    }

    private void add(StringBuilder to, String more) {
        if (more != null) {
            cut |= to.length() + more.length() > MOST;
            to.append(more, 0, Math.max(0, Math.min(more.length(), MOST - to.length())));
        }
    }

    /** The message that was said; null for none. */
    synchronized List<Message> said() {
        if (whole != null) {
            Generation generation = whole.getResult();
            return generation == null || generation.getOutput() == null ? null : List.of(Messages.of(generation.getOutput()));
        }
        var parts = Messages.parts(IS_TOLD_AGAIN ? allReasoning : reasoning.toString(), text.toString(), calls);
        return parts.isEmpty() ? null : List.of(Message.of("assistant", parts));
    }

    @Override
    public synchronized ModelResponse get() {
        ModelResponse r = new ModelResponse();
        if (whole != null) {
            answers(whole.getResults(), r);
            about(whole.getMetadata(), r);
            used(whole.getMetadata() == null ? null : whole.getMetadata().getUsage(), r);
        } else {
            r.messages = said();
            reasons(finishReason == null ? List.of() : List.of(finishReason), r);
            about(metadata, r);
            used(usage, r);
            r.cut = cut ? Boolean.TRUE : null;
        }
        return r;
    }

    private static void answers(List<Generation> generations, ModelResponse r) {
        if (generations == null || generations.isEmpty()) {
            return;
        }
        r.messages = new ArrayList<>(generations.size());
        List<String> reasons = new ArrayList<>(1);
        for (Generation generation : generations) {
            r.messages.add(Messages.of(generation.getOutput()));
            String reason = generation.getMetadata() == null ? null : generation.getMetadata().getFinishReason();
            if (isKnown(reason)) {
                reasons.add(reason);
            }
        }
        reasons(reasons, r);
    }

    private static void reasons(List<String> reasons, ModelResponse r) {
        if (!reasons.isEmpty()) {
            // many versions give the name of a constant; the provider's own word is on the wire
            r.finishReasons = new ArrayList<>(reasons.size());
            for (String reason : reasons) {
                r.finishReasons.add(reason.toLowerCase(Locale.ROOT));
            }
            r.finishReworded = true;
        }
    }

    private static void about(ChatResponseMetadata metadata, ModelResponse r) {
        if (metadata != null) {
            r.id = isKnown(metadata.getId()) ? metadata.getId() : null;
            r.model = isKnown(metadata.getModel()) ? metadata.getModel() : null;
        }
    }

    private void used(Usage now, ModelResponse r) {
        if (!isReported(now)) {
            return;
        }
        r.inputTokens = less(now.getPromptTokens(), before == null ? null : before.getPromptTokens());
        r.outputTokens = less(now.getCompletionTokens(), before == null ? null : before.getCompletionTokens());
        if (before == null) {
            r.cacheReadTokens = CacheTokens.read(now);
            r.cacheWriteTokens = CacheTokens.written(now);
        }
        if (CacheTokens.areApart(provider)) {
            r.inputTokens = CacheTokens.sum(r.inputTokens, r.cacheReadTokens, r.cacheWriteTokens);
        }
    }

    /** A round that reports nothing hands on what the one before it had. */
    private boolean isReported(Usage used) {
        return used != null && used != before && !(used instanceof EmptyUsage);
    }

    private static Long less(Integer sum, Integer before) {
        if (sum == null || before != null && before > sum) {
            return null;
        }
        return (long) sum - (before == null ? 0 : before);
    }

    /** Spring AI writes "" where it has nothing, and this id where the provider gave none. */
    private static boolean isKnown(String value) {
        return value != null && !value.isEmpty() && !value.equals("NO_ID");
    }
}
