package dev.clew.wire.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Shapes;
import dev.clew.trace.ToolDefinition;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Chat completions in the dialects that the recordings do not hold. */
class OpenAiChatTest {
    private static final OpenAiChat FORMAT = new OpenAiChat();

    private static Payload payload(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new Payload(bytes, bytes.length, Payload.NONE, false);
    }

    private static ModelRequest request(String json) {
        return FORMAT.request(new Sent(payload(json.replace('\'', '"')), "/v1/chat/completions", null));
    }

    private static ModelResponse response(Payload body, String contentType, int status) {
        return FORMAT.response(new Received(body, contentType, status, null, "/v1/chat/completions", null));
    }

    private static ModelResponse response(String json) {
        return response(payload(json.replace('\'', '"')), "application/json", 200);
    }

    private static ModelResponse stream(String... chunks) {
        StringBuilder events = new StringBuilder();
        for (String chunk : chunks) {
            events.append("data: ").append(chunk.replace('\'', '"')).append("\n\n");
        }
        return response(payload(events.toString()), "text/event-stream", 200);
    }

    private static String delta(String delta) {
        return "{'choices':[{'index':0,'delta':" + delta + "}]}";
    }

    @Test
    void everySettingOfARequestIsRead() {
        ModelRequest r = request("{'model':'m','messages':[{'role':'user','content':'hi'}],'temperature':1,'top_p':0.5,'top_k':3,"
                + "'max_tokens':7,'max_completion_tokens':8,'n':2,'seed':-1,'stop':'x','frequency_penalty':0.1,"
                + "'presence_penalty':0.2,'stream':true,'response_format':{'type':'json_schema','json_schema':{'type':'no'}},"
                + "'reasoning_effort':'low','service_tier':'flex','metadata':{'model':'no','messages':[1]}}");
        assertThat(r.model).isEqualTo("m");
        assertThat(r.temperature).isEqualTo(1.0);
        assertThat(r.topP).isEqualTo(0.5);
        assertThat(r.topK).isEqualTo(3);
        assertThat(r.maxTokens).isEqualTo(8);
        assertThat(r.choices).isEqualTo(2);
        assertThat(r.seed).isEqualTo(-1);
        assertThat(r.stop).containsExactly("x");
        assertThat(r.frequencyPenalty).isEqualTo(0.1);
        assertThat(r.presencePenalty).isEqualTo(0.2);
        assertThat(r.stream).isTrue();
        assertThat(r.outputType).isEqualTo("json");
        assertThat(r.reasoningLevel).isEqualTo("low");
        assertThat(r.serviceTier).isEqualTo("flex");
        assertThat(r.openaiApi).isEqualTo("chat_completions");
    }

    @Test
    void partsOfAllKindsAreReadAndInlineBytesAreNot() {
        ModelRequest r = request("{'messages':[{'content':[{'type':'text','text':'look'},{'type':'image_url','image_url':"
                + "{'url':'https://x/y.png'}},{'type':'image_url','image_url':{'url':'data:image/png;base64,AAAA'}},"
                + "{'type':'input_audio','input_audio':{'data':'BBBB','format':'wav'}}],'role':'user'},"
                + "{'role':'assistant','content':null,'tool_calls':[{'id':'c1','type':'function','function':"
                + "{'name':'f','arguments':'{}'}}]},{'role':'tool','content':'42','tool_call_id':'c1'}]}");
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly(
                "TEXT:null:null:look", "MEDIA:null:image:https://x/y.png", "MEDIA:null:image:null", "MEDIA:null:audio:null");
        assertThat(Shapes.parts(r.messages.get(1))).containsExactly("TOOL_CALL:c1:f:{}");
        assertThat(Shapes.parts(r.messages.get(2))).containsExactly("TOOL_RESPONSE:c1:null:42");
    }

    @Test
    void toolsAreReadAsTheyAreWritten() {
        ModelRequest r = request("{'messages':[],'tools':[{'type':'function','function':{'name':'f','description':'d',"
                + "'parameters':{'type':'object', 'properties':{'ü':{}}}}},{'type':'web_search'}]}");
        assertThat(r.tools).containsExactly(
                new ToolDefinition("f", "d", "{\"type\":\"object\", \"properties\":{\"ü\":{}}}"));
    }

