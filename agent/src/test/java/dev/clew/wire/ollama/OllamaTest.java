package dev.clew.wire.ollama;

import static dev.clew.wire.format.Bodies.cutRequest;
import static dev.clew.wire.format.Bodies.cutResponse;
import static dev.clew.wire.format.Bodies.everyPrefix;
import static dev.clew.wire.format.Bodies.request;
import static dev.clew.wire.format.Bodies.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Shapes;
import dev.clew.wire.format.WireFormat;
import org.junit.jupiter.api.Test;

class OllamaTest {
    private static final WireFormat CHAT = new OllamaChat();
    private static final WireFormat EMBED = new OllamaEmbed();

    private static ModelResponse lines(String... lines) {
        return response(CHAT, 200, "application/x-ndjson", String.join("\n", lines) + "\n");
    }

    @Test
    void everySettingOfARequestIsRead() {
        ModelRequest r = request(CHAT, "{'model':'m','messages':[{'role':'user','content':'hi','images':['AAAA']}],'options':"
                + "{'temperature':0,'top_p':0.5,'top_k':3,'seed':4,'stop':['x'],'num_predict':9,'frequency_penalty':0.1,"
                + "'presence_penalty':0.2,'num_ctx':4096},'format':{'type':'object'},'think':'high','tools':[{'type':'function',"
                + "'function':{'name':'f','parameters':{}}}]}");
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("TEXT:null:null:hi", "MEDIA:null:image:null");
        assertThat(r.temperature).isZero();
        assertThat(r.topP).isEqualTo(0.5);
        assertThat(r.topK).isEqualTo(3);
        assertThat(r.seed).isEqualTo(4);
        assertThat(r.stop).containsExactly("x");
        assertThat(r.maxTokens).isEqualTo(9);
        assertThat(r.outputType).isEqualTo("json");
        assertThat(r.reasoningLevel).isEqualTo("high");
        assertThat(r.tools).hasSize(1);
        assertThat(request(CHAT, "{'prompt':'x','format':'','options':{'num_predict':-1},'think':true}").maxTokens).isNull();
    }

    @Test
    void notToSayWhetherItStreamsIsToSayYes() {
        assertThat(request(CHAT, "{'model':'m','prompt':'x'}").stream).isTrue();
        assertThat(request(CHAT, "{'model':'m','prompt':'x','stream':null}").stream).isTrue();
        assertThat(request(CHAT, "{'model':'m','prompt':'x','stream':false}").stream).isFalse();
    }

    @Test
    void aPromptHasSystemImagesAndSuffixBesideIt() {
        ModelRequest r = request(CHAT, "{'model':'m','images':['AA'],'prompt':'p','system':'s','suffix':'z'}");
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("TEXT:null:null:p", "MEDIA:null:image:null");
        assertThat(r.messages.get(1).role()).isEqualTo("suffix");
        assertThat(r.system).hasSize(1);
    }

    @Test
    void toLoadAModelIsNoCall() {
        assertThat(request(CHAT, "{'model':'m'}")).isNull();
        assertThat(request(CHAT, "{'model':'m','keep_alive':0}")).isNull();
        assertThat(cutRequest(CHAT, "{'model':'m','keep").cut).isTrue();
    }

    @Test
    void toolsAnswersNeedNoId() {
        ModelRequest r = request(CHAT, "{'messages':[{'role':'assistant','tool_calls':[{'function':{'name':'f','arguments':{'a':1}}}]},"
                + "{'role':'tool','tool_name':'f','content':'42'}]}");
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("TOOL_CALL:null:f:{\"a\":1}");
        assertThat(Shapes.parts(r.messages.get(1))).containsExactly("TOOL_RESPONSE:null:null:42");
    }

