package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.langchain4j.examples.ExamplesScript;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import com.example.provider.Usage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The applications that LangChain4j publishes as its examples: one true tree each, and the very tokens that were served. */
@ParameterizedClass(name = "{0}")
@MethodSource("jdks")
class LangChain4jExamplesTest {
    /** Below these several work at the same time, in no order. */
    private static final List<String> PARALLEL = List.of("invoke_workflow Readers");

    /** A run, and what the provider says of it. */
    private record Served(Pieces pieces, ScriptedProvider provider) {}

    private static final Map<Jdk, Served> RUNS = new ConcurrentHashMap<>();

    private final Pieces run;
    private final ScriptedProvider provider;

    LangChain4jExamplesTest(Jdk jdk) {
        Served served = RUNS.computeIfAbsent(jdk, LangChain4jExamplesTest::serve);
        run = served.pieces;
        provider = served.provider;
    }

    static Stream<Arguments> jdks() {
        return Jdk.all().stream().map(Arguments::of);
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    /** The providers run here; their threads are no obstacle to the end. */
    private static Served serve(Jdk jdk) {
        try {
            ScriptedProvider alone = ScriptedProvider.start(new ExamplesScript(), Faults.NONE, 0);
            ScriptedProvider traced = ScriptedProvider.start(new ExamplesScript(), Faults.NONE, 0);
            Path target = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
            String classPath = target.resolve("test-classes") + File.pathSeparator
                    + Files.readString(target.resolve("demo.classpath")).strip();
            Pieces pieces = Pieces.run(
                    "examples",
                    jdk,
                    classPath,
                    "com.example.langchain4j.examples.Examples",
                    new String[] {alone.baseUrl()},
                    new String[] {traced.baseUrl()});
            alone.close();
            traced.close();
            return new Served(pieces, traced);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What prepares an example is no request. */
    private List<String> examples() {
        return run.pieces().keySet().stream().filter(piece -> !piece.endsWith("-read")).toList();
    }

    private List<Span> all() {
        List<Span> all = new ArrayList<>();
        run.pieces().values().forEach(trees -> trees.forEach(tree -> all.addAll(tree.spans())));
        return all;
    }

    @Test
    void theApplicationSaysTheSameWithAndWithout() {
        assertThat(run.alone.exit()).as(run.alone.told()).isZero();
        assertThat(run.alone.stdout()).doesNotContain("threw").doesNotContain("not in this version");
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
        assertThat(run.traced.stderr().lines()).as(run.traced.told()).hasSize(1);
    }

    @Test
    void eachExampleIsOneTreeWithOneRoot() {
        assertThat(examples()).hasSize(23).allSatisfy(piece -> {
            Tree tree = run.trace(piece);
            assertThat(tree.roots()).as(piece).singleElement().satisfies(root -> assertThat(root.parent()).isEmpty());
            assertThat(tree.spans()).as(piece).noneMatch(Span::open);
        });
    }

    @Test
    void eachTreeIsTheGoldenOne() throws IOException {
        StringBuilder trees = new StringBuilder();
        for (String piece : examples()) {
            Tree tree = run.trace(piece);
            trees.append("== ").append(piece).append('\n').append(shape(tree, tree.roots(), "", false));
        }
        assertThat(trees.toString()).isEqualTo(Demo.golden("langchain4j-examples.trees.txt"));
    }

    private static String shape(Tree tree, List<Span> level, String indent, boolean sorted) {
        List<String> lines = new ArrayList<>();
        for (Span span : level) {
            if (!span.isHttp()) {
                List<Span> below = tree.spans().stream().filter(child -> child.parent().equals(span.id())).toList();
                String line = indent + span.name() + (span.failed() ? " ERROR " + span.text("error.type") : "") + '\n';
                lines.add(line + shape(tree, below, indent + "  ", PARALLEL.contains(span.name())));
            }
        }
        if (sorted) {
            lines.sort(null);
        }
        return String.join("", lines);
    }

    @Test
    void tokensAreThoseThatTheProviderServed() {
        Map<String, long[]> told = new TreeMap<>();
        for (Span span : all()) {
            if (span.is("chat") || span.is("embeddings")) {
                long[] sum = told.computeIfAbsent(span.text("gen_ai.request.model"), model -> new long[3]);
                sum[0] += span.number("gen_ai.usage.input_tokens");
                sum[1] += span.number("gen_ai.usage.output_tokens");
                sum[2] += span.number("gen_ai.usage.cache_read.input_tokens");
            }
        }
        assertThat(told).hasSizeGreaterThan(20);
        told.forEach((model, sum) ->
                assertThat(new Usage(sum[0], sum[2], sum[1])).as(model).isEqualTo(provider.handedOut(model)));
        Usage all = provider.handedOut();
        assertThat(told.values().stream().mapToLong(sum -> sum[1]).sum()).isEqualTo(all.completion()).isPositive();
    }

    @Test
    void eachRequestIsBelowTheCallThatSentIt() {
        List<Span> requests = all().stream().filter(Span::isHttp).toList();
        assertThat(requests).hasSize(provider.requests());
        Map<String, Span> byId = new TreeMap<>();
        all().forEach(span -> byId.put(span.id(), span));
        assertThat(requests).extracting(request -> byId.get(request.parent()))
                .allMatch(call -> call.is("chat") || call.is("embeddings"))
                .as("one request a call").doesNotHaveDuplicates();
    }

    @Test
    void toolIsLinkedToTheCallThatAskedForItAndItsErrorIsTheRealOne() {
        assertThat(all()).filteredOn(span -> span.is("execute_tool")).hasSizeGreaterThan(8)
                .allSatisfy(tool -> assertThat(tool.links("tool_call")).hasSize(1));
        Span missed = run.trace("supportMisses").all("execute_tool").get(0);
        assertThat(missed.text("error.type")).isEqualTo("com.example.langchain4j.examples.Support$NotFound");
        assertThat(missed.text("gen_ai.tool.call.result")).isEqualTo("no booking MS-776");
    }

    @Test
    void conversationIsTheCustomersAndItsMemoryIsRead() {
        assertThat(run.trace("supportCancels").roots().get(0).text("gen_ai.conversation.id")).isEqualTo("john");
        assertThat(run.trace("supportCancels").all("search_memory")).isNotEmpty();
    }
}
