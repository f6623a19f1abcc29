package dev.clew.plugins.springaiadvisors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/** Messages as text, to tell what was changed. */
final class Said {
    private Said() {}

    /** What is in one list and not in the other, a line each; null for nothing. */
    static String in(List<Message> these, List<Message> others) {
        List<Message> changed = without(these, others);
        if (changed.isEmpty()) {
            return null;
        }
        List<String> known = new ArrayList<>();
        for (Message other : without(others, these)) {
            known.add(text(other));
        }
        StringBuilder all = new StringBuilder();
        for (Message one : changed) {
            String text = text(one);
            if (!known.remove(text)) {
                all.append(all.length() == 0 ? "" : "\n").append(text);
            }
        }
        return all.length() == 0 ? null : all.toString();
    }

    /** Most of a long conversation is handed on as it is. */
    private static List<Message> without(List<Message> these, List<Message> others) {
        Set<Message> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(others);
        List<Message> rest = new ArrayList<>();
        for (Message one : these) {
            if (!same.contains(one)) {
                rest.add(one);
            }
        }
        return rest;
    }

    /** What was answered; null for nothing. */
    static String in(ChatResponse response) {
        Generation generation = response == null ? null : response.getResult();
        return generation == null || generation.getOutput() == null ? null : text(generation.getOutput());
    }

    private static String text(Message message) {
        StringBuilder text = new StringBuilder(message.getMessageType() == null ? "unknown" : message.getMessageType().getValue());
        text.append(": ");
        if (message instanceof ToolResponseMessage tools) {
            for (ToolResponseMessage.ToolResponse response : tools.getResponses()) {
                text.append(response.name()).append(" -> ").append(response.responseData()).append(' ');
            }
            return text.toString().trim();
        }
        text.append(message.getText() == null ? "" : message.getText());
        if (message instanceof AssistantMessage assistant && assistant.getToolCalls() != null) {
            for (AssistantMessage.ToolCall call : assistant.getToolCalls()) {
                text.append(' ').append(call.name()).append(' ').append(call.arguments());
            }
        }
        return text.toString();
    }
}
