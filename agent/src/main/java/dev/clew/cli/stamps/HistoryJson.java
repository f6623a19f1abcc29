package dev.clew.cli.stamps;

import dev.clew.cli.screen.Units;
import dev.clew.read.stamps.Change;
import dev.clew.read.stamps.History;
import dev.clew.read.stamps.Revision;
import dev.clew.read.stamps.StampBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same for programs; the shape is promised. */
public final class HistoryJson {
    private HistoryJson() {}

    public static Map<String, Object> of(List<History> histories, StampBook book) {
        List<Map<String, Object>> agents = new ArrayList<>();
        for (History history : histories) {
            List<Map<String, Object>> revisions = new ArrayList<>();
            for (Revision revision : history.revisions()) {
                revisions.add(revision(revision, history, book));
            }
            Map<String, Object> agent = new LinkedHashMap<>();
            agent.put("agent", history.agent());
            agent.put("prompt", history.prompt());
            agent.put("revisions", revisions);
            agents.add(agent);
        }
        return Map.of("agents", agents);
    }

    private static Map<String, Object> revision(Revision revision, History history, StampBook book) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("stamp", revision.stamp());
        json.put("firstSeen", Units.iso(revision.firstEpochNanos()));
        json.put("lastSeen", Units.iso(revision.lastEpochNanos()));
        json.put("traces", revision.traces());
        json.put("runs", revision.runs());
        json.put("failed", revision.failed());
        json.put("errorRate", revision.errorRate());
        json.put("firstFailingTrace", revision.firstFailingTrace());
        json.put("failedTraces", revision.failedTraces());
        json.put("firstFailedTrace", revision.firstFailedTrace());
        json.put("inputTokens", revision.tokens().input());
        json.put("outputTokens", revision.tokens().output());
        json.put("medianNanos", nanos(revision, 0.5));
        json.put("p95Nanos", nanos(revision, 0.95));
        json.put("applications", revision.applications());
        Revision before = history.before(revision);
        json.put("after", before == null ? null : before.stamp());
        List<String> beside = new ArrayList<>();
        history.beside(revision).forEach(other -> beside.add(other.stamp()));
        json.put("sideBySideWith", beside);
        List<Map<String, Object>> list = new ArrayList<>();
        for (Change change : before == null ? List.<Change>of() : history.changes(before, revision, book)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("what", change.what());
            one.put("from", change.from());
            one.put("to", change.to());
            list.add(one);
        }
        json.put("changes", list);
        return json;
    }

    private static Long nanos(Revision revision, double share) {
        long nanos = revision.durationNanos(share);
        return nanos < 0 ? null : Long.valueOf(nanos);
    }
}
