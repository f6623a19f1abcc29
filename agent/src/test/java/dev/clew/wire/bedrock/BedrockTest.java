package dev.clew.wire.bedrock;

import static dev.clew.wire.format.Bodies.bytes;
import static dev.clew.wire.format.Bodies.everyPrefix;
import static dev.clew.wire.format.Bodies.request;
import static dev.clew.wire.format.Bodies.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Shapes;
import dev.clew.trace.ToolDefinition;
import dev.clew.wire.format.Frame;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.WireFormat;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Converse, and InvokeModel in the words of each family, beyond what the recordings hold. */
class BedrockTest {
    private static final WireFormat CONVERSE = new BedrockConverse();
    private static final WireFormat INVOKE = new BedrockInvoke();
    private static final String FRAMES = "application/vnd.amazon.eventstream";

    private static ModelRequest invoke(String model, String json) {
        return request(INVOKE, "/model/x/invoke", model, json);
    }

    private static ModelResponse stream(WireFormat format, byte[]... frames) {
        return response(format, 200, FRAMES, Map.of(), "/x", Frame.all(frames));
    }

    // ---- converse

    @Test
    void everySettingOfConverseIsRead() {
        ModelRequest r = request(CONVERSE, "/model/m/converse-stream", "m", "{'messages':[],'system':[{'text':'s'},{'cachePoint':{}}],"
                + "'inferenceConfig':{'maxTokens':9,'temperature':0.1,'topP':0.2,'stopSequences':['x']},'additionalModelRequestFields':"
                + "{'top_k':3,'reasoning_effort':'low'},'toolConfig':{'tools':[{'toolSpec':{'name':'f','description':'d','inputSchema':"
                + "{'json':{'t':1}}}},{'cachePoint':{}}]},'serviceTier':{'type':'flex'},'outputConfig':{'textFormat':{'type':'json_schema'}}}");
        assertThat(r.system).hasSize(1);
        assertThat(r.maxTokens).isEqualTo(9);
        assertThat(r.temperature).isEqualTo(0.1);
        assertThat(r.topP).isEqualTo(0.2);
        assertThat(r.topK).isEqualTo(3);
        assertThat(r.stop).containsExactly("x");
        assertThat(r.reasoningLevel).isEqualTo("low");
        assertThat(r.tools).containsExactly(new ToolDefinition("f", "d", "{\"t\":1}"));
        assertThat(r.serviceTier).isEqualTo("flex");
        assertThat(r.outputType).isEqualTo("json");
        assertThat(r.stream).isTrue();
    }

    @Test
    void blocksOfAllKindsAreReadAndInlineBytesAreNot() {
        ModelRequest r = request(CONVERSE, "{'messages':[{'role':'user','content':[{'image':{'format':'png','source':{'bytes':'AA'}}},"
                + "{'document':{'name':'n','source':{'s3Location':{'uri':'s3://b/k'}}}},{'guardContent':{'text':{'text':'g'}}}]},"
                + "{'role':'assistant','content':[{'reasoningContent':{'reasoningText':{'text':'hm','signature':'s'}}},"
                + "{'reasoningContent':{'redactedContent':'ZZ'}},{'toolUse':{'toolUseId':'t1','name':'f','input':{'a':1}}}]},"
                + "{'role':'user','content':[{'toolResult':{'toolUseId':'t1','content':[{'text':'a'},{'json':{'b':2}},"
                + "{'image':{'source':{'bytes':'BB'}}}],'status':'success'}}]}]}");
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly(
                "MEDIA:null:image:null", "MEDIA:null:document:s3://b/k", "TEXT:null:null:g");
        assertThat(Shapes.parts(r.messages.get(1))).containsExactly(
                "REASONING:null:null:hm", "REASONING:null:null:", "TOOL_CALL:t1:f:{\"a\":1}");
        assertThat(Shapes.parts(r.messages.get(2))).containsExactly("TOOL_RESPONSE:t1:null:a{\"b\":2}", "MEDIA:null:image:null");
    }

    @Test
    void anotherApplicationsConverseIsNoCall() {
        assertThat(request(CONVERSE, "{'text':'x'}")).isNull();
        assertThat(request(CONVERSE, "")).isNull();
        assertThat(request(CONVERSE, "{'promptVariables':{'a':{'text':'b'}}}")).isNotNull();
    }

