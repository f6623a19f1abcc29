package dev.clew.wire.anthropic;

import static dev.clew.wire.format.Bodies.cutRequest;
import static dev.clew.wire.format.Bodies.cutResponse;
import static dev.clew.wire.format.Bodies.everyPrefix;
import static dev.clew.wire.format.Bodies.request;
import static dev.clew.wire.format.Bodies.response;
import static dev.clew.wire.format.Bodies.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Shapes;
import dev.clew.trace.ToolDefinition;
import dev.clew.wire.format.WireFormat;
import org.junit.jupiter.api.Test;

/** Messages beyond what the recordings hold. */
class AnthropicMessagesTest {
    private static final WireFormat FORMAT = new AnthropicMessages();

    private static final String START = "{'type':'message_start','message':{'id':'i','model':'m','role':'assistant','content':[],"
            + "'usage':{'input_tokens':10,'cache_read_input_tokens':3,'cache_creation_input_tokens':2,'output_tokens':1}}}";

    @Test
    void everySettingOfARequestIsRead() {
        ModelRequest r = request(FORMAT, "{'model':'m','max_tokens':9,'messages':[{'role':'user','content':'hi'}],'system':'be nice',"
                + "'temperature':0.1,'top_p':0.2,'top_k':3,'stop_sequences':['x'],'stream':true,'service_tier':'auto',"
                + "'output_config':{'effort':'low','format':{'type':'json_schema'}},'metadata':{'user_id':'u'}}");
        assertThat(r.model).isEqualTo("m");
        assertThat(r.maxTokens).isEqualTo(9);
        assertThat(r.system).hasSize(1);
        assertThat(r.temperature).isEqualTo(0.1);
        assertThat(r.topP).isEqualTo(0.2);
        assertThat(r.topK).isEqualTo(3);
        assertThat(r.stop).containsExactly("x");
        assertThat(r.stream).isTrue();
        assertThat(r.serviceTier).isEqualTo("auto");
        assertThat(r.reasoningLevel).isEqualTo("low");
        assertThat(r.outputType).isEqualTo("json");
    }

    @Test
    void blocksOfAllKindsAreReadAndInlineBytesAreNot() {
        ModelRequest r = request(FORMAT, "{'max_tokens':1,'messages':[{'role':'user','content':[{'type':'image','source':{'type':'url',"
                + "'url':'https://x/y.png'}},{'type':'image','source':{'type':'base64','data':'AAAA'}},{'type':'document','source':"
                + "{'type':'file','file_id':'f1'}}]},{'role':'assistant','content':[{'type':'thinking','thinking':'hm','signature':'s'},"
                + "{'type':'redacted_thinking','data':'ZZZZ'},{'type':'tool_use','id':'t1','name':'f','input':{'a':1}}]},"
                + "{'role':'user','content':[{'type':'tool_result','tool_use_id':'t1','content':[{'type':'text','text':'42'},"
                + "{'type':'image','source':{'type':'base64','data':'BBBB'}}]},{'type':'tool_result','tool_use_id':'t2','content':'no'},"
                + "{'type':'tool_result','tool_use_id':'t3'}]}]}");
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly(
                "MEDIA:null:image:https://x/y.png", "MEDIA:null:image:null", "MEDIA:null:document:f1");
        assertThat(Shapes.parts(r.messages.get(1))).containsExactly(
                "REASONING:null:null:hm", "REASONING:null:null:", "TOOL_CALL:t1:f:{\"a\":1}");
        assertThat(Shapes.parts(r.messages.get(2))).containsExactly("TOOL_RESPONSE:t1:null:42", "MEDIA:null:image:null",
                "TOOL_RESPONSE:t2:null:no", "TOOL_RESPONSE:t3:null:");
    }

    @Test
    void toolsThatTheProviderRunsAreNoCallsOfOurs() {
        ModelResponse r = response(FORMAT, "{'id':'i','type':'message','role':'assistant','content':[{'type':'server_tool_use','id':'s1',"
                + "'name':'web_search','input':{'query':'q'}},{'type':'web_search_tool_result','tool_use_id':'s1','content':[{'url':'u'}]},"
                + "{'type':'text','text':'found'}],'stop_reason':'end_turn'}");
        assertThat(Shapes.calls(r)).isEmpty();
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("SERVER_TOOL_CALL:s1:web_search:{\"query\":\"q\"}",
                "SERVER_TOOL_RESPONSE:s1:web_search_tool_result:[{\"url\":\"u\"}]", "TEXT:null:null:found");
    }

    @Test
    void toolsAreReadAsTheyAreWritten() {
        ModelRequest r = request(FORMAT, "{'max_tokens':1,'messages':[],'tools':[{'name':'f','description':'d','input_schema':{'x':1}},"
                + "{'type':'web_search_20250305','name':'web_search'},{'type':'mcp_toolset'},7]}");
        assertThat(r.tools).containsExactly(new ToolDefinition("f", "d", "{\"x\":1}"), new ToolDefinition("web_search", null, null));
    }

