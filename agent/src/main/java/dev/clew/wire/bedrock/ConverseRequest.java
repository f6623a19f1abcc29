package dev.clew.wire.bedrock;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.Part;
import dev.clew.wire.format.Blocks;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.Tools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one request of Converse, or of Nova, whose own requests are nearly the same. */
final class ConverseRequest {
    private final Sent sent;
    private final byte[] source;
    private final ModelRequest request = new ModelRequest();
    private boolean isOurs;

    ConverseRequest(Sent sent) {
        this.sent = sent;
        this.source = sent.body.bytes;
    }

    /** Null where it has neither messages nor a prompt's variables in their place. */
    ModelRequest read(boolean streams) {
        try (JsonParser p = Json.parser(source, sent.body.length)) {
            if (p.nextToken() == JsonToken.START_OBJECT) {
                String name;
                while ((name = Json.nextField(p)) != null) {
                    field(name, p);
                }
            }
        } catch (IOException brokenOff) {
            // what was read until there is true
        }
        if (!isOurs && !sent.body.gap) {
            return null;
        }
        request.stream = streams ? Boolean.TRUE : null;
        request.cut = sent.body.gap ? Boolean.TRUE : null;
        return request;
    }

    private void field(String name, JsonParser p) throws IOException {
        switch (name) {
            case "messages" -> messages(p);
            case "system" -> {
                Blocks blocks = new Blocks();
                ConverseContent.read(p, source, blocks);
                List<Part> parts = blocks.parts();
                request.system = parts.isEmpty() ? null : parts;
            }
            case "promptVariables" -> {
                isOurs |= Json.isObject(p);
                p.skipChildren();
            }
            case "inferenceConfig", "additionalModelRequestFields" -> config(p);
            case "toolConfig" -> tools(p);
            case "serviceTier" -> request.serviceTier = only(p, "type");
            case "outputConfig" -> output(p);
            default -> p.skipChildren();
        }
    }

    private void messages(JsonParser p) throws IOException {
        if (!Json.enterArray(p)) {
            return;
        }
        isOurs = true;
        List<Message> messages = new ArrayList<>();
        request.messages = messages;
        while (Json.nextObject(p)) {
            String role = null;
            Blocks blocks = new Blocks();
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "role" -> role = Json.text(p);
                    case "content" -> ConverseContent.read(p, source, blocks);
                    default -> p.skipChildren();
                }
            }
            messages.add(Message.of(role == null ? "user" : role, blocks.parts()));
        }
    }

    /** Converse's settings, Nova's, and those that Converse hands on to the model in its own words. */
    private void config(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "maxTokens", "max_new_tokens", "max_tokens" -> request.maxTokens = Json.last(request.maxTokens, Json.number(p));
                case "temperature" -> request.temperature = Json.last(request.temperature, Json.real(p));
                case "topP", "top_p" -> request.topP = Json.last(request.topP, Json.real(p));
                case "topK", "top_k" -> request.topK = Json.last(request.topK, Json.number(p));
                case "stopSequences", "stop_sequences" -> request.stop = Json.last(request.stop, Json.texts(p));
                case "reasoning_effort" -> request.reasoningLevel = Json.text(p);
                case "reasoningConfig" -> request.reasoningLevel = Json.last(request.reasoningLevel, only(p, "maxReasoningEffort"));
                case "output_config" -> request.reasoningLevel = Json.last(request.reasoningLevel, only(p, "effort"));
                case "inferenceConfig" -> config(p);
                default -> p.skipChildren();
            }
        }
    }

    private void tools(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("tools")) {
                request.tools = Tools.read(p, source, request.tools);
            } else {
                p.skipChildren();
            }
        }
    }

    private void output(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("textFormat")) {
                String type = only(p, "type");
                request.outputType = type != null && type.startsWith("json") ? "json" : request.outputType;
            } else {
                p.skipChildren();
            }
        }
    }

    /** The text under one name of an object. */
    private static String only(JsonParser p, String wanted) throws IOException {
        if (!Json.enterObject(p)) {
            return null;
        }
        String text = null;
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals(wanted)) {
                text = Json.text(p);
            } else {
                p.skipChildren();
            }
        }
        return text;
    }
}
