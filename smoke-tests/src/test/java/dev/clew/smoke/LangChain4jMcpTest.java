package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of tools of MCP servers, with the oldest and the newest client. */
@ParameterizedClass(name = "langchain4j-mcp of {0}, {1}")
@MethodSource("runs")
class LangChain4jMcpTest {
    private static final List<String> WITH_MCP = List.of("1.10.0", "1.19.0");

    private final Pieces run;

    LangChain4jMcpTest(String version, Jdk jdk) {
        this.run = LangChain4j.run("Mcp", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        return LangChain4j.onEachJdk(LangChain4j.versions().stream().filter(WITH_MCP::contains).toList());
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Test
    void theApplicationSaysTheSameWithAndWithout() {
        assertThat(run.alone.exit()).as(run.alone.told()).isZero();
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
    }

    @Test
    void toolOfAServerIsTheOneToolCallAndSaysWhereItRuns() {
        assertThat(run.shape("agent")).isEqualTo("""
                invoke_agent Assistant
                  chat scripted-1
                  execute_tool clock
                  chat scripted-1
                """);
        Span tool = run.trace("agent").all("execute_tool").get(0);
        assertThat(tool.text("mcp.method.name")).isEqualTo("tools/call");
        assertThat(tool.text("clew.mcp.server")).isEqualTo("clocks");
        assertThat(tool.text("gen_ai.tool.call.result")).isEqualTo("noon in UTC");
        assertThat(tool.links("tool_call")).hasSize(1);
    }

    @Test
    void toolThatTheApplicationCallsItselfIsSeen() {
        assertThat(run.shape("direct")).isEqualTo("execute_tool clock\n");
        Span tool = run.trace("direct").all("execute_tool").get(0);
        assertThat(tool.text("clew.mcp.server")).isEqualTo("clocks");
        assertThat(tool.text("gen_ai.tool.call.result")).isEqualTo("noon in CET");
    }
}
