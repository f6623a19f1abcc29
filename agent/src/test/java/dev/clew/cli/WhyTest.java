package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyTest {
    private static final String TRACE = "5b8efff798038103d269b633813fc60c";
    private static final long AT = 1_763_600_000_000L;

    @TempDir Path temp;
    Terminal terminal;
    Journal journal;

    @BeforeEach
    void terminal() {
        terminal = new Terminal(temp);
        journal = new Journal(temp);
    }

    private static String id(char c) {
        return String.valueOf(c).repeat(16);
    }

    private Journal.Span span(char id, char parent, String operation, String name, int millis) {
        return journal.span(TRACE, id(id), parent == ' ' ? "" : id(parent), operation, name, AT + millis);
    }

    private static String records(String... rolesAndTexts) {
        List<Object> messages = new java.util.ArrayList<>();
        for (int i = 0; i < rolesAndTexts.length; i += 2) {
            messages.add(java.util.Map.of("role", rolesAndTexts[i], "parts",
                    List.of(java.util.Map.of("type", "text", "content", rolesAndTexts[i + 1]))));
        }
        return Journal.text(messages);
    }

    /** A supervisor has a refund desk answer; the desk reads a policy and its memory, and asks its model, which asks for a tool. */
    private void refund() throws IOException {
        journal.resource("service.version", "1.4.2").resource("vcs.ref.head.revision", "1a2b3c4d5e6f");
        journal.stamp("0a00aaaaaaaaaaaa", "agent", "Desk", "agent: Desk").stamp("0c00aaaaaaaaaaaa", "prompt", "refunds", "user:\nx");
        span('1', ' ', "invoke_workflow", "Support", 0).event("clew.decision", AT + 5, "planner", "Supervisor", "agents", "Clerk, Desk")
                .event("clew.decision", AT + 900, "agents", "Desk").end(AT + 1000);
        span('2', '1', "chat", "gpt-4o", 1).output("Let the Desk decide.").end(AT + 4);
        span('3', '1', "invoke_agent", "Desk", 10).with("gen_ai.agent.name", "Desk").with("clew.stamp.agent", "0a00aaaaaaaaaaaa")
                .with("clew.stamp.prompt", "0c00aaaaaaaaaaaa").with("clew.tool.reason", "A refund is asked for.")
                .link("handoff", id('2')).end(AT + 800);
        span('4', '3', "create_memory", null, 11).with("clew.memory.written", List.of("e1", "e2"))
                .with("gen_ai.memory.records", records("system", "Be fair.", "user", "I want my money back.")).end(AT + 12);
        span('5', '3', "retrieval", "policies", 20).with("gen_ai.retrieval.query.text", "refund rules")
                .with("clew.retrieval.filter", "country = 'NL'")
                .with("clew.retrieval.documents", "[{\"id\":\"p7\",\"score\":0.91,\"source\":\"policy.md\",\"snippet\":\"Refunds within 30 days.\","
                        + "\"rank\":1,\"rank_before\":3},{\"id\":\"p9\"}]").end(AT + 30);
        span('6', '3', "search_memory", null, 40).with("clew.memory.read", List.of("e1", "e2", "e3")).with("clew.memory.new", List.of("e3"))
                .with("clew.memory.evicted", List.of("e0"))
                .with("gen_ai.memory.records", records("system", "Be fair.", "user", "I want my money back.", "tool", "ordered on May 3"))
                .link("memory", id('4'), "clew.memory.entries", List.of("e1", "e2")).end(AT + 41);
        span('7', '3', "chat", "gpt-4o", 50).with("gen_ai.request.model", "gpt-4o").with("gen_ai.response.model", "gpt-4o-2024-08-06")
                .with("clew.stamp.prompt", "0c00aaaaaaaaaaaa").with("clew.confidence", 0.875).with("clew.confidence.source", "logprobs")
                .with("clew.logprob.mean", -0.125).with("clew.logprob.min", -2.5)
                .link("data", id('5'), "clew.data.share", 0.75, "clew.data.sample", "Refunds within 30 days")
                .link("data", id('2'), "clew.data.share", 1.0, "clew.data.sample", "Let the Desk decide", "clew.data.by", "identity").end(AT + 100);
        span('8', '3', "execute_tool", "pay", 110).with("gen_ai.tool.name", "pay").with("clew.tool.reason", "It is within 30 days,\nso pay.")
                .with("clew.stamp.tool", "0d00aaaaaaaaaaaa").link("tool_call", id('7'))
                .link("data", id('7'), "clew.data.share", 0.5, "clew.data.sample", "EUR 40").link("data", id('e')).end(AT + 200);
        span('9', '8', null, "POST", 120).with("http.request.method", "POST").end(AT + 130);
        journal.write();
    }

    @Test
    void whoAskedWhatFedItWhyAndWhichVersions() throws IOException {
        refund();
        assertThat(terminal.run("show", "--why", "8888")).isZero();
        assertThat(terminal.out).isEqualTo("""
                why tool pay (888888)
                2025-11-20 00:53:20  90 ms  trace 5b8efff798038103d269b633813fc60c

                asked by
                  chosen by chat gpt-4o (777777)
                  agent Desk (333333)
                    handed over by chat gpt-4o (222222)
                      A refund is asked for.
                  workflow Support (111111)

                fed by
                  chat gpt-4o (777777)  50% of it
                    "EUR 40"
                      chat gpt-4o (222222)  the same object
                        "Let the Desk decide"
                      retrieval policies (555555)  75% of it
                        "Refunds within 30 days"
                  a span that is not here (eeeeee, trace 5b8efff7)

                decided because
                  reason       It is within 30 days,↵so pay.
                  confidence   0.875 (logprobs), of chat gpt-4o (777777)
                  logprobs     mean -0.125, least -2.5, of chat gpt-4o (777777)

                versions live
                  agent        0a00aaaaaaaaaaaa Desk
                  prompt       0c00aaaaaaaaaaaa refunds
                  tool         0d00aaaaaaaaaaaa
                  model        gpt-4o, answered by gpt-4o-2024-08-06
                  application  1.4.2 (1a2b3c4)
                """);
    }

    @Test
    void whatACallReadAndWhoWroteIt() throws IOException {
        refund();
        terminal.run("show", "--why", "7777");
        assertThat(terminal.out).contains("""
                read
                  memory read (666666)  3 entries, 1 gone since
                    system: Be fair.  by memory write (444444)
                    user: I want my money back.  by memory write (444444)
                    new  tool: ordered on May 3
                  retrieval policies (555555)  2 documents
                    query refund rules
                    filter country = 'NL'
                    1. was 3.  0.91  policy.md  Refunds within 30 days.
                    2.  p9

                """);
    }

    @Test
    void whoseTurnItWasIsToldByTheLastDecisionBeforeThatNamesIt() throws IOException {
        refund();
        terminal.run("show", "--why", "agent Desk");
        assertThat(terminal.out).contains("decided because\n  reason       A refund is asked for.\n  decision     planner: Supervisor, agents: Clerk, Desk\n");
        terminal.run("show", "--why", "9999");
        assertThat(terminal.out).contains("asked by\n  tool pay (888888)\n    chosen by chat gpt-4o (777777)\n      It is within 30 days,↵so pay.\n")
                .doesNotContain("decided because", "fed by", "read\n");
    }

    @Test
    void aCallThatNamesItsEntriesIsBelieved() throws IOException {
        span('1', ' ', "invoke_agent", "A", 0).end(AT + 100);
        span('2', '1', "create_memory", null, 1).with("clew.memory.written", List.of("e1")).with("gen_ai.memory.records", records("user", "Hello."))
                .end(AT + 2);
        span('3', '1', "search_memory", null, 3).with("clew.memory.read", List.of("e1", "e2"))
                .with("gen_ai.memory.records", records("user", "Hello.", "assistant", "Hi.")).end(AT + 4);
        span('4', '1', "chat", "m", 5).with("clew.memory.read", List.of("e1", "e9")).end(AT + 6);
        journal.write();
        terminal.run("show", "--why", "4444");
        assertThat(terminal.out).contains("read\n  chat m (444444)  2 entries\n    user: Hello.  by memory write (222222)\n    e9\n");
    }

    @Test
    void fullShowsWholeTexts() throws IOException {
        refund();
        terminal.run("show", "--why", "8888", "--full");
        assertThat(terminal.out).contains("  reason       It is within 30 days,\n               so pay.\n");
    }

    @Test
    void programsAreToldTheSame() throws IOException {
        refund();
        assertThat(terminal.run("show", "--why", "7777", "--json")).isZero();
        JsonNode json = new ObjectMapper().readTree(terminal.out);
        assertThat(json.fieldNames()).toIterable().containsExactly("traceId", "spanId", "name", "askedBy", "fedBy", "memory", "retrieved",
                "decidedBecause", "versions");
        assertThat(json.get("fedBy").get(0).get("spanId").asText()).isEqualTo(id('2'));
        assertThat(json.get("fedBy").get(0).get("sameObject").asBoolean()).isTrue();
        assertThat(json.get("fedBy").get(1).get("sameObject").asBoolean()).isFalse();
        assertThat(json.get("fedBy").get(1).get("share").asDouble()).isEqualTo(0.75);
        assertThat(json.get("memory").get(0).get("entries").get(0).get("writtenBy").asText()).isEqualTo(id('4'));
        assertThat(json.get("memory").get(0).get("entries").get(2).get("new").asBoolean()).isTrue();
        assertThat(json.get("retrieved").get(0).get("documents").get(0).get("rankBefore").asInt()).isEqualTo(3);
        assertThat(json.get("askedBy").get(0).get("relation").asText()).isEqualTo("parent");
    }

    @Test
    void aSpanIsFoundByItsIdOrByANameThatOnlyItHas() throws IOException {
        refund();
        for (String name : new String[] {"88", "pay", "tool pay", "execute_tool pay", "PAY", "Support", "polic"}) {
            assertThat(terminal.run("show", "--why", name)).as(name + terminal.err).isZero();
        }
        assertThat(terminal.run("show", "--why", "gpt-4o")).isEqualTo(2);
        assertThat(terminal.err).isEqualTo("clew: 2 spans of trace 5b8efff7 fit gpt-4o, name one by its id:\n"
                + "  2222222222222222  chat gpt-4o, in workflow Support\n  7777777777777777  chat gpt-4o, in agent Desk\n");
        assertThat(terminal.run("show", "--why", "nobody")).isEqualTo(2);
        assertThat(terminal.err).isEqualTo("clew: no span nobody in trace 5b8efff7, the newest; name another with show --why SPAN TRACE."
                + " See its spans: java -jar clew-agent.jar show 5b8efff7\n");
        assertThat(terminal.run("show", "--why", "pay", "5b8e")).isZero();
    }

    @Test
    void anIdIsFoundInOlderTracesToo() throws IOException {
        journal.span("f".repeat(32), "0123456789abcdef", "", "chat", "newer", AT + 100_000).end(AT + 100_001);
        refund();
        assertThat(terminal.run("show", "--why", "888888")).isZero();
        assertThat(terminal.out).contains("why tool pay (888888)");
    }

    @Test
    void spansThatFeedEachOtherAreToldOnce() throws IOException {
        span('1', ' ', "chat", "a", 0).link("data", id('2')).end(AT + 1);
        span('2', ' ', "chat", "b", 0).link("data", id('1')).link("data", id('2')).end(AT + 1);
        journal.write();
        assertThat(terminal.run("show", "--why", "1111")).isZero();
        assertThat(terminal.out).endsWith("fed by\n  chat b (222222)\n");
    }

    @Test
    void ofManyFewAreShown() throws IOException {
        Journal.Span busy = span('2', '1', "chat", "m", 50);
        for (int i = 1000; i < 1030; i++) {
            journal.span(TRACE, Journal.id(i), "", "execute_tool", "t" + i, AT).end(AT + 1);
            busy.link("data", Journal.id(i), "clew.data.share", i / 2000.0, "clew.data.sample", "x".repeat(500));
        }
        busy.end(AT + 60);
        for (int i = 2000; i < 2040; i++) {
            journal.span(TRACE, Journal.id(i), i == 2039 ? id('2') : Journal.id(i + 1), null, "deep", AT + 100 - i + 2000).end(AT + 200);
        }
        journal.write();
        terminal.run("show", "--why", "2222");
        assertThat(terminal.out).contains("  and 25 more (--full)\n");
        assertThat(terminal.out.lines()).hasSizeLessThan(20).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        terminal.run("show", "--why", Journal.id(2000));
        assertThat(terminal.out).contains("  … 34 more above (--full)\n", "chat m (222222)");
    }
}
