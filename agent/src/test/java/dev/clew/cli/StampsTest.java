package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.cli.screen.Cells;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampsTest {
    private static final long AT = 1_763_600_000_000L;
    private static final String TRACE = "7".repeat(32);

    @TempDir Path temp;
    Terminal terminal;
    Journal journal;
    int ids;

    @BeforeEach
    void terminal() {
        terminal = new Terminal(temp);
        journal = new Journal(temp);
    }

    private Journal.Span agent(String trace, String name, String stamp, long at) {
        return journal.span(trace, Journal.id(++ids), "", "invoke_agent", name, at).with("gen_ai.agent.name", name).with("clew.stamp.agent", stamp);
    }

    private static String trace(int number) {
        return String.valueOf((char) ('a' + number)).repeat(32);
    }

    @Test
    void ofTwoHundredRunsTheAgentTheChangeAndTheFirstFailingTraceAreNamed() throws IOException {
        TwoHundredRuns.write(temp);
        assertThat(terminal.run("stamps")).isZero();
        assertThat(terminal.err).isEmpty();
        assertThat(terminal.out).isEqualTo("""
                agent Planner
                          first                    last  traces  errors  tok/run  median     p95
                e0e0e0e0  2025-11-20 01:03  11-21 10:13     200      0%   120→30  300 ms  300 ms
                  in        1.4.2 (1a2b3c4), 1.5.0 (9f8e7d6)

                agent Searcher
                          first                    last  traces  errors  tok/run  median     p95
                f0f0f0f0  2025-11-20 01:03  11-21 10:13     200      1%   120→30  300 ms  300 ms
                  in        1.4.2 (1a2b3c4), 1.5.0 (9f8e7d6)
                  errors    first failing trace 0020000000000000

                agent Writer
                          first                    last  traces  errors  tok/run  median     p95
                a0a0a0a0  2025-11-20 01:03        22:33     130      0%   120→30  300 ms  300 ms
                  in        1.4.2 (1a2b3c4)
                b1b1b1b1  2025-11-20 22:43  11-21 10:13      70     87%   120→30  300 ms  300 ms
                  in        1.5.0 (9f8e7d6)
                  prompt    … user:↵Answer in [-JSON-]{+prose+}: {{facts}}
                  errors    0% → 87%, first failing trace 0140000000000000
                """);
        terminal.run("stamps", "write");
        assertThat(terminal.out).startsWith("agent Writer\n").doesNotContain("Planner");
    }

    @Test
    void programsAreToldTheSame() throws IOException {
        TwoHundredRuns.write(temp);
        assertThat(terminal.run("stamps", "Writer", "--json")).isZero();
        JsonNode agents = new ObjectMapper().readTree(terminal.out).get("agents");
        assertThat(agents).hasSize(1);
        assertThat(agents.get(0).fieldNames()).toIterable().containsExactly("agent", "prompt", "revisions");
        JsonNode later = agents.get(0).get("revisions").get(1);
        assertThat(later.fieldNames()).toIterable().containsExactly("stamp", "firstSeen", "lastSeen", "traces", "runs", "failed", "errorRate",
                "firstFailingTrace", "failedTraces", "firstFailedTrace", "inputTokens", "outputTokens", "medianNanos", "p95Nanos", "applications", "after",
                "sideBySideWith", "changes");
        assertThat(later.get("runs").asInt()).isEqualTo(70);
        assertThat(later.get("failed").asInt()).isEqualTo(61);
        assertThat(later.get("firstFailingTrace").asText()).isEqualTo(TwoHundredRuns.trace(140));
        assertThat(later.get("inputTokens").asInt()).isEqualTo(70 * 120);
        assertThat(later.get("medianNanos").asLong()).isEqualTo(300_000_000L);
        assertThat(later.get("changes").toString()).isEqualTo("[{\"what\":\"prompt\",\"from\":\"" + TwoHundredRuns.OLD_PROMPT
                + "\",\"to\":\"" + TwoHundredRuns.NEW_PROMPT + "\"}]");
    }

    @Test
    void aStampIsShownWithItsTextAndWhoUsedIt() throws IOException {
        TwoHundredRuns.write(temp);
        assertThat(terminal.run("stamps", "c0c0")).isZero();
        assertThat(terminal.out).isEqualTo("""
                prompt Writer  c0c0c0c0c0c0c0c0
                first written 2026-11-20 10:00:00
                used by agent Writer  130 runs in 130 traces, last 2025-11-20 22:33:20

                """ + TwoHundredRuns.OLD_TEXT + "\n");
        terminal.run("stamps", "c0c0", "--json");
        JsonNode json = new ObjectMapper().readTree(terminal.out);
        assertThat(json.get("text").asText()).isEqualTo(TwoHundredRuns.OLD_TEXT);
        assertThat(json.get("usedBy").get(0).get("traces").asInt()).isEqualTo(130);
    }

    @Test
    void toolsThatCameWentOrChangedAndOtherValuesAreNamed() throws IOException {
        journal.stamp("0a00", "agent", "A", "agent: A\ntools: 0b00\nmodel: gpt-4o\ntemperature: 0.2")
                .stamp("0a01", "agent", "A", "agent: A\ntools: 0b01\nmodel: gpt-4o-mini\nmax_tokens: 100")
                .stamp("0b00", "tools", null, "{\"name\":\"add\",\"description\":\"Adds two numbers.\"}\n{\"name\":\"look_up\"}")
                .stamp("0b01", "tools", null, "{\"name\":\"add\",\"description\":\"Adds three numbers.\"}\n{\"name\":\"search\"}");
        agent(trace(0), "A", "0a00", AT).end(AT + 10);
        agent(trace(1), "A", "0a01", AT + 1000).end(AT + 1010);
        journal.write();
        terminal.run("stamps");
        assertThat(terminal.out).contains("  tools     ~ add: … ,\"description\":\"Adds [-two-]{+three+} numbers.\"}\n            - look_up\n            + search\n",
                "  model     gpt-4o → gpt-4o-mini\n", "  temperature  0.2 → none\n", "  max_tokens  none → 100\n");
    }

    @Test
    void latencyErrorsAndTokensAreOfTheRunsThatSayThem() throws IOException {
        for (int i = 1; i <= 20; i++) {
            Journal.Span run = agent(trace(0), "A", "0a00", AT + i * 10_000);
            (i == 7 ? run.failed("X", "y") : run).end(AT + i * 10_000 + i * 100);
        }
        journal.write();
        terminal.run("stamps");
        assertThat(terminal.out.lines()).element(2).asString().containsSubsequence("0a00", " 1 ", " 5% ", "1.00 s", "1.90 s").doesNotContain("→");
    }

    @Test
    void chatsOfNoAgentStandApartByTheirPrompt() throws IOException {
        journal.stamp("0c00", "prompt", "greeting", "user:\nSay hello to {{name}}.")
                .stamp("0c01", "prompt", "greeting", "user:\nSay hi to {{name}}.");
        journal.span(trace(0), Journal.id(91), "", "chat", "m", AT).with("clew.stamp.prompt", "0c00").with("clew.stamp.prompt.name", "greeting")
                .end(AT + 5);
        journal.span(trace(1), Journal.id(92), "", "chat", "m", AT + 9).with("clew.stamp.prompt", "0c01").with("clew.stamp.prompt.name", "greeting")
                .failed("E", "e").end(AT + 15);
        journal.span(trace(2), Journal.id(93), "", "chat", "m", AT).with("clew.stamp.prompt", "0d00").end(AT + 5);
        journal.span(trace(3), Journal.id(94), "", "chat", "m", AT + 6).with("clew.stamp.prompt", "0e00").end(AT + 8);
        agent(trace(4), "A", "0a00", AT).end(AT + 9);
        journal.span(trace(4), Journal.id(95), Journal.id(ids), "chat", "m", AT).with("clew.stamp.prompt", "0f00").end(AT + 5);
        journal.write();
        terminal.run("stamps");
        assertThat(terminal.out).contains("no agent, prompt greeting\n", "  prompt    user:↵Say [-hello-]{+hi+} to {{name}}.\n",
                "  errors    0% → 100%, first failing trace bbbb", "\nno agent\n", "\n0d00 ", "\n0e00 ").doesNotContain("0f00");
        assertThat(terminal.out.split("\nno agent\n", -1)).hasSize(2);
        assertThat(terminal.out.substring(terminal.out.indexOf("\nno agent\n"))).doesNotContain("prompt");
    }

    @Test
    void whatItHadNotBeforeIsAllNew() throws IOException {
        journal.stamp("0a00", "agent", "A", "agent: A\nmodel: m").stamp("0a01", "agent", "A", "agent: A\nprompt: 0c00\ntools: 0b00\nmodel: m")
                .stamp("0b00", "tools", null, "{\"name\":\"add\"}").stamp("0c00", "prompt", null, "system:\nBe brief.");
        agent(trace(0), "A", "0a00", AT).end(AT + 10);
        agent(trace(1), "A", "0a01", AT + 1000).end(AT + 1010);
        journal.write();
        terminal.run("stamps");
        assertThat(terminal.out).contains("  prompt    {+system:↵Be brief.+}\n", "  tools     + add\n");
    }

    @Test
    void anotherBuildOfAToolsClassIsAChange() throws IOException {
        String old = "1a".repeat(32);
        String fresh = "2b".repeat(32);
        journal.stamp("0a00", "agent", "A", "agent: A\ntools: 0b00\nmodel: m\nclass com.example.Rates: " + old + "\nclass com.example.Same: " + old)
                .stamp("0a01", "agent", "A", "agent: A\ntools: 0b00\nmodel: m\nclass com.example.Rates: " + fresh
                        + "\nclass com.example.Same: " + old + "\nclass com.example.Come: " + old)
                .stamp("0b00", "tools", null, "{\"name\":\"add\"}");
        agent(trace(0), "A", "0a00", AT).end(AT + 10);
        agent(trace(1), "A", "0a01", AT + 1000).end(AT + 1010);
        journal.write();
        terminal.run("stamps");
        assertThat(terminal.out).contains("\n  class     other code in com.example.Rates\n", "\n  class     + com.example.Come\n")
                .doesNotContain("tools", "Same", "1a1a");
        terminal.run("diff", "aaaa", "bbbb");
        assertThat(terminal.out).contains("differs in: revision", "\n      other code in com.example.Rates, + com.example.Come\n");
        terminal.run("diff", "--stamp", "0a00", "0a01");
        assertThat(terminal.out).contains("\nclass        other code in com.example.Rates\n");
    }

    /** Runs of an agent, a minute apart, each with the revision that its letter stands for; in big letters those that fail. */
    private void runs(String agent, String prompt, String letters) throws IOException {
        for (int i = 0; i < letters.length(); i++) {
            char letter = Character.toLowerCase(letters.charAt(i));
            long at = AT + i * 60_000L;
            Journal.Span span = agent(Journal.id(i + 1) + "f".repeat(16), agent, "0a0" + letter, at).with("clew.stamp.prompt", "0c0" + letter);
            if (prompt != null) {
                span.with("clew.stamp.prompt.name", prompt);
            }
            (Character.isUpperCase(letters.charAt(i)) ? span.failed("E", "e") : span).end(at + 10);
        }
    }

    private void revision(char letter, String prompt) {
        journal.stamp("0a0" + letter, "agent", "A", "agent: A\nprompt: 0c0" + letter + "\nmodel: m")
                .stamp("0c0" + letter, "prompt", null, "user:\n" + prompt);
    }

    private void promptsOfFour() {
        revision('a', "Read the mail and tell what is in it.");
        revision('b', "Write an answer to {{name}}, short and polite.");
        revision('c', "Read the mail and say what is in it.");
        revision('d', "Write an answer to {{name}}, long and polite.");
    }

    private String stamps() throws IOException {
        journal.write();
        assertThat(terminal.run("stamps")).isZero();
        return terminal.out;
    }

    @Test
    void eachNamedPromptOfAnAgentHasItsOwnHistory() throws IOException {
        promptsOfFour();
        runs("A", "read", "aaaacccC");
        runs("A", "write", "bbbbb");
        assertThat(stamps()).isEqualTo("""
                agent A, prompt read
                      first              last  traces  errors  tok/run  median    p95
                0a0a  2025-11-20 00:53  00:56       4      0%            10 ms  10 ms
                0a0c  2025-11-20 00:57  01:00       4     25%            10 ms  10 ms
                  prompt    … Read the mail and [-tell-]{+say+} what is in it.
                  errors    0% → 25%, first failing trace 0000000000000008

                agent A, prompt write
                      first              last  traces  errors  tok/run  median    p95
                0a0b  2025-11-20 00:53  00:57       5      0%            10 ms  10 ms
                """);
    }

    @Test
    void promptsWithoutNamesThatComeInTurnAreInUseSideBySideAndEachHasItsVersions() throws IOException {
        promptsOfFour();
        runs("A", null, "abababababcdcdcDcDcd");
        assertThat(stamps()).contains("in use    side by side with 0a0a\n", "[-tell-]{+say+} what is in it.",
                        "[-short-]{+long+} and polite.").containsOnlyOnce("side by side")
                .containsSubsequence("\n0a0a ", "\n0a0c ", "\n0a0b ", "side by side", "\n0a0d ", "errors    0% → 40%")
                .containsOnlyOnce("errors    ").doesNotContain("elsewhere");
        terminal.run("stamps", "--json");
        JsonNode revisions = new ObjectMapper().readTree(terminal.out).get("agents").get(0).get("revisions");
        assertThat(revisions.get(1).path("after").asText()).isEqualTo("0a0a");
        assertThat(revisions.get(2).path("after").isNull()).isTrue();
        assertThat(revisions.get(2).path("sideBySideWith").toString()).isEqualTo("[\"0a0a\"]");
        assertThat(revisions.get(2).path("changes")).isEmpty();
    }

    @Test
    void bothOfOneTraceAreSideBySideTheFirstTimeAlready() throws IOException {
        promptsOfFour();
        agent(TRACE, "A", "0a0a", AT).end(AT + 10);
        agent(TRACE, "A", "0a0b", AT + 20).failed("E", "e").end(AT + 30);
        assertThat(stamps()).contains("side by side with 0a0a", "errors    first failing trace 7777").doesNotContain("→ 100%", "prompt");
    }

    @Test
    void aPromptThatIsUsedNowAndThenIsNoRelease() throws IOException {
        promptsOfFour();
        runs("A", null, "aaaaaaaaaabaaaaaaaaaaaaaaabaaaaaaaaaaaaabaaaaaaaaaa");
        assertThat(stamps()).contains("side by side with 0a0a").doesNotContain("prompt ");
    }

    @Test
    void aReleaseIsAChangeThoughMachinesAreRenewedOneByOne() throws IOException {
        promptsOfFour();
        runs("A", null, "aaaaaaaaaaaaaaaaaaaaacaaccaccCccccccCcccCcccccccc");
        assertThat(stamps()).contains("[-tell-]{+say+} what is in it.", "errors    0% → ").doesNotContain("side by side");
    }

    @Test
    void aReleaseThatIsTakenBackIsAChangeAndTheNextOneIsOfWhatCameBack() throws IOException {
        promptsOfFour();
        runs("A", null, "aaaaaaaaaCCCCCCaaaaaaaaaadddddddd");
        assertThat(stamps()).contains("[-tell-]{+say+}", "errors    0% → 100%").doesNotContain("side by side")
                .containsSubsequence("\n0a0a ", "\n0a0c ", "\n0a0d ", "  after     0a0a\n", "{+Write an answer");
    }

    @Test
    void runsOfBeforeThereWereNamesAreOfTheOnlyPrompt() throws IOException {
        promptsOfFour();
        agent(trace(0), "A", "0a0a", AT - 60_000).end(AT);
        runs("A", "read", "acccc");
        assertThat(stamps()).contains("agent A\n", "\n0a0a ", "\n0a0c ", "[-tell-]{+say+}").containsOnlyOnce("agent");
    }

    @Test
    void anOldNameOfAPromptIsNoRevision() throws IOException {
        journal.stamp("0a00", "agent", "A", "agent: A\nprompt: 0c00").stamp("0a01", "agent", "A", "agent: A\nprompt: 0c01")
                .stamp("0c00", "prompt", null, "user:\nHello Ada").stamp("0c01", "prompt", null, "user:\nHello …").alias("0c00", "0c01");
        agent(trace(0), "A", "0a00", AT).end(AT + 10);
        agent(trace(1), "A", "0a01", AT + 1000).end(AT + 1010);
        journal.write();
        terminal.run("stamps", "--json");
        JsonNode revisions = new ObjectMapper().readTree(terminal.out).get("agents").get(0).get("revisions");
        assertThat(revisions).hasSize(1);
        assertThat(revisions.get(0).get("traces").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsNotKnownIsNotGuessed() throws IOException {
        journal.span(TRACE, Journal.id(1), "", "invoke_agent", "Old", AT).end(AT + 10);
        agent(trace(1), "Bare", "0a00", AT).with("clew.stamp.prompt", "0c00").end(AT + 10);
        agent(trace(2), "Bare", "0a01", AT + 60_000).with("clew.stamp.prompt", "0c01").end(AT + 60_010);
        journal.write();
        terminal.run("stamps");
        assertThat(terminal.out).contains("agent Old\n", "\nnone  ", "  prompt    0c00 → 0c01\n");
        assertThat(terminal.run("stamps", "0c00")).isEqualTo(2);
        assertThat(terminal.err).isEqualTo("clew: no stamp 0c00 in " + temp.resolve("stamps.jsonl")
                + ", which does not exist. See which there are: java -jar clew-agent.jar stamps\n");
        assertThat(terminal.run("stamps", "Nobody")).isEqualTo(2);
        assertThat(terminal.err).contains("no agent Nobody", "There are: Bare, Old");
    }

    @Test
    void anEmptyFolderSaysWhatToDo() {
        assertThat(terminal.run("stamps")).isEqualTo(2);
        assertThat(terminal.err).contains("No traces in " + temp, "-javaagent");
    }

    @Test
    void hostileNamesAndTextsStayOnTheScreen() throws IOException {
        String evil = "x\u001b]0;owned\u0007\u001b[2J\r\n\u202e" + "漢字🎉".repeat(60);
        journal.stamp("0a00", "agent", evil, "agent: " + evil + "\nprompt: 0c00\n" + evil + ": 1")
                .stamp("0a01", "agent", evil, "agent: x\nprompt: 0c01\n" + evil + ": 2")
                .stamp("0c00", "prompt", evil, evil).stamp("0c01", "prompt", evil, "").stamp("0d00", "prompt", null, null);
        journal.resource("service.version", evil);
        agent(trace(0), evil, "0a00", AT).end(AT + 10);
        agent(trace(1), evil, "0a01", AT + 1000).failed(evil, evil).end(AT + 1010);
        journal.write();
        for (String columns : new String[] {"60", "80", "200"}) {
            terminal.env.put("COLUMNS", columns);
            for (String[] args : new String[][] {{"stamps"}, {"diff", "aaaa", "bbbb"}, {"diff", "aaaa", "bbbb", "--full"},
                {"diff", "--stamp", "0a00", "0a01"},
                {"diff", "--stamp", "0c00", "0c01"}, {"show", "--why", Journal.id(2)}}) {
                terminal.run(args);
                assertThat(terminal.err).isEmpty();
                assertThat(terminal.out).doesNotContainPattern("[\\p{Cc}\\p{Cf}\u2028\u2029&&[^\n]]");
                assertThat(terminal.out.lines()).as(String.join(" ", args))
                        .allSatisfy(line -> assertThat(Cells.width(line)).as(line).isLessThanOrEqualTo(Integer.parseInt(columns)));
            }
        }
        terminal.run("stamps", "0d00");
        assertThat(terminal.out).contains("Its text was not kept");
        terminal.charset = StandardCharsets.US_ASCII;
        terminal.run("stamps");
        assertThat(terminal.out).matches("\\p{ASCII}*");
    }
}