    @Test
    void blocksThatAreStreamedByTurnsKeepTheirOrder() {
        ModelResponse r = stream(CONVERSE, Frame.event("messageStart", "{'role':'assistant'}"),
                Frame.event("contentBlockStart", "{'start':{'toolUse':{'toolUseId':'t','name':'f'}},'contentBlockIndex':1}"),
                Frame.event("contentBlockDelta", "{'delta':{'toolUse':{'input':'{\\'a\\':'}},'contentBlockIndex':1}"),
                Frame.event("contentBlockDelta", "{'contentBlockIndex':0,'delta':{'text':'hi'}}"),
                Frame.event("contentBlockDelta", "{'contentBlockIndex':1,'delta':{'toolUse':{'input':'1}'}}}"),
                Frame.event("messageStop", "{'stopReason':'tool_use'}"),
                Frame.event("metadata", "{'usage':{'inputTokens':5,'outputTokens':6,'cacheReadInputTokens':7}}"));
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("TEXT:null:null:hi", "TOOL_CALL:t:f:{\"a\":1}");
        assertThat(r.finishReasons).containsExactly("tool_use");
        assertThat(r.inputTokens).isEqualTo(12);
        assertThat(r.outputTokens).isEqualTo(6);
        assertThat(r.events).isEqualTo(7);
    }

    @Test
    void anExceptionInAFrameIsAnError() {
        ModelResponse r = stream(CONVERSE, Frame.event("contentBlockDelta", "{'contentBlockIndex':0,'delta':{'text':'so far'}}"),
                Frame.exception("throttlingException", "{'message':'Too many'}"));
        assertThat(r.errorType).isEqualTo("throttlingException");
        assertThat(r.errorMessage).isEqualTo("Too many");
        assertThat(Shapes.text(r)).isEqualTo("so far");
        ModelResponse broken = stream(INVOKE, Frame.of(new byte[0], ":message-type", "error", ":error-code", "E", ":error-message", "m"));
        assertThat(broken.errorType).isEqualTo("E");
        assertThat(broken.errorMessage).isEqualTo("m");
    }

    @Test
    void anErrorsNameStandsInAHeader() {
        ModelResponse r = response(CONVERSE, 429, "application/json", Map.of("x-amzn-errortype", "ThrottlingException:http://x/"), "/x",
                bytes("{'message':'slow down'}"));
        assertThat(r.errorType).isEqualTo("ThrottlingException");
        assertThat(r.errorMessage).isEqualTo("slow down");
    }

    @Test
    void novasCacheCountsInUnlessThereIsNone() {
        ModelResponse none = response(CONVERSE, "{'usage':{'inputTokens':5,'cacheReadInputTokenCount':0}}");
        assertThat(none.inputTokens).isEqualTo(5);
        assertThat(none.cacheReadTokens).isNull();
        ModelResponse some = response(CONVERSE, "{'usage':{'inputTokens':5,'cacheReadInputTokenCount':3,'cacheWriteInputTokenCount':2}}");
        assertThat(some.inputTokens).isEqualTo(10);
        assertThat(some.cacheReadTokens).isEqualTo(3);
    }

    // ---- invoke

    @Test
    void whoseWordsARequestIsInItsFieldsTell() {
        String arn = "arn:aws:bedrock:us-east-1:1:application-inference-profile/abc";
        assertThat(invoke(arn, "{'anthropic_version':'v','max_tokens':3,'messages':[{'role':'user','content':'a'}]}").maxTokens).isEqualTo(3);
        assertThat(invoke(arn, "{'messages':[{'role':'user','content':[{'text':'a'}]}],'inferenceConfig':{'max_new_tokens':4}}").maxTokens)
                .isEqualTo(4);
        ModelRequest mistral = invoke("eu.mistral.large", "{'messages':[{'role':'user','content':'a'}],'max_tokens':5}");
        assertThat(mistral.maxTokens).isEqualTo(5);
        assertThat(mistral.openaiApi).isNull();
        ModelRequest cohere = invoke("cohere.command-r-v1:0", "{'message':'a','chat_history':[],'max_tokens':6}");
        assertThat(cohere.messages).hasSize(1);
        assertThat(cohere.maxTokens).isEqualTo(6);
        assertThat(invoke("us.amazon.nova-lite-v1:0", "{'messages':[{'role':'user','content':[{'text':'n'}]}]}").messages).hasSize(1);
    }

    @Test
    void promptsAreReadWithTheSettingsOfEachFamily() {
        ModelRequest llama = invoke("meta.llama3", "{'prompt':'p','max_gen_len':7,'top_p':0.5}");
        assertThat(llama.maxTokens).isEqualTo(7);
        assertThat(llama.topP).isEqualTo(0.5);
        assertThat(llama.operation).isEqualTo("text_completion");
        ModelRequest titan = invoke("amazon.titan-text", "{'inputText':'p','textGenerationConfig':{'maxTokenCount':8,'stopSequences':['x'],'topP':1}}");
        assertThat(titan.maxTokens).isEqualTo(8);
        assertThat(titan.stop).containsExactly("x");
        assertThat(invoke("ai21.j2", "{'prompt':'p','maxTokens':9,'numResults':2}").choices).isEqualTo(2);
        assertThat(invoke("cohere.command-text", "{'prompt':'p','p':0.3,'k':4}").topK).isEqualTo(4);
    }