    @Test
    void anotherApplicationsMessagesAreNoCall() {
        assertThat(request(FORMAT, "{'messages':[{'role':'user','content':'x'}]}")).isNull();
        assertThat(request(FORMAT, "{'max_tokens':5,'text':'x'}")).isNull();
        assertThat(request(FORMAT, "{'max_tokens':5,'messages':'x'}")).isNull();
        assertThat(request(FORMAT, "")).isNull();
        assertThat(cutRequest(FORMAT, "{'text':'xxxx")).isNull();
        assertThat(cutRequest(FORMAT, "{'messages':[{'role':'user','content':'xx").cut).isTrue();
    }

    @Test
    void onVertexTheVersionIsEnoughAndTheAddressSaysThatItStreams() {
        String body = "{'anthropic_version':'vertex-2023-10-16','messages':[]}";
        assertThat(request(FORMAT, "/models/claude:streamRawPredict", "claude", body).stream).isTrue();
        assertThat(request(FORMAT, "/models/claude:rawPredict", "claude", body).stream).isNull();
    }

    @Test
    void theLastUsageCountsAndWhatItLeavesOutStays() {
        ModelResponse r = stream(FORMAT, START,
                "{'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':{'input_tokens':20,'output_tokens':7,"
                        + "'cache_read_input_tokens':null,'output_tokens_details':{'thinking_tokens':4}}}");
        assertThat(r.inputTokens).isEqualTo(20 + 3 + 2);
        assertThat(r.cacheReadTokens).isEqualTo(3);
        assertThat(r.cacheWriteTokens).isEqualTo(2);
        assertThat(r.outputTokens).isEqualTo(7);
        assertThat(r.reasoningTokens).isEqualTo(4);
        assertThat(r.finishReasons).containsExactly("end_turn");
    }

    @Test
    void blocksThatAreStreamedByTurnsKeepTheirOrder() {
        ModelResponse r = stream(FORMAT, START,
                "{'type':'content_block_start','index':1,'content_block':{'type':'tool_use','id':'t1','name':'f','input':{}}}",
                "{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}",
                "{'type':'content_block_delta','index':1,'delta':{'type':'input_json_delta','partial_json':'{\\'a\\':'}}",
                "{'delta':{'type':'text_delta','text':'hi'},'index':0,'type':'content_block_delta'}",
                "{'type':'content_block_delta','index':1,'delta':{'type':'input_json_delta','partial_json':'1}'}}",
                "{'type':'content_block_start','index':2,'content_block':{'type':'tool_use','id':'t2','name':'g','input':{}}}");
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly(
                "TEXT:null:null:hi", "TOOL_CALL:t1:f:{\"a\":1}", "TOOL_CALL:t2:g:{}");
    }

    @Test
    void anErrorInAStreamThatBeganWellIsAnError() {
        ModelResponse r = stream(FORMAT, START,
                "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'so far'}}",
                "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}");
        assertThat(r.errorType).isEqualTo("overloaded_error");
        assertThat(r.errorMessage).isEqualTo("Overloaded");
        assertThat(Shapes.text(r)).isEqualTo("so far");
        assertThat(r.events).isEqualTo(3);
    }

    @Test
    void aGatewaysErrorIsReadToo() {
        ModelResponse r = response(FORMAT, 429, "application/json", "{'message':'slow down'}");
        assertThat(r.errorType).isEqualTo("429");
        assertThat(r.errorMessage).isEqualTo("slow down");
    }

    @Test
    void wrongTypesAndUnknownThingsAreNothing() {
        ModelResponse r = response(FORMAT, "{'id':7,'model':[],'role':{},'content':[null,1,'x',{'type':9,'text':[]},{'type':'new','text':'y'}],"
                + "'stop_reason':4,'usage':{'input_tokens':'3','output_tokens':99999999999999999999},'error':null,'new':[[{}]]}");
        assertThat(r.id).isNull();
        assertThat(r.inputTokens).isNull();
        assertThat(r.outputTokens).isNull();
        assertThat(r.finishReasons).isNull();
        assertThat(r.errorType).isNull();
        assertThat(Shapes.text(r)).isEqualTo("y");
    }

    @Test
    void whatFollowsAGapIsReadAgain() {
        ModelResponse r = cutResponse(FORMAT, "text/event-stream", "data: " + START + "\n\ndata: {'type':'content_bl",
                "xxx\n\ndata: {'type':'message_delta','delta':{'stop_reason':'max_tokens'},'usage':{'output_tokens':70}}\n\n");
        assertThat(r.inputTokens).isEqualTo(15);
        assertThat(r.outputTokens).isEqualTo(70);
        assertThat(r.finishReasons).containsExactly("max_tokens");
        assertThat(r.events).isNull();
    }

    @Test
    void everyBeginningIsReadWithoutAnError() {
        everyPrefix(FORMAT, "application/json", "{'type':'message','content':[{'type':'tool_use','id':'t','name':'f','input':{'a':[1]}},"
                + "{'type':'web_search_tool_result','tool_use_id':'s','content':[{}]}],'usage':{'input_tokens':1}}");
        everyPrefix(FORMAT, "text/event-stream", "data: " + START + "\n\ndata: {'type':'error','error':{'type':'e'}}\n\n");
    }
}
