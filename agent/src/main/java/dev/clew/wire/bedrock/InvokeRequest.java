package dev.clew.wire.bedrock;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.Part;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Sent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds out whose words a request is in, and reads those that are a prompt or a text with a few settings. */
final class InvokeRequest {
    private final Sent sent;
    private final String model;
    private final ModelRequest request = new ModelRequest();
    private final List<Part> input = new ArrayList<>(1);
    private final Family family;
    private boolean hasVersion;
    private boolean hasMessages;
    private boolean hasMessage;
    private boolean hasNovas;
    private boolean hasTexts;
    private boolean embeds;
    private boolean draws;

    InvokeRequest(Sent sent) {
        this.sent = sent;
        this.model = sent.model == null ? "" : sent.model;
        try (JsonParser p = Json.parser(sent.body.bytes, sent.body.length)) {
            if (p.nextToken() == JsonToken.START_OBJECT) {
                String name;
                while ((name = Json.nextField(p)) != null) {
                    field(name, p);
                }
            }
        } catch (IOException brokenOff) {
            // what was read until there is true
        }
        family = found();
    }

    Family family() {
        return family;
    }

    private Family found() {
        if (hasVersion || hasMessages && model.contains("anthropic.")) {
            return Family.ANTHROPIC;
        }
        if (hasMessages && (hasNovas || model.contains("amazon.nova"))) {
            return Family.CONVERSE;
        }
        return hasMessages ? Family.CHAT_COMPLETIONS
                : hasMessage ? Family.COHERE : hasTexts ? Family.COHERE_EMBED : Family.PLAIN;
    }

    /** Null where it is nothing that a language model is asked. */
    ModelRequest request() {
        // a picture's description is a prompt too
        boolean isText = !input.isEmpty() && !draws && !model.contains("stability.") && !model.contains("-image-generator");
        if (!isText && !sent.body.gap) {
            return null;
        }
        request.operation = embeds || model.contains("embed") ? "embeddings" : "text_completion";
        request.messages = input.isEmpty() ? null : List.of(Message.of("user", input));
        request.cut = sent.body.gap ? Boolean.TRUE : null;
        return request;
    }

    private void field(String name, JsonParser p) throws IOException {
        switch (name) {
            case "anthropic_version" -> hasVersion = Json.text(p) != null;
            case "messages" -> {
                hasMessages = Json.isArray(p);
                p.skipChildren();
            }
            case "message" -> hasMessage = Json.text(p) != null;
            case "inferenceConfig", "schemaVersion" -> {
                hasNovas = true;
                p.skipChildren();
            }
            case "texts", "images", "inputs" -> {
                hasTexts = Json.isArray(p);
                p.skipChildren();
            }
            case "prompt", "inputText" -> text(p);
            case "inputImage" -> {
                embeds = true;
                input.add(Part.media("image", null));
                p.skipChildren();
            }
            case "normalize", "embeddingTypes", "embeddingConfig" -> {
                embeds = true;
                p.skipChildren();
            }
            // Nova's embeddings; what draws has such a field too
            case "taskType" -> {
                String task = Json.text(p);
                embeds = task != null && task.endsWith("EMBEDDING");
                draws = !embeds;
            }
            case "singleEmbeddingParams", "segmentedEmbeddingParams" -> novas(p);
            case "textGenerationConfig" -> {
                boolean isObject = Json.enterObject(p);
                String inside;
                while (isObject && (inside = Json.nextField(p)) != null) {
                    setting(inside, p);
                }
            }
            default -> setting(name, p);
        }
    }

    private void text(JsonParser p) throws IOException {
        String text = Json.text(p);
        if (text != null) {
            input.add(0, Part.text(text));
        }
    }

    private void novas(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "text" -> {
                    String text = Json.textAt(p, "value");
                    input.add(Part.text(text == null ? "" : text));
                }
                case "image", "video", "audio" -> {
                    input.add(Part.media(name, null));
                    p.skipChildren();
                }
                default -> p.skipChildren();
            }
        }
    }

    private void setting(String name, JsonParser p) throws IOException {
        switch (name) {
            case "temperature" -> request.temperature = Json.real(p);
            case "top_p", "topP", "p" -> request.topP = Json.real(p);
            case "top_k", "topK", "k" -> request.topK = Json.number(p);
            case "max_gen_len", "max_tokens", "max_tokens_to_sample", "maxTokens", "maxTokenCount" -> request.maxTokens = Json.number(p);
            case "stop", "stop_sequences", "stopSequences" -> request.stop = Json.texts(p);
            case "num_generations", "numResults", "n" -> request.choices = Json.number(p);
            case "seed" -> request.seed = Json.number(p);
            default -> p.skipChildren();
        }
    }
}
