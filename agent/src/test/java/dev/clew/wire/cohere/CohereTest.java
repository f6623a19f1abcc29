package dev.clew.wire.cohere;

import static dev.clew.wire.format.Bodies.everyPrefix;
import static dev.clew.wire.format.Bodies.request;
import static dev.clew.wire.format.Bodies.response;
import static dev.clew.wire.format.Bodies.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Shapes;
import dev.clew.wire.format.WireFormat;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Cohere's chats and embeddings beyond what the recordings hold. */
class CohereTest {
    private static final WireFormat CHAT = new CohereChat();
    private static final WireFormat EMBED = new CohereEmbed();

    private static ModelResponse lines(String... lines) {
        return response(CHAT, 200, "application/stream+json", String.join("\n", lines) + "\n");
    }

    @Test
    void everySettingOfTheSecondVersionIsRead() {
        ModelRequest r = request(CHAT, "{'model':'m','messages':[{'role':'system','content':'s'},{'role':'user','content':[{'type':'text',"
                + "'text':'a'},{'type':'image_url','image_url':{'url':'https://x/y'}}]},{'role':'assistant','tool_plan':'plan','tool_calls':"
                + "[{'id':'c','type':'function','function':{'name':'f','arguments':'{}'}}]},{'role':'tool','tool_call_id':'c','content':'42'}],"
                + "'temperature':0.1,'p':0.2,'k':3,'max_tokens':4,'stop_sequences':['x'],'seed':5,'frequency_penalty':0.6,"
                + "'presence_penalty':0.7,'stream':true,'response_format':{'type':'json_object'},'tools':[{'type':'function','function':"
                + "{'name':'f','parameters':{}}}]}");
        assertThat(r.messages).hasSize(4);
        assertThat(Shapes.parts(r.messages.get(2))).containsExactly("REASONING:null:null:plan", "TOOL_CALL:c:f:{}");
        assertThat(Shapes.parts(r.messages.get(3))).containsExactly("TOOL_RESPONSE:c:null:42");
        assertThat(r.temperature).isEqualTo(0.1);
        assertThat(r.topP).isEqualTo(0.2);
        assertThat(r.topK).isEqualTo(3);
        assertThat(r.maxTokens).isEqualTo(4);
        assertThat(r.stop).containsExactly("x");
        assertThat(r.seed).isEqualTo(5);
        assertThat(r.outputType).isEqualTo("json");
        assertThat(r.stream).isTrue();
        assertThat(r.tools).hasSize(1);
    }

    @Test
    void theFirstVersionsHistoryStandsBeforeTheMessage() {
        ModelRequest r = request(CHAT, "{'model':'m','message':'now','preamble':'be nice','chat_history':[{'role':'USER','message':'a'},"
                + "{'role':'CHATBOT','message':'','tool_calls':[{'name':'f','parameters':{'b':1}}]}],'tool_results':[{'call':{'name':'f'},"
                + "'outputs':[{'r':2}]}],'tools':[{'name':'f','description':'d','parameter_definitions':{'b':{}}}]}");
        assertThat(r.messages).hasSize(4);
        assertThat(Shapes.parts(r.messages.get(1))).containsExactly("TOOL_CALL:null:f:{\"b\":1}");
        assertThat(Shapes.parts(r.messages.get(2))).containsExactly("TEXT:null:null:now");
        assertThat(Shapes.parts(r.messages.get(3))).containsExactly("TOOL_RESPONSE:null:null:[{\"r\":2}]");
        assertThat(r.system).hasSize(1);
        assertThat(r.tools).hasSize(1);
    }

    @Test
    void anotherApplicationsChatIsNoCall() {
        assertThat(request(CHAT, "{'message':'hi'}")).isNull();
        assertThat(request(CHAT, "{'messages':[{'role':'user','content':'hi'}]}")).isNull();
        assertThat(request(CHAT, "{'model':'m','text':'hi'}")).isNull();
        assertThat(request(CHAT, "")).isNull();
        assertThat(request(EMBED, "{'texts':['a']}")).isNull();
        assertThat(request(EMBED, "{'model':'m','input':['a']}")).isNull();
    }

    @Test
    void theSecondVersionsStreamIsPutTogether() {
        ModelResponse r = stream(CHAT, "{'type':'message-start','id':'i','delta':{'message':{'role':'assistant','content':[],'tool_calls':[]}}}",
                "{'type':'tool-plan-delta','delta':{'message':{'tool_plan':'I '}}}",
                "{'type':'tool-plan-delta','delta':{'message':{'tool_plan':'will'}}}",
                "{'type':'tool-call-start','index':0,'delta':{'message':{'tool_calls':{'id':'c1','function':{'name':'f','arguments':''}}}}}",
                "{'type':'tool-call-delta','index':0,'delta':{'message':{'tool_calls':{'function':{'arguments':'{}'}}}}}",
                "{'type':'tool-call-start','index':1,'delta':{'message':{'tool_calls':{'id':'c2','function':{'name':'f','arguments':''}}}}}",
                "{'type':'tool-call-delta','index':1,'delta':{'message':{'tool_calls':{'function':{'arguments':'[]'}}}}}",
                "{'type':'content-start','index':0,'delta':{'message':{'content':{'type':'text','text':''}}}}",
                "{'type':'content-delta','index':0,'delta':{'message':{'content':{'text':'hi'}}}}",
                "{'type':'message-end','delta':{'finish_reason':'COMPLETE','usage':{'billed_units':{'input_tokens':1,'output_tokens':2},"
                        + "'tokens':{'input_tokens':3,'output_tokens':4},'cached_tokens':5}}}", "[DONE]");
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly(
                "REASONING:null:null:I will", "TEXT:null:null:hi", "TOOL_CALL:c1:f:{}", "TOOL_CALL:c2:f:[]");
        assertThat(r.id).isEqualTo("i");
        assertThat(r.finishReasons).containsExactly("COMPLETE");
        assertThat(r.inputTokens).isEqualTo(3);
        assertThat(r.billedOutputTokens).isEqualTo(2);
        assertThat(r.cacheReadTokens).isEqualTo(5);
        assertThat(r.events).isEqualTo(11);
    }

