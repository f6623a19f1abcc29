package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is promised of why something happened: each field of the semantic context has its promise here, and its piece in a program. */
interface EvidenceContract extends FrameworkContract {
    ObjectMapper JSON = new ObjectMapper();

    /** What the filter of the piece {@code filtered} says, in the library's words. */
    String filter();

    /** Whether the library hands on what a model thinks beside a tool call. */
    default boolean reasoningIsTold() {
        return true;
    }

    /** Whether the library tells the text that it makes an object of. */
    default boolean structuredAnswersAreTold() {
        return true;
    }

    /** The program that shows how probable words were. */
    Pieces probabilities();

    private Span one(String piece, String operation) {
        List<Span> all = run().trace(piece).all(operation);
        assertThat(all).as(piece + ": " + operation).hasSize(1);
        return all.get(0);
    }

    private static List<JsonNode> documents(Span span) {
        try {
            List<JsonNode> all = new ArrayList<>();
            JSON.readTree(span.text("clew.retrieval.documents")).forEach(all::add);
            return all;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static double confidence(Span span) {
        assertThat(span.has("clew.confidence")).as("a confidence of " + span.name()).isTrue();
        return Double.parseDouble(span.text("clew.confidence"));
    }

    private static void isSure(Span span, double value, String source) {
        assertThat(confidence(span)).isEqualTo(value, within(1e-9));
        assertThat(span.text("clew.confidence.source")).isEqualTo(source);
    }

    // ---- retrieval

    @Test
    default void searchHasItsQueryItsFilterAndWhatItFound() {
        Span search = one("filtered", "retrieval");
        assertThat(search.text("gen_ai.retrieval.query.text")).isNotEmpty();
        assertThat(search.text("clew.retrieval.filter")).isEqualTo(filter());
        JsonNode document = documents(search).get(0);
        assertThat(document.path("id").asText()).isNotEmpty();
        assertThat(document.path("score").isNumber()).isTrue();
        assertThat(document.path("source").asText()).endsWith(".txt");
        assertThat(document.path("snippet").asText()).isNotEmpty();
        assertThat(document.has("rank_before")).as("nobody ranked it again").isFalse();
    }

    @Test
    default void searchOfAStoreByItselfHasItsFilterToo() {
        assertThat(one("storeFiltered", "retrieval").text("clew.retrieval.filter")).contains("kind");
        assertThat(one("reranked", "retrieval").has("clew.retrieval.filter")).as("a search without one").isFalse();
    }

    @Test
    default void similarityOfTheBestIsTheSearchsConfidence() {
        for (String piece : List.of("filtered", "storeFiltered")) {
            Span search = one(piece, "retrieval");
            isSure(search, Math.min(1, documents(search).get(0).path("score").asDouble()), "similarity");
        }
    }

    @Test
    default void rerankingSaysWhereEachStoodBeforeAndAfter() {
        Span rerank = one("reranked", "rerank");
        assertThat(rerank.text("gen_ai.retrieval.query.text")).isEqualTo(one("reranked", "retrieval").text("gen_ai.retrieval.query.text"));
        JsonNode best = documents(rerank).get(0);
        assertThat(best.path("rank").asInt()).isEqualTo(1);
        assertThat(best.path("rank_before").asInt()).isEqualTo(2);
        assertThat(best.path("score").asDouble()).isEqualTo(0.9);
        assertThat(best.path("score_before").asDouble()).isPositive().isNotEqualTo(0.9);
        assertThat(best.path("id").asText()).isNotEmpty();
        JsonNode other = documents(rerank).get(1);
        assertThat(other.path("rank").asInt()).isEqualTo(2);
        assertThat(other.path("rank_before").asInt()).isEqualTo(1);
    }

    @Test
    default void rerankingIsAsSureAsItsBestScore() {
        isSure(one("reranked", "rerank"), 0.9, "rerank");
        assertThat(one("rerankedInPoints", "rerank").has("clew.confidence")).as("points of some scale").isFalse();
    }

    // ---- tools

    @Test
    default void toolHasItsReasonItsArgumentsItsResultAndWhoChoseIt() {
        Span tool = one("reasoned", "execute_tool");
        assertThat(tool.text("clew.tool.reason")).contains("I need tools.");
        assertThat(tool.text("gen_ai.tool.call.arguments")).contains("1", "2");
        assertThat(tool.text("gen_ai.tool.call.result")).isEqualTo("3");
        assertThat(tool.links("tool_call")).containsExactly(run().trace("reasoned").all("chat").get(0).id());
    }

    @Test
    default void whatTheModelThoughtBesideTheCallIsPartOfTheReason() {
        if (!reasoningIsTold()) {
            FrameworkContract.none("this version does not hand on what a model thinks");
        }
        assertThat(one("reasoned", "execute_tool").text("clew.tool.reason")).isEqualTo("I can't add by myself.\nI need tools.");
    }

    // ---- confidence

    @Test
    default void whatAnAnswerStatesIsItsConfidence() {
        isSure(one("answer", "chat"), 0.85, "output.answer.confidence");
        isSure(one("fenced", "chat"), 0.85, "output.confidence_score");
    }

    @Test
    default void wordStaysAWord() {
        Span chat = one("word", "chat");
        assertThat(chat.text("clew.confidence.word")).isEqualTo("high");
        assertThat(chat.text("clew.confidence.source")).isEqualTo("output.confidence");
        assertThat(chat.has("clew.confidence")).isFalse();
    }

    @Test
    default void pointsAreNoConfidence() {
        Span chat = one("points", "chat");
        assertThat(chat.has("clew.confidence")).isFalse();
        assertThat(chat.has("clew.confidence.source")).isFalse();
    }

    @Test
    default void whatAToolStatesIsTheToolsConfidence() {
        isSure(one("toolSays", "execute_tool"), 0.93, "tool_result.score");
    }

    @Test
    default void partsOfAToolsResultAreReadAsOne() {
        isSure(one("toolSaysInParts", "execute_tool"), 0.6, "tool_result.confidence");
    }

    @Test
    default void whatAModelStatesInItsCallIsTheToolsConfidence() {
        isSure(one("toolIsTold", "execute_tool"), 0.4, "tool_arguments.confidence");
    }

    @Test
    default void whatAnAgentsAnswerStatesIsTheAgentsConfidence() {
        if (!structuredAnswersAreTold()) {
            FrameworkContract.none("this version does not tell what it made an object of");
        }
        isSure(one("agentSays", "invoke_agent"), 0.7, "output.confidence");
    }

    @Test
    default void probabilitiesOfTokensAreToldWithTheirMeanAndTheLeast() {
        Span chat = probabilities().trace("probabilities").all("chat").get(0);
        assertThat(Double.parseDouble(chat.text("clew.logprob.mean"))).isEqualTo(-0.2, within(1e-9));
        assertThat(Double.parseDouble(chat.text("clew.logprob.min"))).isEqualTo(-0.3, within(1e-9));
        isSure(chat, Math.exp(-0.2), "logprobs");
    }

    @Test
    default void whatIsStatedGoesBeforeWhatTokensTell() {
        Span chat = probabilities().trace("probabilitiesOfAStatedOne").all("chat").get(0);
        isSure(chat, 0.2, "output.confidence");
        assertThat(chat.has("clew.logprob.mean")).isTrue();
    }

    // ---- memory: three turns of an agent whose window has room for three messages

    private List<Span> turns(String operation) {
        List<Span> all = new ArrayList<>();
        run().traces("turns").forEach(tree -> all.addAll(tree.all(operation)));
        return all;
    }

    @Test
    default void readSaysWhatItReadWhatOfItIsNewAndWhatHadToGo() {
        List<Span> reads = turns("search_memory");
        Span last = reads.get(reads.size() - 1);
        Span before = reads.get(reads.size() - 2);
        List<String> fresh = MemoryContract.entries(last, "clew.memory.read");
        fresh.removeAll(MemoryContract.entries(before, "clew.memory.read"));
        assertThat(fresh).as("what is new").isNotEmpty();
        assertThat(MemoryContract.entries(last, "clew.memory.new")).isEqualTo(fresh);
        List<String> gone = new ArrayList<>();
        for (Span write : turns("create_memory")) {
            if (FrameworkContract.began(write) > FrameworkContract.ended(before) && FrameworkContract.began(write) < FrameworkContract.began(last)) {
                gone.addAll(MemoryContract.entries(write, "clew.memory.evicted"));
            }
        }
        assertThat(gone).as("what had to go").isNotEmpty();
        assertThat(MemoryContract.entries(last, "clew.memory.evicted")).isEqualTo(gone);
    }

    @Test
    default void eachEntryThatIsReadHasItsWriter() {
        List<Span> reads = turns("search_memory");
        Span last = reads.get(reads.size() - 1);
        List<String> told = new ArrayList<>();
        for (JsonNode link : last.json().path("links")) {
            JsonNode attributes = link.path("attributes");
            if (attributes.path("clew.link").asText().equals("memory")) {
                Span writer = turns("create_memory").stream()
                        .filter(write -> write.id().equals(link.path("spanId").asText())).findFirst().orElseThrow();
                List<String> entries = new ArrayList<>();
                attributes.path("clew.memory.entries").forEach(id -> entries.add(id.asText()));
                assertThat(MemoryContract.entries(writer, "clew.memory.written")).containsAll(entries);
                told.addAll(entries);
            }
        }
        assertThat(told).isNotEmpty().containsExactlyInAnyOrderElementsOf(MemoryContract.entries(last, "clew.memory.read"));
    }

    @Test
    default void callSaysWhichEntriesItWasToldAndWhichOfThemAreNew() {
        List<Span> chats = turns("chat");
        assertThat(chats).hasSize(3);
        List<String> before = MemoryContract.entries(chats.get(1), "clew.memory.read");
        List<String> read = MemoryContract.entries(chats.get(2), "clew.memory.read");
        assertThat(read).isNotEmpty();
        Span question = turns("create_memory").stream()
                .filter(write -> write.text("gen_ai.memory.records").contains("third")).findFirst().orElseThrow();
        assertThat(read).containsAll(MemoryContract.entries(question, "clew.memory.written"));
        List<String> fresh = new ArrayList<>(read);
        fresh.removeAll(before);
        assertThat(MemoryContract.entries(chats.get(2), "clew.memory.new")).isEqualTo(fresh);
    }
}
