package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {
    private static final String A = "a".repeat(32);
    private static final String B = "b".repeat(32);
    private static final long AT = 1_763_600_000_000L;

    @TempDir Path temp;
    Terminal terminal;
    Journal journal;

    @BeforeEach
    void terminal() {
        terminal = new Terminal(temp);
        journal = new Journal(temp);
    }

    private Journal.Span tool(String trace, int id, String name, long at, String arguments) {
        return journal.span(trace, id(trace, id), id(trace, 1), "execute_tool", name, at).with("gen_ai.tool.name", name)
                .with("gen_ai.tool.call.arguments", arguments);
    }

    private static String id(String trace, int id) {
        return trace.charAt(0) + Journal.id(id).substring(1);
    }

    private void root(String trace, long at) {
        journal.span(trace, id(trace, 1), "", "invoke_agent", "Planner", at).with("gen_ai.agent.name", "Planner").end(at + 5000);
    }

    private int diff() throws IOException {
        journal.write();
        return terminal.run("diff", "aaaa", "bbbb");
    }

    @Test
    void ofTwoHundredRunsTheFirstThatFailedIsNamedWithWhatChanged() throws IOException {
        TwoHundredRuns.write(temp);
        assertThat(terminal.run("diff", "0130", "0140")).isEqualTo(1);
        assertThat(terminal.out.replaceAll("\\(a \\w+, b \\w+\\)", "(a 1, b 2)")).isEqualTo("""
                a  0130000000000000  2025-11-20 22:33:20  1.43 s  10 spans  workflow Report
                b  0140000000000000  2025-11-21 00:13:20  1.44 s  10 spans  workflow Report

                first divergence
                  agent Writer (a 1, b 2)
                  differs in: revision, prompt stamp

                stamps that differ
                  application
                    1.4.2 (1a2b3c4) → 1.5.0 (9f8e7d6)
                  agent Writer
                    agent  a0a0a0a0 → b1b1b1b1
                      other prompt
                    prompt  c0c0c0c0 → d1d1d1d1
                      … user:↵Answer in [-JSON-]{+prose+}: {{facts}}

                = same  ~ changed  - only in a  + only in b
                = workflow Report
                = ├─ agent Planner  2 spans below, the same
                = ├─ agent Searcher  2 spans below, the same
                ~ └─ agent Writer  revision, prompt stamp
                ~    ├─ chat gpt-4o  input, prompt stamp, output
                ~    └─ tool store  input, output, failed in b
                """);
        assertThat(terminal.run("diff", "0129", "0130")).isZero();
        assertThat(terminal.out).contains("The same but for times, ids and counts: 10 spans.");
    }

    @Test
    void timesIdsPortsAndCountsOfTokensAreNoDifference() throws IOException {
        for (String trace : new String[] {A, B}) {
            boolean first = trace.equals(A);
            root(trace, first ? AT : AT + 77_000);
            journal.span(trace, id(trace, 2), id(trace, 1), "chat", "m", AT + 1).input("Hi").with("gen_ai.response.id", "chatcmpl-" + trace)
                    .with("gen_ai.conversation.id", trace).with("gen_ai.usage.input_tokens", first ? 5 : 6).with("server.port", first ? 8080 : 9090)
                    .with("gen_ai.response.time_to_first_chunk", first ? 0.25 : 0.5).with("clew.confidence", first ? 0.25 : 0.5)
                    .with("gen_ai.output.messages", "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"call_" + trace
                            + "\",\"name\":\"f\",\"arguments\":{}}]}]").end(AT + (first ? 10 : 99));
            journal.span(trace, id(trace, 3), id(trace, 2), null, "POST", AT + 2).with("http.request.method", "POST")
                    .with("url.full", "http://127.0.0.1:" + (first ? 39719 : 43153) + "/v1/chat/completions").end(AT + 3);
        }
        assertThat(diff()).as(terminal.out).isZero();
        assertThat(terminal.out).contains("The same but for times, ids and counts: 3 spans.").doesNotContain("stamps that differ");
    }

    @Test
    void theFirstOtherArgumentIsShownWordByWord() throws IOException {
        for (String trace : new String[] {A, B}) {
            boolean first = trace.equals(A);
            root(trace, AT);
            tool(trace, 2, "search", AT + 1, "{\"q\":\"tides\"}").with("gen_ai.tool.call.result", "none").end(AT + 2);
            tool(trace, 3, "search", AT + 10, first ? "{\"q\":\"high tides\"}" : "{\"q\":\"low tides\"}")
                    .with("gen_ai.tool.call.result", first ? "at six" : "at noon").end(AT + 20);
        }
        assertThat(diff()).isEqualTo(1);
        assertThat(terminal.out).contains("""
                first divergence
                  tool search in agent Planner (a a00000, b b00000)
                  differs in: input, output
                    input     {"q":"[-high-]{+low+} tides"}
                    output    at [-six-]{+noon+}
                """, "= ├─ tool search\n~ └─ tool search  input, output\n");
    }

    @Test
    void whatOneHasAloneAndWhatTheOtherHasInItsPlaceIsNamed() throws IOException {
        root(A, AT);
        tool(A, 2, "search", AT + 1, "x").end(AT + 2);
        tool(A, 3, "save", AT + 3, "y").end(AT + 4);
        root(B, AT);
        tool(B, 2, "guess", AT + 1, "x").end(AT + 2);
        tool(B, 3, "save", AT + 3, "y").end(AT + 4);
        assertThat(diff()).isEqualTo(1);
        assertThat(terminal.out).contains("  tool search in agent Planner (a00000)\n  only in a; b has tool guess (b00000) in its place\n",
                "- ├─ tool search\n+ ├─ tool guess\n= └─ tool save\n");
    }

    @Test
    void aSpanThatIsMissingIsToldFromThoseThatMoved() throws IOException {
        root(A, AT);
        root(B, AT);
        String[] all = {"one", "two", "three", "four"};
        for (int i = 0; i < all.length; i++) {
            tool(A, 2 + i, "step", AT + i * 10, all[i]).end(AT + i * 10 + 5);
            if (i > 0) {
                tool(B, 2 + i, "step", AT + i * 10, all[i]).end(AT + i * 10 + 5);
            }
        }
        assertThat(diff()).isEqualTo(1);
        assertThat(terminal.out).contains("- ├─ tool step\n= ├─ tool step\n= ├─ tool step\n= └─ tool step\n", "only in a\n");
    }

    @Test
    void whatRanSideBySideHasNoOrder() throws IOException {
        for (String trace : new String[] {A, B}) {
            root(trace, AT);
            String[] names = trace.equals(A) ? new String[] {"x", "y", "z"} : new String[] {"z", "y", "x"};
            for (int i = 0; i < 3; i++) {
                tool(trace, 2 + i, "fetch", AT + i, names[i]).end(AT + 100);
                tool(trace, 5 + i, "only " + names[i], AT + i, "same").end(AT + 100);
            }
        }
        assertThat(diff()).as(terminal.out).isZero();
    }

    @Test
    void theOrderOfWhatOneAnswerAskedForIsNobodysDecision() throws IOException {
        for (String trace : new String[] {A, B}) {
            root(trace, AT);
            journal.span(trace, id(trace, 9), id(trace, 1), "chat", "m", AT).end(AT + 1);
            for (int i = 0; i < 2; i++) {
                tool(trace, 2 + i, "fetch", AT + 10 * i + 5, trace.equals(A) == (i == 0) ? "x" : "y")
                        .link("tool_call", id(trace, 9)).end(AT + 10 * i + 6);
            }
        }
        assertThat(diff()).as(terminal.out).isZero();
    }

    @Test
    void anotherOrderOfWhatRanOneAfterTheOtherIsADifference() throws IOException {
        for (String trace : new String[] {A, B}) {
            root(trace, AT);
            tool(trace, 2, trace.equals(A) ? "read" : "write", AT + 1, "same").end(AT + 2);
            tool(trace, 3, trace.equals(A) ? "write" : "read", AT + 3, "same").end(AT + 4);
        }
        assertThat(diff()).isEqualTo(1);
    }

    @Test
    void anAnswerDivergesAfterWhatIsBelowItDid() throws IOException {
        for (String trace : new String[] {A, B}) {
            boolean first = trace.equals(A);
            journal.span(trace, id(trace, 1), "", "invoke_agent", "Planner", AT).with("gen_ai.agent.name", "Planner").input("Go")
                    .output(first ? "yes" : "no").end(AT + 100);
            journal.span(trace, id(trace, 2), id(trace, 1), "chat", "m", AT + 1).input("Go").output(first ? "yes" : "no").end(AT + 2);
        }
        diff();
        assertThat(terminal.out).contains("first divergence\n  chat m in agent Planner", "~ agent Planner  output\n~ └─ chat m  output\n");
    }

    @Test
    void anErrorAndAnotherModelAreDifferences() throws IOException {
        for (String trace : new String[] {A, B}) {
            boolean first = trace.equals(A);
            root(trace, AT);
            journal.span(trace, id(trace, 2), id(trace, 1), "chat", first ? "gpt-4o" : "gpt-4o-mini", AT + 1)
                    .with("gen_ai.request.model", first ? "gpt-4o" : "gpt-4o-mini").with("gen_ai.request.temperature", first ? 0.25 : 0.5)
                    .input("Go").end(AT + 2);
            Journal.Span tool = tool(trace, 3, "save", AT + 3, "x");
            (first ? tool : tool.failed("IOException", "disk full")).end(AT + 4);
        }
        diff();
        assertThat(terminal.out).contains("model     [-gpt-4o-]{+gpt-4o-mini+}", "chat gpt-4o → gpt-4o-mini  model, temperature",
                "tool save  failed in b");
    }

    @Test
    void programsAreToldTheSame() throws IOException {
        TwoHundredRuns.write(temp);
        assertThat(terminal.run("diff", "0130", "0140", "--json")).isEqualTo(1);
        JsonNode json = new ObjectMapper().readTree(terminal.out);
        assertThat(json.fieldNames()).toIterable().containsExactly("a", "b", "same", "firstDivergence", "stamps", "spans");
        assertThat(json.get("same").asBoolean()).isFalse();
        assertThat(json.get("firstDivergence").get("name").asText()).isEqualTo("invoke_agent Writer");
        assertThat(json.get("firstDivergence").get("differences").get(1).get("b").asText()).isEqualTo(TwoHundredRuns.NEW_PROMPT);
        assertThat(json.get("stamps").get(2).toString()).isEqualTo("{\"agent\":\"Writer\",\"kind\":\"prompt\",\"name\":null,\"a\":\""
                + TwoHundredRuns.OLD_PROMPT + "\",\"b\":\"" + TwoHundredRuns.NEW_PROMPT + "\"}");
        assertThat(json.get("spans").findValuesAsText("mark")).containsExactly("=", "=", "=", "=", "=", "=", "=", "~", "~", "~");
        terminal.run("diff", "0130", "0129", "--json");
        assertThat(new ObjectMapper().readTree(terminal.out).get("firstDivergence").isNull()).isTrue();
    }

    @Test
    void whatStampsStandForIsCompared() throws IOException {
        TwoHundredRuns.write(temp);
        assertThat(terminal.run("diff", "--stamp", "c0c0", "d1d1")).isEqualTo(1);
        assertThat(terminal.out).isEqualTo("""
                a  c0c0c0c0c0c0c0c0  2026-11-20 10:00:00  prompt Writer
                b  d1d1d1d1d1d1d1d1  2026-11-20 10:00:00  prompt Writer

                …
                Keep to the facts that you were given.

                user:
                Answer in [-JSON-]{+prose+}: {{facts}}
                """);
        assertThat(terminal.run("diff", "--stamp", "a0a0", "b1b1")).isEqualTo(1);
        assertThat(terminal.out).contains("prompt       c0c0c0c0c0c0c0c0 → d1d1d1d1d1d1d1d1\n\nprompt\n",
                "  Answer in [-JSON-]{+prose+}: {{facts}}\n");
        assertThat(terminal.run("diff", "--stamp", "a0a0", "a0a0")).isZero();
        assertThat(terminal.out).contains("The same.");
        assertThat(terminal.run("diff", "--stamp", "a0a0", "b1b1", "--json")).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(terminal.out).get("b").get("text").asText()).startsWith("agent: Writer\n");
    }

    @Test
    void whatIsNotThereIsSaidWithWhereItWasLookedFor() throws IOException {
        TwoHundredRuns.write(temp);
        assertThat(terminal.run("diff", "--stamp", "a0a0", "1234")).isEqualTo(2);
        assertThat(terminal.err).contains("no stamp 1234 in " + temp.resolve("stamps.jsonl"));
        assertThat(terminal.run("diff", "0130", "ffff")).isEqualTo(2);
        assertThat(terminal.err).contains("no trace ffff in " + temp);
        assertThat(terminal.run("diff", "013", "0130")).isEqualTo(2);
        assertThat(terminal.err).contains("10 traces begin with 013");
        assertThat(terminal.run("diff")).isEqualTo(2);
        assertThat(terminal.err).contains("Missing required parameters: 'A', 'B'");
        assertThat(terminal.out).isEmpty();
    }

    @Test
    void traceIdsAreNotMistakenForEachOther() throws IOException {
        TwoHundredRuns.write(temp);
        assertThat(terminal.run("diff", "0140", "0130")).isEqualTo(1);
        assertThat(terminal.out).startsWith("a  0140").contains("failed in a", "[-prose-]{+JSON+}");
        assertThat(terminal.run("diff", "0140", "0140")).isZero();
    }

    @Test
    void aThousandSpansBesideAnotherThousand() throws IOException {
        for (String trace : new String[] {A, B}) {
            root(trace, AT);
            for (int i = 2; i < 1000; i++) {
                tool(trace, i, "step", AT + i * 10L, i == 500 && trace.equals(B) ? "" : "argument " + i).end(AT + i * 10L + 5);
            }
        }
        assertThat(diff()).isEqualTo(1);
        assertThat(terminal.out).contains("= ├─ tool step\n= ├─ 497 more that are the same\n~ ├─ tool step  input\n= ├─ tool step\n"
                + "= └─ 498 more that are the same\n", "input     [-argument 500-]");
        assertThat(terminal.out.lines()).hasSizeLessThan(20);
    }

    @Test
    void aVeryLongChainIsNoProblem() throws IOException {
        for (String trace : new String[] {A, B}) {
            for (int i = 1; i <= 4000; i++) {
                journal.span(trace, id(trace, i), i == 1 ? "" : id(trace, i - 1), null, i == 4000 ? "leaf" + trace.charAt(0) : "link", AT + i)
                        .end(AT + 9000);
            }
        }
        assertThat(diff()).isEqualTo(1);
        assertThat(terminal.out).contains("leafa", "leafb");
        assertThat(terminal.out.lines()).allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
    }
}
