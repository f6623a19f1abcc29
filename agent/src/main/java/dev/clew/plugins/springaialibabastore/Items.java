package dev.clew.plugins.springaialibabastore;

import com.alibaba.cloud.ai.graph.store.StoreItem;
import dev.clew.trace.MemoryAccess;
import dev.clew.trace.Message;
import dev.clew.trace.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the hooks of stores have in common. */
final class Items {
    /** Values that can be read later, and without running code of the application. */
    private record All(List<Map<String, String>> items) implements Supplier<List<Message>> {
        @Override
        public List<Message> get() {
            List<Message> all = new ArrayList<>(items.size());
            for (Map<String, String> item : items) {
                StringBuilder text = new StringBuilder();
                item.forEach((name, value) ->
                        text.append(text.length() == 0 ? "" : "\n").append(name).append(": ").append(value));
                all.add(Message.of("memory", text.toString()));
            }
            return all;
        }
    }

    private Items() {}

    /** Null inside another access: stores use their own methods, and each other. */
    static MemoryAccess begin(MemoryAccess.Kind kind, Object store, List<String> namespace) {
        if (Operation.current() instanceof MemoryAccess outer && outer.isOpen()) {
            return null;
        }
        MemoryAccess access = MemoryAccess.start(kind, namespace == null ? null : String.join("/", namespace));
        access.place(store);
        return access;
    }

    static Supplier<List<Message>> of(List<StoreItem> items) {
        List<Map<String, String>> all = new ArrayList<>(items.size());
        for (StoreItem item : items) {
            Map<String, String> facts = new TreeMap<>();
            if (item.getValue() != null) {
                item.getValue().forEach((name, value) -> {
                    boolean ofTheJdk = value instanceof Number || value instanceof Boolean;
                    if (value instanceof String || ofTheJdk && value.getClass().getClassLoader() == null) {
                        facts.put(item.getKey() + '.' + name, value.toString());
                    }
                });
            }
            all.add(facts);
        }
        return new All(all);
    }
}
