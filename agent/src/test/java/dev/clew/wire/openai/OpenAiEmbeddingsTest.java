package dev.clew.wire.openai;

import static dev.clew.wire.format.Bodies.cutRequest;
import static dev.clew.wire.format.Bodies.everyPrefix;
import static dev.clew.wire.format.Bodies.request;
import static dev.clew.wire.format.Bodies.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Shapes;
import dev.clew.wire.format.WireFormat;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class OpenAiEmbeddingsTest {
    private static final WireFormat FORMAT = new OpenAiEmbeddings();

    @Test
    void inputsAreThePartsOfOneMessage() {
        ModelRequest r = request(FORMAT, "{'model':'m','input':['a','b'],'encoding_format':'base64'}");
        assertThat(r.messages).hasSize(1);
        assertThat(Shapes.parts(r.messages.get(0))).containsExactly("TEXT:null:null:a", "TEXT:null:null:b");
        assertThat(r.encodingFormats).containsExactly("base64");
        assertThat(Shapes.parts(request(FORMAT, "{'input':'a'}").messages.get(0))).containsExactly("TEXT:null:null:a");
        assertThat(request(FORMAT, "{'input':[[1,2],[3]]}").messages).isNull();
    }

    @Test
    void inputsOfOtherKindsAreKeptWithoutTheirBytes() {
        ModelRequest r = request(FORMAT, "{'model':'jina-clip','input':[{'text':'t'},{'image':'https://x/y'},{'image':'iVBORw0KGgo'}],"
                + "'embedding_type':['float','binary']}");
        assertThat(Shapes.parts(r.messages.get(0)))
                .containsExactly("TEXT:null:null:t", "MEDIA:null:image:https://x/y", "MEDIA:null:image:null");
        assertThat(r.encodingFormats).containsExactly("float", "binary");
    }

    @Test
    void aBodyWithoutInputIsAnotherApplications() {
        assertThat(request(FORMAT, "{'model':'m','vectors':[1]}")).isNull();
        assertThat(request(FORMAT, "{'input':null}")).isNull();
        assertThat(cutRequest(FORMAT, "{'model':'m','input':['a").cut).isTrue();
    }

    @Test
    void vectorsAreCountedInBothWritings() {
        ModelResponse floats = response(FORMAT, "{'data':[{'index':0,'embedding':[0.1,-2e-3,3]},{'embedding':[1,2,3],'index':1}],"
                + "'model':'m','usage':{'prompt_tokens':5,'total_tokens':5}}");
        assertThat(floats.embeddings).isEqualTo(2);
        assertThat(floats.dimensions).isEqualTo(3);
        assertThat(floats.inputTokens).isEqualTo(5);
        assertThat(floats.outputTokens).isNull();
        for (int dimensions = 1; dimensions < 9; dimensions++) {
            String base64 = Base64.getEncoder().encodeToString(new byte[4 * dimensions]);
            assertThat(response(FORMAT, "{'data':[{'embedding':'" + base64 + "'}]}").dimensions).isEqualTo(dimensions);
        }
    }

    @Test
    void aSumAloneIsAllInput() {
        assertThat(response(FORMAT, "{'data':[],'usage':{'total_tokens':7}}").inputTokens).isEqualTo(7);
        assertThat(response(FORMAT, "{'data':[],'usage':{}}").inputTokens).isNull();
    }

    @Test
    void halfAListIsNoNumberOfVectors() {
        ModelResponse r = response(FORMAT, "{'model':'m','data':[{'embedding':[1,2]},{'embedding':[1,");
        assertThat(r.model).isEqualTo("m");
        assertThat(r.embeddings).isNull();
    }

    @Test
    void brokenBodiesAreReadAsFarAsTheyGo() {
        everyPrefix(FORMAT, null, "{'input':['a',{'text':'b'}],'data':[{'embedding':[1,[2],{}]},{'embedding':'AAAA'}],'usage':{'prompt_tokens':1}}");
        assertThat(response(FORMAT, "{'data':{},'usage':7,'model':[]}").embeddings).isNull();
        assertThat(response(FORMAT, 404, null, "{'error':{'code':'DeploymentNotFound','message':'m'}}").errorType)
                .isEqualTo("DeploymentNotFound");
        assertThat(response(FORMAT, 422, null, "{'detail':[{'loc':['body','input'],'msg':'field required','type':'missing'}]}").errorMessage)
                .isEqualTo("field required");
    }
}
