package dev.clew.smoke;

import com.example.dataflow.Scenario;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The links that a scenario's run must have: what the scenario says of agents, said of the spans of one run. Which spans hold a prompt
 * is read off their recorded inputs; nothing here looks at a link. What counts is written in {@code com/example/dataflow/README.md}.
 */
final class DataflowTruth {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A link, by the ids of its spans. */
    record Link(String from, String to) {}

    private final Tree tree;
    private final Scenario scenario;
    private final Map<Link, Scenario.Kind> links = new LinkedHashMap<>();

    private DataflowTruth(Tree tree, Scenario scenario) {
        this.tree = tree;
        this.scenario = scenario;
    }

    static Map<Link, Scenario.Kind> of(Tree tree, Scenario scenario) {
        DataflowTruth truth = new DataflowTruth(tree, scenario);
        for (Scenario.Agent agent : scenario.agents()) {
            truth.prompt(agent);
            truth.rounds(agent);
            truth.documents(agent);
            truth.memory(agent);
        }
        return truth.links;
    }

    private void prompt(Scenario.Agent agent) {
        for (Scenario.From from : agent.from()) {
            to(agent, source(from.source()), agent.prompt(), from.kind());
            if (agent.whole(from.source()) != null) {
                handedOn(agent, source(from.source()), agent.whole(from.source()), from.kind());
            }
        }
    }

    /** Where a library hands the whole of it to the agent, which makes the prompt: to that, and to what runs it together with others. */
    private void handedOn(Scenario.Agent agent, Span source, String text, Scenario.Kind kind) {
        for (Span span : tree.spans()) {
            boolean own = isWithin(span, span(agent)) || span.is("invoke_workflow") && isWithin(span(agent), span);
            if (own && holds(span, text)) {
                link(source, span, kind);
            }
        }
    }

    /** The span that a scenario means by {@code agent}, {@code agent/tool}, {@code agent/tool#2} or {@code agent/documents}. */
    private Span source(String name) {
        String[] names = name.split("[/#]");
        Scenario.Agent agent = scenario.agents().stream().filter(a -> a.name().equals(names[0])).findFirst().orElseThrow();
        if (names.length == 1) {
            return span(agent);
        }
        if (names[1].equals("documents")) {
            return search(agent);
        }
        int wanted = names.length == 2 ? 1 : Integer.parseInt(names[2]);
        for (List<Scenario.Call> round : agent.rounds()) {
            for (Scenario.Call call : round) {
                if (call.tool().equals(names[1]) && --wanted == 0) {
                    return tool(agent, call);
                }
            }
        }
        throw new IllegalArgumentException(name);
    }

    private Span search(Scenario.Agent agent) {
        return tree.all("retrieval").stream()
                .filter(span -> agent.documents().stream().allMatch(document -> span.text("clew.retrieval.documents").contains(document)))
                .findFirst().orElseThrow();
    }

    /** The calls of its model, oldest first. */
    private List<Span> chats(Scenario.Agent agent) {
        List<Span> chats = new ArrayList<>();
        for (Span chat : tree.all("chat")) {
            if ((chat.text("gen_ai.input.messages") + chat.text("gen_ai.system_instructions")).contains(agent.tag())) {
                chats.add(chat);
            }
        }
        if (chats.size() != agent.rounds().size() + 1) {
            throw new IllegalStateException(scenario.name() + ", " + agent.name() + ": " + chats.size() + " calls\n" + Pieces.shape(tree));
        }
        return chats;
    }

    private Span span(Scenario.Agent agent) {
        return tree.above(chats(agent).get(0), "invoke_agent");
    }

    private Span tool(Scenario.Agent agent, Scenario.Call call) {
        for (Span tool : tree.all("execute_tool")) {
            if (span(agent).equals(tree.above(tool, "invoke_agent")) && tool.text("gen_ai.tool.name").equals(call.tool())
                    && bare(tool.text("gen_ai.tool.call.arguments")).equals(bare(call.arguments()))) {
                return tool;
            }
        }
        throw new IllegalStateException(scenario.name() + ": " + call);
    }

    private static String bare(String json) {
        return json.replaceAll("\\s", "");
    }

    private boolean isWithin(Span span, Span above) {
        for (Span at = span; at != null; at = tree.byId(at.parent())) {
            if (at.equals(above)) {
                return true;
            }
        }
        return false;
    }

    /** To all that a text went into because this agent was given it: its own spans, and those that remember it. */
    private void to(Scenario.Agent agent, Span source, String text, Scenario.Kind kind) {
        for (Span span : tree.spans()) {
            boolean own = isWithin(span, span(agent));
            if ((own || isSearchFor(agent, span) || agent.isRemembering() && isOfOneThatRemembers(agent, span)) && holds(span, text)) {
                link(source, span, kind);
            }
        }
    }

