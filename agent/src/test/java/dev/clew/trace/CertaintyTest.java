package dev.clew.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.hook.Layer;
import dev.clew.read.SpanNode;
import dev.clew.trace.Retrieval.Document;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How sure a span is, and of searches and rankings what they say besides; and who chose an agent. */
class CertaintyTest {
    @TempDir
    Path folder;

    private Core core;

    @BeforeEach
    void start() {
        core = new Core(folder, "");
    }

    @AfterEach
    void end() {
        core.close();
    }

    private static ModelResponse says(String... texts) {
        ModelResponse response = new ModelResponse();
        response.messages = List.of(new Message("assistant", List.of(texts).stream().map(Part::text).toList(), "stop"));
        return response;
    }

    private static void answers(ModelResponse response) {
        LlmCall call = LlmCall.start(null, null, "m");
        call.response(Layer.MODEL, () -> response);
        call.close(null);
    }

    private SpanNode only() throws Exception {
        assertThat(core.spans()).hasSize(1);
        return core.spans().get(0);
    }

    @Test
    void answersOwnWordGoesBeforeItsTokens() throws Exception {
        ModelResponse response = says("Well.", "{\"answer\":{\"text\":\"42\",\"confidence\":0.4}}");
        response.logprobMean = -0.1;
        response.logprobMin = -2.0;
        answers(response);
        assertThat(only().attributes())
                .containsEntry("clew.confidence", 0.4)
                .containsEntry("clew.confidence.source", "output.answer.confidence")
                .containsEntry("clew.logprob.mean", -0.1)
                .containsEntry("clew.logprob.min", -2.0);
    }

    @Test
    void wordGetsNoNumberNotEvenThatOfTheTokens() throws Exception {
        ModelResponse response = says("{\"confidence\":\"high\"}");
        response.logprobMean = -0.1;
        answers(response);
        assertThat(only().attributes())
                .containsEntry("clew.confidence.word", "high")
                .containsEntry("clew.confidence.source", "output.confidence")
                .containsEntry("clew.logprob.mean", -0.1)
                .doesNotContainKey("clew.confidence");
    }

    @Test
    void tokensSpeakWhereTheAnswerDoesNot() throws Exception {
        ModelResponse response = says("42");
        response.logprobMean = -0.1;
        answers(response);
        assertThat(only().attributes()).containsEntry("clew.confidence", Math.exp(-0.1)).containsEntry("clew.confidence.source", "logprobs");
    }

    @Test
    void reasoningAndArgumentsAreNoAnswer() throws Exception {
        ModelResponse response = new ModelResponse();
        response.messages = List.of(new Message("assistant", List.of(
                Part.reasoning("{\"confidence\":0.4}"), Part.toolCall("c", "t", "{\"confidence\":0.4}")), "stop"));
        answers(response);
        assertThat(only().attributes()).doesNotContainKey("clew.confidence");
    }

    @Test
    void toolsResultIsAskedToo() throws Exception {
        ToolCall tool = ToolCall.start("classify", null, null);
        tool.result(() -> "{\"label\":\"spam\",\"score\":0.93}");
        tool.close(null);
        assertThat(only().attributes()).containsEntry("clew.confidence", 0.93).containsEntry("clew.confidence.source", "tool_result.score");
    }

    @Test
    void resultGoesBeforeArguments() throws Exception {
        ToolCall tool = ToolCall.start("classify", null, "{\"confidence\":0.4}");
        tool.result(() -> "{\"score\":0.93}");
        tool.close(null);
        assertThat(only().attributes()).containsEntry("clew.confidence", 0.93).containsEntry("clew.confidence.source", "tool_result.score");
    }

    @Test
    void modelSaysInTheArgumentsHowSureItIs() throws Exception {
        ToolCall tool = ToolCall.start("label", null, "{\"label\":\"spam\",\"confidence\":0.4}");
        tool.result(() -> "done");
        tool.close(null);
        assertThat(only().attributes()).containsEntry("clew.confidence", 0.4).containsEntry("clew.confidence.source", "tool_arguments.confidence");
    }

    @Test
    void agentIsAsSureAsItsAnswerSays() throws Exception {
        AgentRun agent = AgentRun.start("judge");
        agent.output(() -> List.of(Message.of("assistant", "{\"verdict\":\"spam\",\"confidence\":0.7}")));
        agent.close(null);
        assertThat(only().attributes()).containsEntry("clew.confidence", 0.7).containsEntry("clew.confidence.source", "output.confidence");
    }

    private static void search(Retrieval.Scores scores, Document... found) {
        Retrieval search = Retrieval.start(null);
        search.filter(() -> "kind == 'pet'");
        search.scores(scores);
        search.found(() -> List.of(found));
        search.close(null);
    }

