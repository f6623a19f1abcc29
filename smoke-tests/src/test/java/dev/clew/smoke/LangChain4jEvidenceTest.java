package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Why something happened, on each version of LangChain4j. */
@ParameterizedClass(name = "langchain4j {0}, {1}")
@MethodSource("runs")
class LangChain4jEvidenceTest implements EvidenceContract {
    private final String version;
    private final Jdk jdk;
    private final Pieces run;

    LangChain4jEvidenceTest(String version, Jdk jdk) {
        this.version = version;
        this.jdk = jdk;
        this.run = LangChain4j.run("Evidence", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        return LangChain4j.onEachJdk(LangChain4j.versions());
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Override
    public Pieces run() {
        return run;
    }

    /** The version that the demo has, and that the client comes with. */
    @Override
    public Pieces probabilities() {
        return LangChain4j.runWithClient("Probabilities", jdk);
    }

    @Override
    public boolean reasoningIsTold() {
        return LangChain4j.isSince(version, 2);
    }

    @Override
    public boolean structuredAnswersAreTold() {
        return LangChain4j.isSince(version, 6);
    }

    @Override
    public String filter() {
        return "(IsEqualTo(key=kind, comparisonValue=pet) AND IsGreaterThan(key=legs, comparisonValue=3))";
    }

    @Test
    void filterOfTheApplicationsOwnIsToldByItsClass() {
        assertThat(run.trace("filteredByTheApplication").all("retrieval").get(0).text("clew.retrieval.filter"))
                .isEqualTo("com.example.langchain4j.Evidence$Everything");
    }

    @Test
    void whatIsFoundInTheEndHasTheRanksToo() {
        Span search = run.trace("reranked").all("retrieval").get(0);
        assertThat(search.text("clew.retrieval.documents")).startsWith("[{\"id\":\"id-zebra\",\"score\":0.9,\"rank\":1,\"rank_before\":2,");
        assertThat(search.text("clew.confidence.source")).isEqualTo("rerank");
        Span points = run.trace("rerankedInPoints").all("retrieval").get(0);
        assertThat(points.has("clew.confidence")).isFalse();
    }

    @Test
    void ofSeveralListsTheOrderThatTheModelWasGivenCounts() {
        assertThat(run.trace("rerankedOfSeveral").all("rerank").get(0).text("clew.retrieval.documents"))
                .contains("\"rank\":1,\"rank_before\":2");
    }

    @Test
    void orderOfTheApplicationsOwnIsTold() {
        assertThat(run.trace("reordered").all("retrieval").get(0).text("clew.retrieval.documents"))
                .startsWith("[{\"id\":\"id-zebra\",").contains("\"rank\":1,\"rank_before\":2", "\"rank\":2,\"rank_before\":1");
    }

    @Test
    void agentThatAPlannersModelChoseSaysWhyAndTheNextOneDoesNot() {
        assumeThat(List.of("1.10.0", "1.16.1")).as("versions with the agentic module").contains(version);
        Tree tree = LangChain4j.run("Workflows", version, jdk).trace("planned");
        List<Span> agents = tree.all("invoke_agent");
        assertThat(agents).extracting(Span::name).containsExactly("invoke_agent Editor", "invoke_agent Critic");
        assertThat(agents.get(0).text("clew.tool.reason")).isEqualTo("Editor, since there is a story");
        assertThat(agents.get(0).links("handoff")).containsExactly(tree.all("chat").get(0).id());
        assertThat(agents.get(1).has("clew.tool.reason")).isFalse();
        assertThat(agents.get(1).links("handoff")).isEmpty();
    }

    @Test
    void agentThatASupervisorChoseSaysWhyAndByWhom() {
        assumeThat(List.of("1.10.0", "1.16.1")).as("versions with the agentic module").contains(version);
        Pieces workflows = LangChain4j.run("Workflows", version, jdk);
        Tree tree = workflows.trace("supervisor");
        List<Span> agents = tree.all("invoke_agent");
        Span planner = agents.get(0);
        Span writer = agents.get(1);
        assertThat(planner.name()).isEqualTo("invoke_agent PlannerAgent");
        assertThat(writer.links("handoff")).containsExactly(planner.id());
        assertThat(writer.text("clew.tool.reason")).startsWith("{\"agentName\":\"").contains("Writer", "dragons");
        assertThat(planner.has("clew.tool.reason")).isFalse();
        assertThat(planner.links("handoff")).isEmpty();
        assertThat(workflows.trace("sequence").all("invoke_agent")).as("nobody asked a model who is next")
                .noneMatch(agent -> agent.has("clew.tool.reason") || !agent.links("handoff").isEmpty());
    }
}
