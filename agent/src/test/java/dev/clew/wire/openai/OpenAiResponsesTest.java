package dev.clew.wire.openai;

import static dev.clew.wire.format.Bodies.cutRequest;
import static dev.clew.wire.format.Bodies.cutResponse;
import static dev.clew.wire.format.Bodies.everyPrefix;
import static dev.clew.wire.format.Bodies.request;
import static dev.clew.wire.format.Bodies.response;
import static dev.clew.wire.format.Bodies.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Shapes;
import dev.clew.trace.ToolDefinition;
import dev.clew.wire.format.WireFormat;
import org.junit.jupiter.api.Test;

/** The Responses API, beyond what the recordings hold. */
class OpenAiResponsesTest {
    private static final WireFormat FORMAT = new OpenAiResponses();
    private static final String CREATED = "{'type':'response.created','response':{'id':'r','model':'m','status':'in_progress',"
            + "'output':[],'usage':null,'error':null}}";

    private static String added(int index, String item) {
        return "{'type':'response.output_item.added','item':" + item + ",'output_index':" + index + "}";
    }

    private static String delta(String what, int index, String delta) {
        return "{'type':'response." + what + ".delta','delta':'" + delta + "','output_index':" + index + "}";
    }

    @Test
    void everySettingOfARequestIsRead() {
        ModelRequest r = request(FORMAT, "{'model':'m','input':'hi','instructions':'be kind','max_output_tokens':7,'temperature':0,"
                + "'top_p':0.5,'stream':true,'service_tier':'flex','previous_response_id':'resp_1','conversation':{'id':'conv_1'},"
                + "'reasoning':{'effort':'low','summary':'auto'},'text':{'verbosity':'low','format':{'type':'json_schema'}},"
                + "'tools':[{'type':'function','name':'f','description':'d','parameters':{}},{'type':'web_search'},"
                + "{'type':'mcp','server_label':'s'},{'type':'custom','name':'c'}]}");
        assertThat(r.model).isEqualTo("m");
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("TEXT:null:null:hi");
        assertThat(r.system).hasSize(1);
        assertThat(r.maxTokens).isEqualTo(7);
        assertThat(r.temperature).isZero();
        assertThat(r.topP).isEqualTo(0.5);
        assertThat(r.stream).isTrue();
        assertThat(r.serviceTier).isEqualTo("flex");
        assertThat(r.previousResponseId).isEqualTo("resp_1");
        assertThat(r.conversationId).isEqualTo("conv_1");
        assertThat(r.reasoningLevel).isEqualTo("low");
        assertThat(r.outputType).isEqualTo("json");
        assertThat(r.openaiApi).isEqualTo("responses");
        assertThat(r.tools).containsExactly(new ToolDefinition("f", "d", "{}"), new ToolDefinition("c", null, null));
        assertThat(request(FORMAT, "{'input':'x','conversation':'conv_2'}").conversationId).isEqualTo("conv_2");
    }

    @Test
    void itemsOfAllKindsAreMessagesInTheirOrder() {
        ModelRequest r = request(FORMAT, "{'input':[{'role':'developer','content':'rules'},"
                + "{'type':'message','role':'user','content':[{'type':'input_text','text':'look'},"
                + "{'type':'input_image','image_url':'https://x/y.png'},{'type':'input_image','file_id':'f'},"
                + "{'type':'input_file','file_data':'data:application/pdf;base64,AA','filename':'a.pdf'}]},"
                + "{'type':'reasoning','summary':[],'encrypted_content':'x'},"
                + "{'type':'function_call','call_id':'c','id':'fc','name':'f','arguments':'{}'},"
                + "{'type':'function_call_output','call_id':'c','output':'42'},"
                + "{'type':'computer_call_output','call_id':'d','output':{'type':'computer_screenshot','image_url':'data:image/png;base64,AA'}},"
                + "{'type':'function_call_output','call_id':'e','output':[{'type':'input_text','text':'a'},{'type':'input_image','image_url':'data:x'}]},"
                + "{'type':'item_reference','id':'msg_1'}]}");
        assertThat(r.messages).extracting(m -> m.role()).containsExactly(
                "developer", "user", "assistant", "assistant", "tool", "tool", "tool", "item_reference");
        assertThat(Shapes.parts(r.messages.get(1))).containsExactly(
                "TEXT:null:null:look", "MEDIA:null:image:https://x/y.png", "MEDIA:null:image:null", "MEDIA:null:document:null");
        assertThat(Shapes.parts(r.messages.get(2))).containsExactly("REASONING:null:null:null");
        assertThat(Shapes.parts(r.messages.get(3))).containsExactly("TOOL_CALL:c:f:{}");
        assertThat(Shapes.parts(r.messages.get(4))).containsExactly("TOOL_RESPONSE:c:null:42");
        assertThat(Shapes.parts(r.messages.get(5))).containsExactly("TOOL_RESPONSE:d:null:", "MEDIA:null:image:null");
        assertThat(Shapes.parts(r.messages.get(6))).containsExactly("TOOL_RESPONSE:e:null:a", "MEDIA:null:image:null");
        assertThat(r.messages.get(7).parts()).isEmpty();
    }

