package dev.clew.cli;

import java.io.IOException;
import java.nio.file.Path;

/**
 * 200 runs of three agents, one every ten minutes. From run 131 on the Writer's prompt is another, the application a newer one;
 * from run 140 on the Writer's tool can't read what it is given. Twice, early, the Searcher's tool failed for reasons of its own.
 */
final class TwoHundredRuns {
    static final String OLD_WRITER = "a0a0a0a0a0a0a0a0";
    static final String NEW_WRITER = "b1b1b1b1b1b1b1b1";
    static final String OLD_PROMPT = "c0c0c0c0c0c0c0c0";
    static final String NEW_PROMPT = "d1d1d1d1d1d1d1d1";
    static final String OLD_TEXT = "system:\nYou write reports.\nKeep to the facts that you were given.\n\nuser:\nAnswer in JSON: {{facts}}";
    static final String NEW_TEXT = "system:\nYou write reports.\nKeep to the facts that you were given.\n\nuser:\nAnswer in prose: {{facts}}";

    private static final long START = 1_763_600_000_000L;
    private final Journal journal;
    private int ids;

    private TwoHundredRuns(Journal journal) {
        this.journal = journal;
    }

    static void write(Path folder) throws IOException {
        Journal journal = new Journal(folder);
        journal.stamp(OLD_WRITER, "agent", "Writer", "agent: Writer\nprompt: " + OLD_PROMPT + "\nmodel: gpt-4o\ntemperature: 0.2")
                .stamp(NEW_WRITER, "agent", "Writer", "agent: Writer\nprompt: " + NEW_PROMPT + "\nmodel: gpt-4o\ntemperature: 0.2")
                .stamp(OLD_PROMPT, "prompt", "Writer", OLD_TEXT)
                .stamp(NEW_PROMPT, "prompt", "Writer", NEW_TEXT)
                .stamp("e0e0e0e0e0e0e0e0", "agent", "Planner", "agent: Planner\nmodel: gpt-4o")
                .stamp("f0f0f0f0f0f0f0f0", "agent", "Searcher", "agent: Searcher\nmodel: gpt-4o-mini");
        TwoHundredRuns runs = new TwoHundredRuns(journal);
        for (int run = 1; run <= 200; run++) {
            runs.write(run);
        }
        journal.write();
    }

    /** Run 7 is {@code 00070...0}: the number comes first, as people type the beginning. */
    static String trace(int run) {
        return "0".repeat(4 - Integer.toString(run).length()) + run + "0".repeat(28);
    }

    private void write(int run) {
        boolean changed = run >= 131;
        boolean breaks = run >= 140;
        journal.resource("service.version", changed ? "1.5.0" : "1.4.2").resource("vcs.ref.head.revision", changed ? "9f8e7d6c5b4a" : "1a2b3c4d5e6f");
        long at = START + run * 600_000L;
        String trace = trace(run);
        String root = id();
        agent(trace, root, "Planner", "e0e0e0e0e0e0e0e0", null, at + 10, false);
        agent(trace, root, "Searcher", "f0f0f0f0f0f0f0f0", null, at + 400, run == 20 || run == 77);
        agent(trace, root, "Writer", changed ? NEW_WRITER : OLD_WRITER, changed ? NEW_PROMPT : OLD_PROMPT, at + 800, breaks);
        journal.span(trace, root, "", "invoke_workflow", "Report", at).end(at + 1300 + run);
    }

    private void agent(String trace, String root, String name, String stamp, String prompt, long at, boolean fails) {
        boolean prose = TwoHundredRuns.NEW_PROMPT.equals(prompt);
        String agent = id();
        Journal.Span chat = journal.span(trace, id(), agent, "chat", "gpt-4o", at + 1).with("gen_ai.request.model", "gpt-4o")
                .with("gen_ai.usage.input_tokens", 120).with("gen_ai.usage.output_tokens", 30)
                .input(prompt == null ? "What next?" : "Answer in " + (prose ? "prose" : "JSON") + ": sales rose by 4 %")
                .output(prompt == null ? "Go on." : prose ? "Sales rose by 4 %." : "{\"sales\":\"+4 %\"}");
        if (prompt != null) {
            chat.with("clew.stamp.prompt", prompt);
        }
        chat.end(at + 200);
        Journal.Span tool = journal.span(trace, id(), agent, "execute_tool", "store", at + 210).with("gen_ai.tool.name", "store")
                .with("gen_ai.tool.call.arguments", prose ? "Sales rose by 4 %." : "{\"sales\":\"+4 %\"}");
        (fails ? tool.failed("JsonParseException", "Unrecognized token 'Sales'") : tool.with("gen_ai.tool.call.result", "stored")).end(at + 250);
        Journal.Span span = journal.span(trace, agent, root, "invoke_agent", name, at).with("gen_ai.agent.name", name)
                .with("clew.stamp.agent", stamp);
        if (prompt != null) {
            span.with("clew.stamp.prompt", prompt);
        }
        span.end(at + 300);
    }

    private String id() {
        return Journal.id(++ids);
    }
}
