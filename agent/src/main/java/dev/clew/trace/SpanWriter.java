package dev.clew.trace;

import dev.clew.capture.Content;
import dev.clew.capture.JsonText;
import dev.clew.capture.Masking;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Writes facts and content onto one span: null is left out, content is masked, cut, or left out altogether if so asked. */
final class SpanWriter {
    private static final int MAX_VARIABLES = 32;

    private final boolean content;
    private final int limit;
    private final Stamping stamping;
    private Span span;
    private AttributeKey<?>[] keys = new AttributeKey<?>[64];
    private Object[] values = new Object[64];
    private int count;
    private final Texts texts = new Texts();

    SpanWriter(boolean content, int limit, Stamping stamping) {
        this.content = content;
        this.limit = limit;
        this.stamping = stamping;
    }

    Stamping stamping() {
        return stamping;
    }

    /** What is written from now on is this span's, once it is {@linkplain #flush() flushed}. */
    SpanWriter on(Span span) {
        this.span = span;
        clear();
        texts.clear();
        return this;
    }

    /** What was written since {@link #on}, as texts; whether or not the user wants them written. */
    Texts texts() {
        return texts;
    }

    boolean keepsContent() {
        return content;
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

    /** At once, not at the next {@link #flush}. */
    void event(String name, Map<String, String> facts, long epochNanos) {
        AttributesBuilder attributes = Attributes.builder();
        if (content && facts != null) {
            for (Map.Entry<String, String> fact : facts.entrySet()) {
                if (fact.getValue() != null) {
                    attributes.put(fact.getKey(), Content.cut(Masking.mask(fact.getValue()), limit));
                }
            }
        }
        span.addEvent(name, attributes.build(), epochNanos, TimeUnit.NANOSECONDS);
    }

    /** What a prompt was made of. */
    void prompt(PromptUse prompt) {
        if (prompt == null) {
            return;
        }
        fact(Semconv.PROMPT_NAME, prompt.name());
        fact(Semconv.PROMPT_VERSION, prompt.version());
        text(Semconv.PROMPT_TEMPLATE, prompt.template());
        text(Semconv.PROMPT_SYSTEM_TEMPLATE, prompt.system());
        int left = MAX_VARIABLES;
        for (Map.Entry<String, ?> variable : prompt.variables() == null ? Map.<String, Object>of().entrySet() : prompt.variables().entrySet()) {
            if (left-- > 0 && variable.getValue() != null) {
                AttributeKey<String> key = AttributeKey.stringKey(Semconv.PROMPT_VARIABLE + variable.getKey());
                String value = String.valueOf(variable.getValue());
                if (prompt.isMadeOf(variable.getKey())) {
                    input(key, value);
                } else {
                    text(key, value);
                }
            }
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
        input(Semconv.RETRIEVAL_QUERY, r.query);
        parts(Semconv.SYSTEM_INSTRUCTIONS, r.system);
        input(Semconv.INPUT_MESSAGES, r.messages);
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
        Certainty.ofAnswer(r, this);
        documents(r.documents);
        fact(Semconv.OPENAI_RESPONSE_TIER, r.serviceTier);
        fact(Semconv.OPENAI_FINGERPRINT, r.systemFingerprint);
        fact(Semconv.RESPONSE_CUT, r.cut);
        output(Semconv.OUTPUT_MESSAGES, r.finished());
    }

    private void modalities(ModelResponse r) {
        fact(Semconv.TEXT_INPUT_TOKENS, r.textInputTokens);
        fact(Semconv.IMAGE_INPUT_TOKENS, r.imageInputTokens);
        fact(Semconv.AUDIO_INPUT_TOKENS, r.audioInputTokens);
        fact(Semconv.TEXT_OUTPUT_TOKENS, r.textOutputTokens);
        fact(Semconv.IMAGE_OUTPUT_TOKENS, r.imageOutputTokens);
        fact(Semconv.AUDIO_OUTPUT_TOKENS, r.audioOutputTokens);
    }

    /** Notes the ids of a memory's entries, and answers them. */
    List<String> memory(AttributeKey<List<String>> key, List<Message> entries) {
        List<String> ids = new ArrayList<>(entries.size());
        for (Message entry : entries) {
            ids.add(EntryIds.of(entry));
        }
        fact(key, ids);
        return ids;
    }

    /** Text that went into the work. */
    void input(AttributeKey<String> key, String text) {
        if (text != null) {
            texts.input(text);
            text(key, text);
        }
    }

    /**
     * Text that came out of the work.
     *
     * @param callId of the tool call that it answers; null for none
     */
    void output(AttributeKey<String> key, String text, String callId) {
        if (text != null) {
            texts.output(text, callId);
            text(key, text);
        }
    }

    /** Messages that went into the work. */
    void input(AttributeKey<String> key, List<Message> messages) {
        if (messages != null) {
            texts.input(messages);
            messages(key, messages);
        }
    }

    /** Messages that came out of the work. */
    void output(AttributeKey<String> key, List<Message> messages) {
        if (messages != null) {
            texts.output(messages);
            messages(key, messages);
        }
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
        if (parts == null || parts.isEmpty()) {
            return;
        }
        texts.inputParts(parts);
        if (!content) {
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
            case PLAN -> {
                json.field("type", "tool_plan");
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
        if (documents == null) {
            return;
        }
        for (Retrieval.Document document : documents) {
            texts.output(document.text(), null);
        }
        if (!content) {
            return;
        }
        note(Semconv.RETRIEVAL_DOCUMENTS, Documents.inShort(documents, limit));
        note(Semconv.RETRIEVED, Documents.inFull(documents, limit));
    }
}