    @Test
    void searchHasItsFilterAndTheBestOnesSimilarity() throws Exception {
        search(Retrieval.Scores.SIMILARITY, new Document("a", 0.8, null, "x"), new Document("b", 0.2, null, "y"));
        assertThat(only().attributes())
                .containsEntry("clew.retrieval.filter", "kind == 'pet'")
                .containsEntry("clew.confidence", 0.8)
                .containsEntry("clew.confidence.source", "similarity");
    }

    @Test
    void roundingIsNoOtherScale() throws Exception {
        search(Retrieval.Scores.SIMILARITY, new Document("a", 1.0000000000000002, null, "x"), new Document("b", -1e-17, null, "y"));
        assertThat(only().attributes()).containsEntry("clew.confidence", 1.0);
    }

    @Test
    void scoresThatAreNoSharesOfOneAreNoConfidence() throws Exception {
        search(Retrieval.Scores.SIMILARITY, new Document("a", 0.8, null, "x"), new Document("b", 7.0, null, "y"));
        search(Retrieval.Scores.SIMILARITY, new Document("a", 0.8, null, "x"), new Document("b", -0.1, null, "y"));
        search(Retrieval.Scores.SIMILARITY, new Document("a", Double.NaN, null, "x"));
        search(Retrieval.Scores.SIMILARITY, new Document("a", null, null, "x"), new Document("b", 0.5, null, "x"));
        search(Retrieval.Scores.SIMILARITY);
        search(null, new Document("a", 0.8, null, "x"));
        assertThat(core.spans()).hasSize(6).noneMatch(span -> span.attributes().containsKey("clew.confidence"));
    }

    private static void rank(List<Document> given, List<Document> ranked) {
        Ranking ranking = Ranking.start("Judge");
        ranking.query("q");
        ranking.given(() -> given);
        ranking.ranked(() -> ranked);
        ranking.close(null);
    }

    private static final Document A = new Document("a", 0.8, null, "x");
    private static final Document B = new Document("b", 0.2, null, "y");

    @Test
    void rankingSaysWhereEachStoodBefore() throws Exception {
        rank(List.of(A, B), List.of(new Document("b", 0.9, null, "y"), new Document("a", 0.1, null, "x")));
        assertThat(only().name()).isEqualTo("rerank Judge");
        assertThat(only().text("clew.retrieval.documents")).isEqualTo(
                "[{\"id\":\"b\",\"score\":0.9,\"rank\":1,\"rank_before\":2,\"score_before\":0.2,\"snippet\":\"y\"},"
                        + "{\"id\":\"a\",\"score\":0.1,\"rank\":2,\"rank_before\":1,\"score_before\":0.8,\"snippet\":\"x\"}]");
        assertThat(only().attributes())
                .containsEntry("gen_ai.operation.name", "rerank")
                .containsEntry("clew.confidence", 0.9)
                .containsEntry("clew.confidence.source", "rerank");
    }

    @Test
    void choiceWithoutScoresIsARankingWithoutAConfidence() throws Exception {
        rank(List.of(A, B), List.of(B));
        assertThat(only().name()).isEqualTo("rerank Judge");
        assertThat(only().text("clew.retrieval.documents")).contains("\"rank\":1,\"rank_before\":2");
        assertThat(only().attributes()).doesNotContainKey("clew.confidence");
    }

    @Test
    void textsThatAreOthersAreNoRanking() throws Exception {
        rank(List.of(A, B), List.of(new Document("a", 0.8, null, "x, in short")));
        assertThat(only().name()).isEqualTo("transform_documents Judge");
        assertThat(only().attributes()).containsEntry("gen_ai.operation.name", "transform_documents").doesNotContainKey("clew.confidence");
    }

    @Test
    void agentThatAModelChoseSaysWhy() throws Exception {
        WorkflowRun workflow = WorkflowRun.start("w");
        AgentRun planner = AgentRun.start("planner");
        LlmCall call = LlmCall.start(null, null, "m");
        call.response(Layer.MODEL, () -> says("The writer, since sk-0123456789abcdefghij told me"));
        call.close(null);
        planner.close(null);
        assertThat(workflow.lastAgent()).isSameAs(planner);
        AgentRun writer = AgentRun.start("writer");
        writer.handedOverBy(planner);
        writer.close(null);
        workflow.close(null);
        SpanNode chosen = core.spans().stream().filter(span -> span.name().equals("invoke_agent writer")).findFirst().orElseThrow();
        SpanNode chooser = core.spans().stream().filter(span -> span.name().equals("invoke_agent planner")).findFirst().orElseThrow();
        assertThat(chosen.text("clew.tool.reason")).isEqualTo("The writer, since *** told me");
        assertThat(chosen.links()).anyMatch(link ->
                link.spanId().equals(chooser.spanId()) && link.attributes().get("clew.link").equals("handoff"));
    }
}
