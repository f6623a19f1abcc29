package dev.clew.plugins.springaiadvisors;

import java.util.ArrayList;
import java.util.List;
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
        List<String> known = new ArrayList<>(others.size());
        for (Message other : others) {
            known.add(text(other));
        }
        StringBuilder all = new StringBuilder();
        for (Message one : these) {
            String text = text(one);
            if (!known.remove(text)) {
                all.append(all.length() == 0 ? "" : "\n").append(text);
            }
        }
        return all.length() == 0 ? null : all.toString();
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