    @Test
    void whatHasNoInputOfAnyKindIsNoRequest() {
        assertThat(request(FORMAT, "{'model':'m','answers':[1]}")).isNull();
        assertThat(request(FORMAT, "{'model':'m','input':5}")).isNull();
        assertThat(request(FORMAT, "[]")).isNull();
        assertThat(request(FORMAT, "")).isNull();
        assertThat(request(FORMAT, "{'model':'m','prompt':{'id':'pmpt_1'}}")).isNotNull();
        assertThat(request(FORMAT, "{'model':'m','previous_response_id':'r'}")).isNotNull();
        assertThat(cutRequest(FORMAT, "{'model':'m','metadata':{'a':'").cut).isTrue();
    }

    @Test
    void theProvidersOwnToolsAreTheirTypeAndNobodyElseIsAskedForThem() {
        ModelResponse r = response(FORMAT, "{'output':[{'type':'web_search_call','id':'ws','action':{'type':'search','query':'q'}},"
                + "{'type':'code_interpreter_call','id':'ci','code':'print(1)'},"
                + "{'type':'image_generation_call','id':'ig','result':'AAAA'},"
                + "{'type':'mcp_call','id':'m','name':'t','arguments':'{}','output':'done'},"
                + "{'type':'local_shell_call','id':'l','call_id':'lc','action':{'type':'exec'}},"
                + "{'type':'custom_tool_call','call_id':'cc','name':'c','input':'go'}]}");
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly(
                "SERVER_TOOL_CALL:ws:web_search_call:{\"type\":\"search\",\"query\":\"q\"}",
                "SERVER_TOOL_CALL:ci:code_interpreter_call:print(1)",
                "SERVER_TOOL_CALL:ig:image_generation_call:null", "MEDIA:null:image:null",
                "SERVER_TOOL_CALL:m:t:{}", "SERVER_TOOL_RESPONSE:m:mcp_call:done",
                "TOOL_CALL:lc:local_shell_call:{\"type\":\"exec\"}", "TOOL_CALL:cc:c:go");
    }

    @Test
    void reasoningIsTheThoughtsElseTheirSummary() {
        assertThat(Shapes.reasoning(response(FORMAT, "{'output':[{'type':'reasoning','summary':[{'type':'summary_text','text':'s'}],"
                + "'content':[{'type':'reasoning_text','text':'t'}]}]}"))).isEqualTo("t");
        assertThat(Shapes.parts(response(FORMAT, "{'output':[{'type':'reasoning','summary':[{'text':'a'},{'text':'b'}]}]}")
                .messages.get(0))).containsExactly("REASONING:null:null:a", "REASONING:null:null:b");
    }

    @Test
    void aRefusalIsWhatTheModelSaid() {
        assertThat(Shapes.text(response(FORMAT, "{'output':[{'content':[{'type':'refusal','refusal':'no'}],'type':'message'}]}")))
                .isEqualTo("no");
        assertThat(Shapes.text(stream(FORMAT, delta("refusal", 0, "n"), delta("refusal", 0, "o")))).isEqualTo("no");
    }

    @Test
    void aCutStreamIsWhatCameInPieces() {
        ModelResponse r = stream(FORMAT, CREATED,
                added(0, "{'type':'reasoning','summary':[]}"),
                delta("reasoning_summary_text", 0, "th"), delta("reasoning_summary_text", 0, "ink"),
                added(1, "{'type':'message','content':[],'role':'assistant'}"),
                added(2, "{'type':'function_call','call_id':'c','name':'f','arguments':''}"),
                delta("output_text", 1, "he"), delta("function_call_arguments", 2, "[1"),
                delta("output_text", 1, "llo"), delta("function_call_arguments", 2, ",2"));
        assertThat(r.id).isEqualTo("r");
        assertThat(r.model).isEqualTo("m");
        assertThat(r.status).isEqualTo("in_progress");
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly(
                "REASONING:null:null:think", "TEXT:null:null:hello", "TOOL_CALL:c:f:[1,2");
        assertThat(r.inputTokens).isNull();
        assertThat(r.events).isEqualTo(10);
    }