    @Test
    void aBodyWithoutMessagesIsNoChat() {
        assertThat(request("{'model':'m','prompt':'x'}")).isNull();
        assertThat(request("{'model':'m','messages':'x'}")).isNull();
        assertThat(request("[1,2]")).isNull();
        assertThat(request("not json")).isNull();
        assertThat(request("")).isNull();
    }

    @Test
    void aCutRequestKeepsWhatCameBeforeTheCut() {
        byte[] bytes = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"us".getBytes(StandardCharsets.UTF_8);
        ModelRequest r = FORMAT.request(new Sent(new Payload(bytes, bytes.length, Payload.NONE, true), "", null));
        assertThat(r.model).isEqualTo("m");
        assertThat(r.messages).hasSize(1);
        assertThat(r.cut).isTrue();
    }

    @Test
    void everyPrefixOfAnAnswerIsReadWithoutAnError() {
        byte[] whole = ("{\"id\":\"i\",\"choices\":[{\"message\":{\"content\":\"a\",\"tool_calls\":[{\"id\":\"c\",\"function\":"
                + "{\"name\":\"f\",\"arguments\":\"{}\"}}]},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1}}")
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            ModelResponse r = response(new Payload(Arrays.copyOf(whole, length), length, Payload.NONE, false), null, 200);
            assertThat(r.errorType).isNull();
            assertThat(r.inputTokens).isIn(null, 1L);
        }
    }

    @Test
    void toolCallsAreAssembledByIndex() {
        ModelResponse r = stream(
                delta("{'tool_calls':[{'index':0,'id':'a','function':{'name':'f','arguments':''}}]}"),
                delta("{'tool_calls':[{'index':1,'id':'b','function':{'name':'g','arguments':'{'}}]}"),
                delta("{'tool_calls':[{'index':0,'function':{'arguments':'{1'}},{'index':1,'function':{'arguments':'2}'}}]}"),
                delta("{'tool_calls':[{'index':0,'function':{'arguments':'}'}}]}"));
        assertThat(Shapes.callIds(r)).containsExactly("a", "b");
        assertThat(Shapes.calls(r)).containsExactly("f", "g");
        assertThat(Shapes.arguments(r)).containsExactly("{1}", "{2}");
    }

    @Test
    void toolCallsWithoutAnIndexGoByTheirIds() {
        ModelResponse r = stream(
                delta("{'tool_calls':[{'id':'a','function':{'name':'f','arguments':'1'}}]}"),
                delta("{'tool_calls':[{'function':{'arguments':'2'}}]}"),
                delta("{'tool_calls':[{'id':'b','function':{'name':'f','arguments':'3'}}]}"));
        assertThat(Shapes.callIds(r)).containsExactly("a", "b");
        assertThat(Shapes.arguments(r)).containsExactly("12", "3");
    }

    @Test
    void anIdRepeatedWithEveryPieceIsOneCall() {
        ModelResponse r = stream(
                delta("{'tool_calls':[{'index':0,'id':'a','function':{'name':'f','arguments':'1'}}]}"),
                delta("{'tool_calls':[{'index':0,'id':'a','function':{'name':'f','arguments':'2'}}]}"));
        assertThat(Shapes.calls(r)).containsExactly("f");
        assertThat(Shapes.arguments(r)).containsExactly("12");
    }

    @Test
    void oneIndexForAllCallsDoesNotMixThem() {
        ModelResponse r = stream(
                delta("{'tool_calls':[{'index':0,'id':'a','function':{'name':'f','arguments':'1'}}]}"),
                delta("{'tool_calls':[{'index':0,'id':'b','function':{'name':'g','arguments':'2'}}]}"));
        assertThat(Shapes.callIds(r)).containsExactly("a", "b");
        assertThat(Shapes.arguments(r)).containsExactly("1", "2");
    }

    @Test
    void argumentsThatAreAnObjectStayJson() {
        ModelResponse r = response("{'choices':[{'message':{'tool_calls':[{'id':'a','function':{'name':'f','arguments':{'x':[1]}}}]}}]}");
        assertThat(Shapes.arguments(r)).containsExactly("{\"x\":[1]}");
    }

    @Test
    void reasoningIsReadUnderBothNamesAndOnceWhereBothAreSent() {
        assertThat(Shapes.reasoning(stream(delta("{'reasoning_content':'a'}"), delta("{'reasoning_content':'b'}")))).isEqualTo("ab");
        assertThat(Shapes.reasoning(stream(delta("{'reasoning':'a'}"), delta("{'reasoning':'b'}")))).isEqualTo("ab");
        assertThat(Shapes.reasoning(response("{'choices':[{'message':{'reasoning':'a','reasoning_content':'a',"
                + "'reasoning_details':[{'type':'reasoning.text','text':'a'}]}}]}"))).isEqualTo("a");
    }

    @Test
    void aRefusalIsWhatTheModelSaid() {
        assertThat(Shapes.text(stream(delta("{'refusal':'I '}"), delta("{'refusal':'won\\u0027t'}")))).isEqualTo("I won't");
    }

    @Test
    void usageInAChunkWithoutChoicesCountsAndTheLastOneWins() {
        ModelResponse r = stream(
                "{'choices':[{'index':0,'delta':{'content':'a'}}],'usage':{'prompt_tokens':1,'completion_tokens':1}}",
                delta("{}"),
                "{'choices':[],'usage':{'prompt_tokens':1,'completion_tokens':5,'prompt_tokens_details':null}}",
                "{'choices':[],'usage':null}");
        assertThat(r.inputTokens).isEqualTo(1);
        assertThat(r.outputTokens).isEqualTo(5);
        assertThat(r.cacheReadTokens).isNull();
        assertThat(r.reasoningTokens).isNull();
    }

    @Test
    void groqsOwnUsageAndDeepSeeksCacheCount() {
        assertThat(stream("{'choices':[],'x_groq':{'id':'r','usage':{'prompt_tokens':3,'completion_tokens':4}}}").outputTokens)
                .isEqualTo(4);
        assertThat(response("{'usage':{'prompt_tokens':9,'prompt_cache_hit_tokens':6}}").cacheReadTokens).isEqualTo(6);
    }

    @Test
    void reasoningThatIsNotInTheOutputIsAdded() {
        ModelResponse x = response("{'usage':{'prompt_tokens':32,'completion_tokens':9,'total_tokens':135,"
                + "'completion_tokens_details':{'reasoning_tokens':94}}}");
        assertThat(x.outputTokens).isEqualTo(103);
        ModelResponse o = response("{'usage':{'prompt_tokens':32,'completion_tokens':103,'total_tokens':135,"
                + "'completion_tokens_details':{'reasoning_tokens':94}}}");
        assertThat(o.outputTokens).isEqualTo(103);
    }

    @Test
    void choicesComeInTheirOrder() {
        ModelResponse r = stream(
                "{'choices':[{'index':1,'delta':{'content':'b'},'finish_reason':'length'}]}",
                "{'choices':[{'index':0,'delta':{'content':'a'},'finish_reason':'stop'}]}");
        assertThat(r.messages).hasSize(2);
        assertThat(Shapes.text(r)).isEqualTo("ab");
        assertThat(r.finishReasons).containsExactly("stop", "length");
    }

    @Test
    void aMalformedEventCostsItselfAlone() {
        ModelResponse r = stream(delta("{'content':'a'}"), "{'choices':[{'index':0,'delta':{'content':'b", delta("{'content':'c'}"), "[DONE]");
        assertThat(Shapes.text(r)).isEqualTo("ac");
        assertThat(r.errorType).isNull();
    }

    @Test
    void errorsAreReadInAllShapes() {
        assertThat(stream(delta("{'content':'a'}"), "{'error':{'message':'m','type':'server_error','code':null}}").errorType)
                .isEqualTo("server_error");
        assertThat(response("{'error':'plain'}").errorType).isEqualTo("_OTHER");
        assertThat(response(payload("{\"error\":{\"code\":429}}"), null, 429).errorType).isEqualTo("429");
        assertThat(response(payload("{\"object\":\"error\",\"message\":\"m\",\"type\":\"invalid\"}"), null, 422).errorType)
                .isEqualTo("invalid");
        assertThat(response(payload("{\"statusCode\":401,\"message\":\"denied\"}"), null, 401).errorMessage).isEqualTo("denied");
        assertThat(response(payload("<h1>Bad Gateway</h1>"), "text/html", 502).errorType).isNull();
        assertThat(response("{'error':null,'choices':[]}").errorType).isNull();
    }

    @Test
    void blankLinesBeforeAWholeAnswerAreWaiting() {
        assertThat(response("\n\n\n{'id':'i','choices':[]}").id).isEqualTo("i");
    }

    @Test
    void aStreamUnderAnotherContentTypeIsAStreamAllTheSame() {
        byte[] sse = "data: {\"id\":\"i\",\"choices\":[]}\n\n".getBytes(StandardCharsets.UTF_8);
        assertThat(response(new Payload(sse, sse.length, Payload.NONE, false), "application/json", 200).id).isEqualTo("i");
    }

    @Test
    void logprobsAreSummedUpOverAllChunks() {
        ModelResponse r = stream(
                "{'choices':[{'index':0,'delta':{'content':'a'},'logprobs':{'content':[{'token':'a','logprob':-0.1,'top_logprobs':[{'logprob':-9}]}]}}]}",
                "{'choices':[{'index':0,'delta':{'content':'b'},'logprobs':{'content':[{'token':'b','logprob':-0.3},{'logprob':-9999.0},{'logprob':null}]}}]}",
                "{'choices':[{'index':0,'delta':{},'logprobs':null}]}");
        assertThat(r.logprobCount).isEqualTo(2);
        assertThat(r.logprobMean).isEqualTo(-0.2, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(r.logprobMin).isEqualTo(-0.3);
        assertThat(response("{'choices':[{'message':{'content':'a'}}]}").logprobCount).isNull();
    }

    @Test
    void tokensAreToldApartByWhatTheyAreOf() {
        ModelResponse r = response("{'usage':{'prompt_tokens':30,'completion_tokens':20,'prompt_tokens_details':{'text_tokens':10,"
                + "'audio_tokens':12,'image_tokens':8,'cached_tokens':0},'completion_tokens_details':{'text_tokens':5,'audio_tokens':15}}}");
        assertThat(r.textInputTokens).isEqualTo(10);
        assertThat(r.audioInputTokens).isEqualTo(12);
        assertThat(r.imageInputTokens).isEqualTo(8);
        assertThat(r.cacheReadTokens).isZero();
        assertThat(r.textOutputTokens).isEqualTo(5);
        assertThat(r.audioOutputTokens).isEqualTo(15);
        assertThat(r.imageOutputTokens).isNull();
    }

    @Test
    void dialectsOfOpenRouterVllmAndGroqAreRead() {
        ModelResponse openRouter = stream("{'id':'gen-1','provider':'X','choices':[{'index':0,'delta':{'reasoning':'t','reasoning_details':"
                + "[{'type':'reasoning.text','text':'t'}]},'native_finish_reason':null}]}",
                "{'id':'gen-1','choices':[{'index':0,'delta':{'content':''},'finish_reason':'error','error':{'code':502,'message':'gone'}}]}");
        assertThat(Shapes.reasoning(openRouter)).isEqualTo("t");
        assertThat(openRouter.errorType).isEqualTo("502");
        assertThat(openRouter.errorMessage).isEqualTo("gone");
        assertThat(response(payload("{\"object\":\"error\",\"message\":\"m\",\"type\":\"BadRequestError\",\"param\":null,\"code\":400}"), null, 400)
                .errorType).isEqualTo("BadRequestError");
        assertThat(response("{'choices':[{'message':{'content':'a','reasoning':'b'},'stop_reason':128009,'finish_reason':'stop'}],"
                + "'prompt_logprobs':null,'kv_transfer_params':null}").finishReasons).containsExactly("stop");
        assertThat(stream("{'x_groq':{'error':'over','id':'r'},'choices':[]}").errorMessage).isEqualTo("over");
    }

    @Test
    void wrongTypesAreNothing() {
        ModelResponse r = response("{'id':5,'choices':[null,[],'x',{'index':'a','message':[],'logprobs':3,'finish_reason':{}},"
                + "{'message':{'role':{},'content':{'a':1},'tool_calls':[1,null,{'function':[]}],'images':5}}],'usage':[1],'error':[1]}");
        assertThat(r.errorType).isNull();
        assertThat(r.inputTokens).isNull();
        assertThat(r.finishReasons).isNull();
        assertThat(response("{'usage':{'prompt_tokens':1e300,'completion_tokens':99999999999999999999,'total_tokens':1.5}}").inputTokens)
                .isNull();
    }
}