    @Test
    void embeddingsAreAnOperationOfTheirOwn() {
        assertThat(invoke("amazon.titan-embed-text-v2:0", "{'inputText':'a'}").operation).isEqualTo("embeddings");
        assertThat(invoke("arn:x/y", "{'inputText':'a','normalize':true}").operation).isEqualTo("embeddings");
        assertThat(invoke("amazon.titan-embed-image", "{'inputImage':'AA','inputText':'a'}").messages.get(0).parts()).hasSize(2);
        ModelRequest cohere = invoke("cohere.embed-v4:0", "{'texts':['a','b'],'input_type':'search_query'}");
        assertThat(cohere.operation).isEqualTo("embeddings");
        assertThat(cohere.messages.get(0).parts()).hasSize(2);
        assertThat(invoke("amazon.nova-embed", "{'taskType':'SINGLE_EMBEDDING','singleEmbeddingParams':{'text':{'value':'a'}}}").operation)
                .isEqualTo("embeddings");
    }

    @Test
    void whatDrawsIsNoLanguageModel() {
        assertThat(invoke("stability.sd3", "{'prompt':'a cat'}")).isNull();
        assertThat(invoke("amazon.nova-canvas", "{'taskType':'TEXT_IMAGE','textToImageParams':{'text':'a cat'}}")).isNull();
        assertThat(invoke("m", "{'name':'a lambda of ours'}")).isNull();
    }

    @Test
    void answersOfAllFamiliesAreRead() {
        ModelResponse mistral = response(INVOKE, "{'outputs':[{'text':'a','stop_reason':'stop'},{'text':'b','stop_reason':'length'}]}");
        assertThat(mistral.messages).hasSize(2);
        assertThat(mistral.finishReasons).containsExactly("stop", "length");
        ModelResponse titan = response(INVOKE, "{'inputTextTokenCount':3,'results':[{'tokenCount':4,'outputText':'a','completionReason':'FINISH'}]}");
        assertThat(Shapes.text(titan)).isEqualTo("a");
        assertThat(titan.inputTokens).isEqualTo(3);
        assertThat(titan.outputTokens).isEqualTo(4);
        ModelResponse j2 = response(INVOKE, "{'id':12,'completions':[{'data':{'text':'a'},'finishReason':{'reason':'endoftext'}}]}");
        assertThat(j2.id).isEqualTo("12");
        assertThat(j2.finishReasons).containsExactly("endoftext");
        assertThat(Shapes.text(response(INVOKE, "{'generations':[{'id':'g','text':'a','finish_reason':'COMPLETE'}],'id':'i'}"))).isEqualTo("a");
        assertThat(Shapes.text(response(INVOKE, "{'completion':'a','stop_reason':'stop_sequence'}"))).isEqualTo("a");
        assertThat(Shapes.text(response(INVOKE, "{'response_id':'r','text':'a','generation_id':'g','finish_reason':'COMPLETE'}"))).isEqualTo("a");
        ModelResponse chat = response(INVOKE, "{'choices':[{'index':0,'message':{'role':'assistant','content':'a'},'stop_reason':'stop'}]}");
        assertThat(Shapes.text(chat)).isEqualTo("a");
        assertThat(chat.finishReasons).containsExactly("stop");
        ModelResponse deepseek = response(INVOKE, "{'choices':[{'text':'a','stop_reason':'length'}]}");
        assertThat(Shapes.text(deepseek)).isEqualTo("a");
        assertThat(deepseek.finishReasons).containsExactly("length");
    }

    @Test
    void embeddingsOfAllFamiliesAreCounted() {
        ModelResponse titan = response(INVOKE, "{'embedding':[1,2,3],'embeddingsByType':{'float':[1,2,3]},'inputTextTokenCount':4}");
        assertThat(titan.embeddings).isEqualTo(1);
        assertThat(titan.dimensions).isEqualTo(3);
        assertThat(titan.inputTokens).isEqualTo(4);
        assertThat(titan.messages).isNull();
        ModelResponse cohere = response(INVOKE, "{'id':'i','embeddings':[[1,2],[3,4]],'response_type':'embeddings_floats'}");
        assertThat(cohere.embeddings).isEqualTo(2);
        assertThat(cohere.dimensions).isEqualTo(2);
        ModelResponse byType = response(INVOKE, "{'embeddings':{'int8':[[1,2]]},'response_type':'embeddings_by_type'}");
        assertThat(byType.dimensions).isEqualTo(2);
        assertThat(response(INVOKE, "{'embeddings':[{'embeddingType':'TEXT','embedding':[1,2]}]}").embeddings).isEqualTo(1);
    }

