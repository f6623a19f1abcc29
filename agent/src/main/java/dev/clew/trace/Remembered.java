package dev.clew.trace;

import io.opentelemetry.api.trace.SpanContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One memory: who wrote which of its entries, what was read last, and what had to go since. The same entry may be there twice,
 * and then has two writers, the older one first.
 */
final class Remembered {
    /** Of more, none is known. */
    private static final int MOST = 4096;

    /**
     * What a read is told.
     *
     * @param fresh what the read before did not return; where there was none, what was written before anybody could have read it; null
     *     where neither is known
     * @param untold those of the fresh that no model call was told yet; null as fresh is
     * @param evicted what the window dropped since the read before
     * @param writers which entries each of them wrote, in the order of the entries; of some it is not known
     */
    record Read(List<String> fresh, List<String> untold, List<String> evicted, Map<SpanContext, List<String>> writers) {}

    private final Map<String, Deque<SpanContext>> writers = new HashMap<>();
    private final List<String> evicted = new ArrayList<>();
    /** By calls, since the last read: it was written after that, and told without another one. */
    private final Set<String> told = new HashSet<>();

    private List<String> lastRead;
    private boolean isSeenFromTheStart;
    private int writes;
    private int counted;

    /** The memory has these besides what it had. */
    void appended(SpanContext writer, List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            add(ids.get(i), writer);
        }
        written();
    }

    /** The memory has these, some of which it may have had before. */
    void held(SpanContext writer, List<String> ids) {
        Map<String, Integer> had = counts(lastRead);
        for (Map.Entry<String, Integer> entry : counts(ids).entrySet()) {
            int known = Math.max(of(entry.getKey()).size(), had.getOrDefault(entry.getKey(), 0));
            for (int i = known; i < entry.getValue(); i++) {
                add(entry.getKey(), writer);
            }
        }
        written();
    }

    /** The memory has these and no others, some of which it may have had before. */
    void replaced(SpanContext writer, List<String> ids) {
        held(writer, ids);
        Map<String, Integer> now = counts(ids);
        for (String id : new ArrayList<>(writers.keySet())) {
            while (of(id).size() > now.getOrDefault(id, 0)) {
                remove(id);
            }
        }
        if (lastRead != null) {
            lastRead.retainAll(now.keySet());
        }
    }

    private void written() {
        isSeenFromTheStart |= lastRead == null;
        if (writes > MOST) {
            forget(null);
        }
    }

    /** The window dropped these. */
    void evicted(List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            remove(ids.get(i));
            if (lastRead != null) {
                lastRead.remove(ids.get(i)); // what comes back is new
            }
        }
        evicted.addAll(ids);
        if (evicted.size() > MOST) {
            evicted.subList(0, evicted.size() - MOST).clear();
        }
    }

    /** The memory is empty now. */
    void cleared() {
        forget(new ArrayList<>());
    }

    private void forget(List<String> left) {
        writers.clear();
        evicted.clear();
        told.clear();
        lastRead = left;
        isSeenFromTheStart = false;
        writes = 0;
    }

    Read read(List<String> ids) {
        List<String> fresh = fresh(ids);
        Map<String, Integer> seen = new HashMap<>();
        Map<SpanContext, List<String>> by = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            SpanContext writer = writer(ids.get(i), count(seen, ids.get(i)));
            if (writer != null) {
                List<String> its = by.get(writer);
                if (its == null) {
                    its = new ArrayList<>(2);
                    by.put(writer, its);
                }
                its.add(ids.get(i));
            }
        }
        List<String> untold = fresh == null ? null : new ArrayList<>(fresh);
        if (untold != null) {
            untold.removeAll(told);
        }
        Read read = new Read(fresh, untold, List.copyOf(evicted), by);
        evicted.clear();
        told.clear();
        isSeenFromTheStart = false;
        lastRead = new ArrayList<>(ids);
        if (ids.size() > MOST) {
            forget(null);
        }
        return read;
    }

    /** A model call was told these. */
    void told(List<String> ids) {
        if (told.size() < MOST) {
            told.addAll(ids);
        }
    }

    private List<String> fresh(List<String> ids) {
        if (lastRead == null && !isSeenFromTheStart) {
            return null;
        }
        Map<String, Integer> had = counts(lastRead);
        Map<String, Integer> seen = new HashMap<>();
        List<String> fresh = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            int number = count(seen, id);
            if (lastRead != null ? number > had.getOrDefault(id, 0) : writer(id, number) != null) {
                fresh.add(id);
            }
        }
        return fresh;
    }

    /** Who wrote an entry that is there for that many times, or null. */
    private SpanContext writer(String id, int number) {
        int i = 0;
        for (SpanContext writer : of(id)) {
            if (++i == number) {
                return writer;
            }
        }
        return null;
    }

    private void add(String id, SpanContext writer) {
        Deque<SpanContext> known = of(id);
        if (known.isEmpty()) {
            writers.put(id, known);
        }
        known.add(writer);
        writes++;
    }

    private void remove(String id) {
        Deque<SpanContext> known = of(id);
        if (known.poll() != null) {
            writes--;
        }
        if (known.isEmpty()) {
            writers.remove(id);
        }
    }

    /** How many entries have a writer. */
    int known() {
        return writers.size();
    }

    private Deque<SpanContext> of(String id) {
        Deque<SpanContext> known = writers.get(id);
        return known == null ? new ArrayDeque<>(0) : known;
    }

    private static Map<String, Integer> counts(List<String> ids) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; ids != null && i < ids.size(); i++) {
            count(counts, ids.get(i));
        }
        return counts;
    }

    /** Counts one more; answers how many there are then. */
    private static int count(Map<String, Integer> counts, String id) {
        int count = counts.getOrDefault(id, 0) + 1;
        counts.put(id, count);
        return count;
    }

    int size() {
        return counted;
    }

    /** By how much this has grown since it was asked last. */
    int grown() {
        int before = counted;
        counted = writes + evicted.size() + told.size() + (lastRead == null ? 0 : lastRead.size());
        return counted - before;
    }
}
