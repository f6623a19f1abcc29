package dev.clew.trace;

import dev.clew.capture.Content;
import dev.clew.capture.JsonText;
import dev.clew.capture.Masking;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import java.util.Arrays;
import java.util.List;

/** Writes facts and content onto one span: null is left out, content is masked, cut, or left out altogether if so asked. */
final class SpanWriter {
    private final boolean content;
    private final int limit;
    private Span span;
    private AttributeKey<?>[] keys = new AttributeKey<?>[64];
    private Object[] values = new Object[64];
    private int count;

    SpanWriter(boolean content, int limit) {
        this.content = content;
        this.limit = limit;
    }

    /** What is written from now on is this span's, once it is {@linkplain #flush() flushed}. */
    SpanWriter on(Span span) {
        this.span = span;
        clear();
        return this;
    }

    /** Puts what was written onto the span: in one place, since what is inlined at each of fifty is slow to compile. */
    @SuppressWarnings("unchecked") // key and value come in together
    void flush() {
        for (int i = 0; i < count; i++) {
            span.setAttribute((AttributeKey<Object>) keys[i], values[i]);
        }
        clear();
    }

    private void clear() {
        Arrays.fill(keys, 0, count, null);
        Arrays.fill(values, 0, count, null);
        count = 0;
    }