    @Test
    void linesAreOneAnswer() {
        ModelResponse r = lines("{'model':'m','message':{'role':'assistant','content':'','thinking':'h'}}",
                "{'model':'m','message':{'role':'assistant','content':'','thinking':'m'}}",
                "{'message':{'content':'he'},'logprobs':[{'token':'he','logprob':-0.25}]}", "{'message':{'content':'llo'}}",
                "{'message':{'content':'','tool_calls':[{'function':{'index':0,'name':'f','arguments':{}}}]}}",
                "{'message':{'content':'','tool_calls':[{'function':{'index':1,'name':'f','arguments':{'x':2}}}]}}",
                "{'message':{'content':''},'done':true,'done_reason':'stop','prompt_eval_count':7,'eval_count':9}");
        assertThat(Shapes.reasoning(r)).isEqualTo("hm");
        assertThat(Shapes.text(r)).isEqualTo("hello");
        assertThat(Shapes.calls(r)).containsExactly("f", "f");
        assertThat(Shapes.arguments(r)).containsExactly("{}", "{\"x\":2}");
        assertThat(r.finishReasons).containsExactly("stop");
        assertThat(r.messages.get(0).finishReason()).isEqualTo("stop");
        assertThat(r.inputTokens).isEqualTo(7);
        assertThat(r.outputTokens).isEqualTo(9);
        assertThat(r.events).isEqualTo(7);
        assertThat(r.logprobMin).isEqualTo(-0.25);
    }

    @Test
    void linesOfAnotherContentTypeAreLinesAllTheSame() {
        ModelResponse r = response(CHAT, 200, "application/json", "{'response':'a'}\r\n{'response':'b','done':true}\r\n");
        assertThat(Shapes.text(r)).isEqualTo("ab");
        assertThat(r.events).isEqualTo(2);
        assertThat(response(CHAT, "{\n'response':\n'a'\n}").events).isNull();
    }

    @Test
    void aHoleCostsTheLinesAroundItAlone() {
        ModelResponse r = cutResponse(CHAT, "application/x-ndjson", "{'response':'a'}\n{'response':'lost",
                "lost'}\n{'response':'z'}\n{'response':'','done':true,'eval_count':3}");
        assertThat(Shapes.text(r)).isEqualTo("az");
        assertThat(r.outputTokens).isEqualTo(3);
        assertThat(r.events).isNull();
    }

    @Test
    void anErrorAmidTheLinesIsAnError() {
        ModelResponse r = lines("{'response':'a'}", "{'error':'out of memory'}");
        assertThat(Shapes.text(r)).isEqualTo("a");
        assertThat(r.errorType).isEqualTo("_OTHER");
        assertThat(r.errorMessage).isEqualTo("out of memory");
        assertThat(response(CHAT, 404, null, "{'error':'no such model'}").errorType).isEqualTo("404");
    }

    @Test
    void aBrokenLineCostsItselfAlone() {
        assertThat(Shapes.text(lines("{'response':'a'}", "{'response':'b", "", "{'response':'c'}"))).isEqualTo("ac");
        everyPrefix(CHAT, "application/x-ndjson", "{'prompt':'x','message':{'content':'a'}}\n{'message':{'tool_calls':[{'function':{'name':'f'}}]}}\n");
        assertThat(response(CHAT, "{'message':'text','model':3,'eval_count':'x','done_reason':[]}").errorType).isNull();
    }

    @Test
    void embeddingsOldAndNewAreCounted() {
        ModelRequest r = request(EMBED, "{'model':'m','input':['a','b']}");
        assertThat(Shapes.parts(r.messages.get(0))).hasSize(2);
        assertThat(request(EMBED, "{'model':'m','prompt':'a'}").messages).hasSize(1);
        assertThat(request(EMBED, "{'model':'m'}")).isNull();
        ModelResponse many = response(EMBED, "{'model':'m','embeddings':[[0.1,0.2],[0.3,0.4]],'prompt_eval_count':8}");
        assertThat(many.embeddings).isEqualTo(2);
        assertThat(many.dimensions).isEqualTo(2);
        assertThat(many.inputTokens).isEqualTo(8);
        assertThat(response(EMBED, "{'embedding':[0.1,0.2,0.3]}").dimensions).isEqualTo(3);
        assertThat(response(EMBED, "{'embeddings':[[1,2],[3").embeddings).isNull();
        assertThat(response(EMBED, 400, null, "{'error':'bad'}").errorMessage).isEqualTo("bad");
        everyPrefix(EMBED, null, "{'input':'x','embeddings':[[1,2],'AAAA',{}]}");
    }
}