    /** Some applications search before they ask the agent. */
    private boolean isSearchFor(Scenario.Agent agent, Span span) {
        return span.is("retrieval") && span.text("gen_ai.retrieval.query.text").equals(agent.prompt());
    }

    private boolean isOfOneThatRemembers(Scenario.Agent before, Span span) {
        boolean later = false;
        for (Scenario.Agent agent : scenario.agents()) {
            if (later && agent.isRemembering() && span.is("chat") && isWithin(span, span(agent))) {
                return true;
            }
            later |= agent == before;
        }
        return false;
    }

    private void link(Span source, Span to, Scenario.Kind kind) {
        boolean over = FrameworkContract.ended(source) <= FrameworkContract.began(to);
        if (over && !source.equals(to)) {
            links.putIfAbsent(new Link(source.id(), to.id()), kind);
        }
    }

    private void rounds(Scenario.Agent agent) {
        List<Span> chats = chats(agent);
        for (int round = 0; round < agent.rounds().size(); round++) {
            for (Scenario.Call call : agent.rounds().get(round)) {
                for (Span later : chats.subList(round + 1, chats.size())) {
                    link(chats.get(round), later, Scenario.Kind.ROUND);
                    link(tool(agent, call), later, Scenario.Kind.TOOL);
                }
                if (agent.isRemembering()) {
                    remembered(agent, chats.get(round), call);
                }
            }
        }
    }

    /** A memory keeps the calls of tools and their results too. */
    private void remembered(Scenario.Agent agent, Span chat, Scenario.Call call) {
        for (Span span : tree.spans()) {
            if (span.is("create_memory") && isWithin(span, span(agent)) || isOfOneThatRemembers(agent, span)) {
                String messages = span.is("chat") ? "gen_ai.input.messages" : "gen_ai.memory.records";
                if (parts(span, messages, "response").contains(call.result())) {
                    link(tool(agent, call), span, Scenario.Kind.TOOL);
                }
                if (parts(span, messages, "arguments").contains(bare(call.arguments()))) {
                    link(chat, span, Scenario.Kind.ROUND);
                }
            }
        }
    }

    private List<Span> writes(Scenario.Agent agent) {
        return tree.all("create_memory").stream().filter(span -> isWithin(span, span(agent))).toList();
    }

    private void documents(Scenario.Agent agent) {
        for (String document : agent.documents()) {
            to(agent, search(agent), document, Scenario.Kind.DOCUMENT);
        }
    }

    private void memory(Scenario.Agent agent) {
        if (!agent.isRemembering()) {
            return;
        }
        List<Span> chats = chats(agent);
        for (Span write : writes(agent)) {
            if (holds(write, agent.answer())) {
                link(chats.get(chats.size() - 1), write, Scenario.Kind.MEMORY);
            }
        }
        for (Span span : tree.all("chat")) {
            if (isOfOneThatRemembers(agent, span) && holds(span, agent.answer())) {
                link(span(agent), span, Scenario.Kind.MEMORY);
            }
        }
        for (String entry : scenario.entries()) {
            for (Span chat : chats) {
                Span read = lastRead(entry, chat);
                if (read != null && holds(chat, entry)) {
                    link(read, chat, Scenario.Kind.MEMORY);
                }
            }
        }
    }

    /** Null for none. */
    private Span lastRead(String entry, Span before) {
        Span last = null;
        for (Span read : tree.all("search_memory")) {
            boolean over = FrameworkContract.ended(read) <= FrameworkContract.began(before);
            if (over && contents(read, "gen_ai.memory.records").contains(entry)) {
                last = read;
            }
        }
        return last;
    }

    /** Whether that text went into it as it stands. */
    private static boolean holds(Span span, String text) {
        return !text.isEmpty() && (span.text("gen_ai.tool.call.arguments").contains(text) || span.text("gen_ai.retrieval.query.text").contains(text)
                || contents(span, "gen_ai.input.messages").contains(text)
                || span.is("create_memory") && contents(span, "gen_ai.memory.records").contains(text));
    }

    private static String contents(Span span, String attribute) {
        return String.join("\n", parts(span, attribute, "content"));
    }

    /** What the parts of all messages have of one thing. */
    private static List<String> parts(Span span, String attribute, String what) {
        try {
            List<String> all = new ArrayList<>();
            for (JsonNode message : JSON.readTree(span.text(attribute).isEmpty() ? "[]" : span.text(attribute))) {
                for (JsonNode part : message.path("parts")) {
                    JsonNode value = part.path(what);
                    all.add(value.isTextual() ? value.asText() : value.toString());
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
