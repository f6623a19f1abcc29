package dev.clew.flow;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of the texts that were asked for last. */
final class Recent<V> extends LinkedHashMap<Keys.Key, V> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 4096;

    Recent() {
        super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Keys.Key, V> eldest) {
        return size() > MOST;
    }
}