    private void note(AttributeKey<?> key, Object value) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        keys[count] = key;
        values[count++] = value;
    }

    <T> void fact(AttributeKey<T> key, T value) {
        if (value != null) {
            note(key, value);
        }
    }

    /** Content that is plain text. */
    void text(AttributeKey<String> key, String text) {
        if (content && text != null) {
            note(key, Content.cut(Masking.mask(text), limit));
        }
    }

    /** A text of the application's that is a fact, not content: a URL, a message of an error. */
    void masked(AttributeKey<String> key, String text) {
        if (text != null) {
            note(key, Masking.mask(text));
        }
    }

    void request(ModelRequest r) {
        fact(Semconv.PROVIDER, r.provider);
        fact(Semconv.REQUEST_MODEL, r.model);
        fact(Semconv.TEMPERATURE, r.temperature);
        fact(Semconv.TOP_P, r.topP);
        fact(Semconv.TOP_K, r.topK);
        fact(Semconv.MAX_TOKENS, r.maxTokens);
        fact(Semconv.FREQUENCY_PENALTY, r.frequencyPenalty);
        fact(Semconv.PRESENCE_PENALTY, r.presencePenalty);
        fact(Semconv.SEED, r.seed);
        fact(Semconv.CHOICES, r.choices != null && r.choices != 1 ? r.choices : null);
        fact(Semconv.STOP, r.stop == null || r.stop.isEmpty() ? null : r.stop);
        fact(Semconv.STREAM, r.stream != null && r.stream ? Boolean.TRUE : null);
        fact(Semconv.OUTPUT_TYPE, r.outputType);
        fact(Semconv.REASONING_LEVEL, r.reasoningLevel);
        fact(Semconv.OPENAI_API, r.openaiApi);
        fact(Semconv.OPENAI_REQUEST_TIER, r.serviceTier);
        fact(Semconv.PREVIOUS_RESPONSE, r.previousResponseId);
        fact(Semconv.CONVERSATION, r.conversationId);
        fact(Semconv.ENCODING_FORMATS, r.encodingFormats);
        fact(Semconv.RETRIEVAL_TOP_K, r.topN);
        fact(Semconv.REQUEST_CUT, r.cut);
        text(Semconv.RETRIEVAL_QUERY, r.query);
        parts(Semconv.SYSTEM_INSTRUCTIONS, r.system);
        messages(Semconv.INPUT_MESSAGES, r.messages);
        tools(r.tools);
    }

    void response(ModelResponse r) {
        fact(Semconv.RESPONSE_ID, r.id);
        fact(Semconv.RESPONSE_MODEL, r.model);
        fact(Semconv.FINISH_REASONS, r.finishReasons == null || r.finishReasons.isEmpty() ? null : r.finishReasons);
        fact(Semconv.INPUT_TOKENS, r.inputTokens);
        fact(Semconv.OUTPUT_TOKENS, r.outputTokens);
        fact(Semconv.CACHE_READ_TOKENS, r.cacheReadTokens);
        fact(Semconv.CACHE_WRITE_TOKENS, r.cacheWriteTokens);
        fact(Semconv.REASONING_TOKENS, r.reasoningTokens);
        if (r.textInputTokens != null || r.imageInputTokens != null || r.audioInputTokens != null
                || r.textOutputTokens != null || r.imageOutputTokens != null || r.audioOutputTokens != null) {
            modalities(r);
        }
        fact(Semconv.BILLED_INPUT_TOKENS, r.billedInputTokens);
        fact(Semconv.BILLED_OUTPUT_TOKENS, r.billedOutputTokens);
        fact(Semconv.SEARCH_UNITS, r.searchUnits);
        fact(Semconv.RESPONSE_STATUS, r.status);
        fact(Semconv.INCOMPLETE_REASON, r.incompleteReason);
        fact(Semconv.RESPONSE_EVENTS, r.events);
        fact(Semconv.EMBEDDINGS, r.embeddings);
        fact(Semconv.DIMENSIONS, r.dimensions);
        if (r.logprobMean != null) {
            logprobs(r);
        }
        documents(r.documents);
        fact(Semconv.OPENAI_RESPONSE_TIER, r.serviceTier);
        fact(Semconv.OPENAI_FINGERPRINT, r.systemFingerprint);
        fact(Semconv.RESPONSE_CUT, r.cut);
        messages(Semconv.OUTPUT_MESSAGES, r.finished());
    }

    private void modalities(ModelResponse r) {
        fact(Semconv.TEXT_INPUT_TOKENS, r.textInputTokens);
        fact(Semconv.IMAGE_INPUT_TOKENS, r.imageInputTokens);
        fact(Semconv.AUDIO_INPUT_TOKENS, r.audioInputTokens);
        fact(Semconv.TEXT_OUTPUT_TOKENS, r.textOutputTokens);
        fact(Semconv.IMAGE_OUTPUT_TOKENS, r.imageOutputTokens);
        fact(Semconv.AUDIO_OUTPUT_TOKENS, r.audioOutputTokens);
    }

    private void logprobs(ModelResponse r) {
        fact(Semconv.LOGPROB_MEAN, r.logprobMean);
        fact(Semconv.LOGPROB_MIN, r.logprobMin);
        fact(Semconv.CONFIDENCE, Math.exp(r.logprobMean));
        fact(Semconv.CONFIDENCE_SOURCE, "logprobs");
    }

    void messages(AttributeKey<String> key, List<Message> messages) {
        if (!content || messages == null || messages.isEmpty()) {
            return;
        }
        Content out = new Content(limit);
        JsonText json = out.json();
        json.startArray();
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            json.startObject();
            json.field("role", message.role());
            json.name("parts");
            parts(out, message.parts());
            json.field("finish_reason", message.finishReason());
            json.endObject();
        }
        json.endArray();
        note(key, out.finish());
    }

    private void parts(AttributeKey<String> key, List<Part> parts) {
        if (!content || parts == null || parts.isEmpty()) {
            return;
        }
        Content out = new Content(limit);
        parts(out, parts);
        note(key, out.finish());
    }

    private static void parts(Content out, List<Part> parts) {
        JsonText json = out.json();
        json.startArray();
        for (int i = 0; i < parts.size(); i++) {
            part(out, json, parts.get(i));
        }
        json.endArray();
    }

    private static void part(Content out, JsonText json, Part part) {
        json.startObject();
        switch (part.kind) {
            case TEXT -> {
                json.field("type", "text");
                out.text("content", part.content);
            }
            case REASONING -> {
                json.field("type", "reasoning");
                out.text("content", part.content);
            }
            case TOOL_CALL -> {
                json.field("type", "tool_call");
                out.text("id", part.id);
                out.text("name", part.name);
                out.raw("arguments", part.content);
            }
            case TOOL_RESPONSE -> {
                json.field("type", "tool_call_response");
                out.text("id", part.id);
                out.text("response", part.content);
            }
            case SERVER_TOOL_CALL -> {
                json.field("type", "server_tool_call");
                out.text("id", part.id);
                out.text("name", part.name);
                json.name("server_tool_call");
                json.startObject();
                json.field("type", part.name);
                out.raw("arguments", part.content);
                json.endObject();
            }
            case SERVER_TOOL_RESPONSE -> {
                json.field("type", "server_tool_call_response");
                out.text("id", part.id);
                json.name("server_tool_call_response");
                json.startObject();
                json.field("type", part.name);
                out.text("response", part.content);
                json.endObject();
            }
            case MEDIA -> {
                json.field("type", part.content == null ? "blob" : "uri");
                json.field("modality", part.name);
                out.text("uri", part.content);
            }
        }
        json.endObject();
    }

    private void tools(List<ToolDefinition> tools) {
        if (!content || tools == null || tools.isEmpty()) {
            return;
        }
        Content out = new Content(limit);
        JsonText json = out.json();
        json.startArray();
        for (int i = 0; i < tools.size(); i++) {
            ToolDefinition tool = tools.get(i);
            json.startObject();
            json.field("type", "function");
            out.text("name", tool.name());
            out.text("description", tool.description());
            out.raw("parameters", tool.parameters());
            json.endObject();
        }
        json.endArray();
        note(Semconv.TOOL_DEFINITIONS, out.finish());
    }

    /** Documents with id and score as the conventions want them, and in full as Clew adds them. */
    void documents(List<Retrieval.Document> documents) {
        if (!content || documents == null) {
            return;
        }
        note(Semconv.RETRIEVAL_DOCUMENTS, documents(documents, false));
        note(Semconv.RETRIEVED, documents(documents, true));
    }

    private String documents(List<Retrieval.Document> documents, boolean inFull) {
        Content out = new Content(limit);
        JsonText json = out.json();
        json.startArray();
        for (Retrieval.Document document : documents) {
            json.startObject();
            out.text("id", document.id());
            if (document.score() != null) {
                json.name("score");
                json.number(document.score());
            }
            if (inFull) {
                out.text("source", document.source());
                out.text("snippet", document.text());
            }
            json.endObject();
        }
        json.endArray();
        return out.finish();
    }
}
