package dev.clew.read.stamps;

import dev.clew.read.SpanNode;
import dev.clew.read.TokenCount;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One version of an agent, or of a prompt, and how it did. A run is a span of it, with all that is below. */
public final class Revision {
    static final String[] APPLICATION = {"service.version", "vcs.ref.head.revision"};

    private final String stamp;
    /** Where it ran, with the start of its first run there. */
    private final Map<String, Long> traces = new HashMap<>();
    private final Map<String, Integer> applications = new LinkedHashMap<>();
    /** What is known of it without the texts: of the spans themselves. */
    private final Map<String, String> seen = new TreeMap<>();
    private long[] starts;
    private long first;
    private long last;
    private int runs;
    private int failed;
    private int open;
    private TokenCount tokens = TokenCount.NONE;
    private long[] durations = new long[8];
    private int ended;
    private long firstFailure;
    private String firstFailingTrace;
    private final Set<String> failedTraces = new HashSet<>();
    private long firstFailedStart;
    private String firstFailedTrace;

    Revision(String stamp) {
        this.stamp = stamp;
    }

    /** @param traceFails whether anything failed in the trace, be it not this run's fault, as far as it can be told */
    void add(SpanNode span, boolean fails, boolean traceFails, TokenCount cost) {
        traces.merge(span.traceId(), span.startEpochNanos(), Math::min);
        runs++;
        if (traceFails) {
            failedTraces.add(span.traceId());
            if (firstFailedTrace == null || span.startEpochNanos() < firstFailedStart) {
                firstFailedStart = span.startEpochNanos();
                firstFailedTrace = span.traceId();
            }
        }
        tokens = tokens.plus(cost);
        long start = span.startEpochNanos();
        first = first == 0 || start != 0 && start < first ? start : first;
        last = Math.max(last, start);
        if (span.durationNanos() >= 0) {
            if (ended == durations.length) {
                durations = Arrays.copyOf(durations, ended * 2);
            }
            durations[ended++] = span.durationNanos();
        }
        if (fails) {
            failed++;
            if (firstFailingTrace == null || start < firstFailure) {
                firstFailure = start;
                firstFailingTrace = span.traceId();
            }
        } else if (span.isOpen()) {
            open++;
        }
        application(span.resource());
    }

    private void application(Map<String, Object> resource) {
        Object version = resource.get(APPLICATION[0]);
        Object commit = resource.get(APPLICATION[1]);
        if (version != null || commit != null) {
            String short7 = commit == null ? null : commit.toString().substring(0, Math.min(7, commit.toString().length()));
            applications.merge(version == null ? short7 : version + (commit == null ? "" : " (" + short7 + ")"), 1, Integer::sum);
        }
    }

    void see(String what, String value) {
        if (value != null) {
            seen.putIfAbsent(what, value);
        }
    }

    Map<String, String> seen() {
        return seen;
    }

    boolean ranIn(String trace) {
        return traces.containsKey(trace);
    }

    Set<String> tracesOf() {
        return traces.keySet();
    }

    /** Of its first run in each trace, in their order; not to be changed. */
    long[] starts() {
        if (starts == null || starts.length != traces.size()) {
            starts = new long[traces.size()];
            int next = 0;
            for (long start : traces.values()) {
                starts[next++] = start;
            }
            Arrays.sort(starts);
        }
        return starts;
    }

    /** Null for runs that carry none. */
    public String stamp() {
        return stamp;
    }

    /** Start of its earliest run; 0 where no run states one. */
    public long firstEpochNanos() {
        return first;
    }

    /** Start of its latest run. */
    public long lastEpochNanos() {
        return last;
    }

    public int traces() {
        return traces.size();
    }

    public int runs() {
        return runs;
    }

    /** Runs that failed, or below which something did. */
    public int failed() {
        return failed;
    }

    /** Of the runs of which it is known, 0..1; null while it is known of none. */
    public Double errorRate() {
        return runs == open ? null : Double.valueOf(failed / (double) (runs - open));
    }

    /** The earliest run's that failed; null where none did. */
    public String firstFailingTrace() {
        return firstFailingTrace;
    }

    /** Traces with a run of it in which anything failed: what it answered may be what others fell over. */
    public int failedTraces() {
        return failedTraces.size();
    }

    /** Share of its traces in which anything failed, 0..1. */
    public double failedTraceRate() {
        return failedTraces.size() / (double) traces.size();
    }

    /** The earliest of {@link #failedTraces}; null where there is none. */
    public String firstFailedTrace() {
        return firstFailedTrace;
    }

    /** Of all runs, each model call counted once. */
    public TokenCount tokens() {
        return tokens;
    }

    /**
     * Of the runs that have ended: the shortest time within which that share of them was done.
     *
     * @param share above 0, at most 1: 0.5 for the median
     * @return nanoseconds, -1 where no run has ended
     */
    public long durationNanos(double share) {
        if (ended == 0) {
            return -1;
        }
        long[] sorted = Arrays.copyOf(durations, ended);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * ended) - 1)];
    }

    /** Versions of the application in which it ran, with the commit, and how many runs each; in the order of their coming. */
    public Map<String, Integer> applications() {
        return Collections.unmodifiableMap(applications);
    }
}