    @Test
    void theFirstVersionsStreamSaysEverythingOnce() {
        String[] events = {
            "{'event_type':'stream-start','generation_id':'g'}", "{'event_type':'tool-calls-chunk','text':'I will'}",
            "{'event_type':'tool-calls-generation','text':'I will','tool_calls':[{'name':'f','parameters':{'a':1}}]}",
            "{'event_type':'stream-end','finish_reason':'COMPLETE','response':{'response_id':'r','generation_id':'g','text':'I will',"
                    + "'tool_calls':[{'name':'f','parameters':{'a':1}}],'meta':{'tokens':{'input_tokens':3,'output_tokens':4}}}}"
        };
        for (int length = 3; length <= 4; length++) {
            ModelResponse r = lines(Arrays.copyOf(events, length));
            assertThat(Shapes.parts(r.messages.get(0))).containsExactly("TEXT:null:null:I will", "TOOL_CALL:null:f:{\"a\":1}");
            assertThat(r.id).isEqualTo("g");
            assertThat(r.events).isEqualTo(length);
        }
        assertThat(lines(events).outputTokens).isEqualTo(4);
        assertThat(lines(events).finishReasons).containsExactly("COMPLETE");
    }

    @Test
    void anErrorInAStreamIsAnError() {
        ModelResponse r = stream(CHAT, "{'type':'message-start','id':'i','delta':{'message':{'role':'assistant'}}}",
                "{'type':'message-end','delta':{'error':'internal server error','finish_reason':'ERROR'}}");
        assertThat(r.errorType).isEqualTo("_OTHER");
        assertThat(r.errorMessage).isEqualTo("internal server error");
        assertThat(r.finishReasons).containsExactly("ERROR");
    }

    @Test
    void embeddingsAreCountedOnceHoweverManyTypesThereAre() {
        ModelResponse r = response(EMBED, "{'id':'i','embeddings':{'float':[[1,2,3],[4,5,6]],'int8':[[1,2,3],[4,5,6]]},'meta':{'billed_units':"
                + "{'input_tokens':7},'tokens':{'input_tokens':8}}}");
        assertThat(r.embeddings).isEqualTo(2);
        assertThat(r.dimensions).isEqualTo(3);
        assertThat(r.inputTokens).isEqualTo(8);
        assertThat(r.billedInputTokens).isEqualTo(7);
        assertThat(response(EMBED, "{'embeddings':[[1,2]]}").dimensions).isEqualTo(2);
        assertThat(response(EMBED, "{'embeddings':{'float':null,'ubinary':[[1,2]]}}").dimensions).isEqualTo(16);
        assertThat(response(EMBED, "{'embeddings':{'base64':['AAAAAAAAAAA=']}}").dimensions).isEqualTo(2);
        ModelRequest images = request(EMBED, "{'model':'m','input_type':'image','images':['data:image/png;base64,AA'],'embedding_types':['float']}");
        assertThat(Shapes.parts(images.messages.get(0))).containsExactly("MEDIA:null:image:null");
        assertThat(images.encodingFormats).containsExactly("float");
        ModelRequest mixed = request(EMBED, "{'model':'m','inputs':[{'content':[{'type':'text','text':'a'}]}]}");
        assertThat(Shapes.parts(mixed.messages.get(0))).containsExactly("TEXT:null:null:a");
    }

    @Test
    void wrongTypesAreNothing() {
        ModelResponse r = response(CHAT, "{'id':7,'message':{'content':7,'tool_calls':'x'},'finish_reason':[],'usage':[],'logprobs':[{'logprobs':7}]}");
        assertThat(r.id).isNull();
        assertThat(r.finishReasons).isNull();
        assertThat(r.inputTokens).isNull();
        assertThat(r.errorType).isNull();
    }

    @Test
    void halfAListDoesNotSayHowManyThereAre() {
        ModelResponse r = response(EMBED, "{'embeddings':{'float':[[1,2],[3");
        assertThat(r.embeddings).isNull();
        assertThat(r.dimensions).isEqualTo(2);
    }

    @Test
    void everyBeginningIsReadWithoutAnError() {
        everyPrefix(CHAT, "application/stream+json", "{'event_type':'text-generation','text':'a'}\n{'response':{'text':'a','tool_calls':"
                + "[{'name':'f','parameters':{}}]}}\n");
        everyPrefix(CHAT, "application/json", "{'id':'i','message':{'content':[{'type':'text','text':'a'}]},'usage':{'tokens':{'input_tokens':1}}}");
        everyPrefix(EMBED, "application/json", "{'texts':['a'],'model':'m','embeddings':{'float':[[1,2]]},'meta':{}}");
    }
}
