package dev.clew.cli.why;

import dev.clew.read.SpanNode;
import dev.clew.read.stamps.StampBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same for programs; the shape is promised. */
public final class WhyJson {
    private WhyJson() {}

    public static Map<String, Object> of(Why why, StampBook book) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("traceId", why.trace().traceId());
        json.put("spanId", why.span().spanId());
        json.put("name", why.span().name());
        List<Map<String, Object>> askers = new ArrayList<>();
        for (Why.Asker asker : why.askedBy()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("relation", asker.relation());
            one.put("of", asker.of().spanId());
            one.putAll(who(asker.by(), asker.link()));
            one.put("reason", asker.reason());
            askers.add(one);
        }
        json.put("askedBy", askers);
        json.put("fedBy", feeders(why.fedBy()));
        Reading reading = new Reading(why);
        json.put("memory", reading.memories().stream().map(WhyJson::memory).toList());
        json.put("retrieved", reading.found().stream().map(WhyJson::found).toList());
        Grounds grounds = new Grounds(why);
        json.put("decidedBecause", grounds(grounds.decided()));
        json.put("versions", grounds(grounds.versions(book)));
        return json;
    }

    private static Map<String, Object> who(SpanNode span, SpanNode.Link link) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("traceId", span != null ? span.traceId() : link.traceId());
        one.put("spanId", span != null ? span.spanId() : link.spanId());
        one.put("name", span == null ? null : span.name());
        return one;
    }

    private static List<Map<String, Object>> feeders(List<Why.Feeder> feeders) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Why.Feeder feeder : feeders) {
            Map<String, Object> one = who(feeder.by(), feeder.link());
            one.put("share", feeder.share());
            one.put("sample", feeder.sample());
            one.put("sameObject", feeder.same());
            one.put("fedBy", feeders(feeder.fedBy()));
            list.add(one);
        }
        return list;
    }

    private static Map<String, Object> memory(Reading.Memory memory) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Reading.Entry entry : memory.entries()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", entry.id());
            one.put("role", entry.role());
            one.put("text", entry.text());
            one.put("writtenBy", entry.writer() == null ? null : entry.writer().spanId());
            one.put("new", entry.fresh());
            entries.add(one);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("by", memory.by().spanId());
        json.put("entries", entries);
        json.put("evicted", memory.evicted());
        return json;
    }

    private static Map<String, Object> found(Reading.Found found) {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Reading.Document document : found.documents()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", document.id());
            one.put("score", document.score());
            one.put("source", document.source());
            one.put("snippet", document.snippet());
            one.put("rank", document.rank());
            one.put("rankBefore", document.rankBefore());
            documents.add(one);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("by", found.by().spanId());
        json.put("query", found.query());
        json.put("filter", found.filter());
        json.put("documents", documents);
        return json;
    }

    private static List<Map<String, Object>> grounds(List<Grounds.Ground> grounds) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Grounds.Ground ground : grounds) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("what", ground.label());
            one.put("text", ground.text());
            list.add(one);
        }
        return list;
    }
}
