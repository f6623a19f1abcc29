package dev.clew.wire.dashscope;

import static dev.clew.wire.format.Bodies.everyPrefix;
import static dev.clew.wire.format.Bodies.request;
import static dev.clew.wire.format.Bodies.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Shapes;
import dev.clew.wire.format.WireFormat;
import org.junit.jupiter.api.Test;

/** DashScope's own API; the recordings hold none of it. */
class DashScopeTest {
    private static final WireFormat GENERATION = new DashScopeGeneration();
    private static final WireFormat EMBEDDINGS = new DashScopeEmbeddings();

    private static String event(String message, String finishReason, String more) {
        return "{'output':{'choices':[{'message':" + message + ",'finish_reason':'" + finishReason + "'}]}," + more + "'request_id':'r'}";
    }

    private static ModelResponse stream(String... events) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < events.length; i++) {
            body.append("id:").append(i + 1).append("\nevent:result\n:HTTP_STATUS/200\ndata:").append(events[i]).append("\n\n");
        }
        return response(GENERATION, 200, "text/event-stream;charset=UTF-8", body.toString());
    }

    @Test
    void everySettingOfARequestIsRead() {
        ModelRequest r = request(GENERATION, "{'model':'qwen','input':{'messages':[{'role':'system','content':'s'},{'role':'user','content':"
                + "[{'image':'https://x/y'},{'text':'a'}]}]},'parameters':{'result_format':'message','temperature':0.1,'top_p':0.2,'top_k':3,"
                + "'max_tokens':4,'stop':['x'],'seed':5,'n':2,'presence_penalty':0.6,'incremental_output':true,'response_format':"
                + "{'type':'json_object'},'tools':[{'type':'function','function':{'name':'f','parameters':{}}}]}}");
        assertThat(r.model).isEqualTo("qwen");
        assertThat(r.messages).hasSize(2);
        assertThat(r.temperature).isEqualTo(0.1);
        assertThat(r.topP).isEqualTo(0.2);
        assertThat(r.topK).isEqualTo(3);
        assertThat(r.maxTokens).isEqualTo(4);
        assertThat(r.stop).containsExactly("x");
        assertThat(r.seed).isEqualTo(5);
        assertThat(r.choices).isEqualTo(2);
        assertThat(r.outputType).isEqualTo("json");
        assertThat(r.stream).isTrue();
        assertThat(r.tools).hasSize(1);
        ModelRequest prompt = request(GENERATION, "{'model':'m','input':{'prompt':'p','history':[{'user':'u','bot':'b'}]},'parameters':{}}");
        assertThat(prompt.messages).hasSize(3);
        assertThat(prompt.stream).isNull();
    }

    @Test
    void aBodyWithoutInputIsNoCall() {
        assertThat(request(GENERATION, "{'model':'m','messages':[]}")).isNull();
        assertThat(request(GENERATION, "")).isNull();
        assertThat(request(EMBEDDINGS, "{'model':'m','input':'x'}")).isNull();
    }

    @Test
    void anAnswerInOnePieceIsRead() {
        ModelResponse r = response(GENERATION, "{'status_code':200,'code':'','message':'','request_id':'r','output':{'text':null,'choices':"
                + "[{'finish_reason':'tool_calls','message':{'role':'assistant','content':'','reasoning_content':'hm','tool_calls':[{'index':0,"
                + "'id':'c','type':'function','function':{'name':'f','arguments':'{}'}}]}}]},'usage':{'input_tokens':3,'output_tokens':4,"
                + "'total_tokens':7,'prompt_tokens_details':{'cached_tokens':1},'output_tokens_details':{'reasoning_tokens':2}}}");
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("REASONING:null:null:hm", "TOOL_CALL:c:f:{}");
        assertThat(r.id).isEqualTo("r");
        assertThat(r.finishReasons).containsExactly("tool_calls");
        assertThat(r.inputTokens).isEqualTo(3);
        assertThat(r.outputTokens).isEqualTo(4);
        assertThat(r.cacheReadTokens).isEqualTo(1);
        assertThat(r.reasoningTokens).isEqualTo(2);
        assertThat(r.errorType).isNull();
        assertThat(r.events).isNull();
    }

    @Test
    void eventsThatRepeatWhatCameAreNotPutTogether() {
        ModelResponse r = stream(event("{'role':'assistant','content':''}", "null", ""), event("{'content':'Hel'}", "null", ""),
                event("{'content':'Hello'}", "null", "'usage':{'output_tokens':2},"),
                event("{'content':'Hello'}", "stop", "'usage':{'output_tokens':3},"));
        assertThat(Shapes.text(r)).isEqualTo("Hello");
        assertThat(r.finishReasons).containsExactly("stop");
        assertThat(r.outputTokens).isEqualTo(3);
        assertThat(r.events).isEqualTo(4);
    }

    @Test
    void eventsThatGoOnArePutTogether() {
        assertThat(Shapes.text(stream(event("{'content':'Hel'}", "null", ""), event("{'content':'lo'}", "null", ""),
                event("{'content':''}", "stop", "")))).isEqualTo("Hello");
        // pieces that are alike, or begin alike: the last one says nothing, so none repeats
        assertThat(Shapes.text(stream(event("{'content':'ha'}", "null", ""), event("{'content':'ha'}", "null", ""),
                event("{'content':'haha'}", "null", ""), event("{'content':''}", "stop", "")))).isEqualTo("hahahaha");
    }

    @Test
    void reasoningAndCallsRepeatAsTextDoes() {
        ModelResponse r = stream(event("{'content':'','reasoning_content':'h'}", "null", ""),
                event("{'content':'','reasoning_content':'hm'}", "null", ""), event("{'content':'a','reasoning_content':''}", "null", ""),
                event("{'content':'ab','reasoning_content':''}", "stop", ""));
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("REASONING:null:null:hm", "TEXT:null:null:ab");
        String call = "{'content':'','tool_calls':[{'index':0,'id':'c','function':{'name':'f','arguments':'%s'}}]}";
        ModelResponse calls = stream(event(call.formatted("{"), "null", ""), event(call.formatted("{}"), "tool_calls", ""));
        assertThat(Shapes.arguments(calls)).containsExactly("{}");
        String piece = "{'content':'','tool_calls':[{'index':0,'id':'','function':{'arguments':'%s'}}]}";
        ModelResponse pieces = stream(event(call.formatted("{"), "null", ""), event(piece.formatted("}"), "tool_calls", ""));
        assertThat(Shapes.arguments(pieces)).containsExactly("{}");
        assertThat(Shapes.callIds(pieces)).containsExactly("c");
    }

    @Test
    void textWithoutAMessageIsReadInBothWays() {
        assertThat(Shapes.text(response(GENERATION, "{'output':{'text':'a','finish_reason':'stop'},'request_id':'r'}"))).isEqualTo("a");
        assertThat(Shapes.text(stream("{'output':{'text':'a','finish_reason':'null'}}", "{'output':{'text':'ab','finish_reason':'stop'}}")))
                .isEqualTo("ab");
        assertThat(Shapes.text(stream("{'output':{'text':'a','finish_reason':'null'}}", "{'output':{'text':'b','finish_reason':'stop'}}")))
                .isEqualTo("ab");
    }

    @Test
    void errorsAreReadWholeAndInAStream() {
        ModelResponse r = response(GENERATION, 400, "application/json", "{'code':'InvalidParameter','message':'m','request_id':'r'}");
        assertThat(r.errorType).isEqualTo("InvalidParameter");
        assertThat(r.errorMessage).isEqualTo("m");
        ModelResponse s = stream(event("{'content':'a'}", "null", ""), "{'code':'DataInspectionFailed','message':'no','request_id':'r'}");
        assertThat(s.errorType).isEqualTo("DataInspectionFailed");
        assertThat(Shapes.text(s)).isEqualTo("a");
    }

    @Test
    void embeddingsAreCounted() {
        ModelRequest request = request(EMBEDDINGS, "{'model':'m','input':{'texts':['a','b']},'parameters':{'dimension':2}}");
        assertThat(Shapes.parts(request.messages.get(0))).containsExactly("TEXT:null:null:a", "TEXT:null:null:b");
        assertThat(request(EMBEDDINGS, "{'model':'m','input':{'contents':[{'text':'a'},{'image':'https://x/y'}]}}").messages.get(0).parts()).hasSize(2);
        ModelResponse r = response(EMBEDDINGS, "{'output':{'embeddings':[{'text_index':0,'embedding':[1,2]},{'text_index':1,'embedding':[3,4]}]},"
                + "'usage':{'total_tokens':5},'request_id':'r'}");
        assertThat(r.embeddings).isEqualTo(2);
        assertThat(r.dimensions).isEqualTo(2);
        assertThat(r.inputTokens).isEqualTo(5);
        assertThat(response(EMBEDDINGS, 401, "application/json", "{'code':'InvalidApiKey','message':'m'}").errorType).isEqualTo("InvalidApiKey");
    }

    @Test
    void halfAListDoesNotSayHowManyThereAre() {
        ModelResponse r = response(EMBEDDINGS, "{'output':{'embeddings':[{'embedding':[1,2]},{'embedding':[3");
        assertThat(r.embeddings).isNull();
        assertThat(r.dimensions).isEqualTo(2);
    }

    @Test
    void everyBeginningIsReadWithoutAnError() {
        everyPrefix(GENERATION, "text/event-stream", "id:1\nevent:result\ndata:" + event("{'content':[{'text':'a'}]}", "null", "'usage':{},")
                + "\n\nid:2\nevent:error\ndata:{'code':'x','message':'y'}\n\n");
        everyPrefix(EMBEDDINGS, "application/json", "{'output':{'embeddings':[{'embedding':[1,2]}]},'usage':{'total_tokens':5}}");
    }
}
