package com.example.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One answer in OpenAI's words: as one JSON object, or as the chunks of a stream. */
final class Completion {

    /** A fixed clock: two runs give the same bytes. */
    private static final long CREATED = 1_790_000_000L;

    private static final int CHUNK = 12;
    private static final String FINGERPRINT = "fp_44add6e8f1";

    private final String id;
    private final String model;
    private final Answer answer;
    private final List<String> callIds = new ArrayList<>();
    private final Usage usage;
    private final boolean probabilities;

    /** @param probabilities whether to say those of the tokens; in an answer in one piece alone */
    Completion(Ids ids, String model, Answer answer, Usage usage, boolean probabilities) {
        this.probabilities = probabilities;
        this.id = ids.completion();
        this.model = model;
        this.answer = answer;
        this.usage = usage;
        for (int i = 0; i < answer.calls().size(); i++) {
            callIds.add(ids.call());
        }
    }

    ObjectNode whole() {
        ObjectNode root = head("chat.completion");
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
        ObjectNode message = choice.putObject("message").put("role", "assistant").put("content", answer.text());
        if (!answer.calls().isEmpty()) {
            ArrayNode calls = message.putArray("tool_calls");
            for (int i = 0; i < answer.calls().size(); i++) {
                Answer.Call call = answer.calls().get(i);
                ObjectNode node = calls.addObject().put("id", callIds.get(i)).put("type", "function");
                node.putObject("function").put("name", call.name()).put("arguments", call.arguments());
            }
        }
        if (answer.reasoning() != null) {
            message.put("reasoning_content", answer.reasoning());
        }
        message.putNull("refusal").putArray("annotations");
        choice.putNull("logprobs").put("finish_reason", finishReason());
        if (probabilities && answer.text() != null) {
            probabilities(choice.putObject("logprobs").putArray("content"));
        }
        Tokens.write(usage, root.putObject("usage"));
        root.put("service_tier", "default").put("system_fingerprint", FINGERPRINT);
        return root;
    }

    /** The first token of two is sure, the second one less. */
    private void probabilities(ArrayNode tokens) {
        for (String piece : pieces(answer.text())) {
            ObjectNode token = tokens.addObject().put("token", piece).put("logprob", tokens.size() % 2 == 1 ? -0.1 : -0.3);
            token.putNull("bytes").putArray("top_logprobs");
        }
    }

    List<ObjectNode> chunks(boolean withUsage) {
        List<ObjectNode> chunks = new ArrayList<>();
        delta(chunks).put("role", "assistant").put("content", "");
        if (answer.text() != null) {
            for (String piece : pieces(answer.text())) {
                delta(chunks).put("content", piece);
            }
        }
        for (int i = 0; i < answer.calls().size(); i++) {
            callChunks(chunks, i);
        }
        delta(chunks);
        ((ObjectNode) chunks.get(chunks.size() - 1).path("choices").get(0)).put("finish_reason", finishReason());
        if (withUsage) {
            ObjectNode last = head("chat.completion.chunk").put("system_fingerprint", FINGERPRINT);
            last.putArray("choices");
            Tokens.write(usage, last.putObject("usage"));
            chunks.add(last);
        }
        return chunks;
    }

    private void callChunks(List<ObjectNode> chunks, int index) {
        Answer.Call call = answer.calls().get(index);
        ObjectNode first = callDelta(chunks, index).put("id", callIds.get(index)).put("type", "function");
        first.putObject("function").put("name", call.name()).put("arguments", "");
        for (String piece : pieces(call.arguments())) {
            callDelta(chunks, index).putObject("function").put("arguments", piece);
        }
    }

    private ObjectNode callDelta(List<ObjectNode> chunks, int index) {
        return delta(chunks).putArray("tool_calls").addObject().put("index", index);
    }

    private ObjectNode delta(List<ObjectNode> chunks) {
        ObjectNode chunk = head("chat.completion.chunk").put("system_fingerprint", FINGERPRINT);
        ObjectNode delta = JsonNodeFactory.instance.objectNode();
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.putNull("logprobs").putNull("finish_reason");
        chunks.add(chunk);
        return delta;
    }

    private ObjectNode head(String object) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", object)
                .put("created", CREATED)
                .put("model", model);
    }

    /** Embeddings of texts: how often each letter is in them. */
    static ObjectNode vectors(JsonNode input, String model, Usage usage) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("object", "list");
        ArrayNode data = root.putArray("data");
        for (JsonNode text : input.isTextual() ? JsonNodeFactory.instance.arrayNode().add(input) : input) {
            ArrayNode vector = data.addObject().put("object", "embedding").put("index", data.size() - 1).putArray("embedding");
            int[] letters = new int[26];
            text.asText().toLowerCase(Locale.ROOT).chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> letters[c - 'a']++);
            for (int letter : letters) {
                vector.add(letter / 8.0);
            }
        }
        root.put("model", model).putObject("usage").put("prompt_tokens", usage.prompt()).put("total_tokens", usage.prompt());
        return root;
    }

    private String finishReason() {
        return answer.calls().isEmpty() ? "stop" : "tool_calls";
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); at += CHUNK) {
            pieces.add(text.substring(at, Math.min(text.length(), at + CHUNK)));
        }
        return pieces;
    }
}
