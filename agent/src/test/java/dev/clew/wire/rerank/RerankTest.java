package dev.clew.wire.rerank;

import static dev.clew.wire.format.Bodies.cutRequest;
import static dev.clew.wire.format.Bodies.everyPrefix;
import static dev.clew.wire.format.Bodies.request;
import static dev.clew.wire.format.Bodies.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Retrieval.Document;
import dev.clew.trace.Shapes;
import dev.clew.wire.format.WireFormat;
import org.junit.jupiter.api.Test;

class RerankTest {
    private static final WireFormat FORMAT = new Rerank();

    @Test
    void queryAndDocumentsAreReadWhereEachHasThem() {
        for (String body : new String[] {
            "{'model':'m','query':'q','documents':['a','b'],'top_n':1}",
            "{'model':'m','query':'q','documents':[{'text':'a'},{'text':'b'}],'top_k':1,'return_documents':true}",
            "{'model':'m','query':'q','texts':['a','b'],'raw_scores':false,'top_n':1}",
            "{'model':'m','input':{'query':'q','documents':['a','b']},'parameters':{'top_n':1,'return_documents':true}}",
            "{'model':'m','input':{'query':{'text':'q'},'documents':[{'text':'a'},{'text':'b'}]},'parameters':{'top_n':1}}",
        }) {
            ModelRequest r = request(FORMAT, body);
            assertThat(r.model).isEqualTo("m");
            assertThat(r.query).isEqualTo("q");
            assertThat(r.topN).isEqualTo(1);
            assertThat(r.messages).as(body).hasSize(2);
            assertThat(Shapes.parts(r.messages.get(1))).containsExactly("TEXT:null:null:b");
        }
    }

    @Test
    void whatLacksOneOfThemIsAnotherApplications() {
        assertThat(request(FORMAT, "{'query':'q'}")).isNull();
        assertThat(request(FORMAT, "{'documents':['a']}")).isNull();
        assertThat(request(FORMAT, "{'query':'q','documents':'a'}")).isNull();
        assertThat(request(FORMAT, "[]")).isNull();
        assertThat(cutRequest(FORMAT, "{'query':'q','documents':['a','b").cut).isTrue();
    }

    @Test
    void coheresResultsAndUnitsAreRead() {
        ModelResponse r = response(FORMAT, "{'id':'i','results':[{'index':3,'relevance_score':0.9},{'document':{'text':'t'},'index':0,"
                + "'relevance_score':0.1}],'meta':{'api_version':{'version':'2'},'billed_units':{'search_units':1}}}");
        assertThat(r.id).isEqualTo("i");
        assertThat(r.documents).containsExactly(new Document("3", 0.9, null, null, 4, null), new Document("0", 0.1, null, "t", 1, null));
        assertThat(r.searchUnits).isEqualTo(1);
        assertThat(r.inputTokens).isNull();
    }

    @Test
    void everybodyElsesResultsAreRead() {
        ModelResponse jina = response(FORMAT, "{'model':'j','usage':{'total_tokens':15},'results':[{'index':1,'document':{'text':'b'},"
                + "'relevance_score':0.5}]}");
        assertThat(jina.documents).containsExactly(new Document("1", 0.5, null, "b", 2, null));
        assertThat(jina.inputTokens).isEqualTo(15);
        ModelResponse voyage = response(FORMAT, "{'object':'list','data':[{'relevance_score':0.4,'index':0,'document':'a'}],"
                + "'model':'v','usage':{'total_tokens':26}}");
        assertThat(voyage.documents).containsExactly(new Document("0", 0.4, null, "a", 1, null));
        ModelResponse tei = response(FORMAT, "[{'index':1,'score':0.99,'text':'b'},{'index':0,'score':1e-3}]");
        assertThat(tei.documents).containsExactly(
                new Document("1", 0.99, null, "b", 2, null), new Document("0", 0.001, null, null, 1, null));
        ModelResponse dashScope = response(FORMAT, "{'output':{'results':[{'document':{'text':'x'},'index':0,'relevance_score':0.7}]},"
                + "'usage':{'total_tokens':79},'request_id':'r'}");
        assertThat(dashScope.id).isEqualTo("r");
        assertThat(dashScope.documents).containsExactly(new Document("0", 0.7, null, "x", 1, null));
        assertThat(dashScope.inputTokens).isEqualTo(79);
        assertThat(response(FORMAT, "{'results':[],'usage':{'search_units':2,'total_tokens':3}}").searchUnits).isEqualTo(2);
    }

    @Test
    void errorsAreReadInAllShapes() {
        assertThat(response(FORMAT, 400, null, "{'id':'x','message':'bad'}").errorMessage).isEqualTo("bad");
        assertThat(response(FORMAT, 422, null, "{'error':'too long','error_type':'Validation'}").errorMessage).isEqualTo("too long");
        assertThat(response(FORMAT, 400, null, "{'code':'InvalidParameter','message':'m','request_id':'r'}").errorType)
                .isEqualTo("InvalidParameter");
        assertThat(response(FORMAT, 401, null, "{'detail':'no key'}").errorMessage).isEqualTo("no key");
    }

    @Test
    void brokenBodiesAreReadAsFarAsTheyGo() {
        everyPrefix(FORMAT, null, "{'query':'q','documents':['a',{'text':'b'}],'results':[{'index':0,'document':{'text':'x'}}],'meta':{'tokens':{}}}");
        everyPrefix(FORMAT, null, "[{'index':1,'score':0.99,'text':'b'}]");
        ModelResponse r = response(FORMAT, "{'results':[{'index':0,'relevance_score':1},{'index':1,'relev");
        assertThat(r.documents).containsExactly(new Document("0", 1.0, null, null, 1, null));
        assertThat(response(FORMAT, "{'results':{},'output':[],'usage':1,'meta':'x'}").documents).isNull();
        assertThat(response(FORMAT, "[[1],null,'x',{'index':{},'score':'high'}]").documents).hasSize(1);
    }
}