    @Test
    void chunksAreReadAsTheirFamilyStreams() {
        ModelResponse llama = stream(INVOKE, Frame.chunk("{'generation':'a','prompt_token_count':5,'generation_token_count':1}"),
                Frame.chunk("{'generation':'b','prompt_token_count':null,'generation_token_count':2,'stop_reason':'stop'}"));
        assertThat(Shapes.text(llama)).isEqualTo("ab");
        assertThat(llama.inputTokens).isEqualTo(5);
        assertThat(llama.outputTokens).isEqualTo(2);
        ModelResponse chat = stream(INVOKE, Frame.chunk("{'id':'c','choices':[{'index':0,'delta':{'content':'a'}}]}"),
                Frame.chunk("{'choices':[{'index':0,'delta':{'content':'b'},'finish_reason':'stop'}]}"));
        assertThat(Shapes.text(chat)).isEqualTo("ab");
        assertThat(chat.events).isEqualTo(2);
        ModelResponse cohere = stream(INVOKE, Frame.chunk("{'event_type':'text-generation','text':'a'}"),
                Frame.chunk("{'event_type':'stream-end','finish_reason':'COMPLETE','response':{'text':'a','generation_id':'g'}}"));
        assertThat(Shapes.text(cohere)).isEqualTo("a");
        assertThat(cohere.id).isEqualTo("g");
        ModelResponse claude = stream(INVOKE, Frame.chunk("{\n'type':'message_start','message':{'id':'i','role':'assistant'}}"),
                Frame.chunk("{'type':'content_block_delta','index':0,\r\n'delta':{'type':'text_delta','text':'a'}}"));
        assertThat(Shapes.text(claude)).isEqualTo("a");
        assertThat(claude.id).isEqualTo("i");
    }

    @Test
    void tokensComeFromTheMetricsOrTheHeadersWhereTheModelSaysNone() {
        ModelResponse streamed = stream(INVOKE, Frame.chunk("{'outputs':[{'text':'a'}]}"),
                Frame.chunk("{'outputs':[{'text':'','stop_reason':'stop'}],'amazon-bedrock-invocationMetrics':"
                        + "{'inputTokenCount':5,'outputTokenCount':6}}"));
        assertThat(streamed.inputTokens).isEqualTo(5);
        assertThat(streamed.outputTokens).isEqualTo(6);
        ModelResponse whole = response(INVOKE, 200, "application/json", Map.of("x-amzn-bedrock-input-token-count", "7",
                "x-amzn-bedrock-output-token-count", "8", "x-amzn-bedrock-cache-read-input-token-count", "2"), "/x",
                bytes("{'outputs':[{'text':'a'}]}"));
        assertThat(whole.inputTokens).isEqualTo(9);
        assertThat(whole.outputTokens).isEqualTo(8);
        ModelResponse nonsense = response(INVOKE, 200, "application/json", Map.of("x-amzn-bedrock-input-token-count", "many"), "/x",
                bytes("{'outputs':[{'text':'a'}]}"));
        assertThat(nonsense.inputTokens).isNull();
    }

    @Test
    void halfAListDoesNotSayHowManyThereAre() {
        ModelResponse r = response(INVOKE, "{'embeddings':[[1,2],[3");
        assertThat(r.embeddings).isNull();
        assertThat(r.dimensions).isEqualTo(2);
    }

    @Test
    void everyBeginningIsReadWithoutAnError() {
        everyPrefix(CONVERSE, "application/json", "{'output':{'message':{'role':'assistant','content':[{'text':'a'},{'toolUse':{'toolUseId':"
                + "'t','name':'f','input':{'a':[1]}}}]}},'usage':{'inputTokens':1}}");
        everyPrefix(INVOKE, "application/json", "{'choices':[{'message':{'content':'a'},'stop_reason':'x'}],'embeddings':{'a':[[1]]}}");
        byte[] frames = Frame.all(Frame.chunk("{'outputs':[{'text':'a'}]}"), Frame.exception("e", "{'message':'m'}"));
        for (int length = 0; length <= frames.length; length++) {
            Payload body = new Payload(Arrays.copyOf(frames, length), length, Payload.NONE, true);
            assertThat(INVOKE.response(new Received(body, FRAMES, 200, null, "/x", null)).events).isNull();
            assertThat(CONVERSE.response(new Received(body, null, 200, null, "/x", null)).events).isNull();
        }
    }
}
