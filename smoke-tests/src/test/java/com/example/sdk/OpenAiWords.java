package com.example.sdk;

import java.util.List;

/** OpenAI's, for chat completions and responses. */
final class OpenAiWords implements Provider.Words {
    private static final String USAGE = "{\"prompt_tokens\":9,\"completion_tokens\":5,\"total_tokens\":14}";
    private static final String CALL =
            "{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":\\\"Bern\\\"}\"}}";

    @Override
    public String whole(String model) {
        if (model.startsWith("responses")) {
            return response();
        }
        boolean tool = model.startsWith("tool");
        String message = tool ? "null,\"refusal\":null,\"tool_calls\":[" + CALL + "]" : "\"rather well\",\"refusal\":null";
        return "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"gpt-canned-1\",\"choices\":[{\"index\":0,"
                + "\"message\":{\"role\":\"assistant\",\"content\":" + message + "},\"logprobs\":null,\"finish_reason\":\""
                + (tool ? "tool_calls" : "stop") + "\"}],\"usage\":" + USAGE + "}";
    }

    private static String response() {
        return "{\"id\":\"resp-1\",\"object\":\"response\",\"created_at\":1,\"status\":\"completed\",\"model\":\"gpt-canned-1\","
                + "\"error\":null,\"incomplete_details\":null,\"instructions\":null,\"metadata\":{},\"parallel_tool_calls\":true,"
                + "\"temperature\":1.0,\"tool_choice\":\"auto\",\"tools\":[],\"top_p\":1.0,\"output\":[{\"type\":\"message\",\"id\":\"msg_1\","
                + "\"role\":\"assistant\",\"status\":\"completed\",\"content\":[{\"type\":\"output_text\",\"text\":\"rather well\",\"annotations\":[]}]}],"
                + "\"usage\":{\"input_tokens\":9,\"output_tokens\":5,\"total_tokens\":14,\"input_tokens_details\":{\"cached_tokens\":0},"
                + "\"output_tokens_details\":{\"reasoning_tokens\":0}}}";
    }

    @Override
    public List<String> events(String model) {
        boolean tool = model.startsWith("tool");
        return List.of(
                chunk("{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"rather \"},\"finish_reason\":null}", "null"),
                chunk("{\"index\":0,\"delta\":" + (tool ? "{\"tool_calls\":[" + CALL + "]}" : "{\"content\":\"well\"}") + ",\"finish_reason\":null}", "null"),
                chunk("{\"index\":0,\"delta\":{},\"finish_reason\":\"" + (tool ? "tool_calls" : "stop") + "\"}", "null"),
                chunk("", USAGE),
                "data: [DONE]\n\n");
    }

    private static String chunk(String choice, String usage) {
        return "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"gpt-canned-1\",\"choices\":["
                + choice + "],\"usage\":" + usage + "}\n\n";
    }

    @Override
    public String error(int status) {
        return status == 429
                ? "{\"error\":{\"message\":\"slow down\",\"type\":\"requests\",\"param\":null,\"code\":\"rate_limit_exceeded\"}}"
                : "{\"error\":{\"message\":\"no such model\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"model_not_found\"}}";
    }

    @Override
    public String embeddings() {
        return "{\"object\":\"list\",\"model\":\"embed-canned-1\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":[0.5,0.25]}],"
                + "\"usage\":{\"prompt_tokens\":9,\"total_tokens\":9}}";
    }
}
