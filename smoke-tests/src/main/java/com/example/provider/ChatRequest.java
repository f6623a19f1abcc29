package com.example.provider;

import com.fasterxml.jackson.databind.JsonNode;

/** The body of a chat completion request, with the few questions that scripts ask of it. */
public record ChatRequest(JsonNode body) {

    /** The model that is asked for. */
    public String model() {
        return body.path("model").asText("gpt-4o-mini");
    }

    boolean streams() {
        return body.path("stream").asBoolean();
    }

    boolean wantsUsageInStream() {
        return body.path("stream_options").path("include_usage").asBoolean();
    }

    boolean wantsProbabilities() {
        return body.path("logprobs").asBoolean();
    }

    /** Whether the system prompt contains this text. */
    public boolean systemSays(String text) {
        for (JsonNode message : body.path("messages")) {
            String role = message.path("role").asText();
            if ((role.equals("system") || role.equals("developer")) && textOf(message).contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** The text of the last message if a tool answered it, else null. */
    public String lastToolResult() {
        JsonNode messages = body.path("messages");
        JsonNode last = messages.path(messages.size() - 1);
        return last.path("role").asText().equals("tool") ? textOf(last) : null;
    }

    /** Whether any message contains this text. */
    public boolean says(String text) {
        for (JsonNode message : body.path("messages")) {
            if (textOf(message).contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** The text of the last message, whoever it is from. */
    public String lastText() {
        JsonNode messages = body.path("messages");
        return textOf(messages.path(messages.size() - 1));
    }

    private static String textOf(JsonNode message) {
        JsonNode content = message.path("content");
        if (content.isTextual()) {
            return content.asText();
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            text.append(part.path("text").asText());
        }
        return text.toString();
    }
}
