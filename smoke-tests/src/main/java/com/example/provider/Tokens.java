package com.example.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Counts tokens the way one does without a tokenizer: four characters each. Remembers the last prompt, as a cache does. */
final class Tokens {

    private static final int CACHE_BLOCK = 64;

    private String lastPrompt = "";

    synchronized Usage count(ChatRequest request, Answer answer) {
        String prompt = request.body().path("tools").toString() + request.body().path("messages");
        long cached = commonPrefix(prompt, lastPrompt) / 4 / CACHE_BLOCK * CACHE_BLOCK;
        lastPrompt = prompt;
        return new Usage(tokens(prompt), cached, completion(answer));
    }

    /** Of what is to be embedded. */
    Usage count(JsonNode input) {
        long sum = 0;
        for (JsonNode text : input) {
            sum += tokens(text.asText());
        }
        return new Usage(input.isTextual() ? tokens(input.asText()) : sum, 0, 0);
    }

    private static long completion(Answer answer) {
        long sum = answer.text() == null ? 0 : tokens(answer.text());
        for (Answer.Call call : answer.calls()) {
            sum += tokens(call.name()) + tokens(call.arguments());
        }
        return Math.max(1, sum);
    }

    private static long tokens(String text) {
        return (text.length() + 3) / 4;
    }

    private static int commonPrefix(String a, String b) {
        int n = Math.min(a.length(), b.length());
        int i = 0;
        while (i < n && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    /** The usage object as OpenAI writes it. */
    static void write(Usage usage, ObjectNode into) {
        into.put("prompt_tokens", usage.prompt())
                .put("completion_tokens", usage.completion())
                .put("total_tokens", usage.prompt() + usage.completion());
        into.putObject("prompt_tokens_details").put("cached_tokens", usage.cached()).put("audio_tokens", 0);
        into.putObject("completion_tokens_details")
                .put("reasoning_tokens", 0)
                .put("audio_tokens", 0)
                .put("accepted_prediction_tokens", 0)
                .put("rejected_prediction_tokens", 0);
    }
}
