package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is promised of an agent, whether it answers in one piece or streams. */
interface AgentContract extends FrameworkContract {
    /** Each asks one agent {@link #question} and prints its answer; the agent runs tools on the way. */
    List<String> agents();

    /** As it stands in what each of {@link #agents} is asked. */
    String question();

    /** In each the model fails, and with it the agent. */
    List<String> agentsWhoseModelFails();

    /** Each is asked in {@link #conversation}. */
    List<String> agentsOfAConversation();

    /** The id that the application gave. */
    String conversation();

    /** Each is asked without an id. */
    List<String> agentsOfNoConversation();

    /** Each asks two agents on two threads, neither of which knows of the other. */
    List<String> agentsAtOnce();

    @Test
    default void agentSaysWhatItWasAskedAndWhatItAnswered() {
        each(agents(), tree -> {
            assertThat(tree.all("invoke_agent")).singleElement().isEqualTo(tree.roots().get(0));
            Span agent = tree.roots().get(0);
            List<Span> chats = tree.all("chat");
            assertThat(agent.failed()).isFalse();
            assertThat(agent.text("gen_ai.input.messages")).contains(question());
            assertThat(chats.get(0).text("gen_ai.input.messages")).contains(question());
            String answer = content(chats.get(chats.size() - 1));
            assertThat(content(agent)).as("what the last round said").endsWith(answer);
            assertThat(answer).isNotEmpty();
        });
        for (String piece : agents()) {
            assertThat(said(piece)).as("what the application got, and no more").contains(content(run().trace(piece).roots().get(0)));
        }
    }

    /** The text of the last message that a span gave as its answer. */
    private static String content(Span span) {
        String messages = span.text("gen_ai.output.messages");
        int from = messages.lastIndexOf("\"content\":\"");
        return from < 0 ? "" : messages.substring(from + 11, messages.indexOf('"', from + 11));
    }

    @Test
    default void roundsAndToolsAreBelowTheAgentAndWithinItsTime() {
        each(agents(), tree -> {
            Span agent = tree.roots().get(0);
            assertThat(FrameworkContract.below(tree, agent, "chat")).hasSizeGreaterThan(1).hasSameSizeAs(tree.all("chat"));
            assertThat(FrameworkContract.below(tree, agent, "execute_tool")).isNotEmpty().hasSameSizeAs(tree.all("execute_tool"));
            FrameworkContract.endsLast(tree, agent);
        });
    }

    @Test
    default void tokensAreEachRoundsOwn() {
        each(agents(), tree -> {
            assertThat(tree.all("chat")).allMatch(chat -> chat.number("gen_ai.usage.input_tokens") > 0
                    && chat.number("gen_ai.usage.output_tokens") > 0);
            assertThat(tree.spans()).filteredOn(span -> span.has("gen_ai.usage.input_tokens"))
                    .as("spans that count tokens").hasSameSizeAs(tree.all("chat"));
        });
    }

    @Test
    default void errorOfTheModelFailsTheAgentAndReachesTheApplication() {
        each(agentsWhoseModelFails(), tree -> {
            assertThat(tree.roots()).singleElement().matches(span -> span.is("invoke_agent") && span.failed());
            assertThat(tree.all("chat")).isNotEmpty().allMatch(Span::failed);
            assertThat(tree.spans()).filteredOn(Span::failed).noneMatch(span -> span.text("error.type").isEmpty());
        });
        for (String piece : agentsWhoseModelFails()) {
            assertThat(said(piece)).as("of the error").isNotBlank();
        }
    }

    @Test
    default void conversationIsTheOneTheApplicationGaveAndNoOther() {
        each(agentsOfAConversation(), tree ->
                assertThat(tree.roots().get(0).text("gen_ai.conversation.id")).isEqualTo(conversation()));
    }

    @Test
    default void conversationThatNobodyGaveIsNotMadeUp() {
        each(agentsOfNoConversation(), tree ->
                assertThat(tree.spans()).noneMatch(span -> span.has("gen_ai.conversation.id")));
    }

    @Test
    default void twoAgentsAtOnceDoNotMix() {
        assertThat(agentsAtOnce()).isNotEmpty();
        for (String piece : agentsAtOnce()) {
            List<Tree> trees = run().traces(piece);
            assertThat(trees).as(piece).hasSize(2);
            assertThat(operations(trees.get(0))).as(piece).isEqualTo(operations(trees.get(1)))
                    .containsOnlyOnce("invoke_agent").startsWith("invoke_agent").contains("chat", "execute_tool");
            for (Tree tree : trees) {
                for (Span tool : tree.all("execute_tool")) {
                    assertThat(tool.links("tool_call")).as(piece).singleElement()
                            .satisfies(asked -> assertThat(tree.byId(asked)).as("a call of its own").isNotNull());
                }
            }
        }
    }

    /** What was done, in the order in which it began, without the HTTP attempts. */
    private static List<String> operations(Tree tree) {
        return tree.spans().stream().filter(span -> !span.isHttp()).map(span -> span.text("gen_ai.operation.name")).toList();
    }
}
