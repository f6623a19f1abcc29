package dev.clew.cli.why;

import dev.clew.cli.screen.Messages;
import dev.clew.read.Operation;
import dev.clew.read.SpanNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a span read: entries of memories, and documents that were retrieved. */
final class Reading {
    /**
     * An entry of a memory.
     *
     * @param id may be null
     * @param role null where the text is not known
     * @param text null where it is not known
     * @param writer null where nobody is known to have written it
     * @param fresh the reading before did not have it
     */
    record Entry(String id, String role, String text, SpanNode writer, boolean fresh) {}

    /**
     * Some of what was read, by one span.
     *
     * @param by the span itself, or one that read for it
     * @param evicted how many had gone since
     */
    record Memory(SpanNode by, List<Entry> entries, int evicted) {}

    /** A document; each part null where it is not told. */
    record Document(String id, Double score, String source, String snippet, Double rank, Double rankBefore) {}

    /** What one search found. */
    record Found(SpanNode by, String query, String filter, List<Document> documents) {}

    private static final String READ = "clew.memory.read";
    private static final String WRITTEN = "clew.memory.written";
    private static final String RECORDS = "gen_ai.memory.records";

    private final Why why;
    private final SpanNode span;
    private final Map<String, String[]> texts = new HashMap<>();
    private final Map<String, SpanNode> writers = new HashMap<>();

    Reading(Why why) {
        this.why = why;
        this.span = why.span();
        for (SpanNode each : why.trace().spans()) {
            note(each, READ);
            note(each, WRITTEN);
        }
    }

    /** Records stand in the order of the ids. */
    private void note(SpanNode each, String key) {
        List<?> ids = Why.list(each.attributes(), key);
        List<String[]> records = ids.isEmpty() ? null : Messages.each(each.attributes().get(RECORDS));
        for (int i = 0; i < ids.size(); i++) {
            String id = String.valueOf(ids.get(i));
            if (records != null && records.size() == ids.size()) {
                texts.putIfAbsent(id, records.get(i));
            }
            if (key.equals(WRITTEN)) {
                writers.putIfAbsent(id, each);
            }
        }
    }

    List<Memory> memories() {
        List<Memory> memories = new ArrayList<>();
        for (SpanNode by : readers(READ)) {
            memories.add(memory(by));
        }
        return memories;
    }

    private Memory memory(SpanNode by) {
        Map<String, SpanNode> writersHere = new HashMap<>();
        for (SpanNode.Link link : by.links()) {
            if (Why.kind(link).equals("memory") && why.target(link) != null) {
                for (Object id : Why.list(link.attributes(), "clew.memory.entries")) {
                    writersHere.put(String.valueOf(id), why.target(link));
                }
            }
        }
        List<?> fresh = Why.list(by.attributes(), "clew.memory.new");
        List<Entry> entries = new ArrayList<>();
        for (Object each : Why.list(by.attributes(), READ)) {
            String id = String.valueOf(each);
            String[] text = texts.getOrDefault(id, new String[2]);
            SpanNode writer = writersHere.containsKey(id) ? writersHere.get(id) : writers.get(id);
            entries.add(new Entry(id, text[0], text[1], writer, fresh.contains(each)));
        }
        return new Memory(by, entries, Why.list(by.attributes(), "clew.memory.evicted").size());
    }

    List<Found> found() {
        List<Found> all = new ArrayList<>();
        for (SpanNode by : readers("clew.retrieval.documents")) {
            List<Document> documents = new ArrayList<>();
            if (Messages.parsed(by.attributes().get("clew.retrieval.documents")) instanceof List<?> list) {
                for (Object each : list) {
                    if (each instanceof Map<?, ?> document) {
                        documents.add(new Document(Why.text(document.get("id")), Why.number(document.get("score")), Why.text(document.get("source")),
                                Why.text(document.get("snippet")), Why.number(document.get("rank")), Why.number(document.get("rank_before"))));
                    }
                }
            }
            all.add(new Found(by, by.text("gen_ai.retrieval.query.text"), by.text("clew.retrieval.filter"), documents));
        }
        return all;
    }

    /**
     * Who read for this span: itself; else what is linked as having fed it; else what is below it; else the last one that was
     * done beside it before it began.
     */
    private Set<SpanNode> readers(String key) {
        Set<SpanNode> readers = new LinkedHashSet<>();
        if (span.attributes().containsKey(key)) {
            readers.add(span);
            return readers;
        }
        for (SpanNode.Link link : span.links()) {
            SpanNode target = why.target(link);
            if (target != null && target.attributes().containsKey(key)) {
                readers.add(target);
            }
        }
        if (readers.isEmpty()) {
            below(key, readers);
        }
        SpanNode parent = why.parent(span);
        if (readers.isEmpty() && parent != null && Operation.of(span).isModelCall()) {
            SpanNode last = null;
            for (SpanNode sibling : parent.children()) {
                boolean before = !sibling.isOpen() && sibling.endEpochNanos() <= span.startEpochNanos();
                last = before && sibling.attributes().containsKey(key) ? sibling : last;
            }
            if (last != null) {
                readers.add(last);
            }
        }
        return readers;
    }

    private void below(String key, Set<SpanNode> readers) {
        Deque<SpanNode> open = new ArrayDeque<>(span.children());
        while (!open.isEmpty()) {
            SpanNode each = open.poll();
            boolean call = Operation.of(each) != Operation.MEMORY && key.equals(READ); // it read what the memory was read for
            if (each.attributes().containsKey(key) && !call) {
                readers.add(each);
            }
            if (Operation.of(each) != Operation.AGENT) { // what another agent read, that one read
                open.addAll(each.children());
            }
        }
    }
}
