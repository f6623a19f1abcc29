package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of agents in a Quarkus application, built and started as its users do. */
@ParameterizedClass(name = "{0}")
@MethodSource("jdks")
class QuarkusLangChain4jTest implements ToolContract, AgentContract, StreamContract {
    private static final Path APPLICATION = Path.of(System.getProperty("quarkus.app", "quarkus/target/quarkus-app")).toAbsolutePath();

    private final Pieces run;

    QuarkusLangChain4jTest(Jdk jdk) {
        this.run = Pieces.run(
                "quarkus", jdk, APPLICATION.resolve("quarkus-run.jar").toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    static Stream<Arguments> jdks() {
        return Jdk.all().stream().map(Arguments::of);
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
        assertThat(APPLICATION.resolve("quarkus-run.jar")).as("built by the module quarkus: run the build from the root").exists();
    }

    @Override
    public Pieces run() {
        return run;
    }

    /** On the newest JDK two of its threads tell at once that they may not clear their thread locals. */
    @Override
    public boolean stderrIsAlwaysTheSame() {
        return false;
    }

    @Override
    public List<String> toolsThatWork() {
        return List.of("tool", "streamedTool", "tokens", "onTheEventLoop");
    }

    @Override
    public List<String> toolsOfSeveralRounds() {
        return FrameworkContract.none("no piece yet");
    }

    @Override
    public List<String> toolsThatFail() {
        return List.of("failingTool");
    }

    @Override
    public List<String> toolsMadeUp() {
        return FrameworkContract.none("no piece yet");
    }

    @Override
    public List<String> toolsAtOnce() {
        return FrameworkContract.none("no piece yet");
    }

    @Override
    public List<String> toolsByThemselves() {
        return FrameworkContract.none("no piece yet");
    }

    @Override
    public List<String> toolsThatAskAnAgent() {
        return FrameworkContract.none("no piece yet");
    }

    @Override
    public List<String> agents() {
        return List.of("tool", "streamedTool");
    }

    @Override
    public String question() {
        return "sum";
    }

    @Override
    public List<String> agentsWhoseModelFails() {
        return List.of("error", "streamError");
    }

    @Override
    public List<String> agentsOfAConversation() {
        return List.of("plain");
    }

    @Override
    public String conversation() {
        return "a";
    }

    @Override
    public List<String> agentsOfNoConversation() {
        return FrameworkContract.none("each of its agents has one");
    }

    @Override
    public List<String> agentsAtOnce() {
        return FrameworkContract.none("no piece yet");
    }

    @Override
    public List<String> streams() {
        return List.of("stream", "streamedTool", "tokens");
    }

    @Override
    public List<String> streamedAgents() {
        return List.of("streamedTool", "tokens", "onTheEventLoop");
    }

    @Override
    public List<String> streamsCancelled() {
        return List.of("streamCancelled");
    }

    @Override
    public List<String> streamsThatFail() {
        return List.of("streamError");
    }

    @Override
    public List<String> streamsNeverHeard() {
        return FrameworkContract.none("no piece yet");
    }

    /** What an agent does, without the memory that each has. */
    private String shape(String piece) {
        return Pieces.shape(run.trace(piece)).replaceAll("(?m)^ *(create|search|update|delete)_memory.*\n", "");
    }

    private Span one(String piece, String operation) {
        List<Span> all = run.trace(piece).all(operation);
        assertThat(all).as(piece).hasSize(1);
        return all.get(0);
    }

    @Test
    void agentIsOneSpanWithItsCallAndItsConversation() {
        assertThat(shape("plain")).isEqualTo("invoke_agent Assistant\n  chat scripted-1\n");
        Span agent = one("plain", "invoke_agent");
        assertThat(agent.text("gen_ai.conversation.id")).isEqualTo("a");
        assertThat(agent.text("gen_ai.input.messages")).contains("hi");
        assertThat(agent.text("gen_ai.output.messages")).contains("hello");
        assertThat(one("plain", "chat").number("gen_ai.usage.input_tokens")).isEqualTo(10);
    }

    @Test
    void toolHasItsResultBlockingAndStreaming() {
        for (String piece : List.of("tool", "streamedTool", "tokens")) {
            assertThat(shape(piece)).as(piece).isEqualTo("""
                    invoke_agent Assistant
                      chat scripted-1
                      execute_tool add
                      chat scripted-1
                    """);
            assertThat(one(piece, "execute_tool").text("gen_ai.tool.call.result")).isEqualTo("3");
        }
    }

    @Test
    void failedToolSaysWhichItIs() {
        assertThat(shape("failingTool")).contains("  execute_tool save ERROR java.lang.IllegalStateException\n");
    }

    @Test
    void errorOfTheModelIsItsOwnAndTheAgents() {
        for (String piece : List.of("error", "streamError")) {
            assertThat(shape(piece)).as(piece).isEqualTo("""
                    invoke_agent Assistant ERROR java.lang.IllegalArgumentException
                      chat scripted-1 ERROR java.lang.IllegalArgumentException
                    """);
        }
    }

    @Test
    void agentThatAnswersAnotherTypeSaysWhatTheModelSaid() {
        assertThat(shape("person")).isEqualTo("invoke_agent Assistant\n  chat scripted-1\n");
        assertThat(one("person", "invoke_agent").text("gen_ai.output.messages")).contains("Ada");
    }

    @Test
    void streamIsOneAgentWithItsCallAndItsAnswer() {
        assertThat(shape("stream")).isEqualTo("invoke_agent Assistant\n  chat scripted-1\n");
        assertThat(one("stream", "invoke_agent").text("gen_ai.output.messages")).isNotEmpty();
    }

    @Test
    void streamThatTheEventLoopSubscribesToIsOneTree() {
        assertThat(shape("onTheEventLoop")).isEqualTo("""
                invoke_agent Assistant
                  chat scripted-1
                  execute_tool add
                  chat scripted-1
                """);
    }
}
