package dev.clew.wire.openai;

import static dev.clew.wire.format.Bodies.cutRequest;
import static dev.clew.wire.format.Bodies.everyPrefix;
import static dev.clew.wire.format.Bodies.request;
import static dev.clew.wire.format.Bodies.response;
import static dev.clew.wire.format.Bodies.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Shapes;
import dev.clew.wire.format.WireFormat;
import org.junit.jupiter.api.Test;

class OpenAiCompletionsTest {
    private static final WireFormat FORMAT = new OpenAiCompletions();

    @Test
    void everySettingOfARequestIsRead() {
        ModelRequest r = request(FORMAT, "{'model':'m','prompt':'once','max_tokens':7,'temperature':0.5,'n':2,'stop':['x','y'],"
                + "'stream':true,'seed':4,'logprobs':3,'echo':false}");
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("TEXT:null:null:once");
        assertThat(r.messages.get(0).role()).isEqualTo("user");
        assertThat(r.maxTokens).isEqualTo(7);
        assertThat(r.choices).isEqualTo(2);
        assertThat(r.stop).containsExactly("x", "y");
        assertThat(r.stream).isTrue();
        assertThat(r.openaiApi).isNull();
    }

    @Test
    void aPromptMayBeManyOrTokens() {
        assertThat(Shapes.parts(request(FORMAT, "{'prompt':['a','b']}").messages.get(0)))
                .containsExactly("TEXT:null:null:a", "TEXT:null:null:b");
        assertThat(request(FORMAT, "{'prompt':[1,2,3]}").messages).isNull();
        assertThat(request(FORMAT, "{'prompt':[[1],[2]]}").messages).isNull();
    }

    @Test
    void whatComesAfterTheGapIsNobodysWord() {
        ModelRequest r = request(FORMAT, "{'model':'codestral','prompt':'def f(','suffix':'return 1'}");
        assertThat(r.messages).extracting(m -> m.role()).containsExactly("user", "suffix");
    }

    @Test
    void aBodyWithoutAPromptIsNoCompletion() {
        assertThat(request(FORMAT, "{'model':'m','messages':[]}")).isNull();
        assertThat(request(FORMAT, "{'model':'m','prompt':null}")).isNull();
        assertThat(request(FORMAT, "")).isNull();
        assertThat(cutRequest(FORMAT, "{'model':'m','user").cut).isTrue();
    }

    @Test
    void aStreamOfTextsIsPutTogetherByChoice() {
        ModelResponse r = stream(FORMAT, "{'id':'c','choices':[{'text':'a','index':0}]}", "{'choices':[{'index':1,'text':'x'}]}",
                "{'choices':[{'text':'b','index':0,'finish_reason':'stop'}]}",
                "{'choices':[{'index':1,'text':'y','finish_reason':'length'}],'usage':{'prompt_tokens':1,'completion_tokens':4}}", "[DONE]");
        assertThat(r.messages).hasSize(2);
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("TEXT:null:null:ab");
        assertThat(Shapes.parts(r.messages.get(1))).containsExactly("TEXT:null:null:xy");
        assertThat(r.finishReasons).containsExactly("stop", "length");
        assertThat(r.outputTokens).isEqualTo(4);
        assertThat(r.events).isEqualTo(5);
    }

    @Test
    void anAnswerInTheShapeOfAChatIsReadToo() {
        assertThat(Shapes.text(response(FORMAT, "{'choices':[{'index':0,'message':{'role':'assistant','content':'x'}}]}"))).isEqualTo("x");
    }

    @Test
    void logprobsCountButNotThoseOfThePrompt() {
        ModelResponse r = response(FORMAT, "{'choices':[{'text':'a','logprobs':{'tokens':['a','b'],'token_logprobs':[-0.2,-0.4]}}]}");
        assertThat(r.logprobCount).isEqualTo(2);
        assertThat(r.logprobMean).isEqualTo(-0.3, within(1e-9));
        assertThat(r.logprobMin).isEqualTo(-0.4);
        assertThat(response(FORMAT, "{'choices':[{'text':'a','logprobs':{'token_logprobs':[null,-0.4]}}]}").logprobCount).isNull();
    }

    @Test
    void brokenBodiesAreReadAsFarAsTheyGo() {
        everyPrefix(FORMAT, null, "{'prompt':['a',{'text':'b'}],'suffix':'c','choices':[{'text':'x','logprobs':{'token_logprobs':[-1]}}]}");
        assertThat(response(FORMAT, "{'choices':[{'text':5,'index':{},'logprobs':[]},null,7]}").messages).hasSize(1);
        assertThat(response(FORMAT, 500, null, "{'error':{'message':'m'}}").errorType).isEqualTo("500");
    }
}
