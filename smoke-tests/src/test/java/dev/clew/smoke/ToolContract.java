package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is promised of the tools that models ask for. */
interface ToolContract extends FrameworkContract {
    /** In each an agent's tools all work. */
    List<String> toolsThatWork();

    /** In each tools are asked for in two rounds of one agent. */
    List<String> toolsOfSeveralRounds();

    /** In each one tool throws an {@code IllegalStateException}, of which the model is told. */
    List<String> toolsThatFail();

    /** In each the model asks for a tool that there is not. */
    List<String> toolsMadeUp();

    /** In each two tools wait for each other. */
    List<String> toolsAtOnce();

    /** In each the application runs a tool itself, with no agent. */
    List<String> toolsByThemselves();

    /** In each a tool asks an agent. */
    List<String> toolsThatAskAnAgent();

    @Test
    default void toolCallIsChildOfTheAgentAndLinkedToTheCallThatAskedForIt() {
        each(toolsThatWork(), tree -> {
            assertThat(tree.all("execute_tool")).isNotEmpty();
            for (Span tool : tree.all("execute_tool")) {
                Span asked = asked(tree, tool);
                assertThat(tree.byId(tool.parent()).is("invoke_agent")).as("its parent is an agent").isTrue();
                assertThat(asked.parent()).as("the call is the same agent's").isEqualTo(tool.parent());
                assertThat(tool.failed()).isFalse();
                assertThat(tool.text("gen_ai.tool.name")).isNotEmpty();
                assertThat(tool.text("gen_ai.tool.call.id")).isNotEmpty();
                assertThat(tool.text("gen_ai.tool.call.arguments")).isNotEmpty();
                assertThat(tool.text("gen_ai.tool.call.result")).isNotEmpty();
                assertThat(asked.text("gen_ai.output.messages"))
                        .contains('"' + tool.text("gen_ai.tool.call.id") + '"', '"' + tool.text("gen_ai.tool.name") + '"');
            }
        });
    }

    /** The one model call that a tool call is linked to, which began before. */
    private static Span asked(Tree tree, Span tool) {
        assertThat(tool.links("tool_call")).as("who asked for " + tool.name()).hasSize(1);
        Span asked = tree.byId(tool.links("tool_call").get(0));
        assertThat(asked.is("chat")).isTrue();
        assertThat(FrameworkContract.began(asked)).isLessThanOrEqualTo(FrameworkContract.began(tool));
        return asked;
    }

    @Test
    default void toolIsLinkedToTheRoundThatAskedForItAndToNoOther() {
        each(toolsOfSeveralRounds(), tree -> {
            Set<String> rounds = new HashSet<>();
            for (Span tool : tree.all("execute_tool")) {
                List<Span> before = tree.all("chat").stream()
                        .filter(chat -> FrameworkContract.began(chat) <= FrameworkContract.began(tool)).toList();
                assertThat(tool.links("tool_call")).containsExactly(before.get(before.size() - 1).id());
                rounds.addAll(tool.links("tool_call"));
            }
            assertThat(rounds).as("rounds that asked").hasSize(2);
            assertThat(tree.all("chat")).hasSize(3);
        });
    }

    @Test
    default void failedToolFailsItsSpanAlone() {
        each(toolsThatFail(), tree -> {
            assertThat(tree.spans()).filteredOn(Span::failed).singleElement().satisfies(tool -> {
                assertThat(tool.is("execute_tool")).isTrue();
                assertThat(tool.text("error.type")).as("the error of the tool, not the library's").isEqualTo("java.lang.IllegalStateException");
            });
            assertThat(tree.all("chat")).as("the model is told").hasSize(2);
        });
    }

    @Test
    default void toolTheModelMadeUpIsAFailedTool() {
        each(toolsMadeUp(), tree -> {
            assertThat(tree.all("execute_tool")).singleElement().matches(Span::failed);
            Span tool = tree.all("execute_tool").get(0);
            assertThat(tool.text("error.type")).isEqualTo("unknown_tool");
            assertThat(tree.byId(tool.parent()).is("invoke_agent")).isTrue();
            assertThat(asked(tree, tool).text("gen_ai.output.messages")).contains(tool.text("gen_ai.tool.name"));
        });
    }

    @Test
    default void concurrentToolsStayUnderTheirAgent() {
        each(toolsAtOnce(), tree -> {
            List<Span> tools = tree.all("execute_tool");
            assertThat(tools).hasSize(2).allSatisfy(tool -> {
                assertThat(tool.parent()).isEqualTo(tree.roots().get(0).id());
                assertThat(asked(tree, tool).id()).isEqualTo(asked(tree, tools.get(0)).id());
            });
            assertThat(FrameworkContract.began(tools.get(1))).as("they are at once").isLessThan(FrameworkContract.ended(tools.get(0)));
        });
    }

    @Test
    default void toolThatTheApplicationRunsItselfIsSeen() {
        each(toolsByThemselves(), tree -> {
            assertThat(tree.spans()).singleElement().matches(span -> span.is("execute_tool"));
            assertThat(tree.spans().get(0).links("tool_call")).as("no model asked").isEmpty();
        });
    }

    @Test
    default void agentInAToolIsBelowTheTool() {
        each(toolsThatAskAnAgent(), tree -> {
            assertThat(tree.all("invoke_agent")).hasSize(2);
            Span tool = tree.byId(tree.all("invoke_agent").get(1).parent());
            assertThat(tool.is("execute_tool")).isTrue();
            assertThat(tool.parent()).isEqualTo(tree.all("invoke_agent").get(0).id());
        });
    }
}
