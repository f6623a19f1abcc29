package dev.clew.plugins.springaitypes;

import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.Part;
import dev.clew.trace.ToolDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.content.Media;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;

/** Spring AI's messages and options in Clew's words. For the recorder's thread. Null for what a version or a model does not report. */
public final class Messages {
    private static final String REASONING = "reasoningContent";

    private Messages() {}

    /** Everything but the messages. */
    public static ModelRequest request(ChatOptions options) {
        ModelRequest r = new ModelRequest();
        if (options == null) {
            return r;
        }
        r.model = options.getModel();
        r.temperature = options.getTemperature();
        r.topP = options.getTopP();
        r.topK = whole(options.getTopK());
        r.maxTokens = whole(options.getMaxTokens());
        r.frequencyPenalty = options.getFrequencyPenalty();
        r.presencePenalty = options.getPresencePenalty();
        List<String> stop = options.getStopSequences();
        r.stop = stop == null || stop.isEmpty() ? null : stop;
        if (options instanceof ToolCallingChatOptions withTools) {
            r.tools = tools(withTools.getToolCallbacks());
        }
        return r;
    }

    private static List<ToolDefinition> tools(List<ToolCallback> callbacks) {
        if (callbacks == null || callbacks.isEmpty()) {
            return null;
        }
        List<ToolDefinition> tools = new ArrayList<>(callbacks.size());
        for (ToolCallback callback : callbacks) {
            var tool = callback.getToolDefinition();
            tools.add(new ToolDefinition(tool.name(), tool.description(), tool.inputSchema()));
        }
        return tools;
    }

    public static List<Message> all(List<org.springframework.ai.chat.messages.Message> messages) {
        List<Message> all = new ArrayList<>(messages.size());
        for (var message : messages) {
            all.add(of(message));
        }
        return all;
    }

    public static Message of(org.springframework.ai.chat.messages.Message message) {
        if (message instanceof AssistantMessage assistant) {
            return Message.of("assistant", parts(assistant));
        }
        if (message instanceof UserMessage user) {
            List<Part> parts = new ArrayList<>(2);
            parts.add(Part.text(user.getText()));
            media(user.getMedia(), parts);
            return Message.of("user", parts);
        }
        if (message instanceof ToolResponseMessage tools) {
            List<Part> parts = new ArrayList<>(tools.getResponses().size());
            for (var response : tools.getResponses()) {
                parts.add(Part.toolResponse(response.id(), response.responseData()));
            }
            return Message.of("tool", parts);
        }
        return Message.of(message instanceof SystemMessage ? "system" : role(message), message.getText());
    }

    private static String role(org.springframework.ai.chat.messages.Message message) {
        return message.getMessageType() == null ? "unknown" : message.getMessageType().getValue();
    }

    private static List<Part> parts(AssistantMessage message) {
        Object reasoning = message.getMetadata() == null ? null : message.getMetadata().get(REASONING);
        List<Part> parts = parts(reasoning, message.getText(), message.getToolCalls());
        media(message.getMedia(), parts);
        return parts;
    }

    static List<Part> parts(Object reasoning, String text, List<AssistantMessage.ToolCall> calls) {
        List<Part> parts = new ArrayList<>(2);
        if (reasoning instanceof String thought && !thought.isEmpty()) {
            parts.add(Part.reasoning(thought));
        }
        if (text != null && !text.isEmpty()) {
            parts.add(Part.text(text));
        }
        for (int i = 0; calls != null && i < calls.size(); i++) {
            AssistantMessage.ToolCall call = calls.get(i);
            parts.add(Part.toolCall(call.id(), call.name(), call.arguments()));
        }
        return parts;
    }

    /** What the model thought, where it says so; not text yet. */
    static Object reasoning(AssistantMessage message) {
        return message.getMetadata() == null ? null : message.getMetadata().get(REASONING);
    }

    private static void media(List<Media> all, List<Part> parts) {
        for (int i = 0; all != null && i < all.size(); i++) {
            Media media = all.get(i);
            Object data = media.getData();
            String uri = data instanceof String text && text.startsWith("http") ? text : null;
            String type = media.getMimeType() == null ? "" : media.getMimeType().getType().toLowerCase(Locale.ROOT);
            boolean known = type.equals("image") || type.equals("audio") || type.equals("video");
            parts.add(Part.media(known ? type : "document", uri));
        }
    }

    static Long whole(Integer number) {
        return number == null ? null : Long.valueOf(number);
    }
}
