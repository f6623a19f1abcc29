package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.cli.screen.Cells;
import dev.clew.cli.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {
    static final String TRACE = "5b8efff798038103d269b633813fc60c";
    @TempDir Path temp;
    final Map<String, String> env = new HashMap<>();
    Charset charset = StandardCharsets.UTF_8;
    boolean terminal;
    String out;
    String err;

    @BeforeEach
    void folder() {
        env.put("CLEW_DIR", temp.toString());
    }

    int run(String... args) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        int code = Cli.run(new Screen(outBytes, errBytes, charset, terminal, env, ZoneId.of("UTC")), args);
        out = outBytes.toString(charset);
        err = errBytes.toString(charset);
        return code;
    }

    /** @param seconds when it starts, and 0.25 s later it ends */
    static String span(String id, String parent, String name, int seconds, String more, String... attributes) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < attributes.length; i += 2) {
            boolean number = attributes[i + 1].matches("\\d+");
            json.append(i == 0 ? "" : ",").append("{\"key\":\"").append(attributes[i]).append("\",\"value\":{\"")
                    .append(number ? "intValue" : "stringValue").append("\":").append(quote(attributes[i + 1])).append("}}");
        }
        return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"" + TRACE + "\",\"spanId\":\"" + id.repeat(16)
                + "\",\"parentSpanId\":\"" + parent.repeat(16) + "\",\"name\":\"" + name + "\",\"kind\":1,\"startTimeUnixNano\":\""
                + (1_600_000_000L + seconds) + "000000001\"" + more + ",\"attributes\":[" + json + "]}]}]}]}\n";
    }

    static String quote(String text) {
        try {
            return new ObjectMapper().writeValueAsString(text).replace("\ud800", "\\ud800"); // no UTF-8 has half a pair
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String end(int seconds) {
        return ",\"endTimeUnixNano\":\"" + (1_600_000_000L + seconds) + "250000001\"";
    }

    void refactor() throws IOException {
        String link = ",\"links\":[{\"traceId\":\"" + TRACE + "\",\"spanId\":\"" + "c".repeat(16)
                + "\",\"attributes\":[{\"key\":\"clew.link\",\"value\":{\"stringValue\":\"tool_call\"}}]}]";
        String failed = ",\"status\":{\"code\":2,\"message\":\"tests failed\"}";
        Files.writeString(temp.resolve("a.traces.jsonl"),
                span("a", "", "invoke_workflow refactor", 0, end(75), "gen_ai.operation.name", "invoke_workflow")
                        + span("b", "a", "invoke_agent tester", 1, end(5), "gen_ai.operation.name", "invoke_agent")
                        + span("c", "b", "chat gpt-4o", 2, end(2), "gen_ai.operation.name", "chat",
                                "gen_ai.usage.input_tokens", "1234", "gen_ai.usage.output_tokens", "85",
                                "gen_ai.input.messages", "[{\"role\":\"system\",\"parts\":[{\"type\":\"text\",\"content\":\"Be brief.\"}]},"
                                        + "{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Run the tests.\\nAll of them.\"}]}]",
                                "gen_ai.output.messages", "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"1\","
                                        + "\"name\":\"run_tests\",\"arguments\":{\"suite\":\"all\"}}]}]")
                        + span("d", "b", "execute_tool run_tests", 3, end(3) + link + failed, "gen_ai.operation.name", "execute_tool",
                                "gen_ai.tool.call.arguments", "{\"suite\":\"all\"}", "gen_ai.tool.call.result", "2 of 14 red",
                                "clew.tool.reason", "The change touches every caller.", "error.type", "TestFailure")
                        + span("e", "b", "chat gpt-4o", 4, end(4), "gen_ai.operation.name", "chat"));
        Files.writeString(temp.resolve("a.live.jsonl"),
                span("f", "a", "chat gpt-4o", 6, "", "gen_ai.operation.name", "chat", "clew.waits_for", "POST api.openai.com"));
    }

    @Test
    void showsATree() throws IOException {
        refactor();
        assertThat(run("show")).isZero();
        assertThat(out).isEqualTo("""
        trace 5b8efff798038103d269b633813fc60c
        2020-09-13 12:26:40  6 spans  1.2k→85 tok  1 error  1 open

        workflow refactor                                        1m 15s
        ├─ agent tester                                          4.25 s
        │  ├─ chat gpt-4o                                        250 ms     1.2k→85 tok
        │  │     in     Run the tests.↵All of them.
        │  │     out    calls run_tests({"suite":"all"})
        │  ├─ tool run_tests ✗                                   250 ms
        │  │     ↳ asked for by chat gpt-4o (cccccc)
        │  │     why    The change touches every caller.
        │  │     in     {"suite":"all"}
        │  │     out    2 of 14 red
        │  │     error  TestFailure: tests failed
        │  └─ chat gpt-4o                                        250 ms    not reported
        └─ chat gpt-4o                                             open
              waits  for POST api.openai.com
        """);
        assertThat(err).isEmpty();
    }

    @Test
    void showsATreeWhereThereIsNoUnicode() throws IOException {
        refactor();
        charset = StandardCharsets.US_ASCII;
        run("show");
        assertThat(out).matches("\\p{ASCII}*").doesNotContain("?")
                .contains("|  |- tool run_tests !", "1.2k->85 tok", "Run the tests.\\nAll of them.", "`- chat gpt-4o");
    }

    @Test
    void coloursChangeNothingButTheColours() throws IOException {
        refactor();
        run("show");
        String plain = out;
        run("show", "--color=always");
        assertThat(out).contains("\u001b[35mchat\u001b[0m gpt-4o", "\u001b[31mTestFailure: tests failed\u001b[0m");
        assertThat(out.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void colourIsForTerminalsThatWantIt() throws IOException {
        refactor();
        terminal = true;
        run("show");
        assertThat(out).contains("\u001b[");
        run("show", "--color=never");
        assertThat(out).doesNotContain("\u001b[");
        env.put("NO_COLOR", "1");
        run("show");
        assertThat(out).doesNotContain("\u001b[");
        env.remove("NO_COLOR");
        env.put("TERM", "dumb");
        run("show");
        assertThat(out).doesNotContain("\u001b[");
    }

    @Test
    void noLineIsWiderThanTheScreen() throws IOException {
        Files.writeString(temp.resolve("a.traces.jsonl"), span("a", "", "漢字🎉".repeat(40), 0, end(1), "gen_ai.operation.name",
                "chat", "gen_ai.input.messages", "漢字🎉 e\u0301".repeat(60), "gen_ai.usage.input_tokens", "999"));
        for (String columns : List.of("60", "80", "81", "200", "rubbish")) {
            env.put("COLUMNS", columns);
            run("show");
            int width = columns.equals("rubbish") ? 80 : Integer.parseInt(columns);
            assertThat(out.lines()).allSatisfy(line -> assertThat(Cells.width(line)).as(line).isLessThanOrEqualTo(width));
            run("ls");
            assertThat(out).contains("…");
        }
    }

    @Test
    void aVeryDeepTreeStaysOnTheScreen() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 3000; i++) {
            lines.append(span("a", "", "s" + i, i, end(i)).replace("a".repeat(16), String.format("%016d", i))
                    .replace("\"parentSpanId\":\"\"", "\"parentSpanId\":\"" + String.format("%016d", i - 1) + "\""));
        }
        Files.writeString(temp.resolve("a.traces.jsonl"), lines);
        run("show");
        assertThat(out.lines()).hasSize(3003).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(out).contains("s3000 (level 3000)");
    }

    @Test
    void fullShowsEverythingLineByLine() throws IOException {
        refactor();
        run("show", "--full");
        assertThat(out).contains("""
        │  │     in     system: Be brief.
        │  │            user: Run the tests.
        │  │            All of them.
        """);
    }

    @Test
    void whatHappenedOnTheWayIsShownInFull() throws IOException {
        String event = ",\"events\":[{\"timeUnixNano\":\"1600000000100000000\",\"name\":\"clew.guardrail\",\"attributes\":"
                + "[{\"key\":\"verdict\",\"value\":{\"stringValue\":\"blocked\"}}]}]";
        Files.writeString(temp.resolve("a.traces.jsonl"),
                span("a", "", "POST", 0, end(5), "http.request.method", "POST", "url.path", "/agents/7", "http.response.status_code", "200")
                        + span("b", "a", "invoke_agent x", 1, end(2) + event, "gen_ai.operation.name", "invoke_agent"));
        run("show");
        assertThat(out).contains("200 /agents/7").doesNotContain("guardrail");
        run("show", "--full");
        assertThat(out).contains("event  clew.guardrail  verdict=blocked");
    }

    @Test
    void memorySaysWhetherItWasReadOrWrittenAndWhatCameLast() throws IOException {
        String entries = "[{\"role\":\"system\",\"parts\":[{\"type\":\"text\",\"content\":\"Be brief.\"}]},"
                + "{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Hello?\"}]}]";
        Files.writeString(temp.resolve("a.traces.jsonl"),
                span("a", "", "invoke_agent x", 0, end(5), "gen_ai.operation.name", "invoke_agent")
                        + span("b", "a", "search_memory", 1, end(1), "gen_ai.operation.name", "search_memory",
                                "gen_ai.memory.records", entries, "clew.memory.read", "e1")
                        + span("c", "a", "create_memory", 2, end(2), "gen_ai.operation.name", "create_memory",
                                "gen_ai.memory.records", entries));
        run("show");
        assertThat(out).contains("memory read ", "out    2 entries, the last user: Hello?", "memory write ", "in     2 entries");
        run("show", "--full");
        assertThat(out).contains("out    system: Be brief.", "user: Hello?");
    }

    @Test
    void ofManyLinksAFewAreShown() throws IOException {
        String link = "{\"traceId\":\"" + TRACE + "\",\"spanId\":\"" + "a".repeat(16)
                + "\",\"attributes\":[{\"key\":\"clew.link\",\"value\":{\"stringValue\":\"data\"}}]}";
        Files.writeString(temp.resolve("a.traces.jsonl"),
                span("a", "", "execute_tool t", 0, end(1), "gen_ai.operation.name", "execute_tool")
                        + span("b", "", "chat m", 2, end(3) + ",\"links\":[" + String.join(",", link, link, link, link, link) + "]",
                                "gen_ai.operation.name", "chat"));
        run("show");
        assertThat(out.split("uses the output of execute_tool t", -1)).hasSize(4);
        assertThat(out).contains("and 2 more links (--full)");
        run("show", "--full");
        assertThat(out.split("uses the output of execute_tool t", -1)).hasSize(6);
    }

    @Test
    void nobodyWritesToTheTerminalButUs() throws IOException {
        String evil = "x\u001b]0;owned\u0007\u001b[2J\u009b31m\r\n\u202egnp.exe\u2028\u007f\u0000\ud800end";
        Files.writeString(temp.resolve("a.traces.jsonl"), span("a", "", "\\u001b[2Jname", 0,
                end(1) + ",\"status\":{\"code\":2,\"message\":\"\\u001b[31m\"}", "gen_ai.operation.name", "execute_tool",
                "gen_ai.tool.call.arguments", evil, "gen_ai.tool.call.result", evil, "clew.tool.reason", evil));
        for (String[] args : List.of(new String[] {"show"}, new String[] {"show", "--full"}, new String[] {"ls"})) {
            run(args);
            assertThat(out).doesNotContainPattern("[\\p{Cc}\\p{Cf}\u2028\u2029&&[^\n]]").contains("\\x1b[2J");
        }
    }

    @Test
    void jsonHasThePromisedShape() throws IOException {
        refactor();
        assertThat(run("show", "--json")).isZero();
        JsonNode json = new ObjectMapper().readTree(out);
        assertThat(json.fieldNames()).toIterable().containsExactly("traceId", "spans");
        assertThat(json.get("spans").findValuesAsText("spanId").stream().filter(id -> !id.isEmpty()).map(id -> id.substring(0, 1)))
                .containsExactly("a", "b", "c", "d", "c", "e", "f");
        JsonNode tool = json.get("spans").get(3);
        assertThat(tool.fieldNames()).toIterable().containsExactly(
                "spanId", "parentSpanId", "name", "kind", "start", "end", "status", "attributes", "links", "open");
        assertThat(tool.get("kind").asText()).isEqualTo("INTERNAL");
        assertThat(tool.get("start").asText()).isEqualTo("2020-09-13T12:26:43.000000001Z");
        assertThat(tool.get("end").asText()).isEqualTo("2020-09-13T12:26:43.250000001Z");
        assertThat(tool.get("status").asText()).isEqualTo("ERROR");
        assertThat(tool.get("attributes").get("error.type").asText()).isEqualTo("TestFailure");
        assertThat(tool.get("links").toString()).isEqualTo("[{\"traceId\":\"" + TRACE + "\",\"spanId\":\"cccccccccccccccc\","
                + "\"attributes\":{\"clew.link\":\"tool_call\"}}]");
        assertThat(tool.get("open").isBoolean()).isTrue();
        assertThat(json.get("spans").get(0).get("parentSpanId").isNull()).isTrue();
        assertThat(json.get("spans").get(2).get("attributes").get("gen_ai.usage.input_tokens").isIntegralNumber()).isTrue();
        JsonNode open = json.get("spans").get(5);
        assertThat(open.get("open").asBoolean()).isTrue();
        assertThat(open.get("end").isNull()).isTrue();
        assertThat(open.get("status").asText()).isEqualTo("UNSET");
    }

    @Test
    void listsTracesNewestFirst() throws IOException {
        refactor();
        Files.writeString(temp.resolve("b.traces.jsonl"),
                span("a", "", "later", 100, end(100)).replace(TRACE, "5b8efff8" + TRACE.substring(8)));
        assertThat(run("ls")).isZero();
        assertThat(out).isEqualTo("""
        5b8efff8  2020-09-13 12:28:20  250 ms  later               1 span
        5b8efff7  2020-09-13 12:26:40    open  invoke_workflow…  6 spans  1.2k→85 tok  1 error, 1 open
        """.replace("invoke_workflow…", "invoke_work…").replace("later               1", "later          1"));
        run("ls", "-n", "1");
        assertThat(out.lines()).singleElement().asString().startsWith("5b8efff8  ");
        Files.writeString(temp.resolve("c.traces.jsonl"),
                span("a", "", "old", 1, end(1)).replace(TRACE, "5b8efff8ff" + TRACE.substring(10)));
        run("ls", "-n", "1");
        assertThat(out).startsWith("5b8efff89  ");
        Files.delete(temp.resolve("c.traces.jsonl"));
        run("ls", "--json");
        JsonNode second = new ObjectMapper().readTree(out).get("traces").get(1);
        assertThat(second.toString()).isEqualTo("{\"traceId\":\"" + TRACE + "\",\"name\":\"invoke_workflow refactor\","
                + "\"start\":\"2020-09-13T12:26:40.000000001Z\",\"end\":null,\"spans\":6,\"inputTokens\":1234,\"outputTokens\":85,"
                + "\"errors\":1,\"open\":1}");
    }

    @Test
    void aTraceIsNamedByTheBeginningOfItsIdOrByAFile() throws IOException {
        refactor();
        Files.writeString(temp.resolve("b.traces.jsonl"),
                span("a", "", "later", 100, end(100)).replace(TRACE, "5b8efff8" + TRACE.substring(8)));
        assertThat(run("show", "5b8EFFF7")).isZero();
        assertThat(out).contains("workflow refactor");
        assertThat(run("show", temp.resolve("b.traces.jsonl").toString())).isZero();
        assertThat(out).contains("later");
        assertThat(run("show", "5b8e")).isEqualTo(2);
        assertThat(err).contains("2 traces begin with 5b8e", TRACE);
        assertThat(run("show", "dead")).isEqualTo(2);
        assertThat(err).contains("no trace dead in " + temp, "ls");
        assertThat(out).isEmpty();
    }

    @Test
    void anEmptyFolderIsNoErrorToList() {
        assertThat(run("ls")).isZero();
        assertThat(out).contains("No traces in " + temp + " yet", "-javaagent:clew-agent.jar");
        assertThat(run("show")).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err).contains("No traces in " + temp + " yet");
        assertThat(run("ls", "--json")).isZero();
        assertThat(out).isEqualTo("{\"traces\":[]}\n");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThat(run("ls", "--dir", temp.resolve("no").toString())).isEqualTo(2);
        assertThat(err).contains(temp.resolve("no") + " does not exist", "--dir");
    }

    @Test
    void whatIsSkippedIsSaidOnStandardError() throws IOException {
        refactor();
        Files.writeString(temp.resolve("z.traces.jsonl"), "{\"torn");
        assertThat(run("show")).isZero();
        assertThat(err).isEqualTo("clew: skipped 1 line that is not OTLP JSON: " + temp.resolve("z.traces.jsonl") + ":1\n");
    }

    @Test
    void manySkippedFilesDoNotFloodTheScreen() throws IOException {
        refactor();
        for (int i = 0; i < 20; i++) {
            Files.writeString(temp.resolve("z" + i + ".json"), "{}");
        }
        run("ls");
        assertThat(err.lines()).hasSize(4).last().isEqualTo("clew: and in 17 more places");
    }

    @Test
    void helpVersionAndMistakes() {
        assertThat(run("--help")).isZero();
        assertThat(out).contains("java -jar clew-agent.jar", "ls", "show");
        assertThat(run()).isZero();
        assertThat(out).contains("COMMAND");
        assertThat(run("--version")).isZero();
        assertThat(out).startsWith("clew ");
        assertThat(run("lss")).isEqualTo(2);
        assertThat(err).contains("lss");
        assertThat(run("show", "--color=sometimes")).isEqualTo(2);
        assertThat(out).isEmpty();
    }
}
