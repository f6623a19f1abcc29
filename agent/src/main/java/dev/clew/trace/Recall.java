package dev.clew.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the memories of an agent have given it so far, so that its model calls can say what of it they were told; the recorder's thread alone. */
final class Recall {
    /** Of more, none is known. */
    private static final int MOST = 4096;

    /** Whether no call was told of it yet. */
    private final Map<String, Boolean> entries = new HashMap<>();

    private final Set<String> unsure = new LinkedHashSet<>();
    private final Set<String> evicted = new LinkedHashSet<>();

    private final Set<Remembered> memories = new HashSet<>();

    /**
     * @param memory null where it is not known
     * @param fresh which of them no call was told yet; null where that is not known
     */
    void read(Remembered memory, List<String> ids, List<String> fresh, List<String> dropped) {
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            if (fresh == null && !entries.containsKey(id)) {
                unsure.add(id);
            }
            entries.putIfAbsent(id, Boolean.FALSE);
        }
        if (fresh != null) {
            written(memory, fresh);
        }
        evicted.addAll(dropped);
        trim();
    }

    void written(Remembered memory, List<String> ids) {
        if (memory != null) {
            memories.add(memory);
        }
        for (int i = 0; i < ids.size(); i++) {
            entries.put(ids.get(i), Boolean.TRUE);
            unsure.remove(ids.get(i));
        }
        trim();
    }

    private void trim() {
        if (entries.size() > MOST || evicted.size() > MOST) {
            entries.clear();
            unsure.clear();
            evicted.clear();
        }
    }

    /** Notes which of these messages are entries, and what became of the others; answers them for {@link #told}. Null for none. */
    List<String> among(List<Message> messages, SpanWriter out) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; messages != null && !entries.isEmpty() && i < messages.size(); i++) {
            String id = EntryIds.of(messages.get(i));
            if (entries.containsKey(id)) {
                ids.add(id);
            }
        }
        if (ids.isEmpty()) {
            return null;
        }
        out.fact(Semconv.MEMORY_READ, ids);
        List<String> fresh = new ArrayList<>();
        boolean sure = true;
        for (int i = 0; i < ids.size(); i++) {
            sure &= !unsure.contains(ids.get(i));
            if (entries.get(ids.get(i))) {
                fresh.add(ids.get(i));
            }
        }
        out.fact(Semconv.MEMORY_NEW, sure ? fresh : null);
        out.fact(Semconv.MEMORY_EVICTED, evicted.isEmpty() ? null : new ArrayList<>(evicted));
        return ids;
    }

    /** A call is over that was told these. */
    void told(List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            entries.replace(ids.get(i), Boolean.FALSE);
            unsure.remove(ids.get(i));
        }
        evicted.clear();
        for (Remembered memory : memories) {
            memory.told(ids);
        }
    }
}
