package com.example.sdk;

import static com.example.sdk.Cases.say;

import com.alibaba.dashscope.aigc.generation.Generation;
import com.alibaba.dashscope.aigc.generation.GenerationParam;
import com.alibaba.dashscope.aigc.generation.GenerationResult;
import com.alibaba.dashscope.common.Message;
import com.alibaba.dashscope.common.ResultCallback;
import com.alibaba.dashscope.embeddings.TextEmbedding;
import com.alibaba.dashscope.embeddings.TextEmbeddingParam;
import com.alibaba.dashscope.tools.FunctionDefinition;
import com.alibaba.dashscope.tools.ToolFunction;
import com.alibaba.dashscope.utils.Constants;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** DashScope's SDK over HTTP. A stream of it can't be cancelled: it goes on reading when nobody listens any more. */
public final class DashScopeCases {
    private DashScopeCases() {}

    public static void main(String[] args) throws Exception {
        Provider provider = new Provider(new Words());
        Constants.baseHttpApiUrl = provider.base() + "/api/v1";
        Generation generation = new Generation();

        say("blocking", () -> told(generation.call(param("blocking"))));
        say("async", () -> later(into -> generation.call(param("async"), into)));
        say("stream", () -> {
            StringBuilder told = new StringBuilder();
            generation.streamCall(param("stream")).blockingForEach(result -> told.append(text(result)));
            return told.toString();
        });
        say("stream-async", () -> later(into -> generation.streamCall(param("stream-async"), into)));
        say("tool", () -> told(generation.call(param("tool"))));
        say("limited", () -> told(generation.call(param("limited"))));
        say("refused", () -> told(generation.call(param("refused"))));
        say("embed", () -> new TextEmbedding()
                .call(TextEmbeddingParam.builder().apiKey(Cases.KEY).model("embed").text("well?").build())
                .getOutput().getEmbeddings().get(0).getEmbedding().toString());
        Cases.done();
    }

    private static GenerationParam param(String model) {
        var param = GenerationParam.builder()
                .apiKey(Cases.KEY)
                .model(model)
                .messages(List.of(Message.builder().role("user").content("well?").build()))
                .resultFormat("message")
                .incrementalOutput(model.startsWith("stream"));
        if (model.startsWith("tool")) {
            JsonObject nothing = new JsonObject();
            nothing.addProperty("type", "object");
            param.tools(List.of(ToolFunction.builder()
                    .function(FunctionDefinition.builder().name("weather").description("now").parameters(nothing).build())
                    .build()));
        }
        return param.build();
    }

    private static String told(GenerationResult result) {
        return result.getRequestId() + ' ' + result.getOutput().getChoices().get(0).getFinishReason() + ' ' + text(result);
    }

    private static String text(GenerationResult result) {
        return result.getOutput().getChoices().get(0).getMessage().getContent();
    }

    private interface Call {
        void into(ResultCallback<GenerationResult> callback) throws Exception;
    }

    private static String later(Call call) throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        StringBuilder told = new StringBuilder();
        call.into(new ResultCallback<>() {
            @Override
            public void onEvent(GenerationResult result) {
                told.append(text(result));
            }

            @Override
            public void onComplete() {
                end.complete(told.toString());
            }

            @Override
            public void onError(Exception thrown) {
                end.completeExceptionally(thrown);
            }
        });
        return end.get();
    }

    /** DashScope's. */
    private static final class Words implements Provider.Words {
        @Override
        public String whole(String model) {
            boolean tool = model.startsWith("tool");
            return answer(tool ? "" : "rather well", tool ? "tool_calls" : "stop", 5, tool
                    ? ",\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":\"{}\"}}]"
                    : "");
        }

        private static String answer(String text, String finish, int tokens, String more) {
            return "{\"output\":{\"choices\":[{\"finish_reason\":\"" + finish + "\",\"message\":{\"role\":\"assistant\",\"content\":\"" + text + "\""
                    + more + "}}]},\"usage\":{\"input_tokens\":9,\"output_tokens\":" + tokens + ",\"total_tokens\":14},\"request_id\":\"req-1\"}";
        }

        @Override
        public List<String> events(String model) {
            return List.of(
                    event(1, answer("rather ", "null", 1, "")), event(2, answer("well", "null", 5, "")), event(3, answer("", "stop", 5, "")));
        }

        private static String event(int id, String data) {
            return "id:" + id + "\nevent:result\n:HTTP_STATUS/200\ndata:" + data + "\n\n";
        }

        @Override
        public String error(int status) {
            return status == 429
                    ? "{\"code\":\"Throttling\",\"message\":\"slow down\",\"request_id\":\"req-1\"}"
                    : "{\"code\":\"InvalidParameter\",\"message\":\"no such model\",\"request_id\":\"req-1\"}";
        }

        @Override
        public String embeddings() {
            return "{\"output\":{\"embeddings\":[{\"text_index\":0,\"embedding\":[0.5,0.25]}]},\"usage\":{\"total_tokens\":9},\"request_id\":\"req-1\"}";
        }
    }
}