    @Test
    void theLastEventCountsOnceAndMoreThanThePieces() {
        String end = "{'type':'response.completed','response':{'id':'r','status':'completed','output':[{'type':'message','content':"
                + "[{'type':'output_text','text':'hello','logprobs':[{'token':'h','logprob':-0.5}]}]}],"
                + "'usage':{'input_tokens':3,'output_tokens':2}}}";
        ModelResponse r = stream(FORMAT, CREATED, "{'type':'response.output_text.delta','logprobs':[{'token':'h','logprob':-0.5}],"
                + "'delta':'hel','output_index':0}", end);
        assertThat(Shapes.text(r)).isEqualTo("hello");
        assertThat(r.logprobCount).isEqualTo(1);
        assertThat(r.logprobMean).isEqualTo(-0.5, within(1e-9));
        assertThat(r.outputTokens).isEqualTo(2);
        ModelResponse cut = stream(FORMAT, delta("output_text", 0, "hel"), end.substring(0, end.indexOf("hello") + 2));
        assertThat(Shapes.text(cut)).isEqualTo("hel");
        assertThat(cut.errorType).isNull();
    }

    @Test
    void anAnswerThatSaysNothingAtItsEndIsThePieces() {
        assertThat(Shapes.text(stream(FORMAT, delta("output_text", 0, "a"),
                "{'type':'response.completed','response':{'status':'completed','output':[]}}"))).isEqualTo("a");
    }

    @Test
    void theEndOfAStreamWithAHoleSaysWhatItCost() {
        ModelResponse r = cutResponse(FORMAT, "text/event-stream", "data: " + CREATED + "\n\n", "alf':1}\n\ndata: "
                + "{'type':'response.incomplete','response':{'status':'incomplete','incomplete_details':{'reason':'max_output_tokens'},"
                + "'output':[],'usage':{'input_tokens':1,'output_tokens':2,'input_tokens_details':{'cached_tokens':1}}}}\n\n");
        assertThat(r.status).isEqualTo("incomplete");
        assertThat(r.incompleteReason).isEqualTo("max_output_tokens");
        assertThat(r.cacheReadTokens).isEqualTo(1);
        assertThat(r.finishReasons).isNull();
        assertThat(r.events).isNull();
    }

    @Test
    void errorsAreReadInAllShapes() {
        ModelResponse failed = stream(FORMAT, CREATED, "{'type':'response.failed','response':{'status':'failed','error':"
                + "{'code':'server_error','message':'m'}}}");
        assertThat(failed.errorType).isEqualTo("server_error");
        assertThat(failed.status).isEqualTo("failed");
        assertThat(stream(FORMAT, CREATED, "{'type':'error','code':'rate_limit_exceeded','message':'slow'}").errorType)
                .isEqualTo("rate_limit_exceeded");
        assertThat(stream(FORMAT, CREATED, "{'type':'error','code':null,'message':'slow'}").errorType).isEqualTo("_OTHER");
        assertThat(stream(FORMAT, CREATED, "{'type':'error','error':{'type':'t','message':'x'}}").errorMessage).isEqualTo("x");
        assertThat(response(FORMAT, 401, null, "{'statusCode':401,'message':'denied'}").errorType).isEqualTo("401");
        assertThat(response(FORMAT, "{'status':'completed','error':null,'output':[]}").errorType).isNull();
    }

    @Test
    void aBrokenAnswerIsTrueAsFarAsItGoes() {
        ModelResponse r = response(FORMAT, "{'id':'r','output':[{'type':'message','content':[{'type':'output_text','text':'a'}]},"
                + "{'content':[{'text':'thought");
        assertThat(Shapes.text(r)).isEqualTo("a");
        assertThat(r.id).isEqualTo("r");
        everyPrefix(FORMAT, "text/event-stream", "data: " + CREATED + "\n\ndata: " + added(0, "{'type':'message'}") + "\n\ndata: "
                + delta("output_text", 0, "a") + "\n\n");
        everyPrefix(FORMAT, null, "{'model':'m','input':[{'role':'user','content':[{'type':'input_text','text':'x'}]}],'output':"
                + "[{'type':'function_call','arguments':{'a':[1]}}]}");
    }

    @Test
    void wrongTypesAreNothing() {
        ModelResponse r = response(FORMAT, "{'id':1,'model':[],'output':{},'usage':[],'error':5,'status':{},'incomplete_details':'x'}");
        assertThat(r.id).isNull();
        assertThat(r.messages).isNull();
        assertThat(r.errorType).isNull();
        assertThat(response(FORMAT, "{'output':[null,1,'x',[],{'type':5,'content':7,'summary':{},'output':[[]]}]}").messages).isNull();
        assertThat(stream(FORMAT, "{'type':'response.output_text.delta','delta':'a','output_index':99999999999999999999}",
                "{'type':'response.reasoning_summary_text.delta','delta':'a','output_index':-1,'summary_index':1e9}").messages).hasSize(1);
        assertThat(request(FORMAT, "{'input':[null,[],{'role':3,'content':{'a':1}}],'tools':{'a':1},'text':[],'conversation':4}").messages)
                .hasSize(1);
    }
}
