package dev.clew.plugins.springaialibabagraph;

import com.alibaba.cloud.ai.graph.GraphResponse;
import dev.clew.trace.Operation;
import dev.clew.trace.WorkflowRun;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.ai.chat.messages.Message;
import reactor.core.publisher.Flux;

/** What the nodes of a graph share, as events of whoever reads or writes it. */
final class State {
    private static final String STREAMS = "com.alibaba.cloud.ai.graph.streaming.";

    /** @param type where the value can't be read without running code of the application */
    private record Facts(String key, Object value, Class<?> type) implements Supplier<Map<String, String>> {
        @Override
        public Map<String, String> get() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("key", key);
            facts.put("value", plain(value));
            facts.put("type", type == null ? null : type.getName());
            return facts;
        }
    }

    private State() {}

    static void read(Operation by, String key, Object value) {
        if (isShared(key)) {
            by.event("clew.state.read", facts(key, value));
            by.took(value);
        }
    }

    /** @param before what was there; values that stay are not told */
    static void written(Operation by, Map<String, Object> values, Map<String, Object> before) {
        for (Map.Entry<String, Object> each : values.entrySet()) {
            Object value = of(each.getKey(), each.getValue());
            if (isShared(each.getKey()) && !isStream(value) && !isSame(value, before.get(each.getKey()))) {
                by.event("clew.state.write", facts(each.getKey(), value));
                if (!(by instanceof WorkflowRun)) { // which merges what others gave
                    by.gave(value);
                }
            }
        }
    }

    /** The end of a stream stands for what it brought. */
    private static Object of(String key, Object value) {
        boolean isEnd = value instanceof GraphResponse<?>;
        Object result = isEnd ? ((GraphResponse<?>) value).resultValue().orElse(null) : null;
        return result instanceof Map<?, ?> state ? state.get(key) : value;
    }

    /** States are copied on the way: a plain value is the same where it says the same. */
    static boolean isSame(Object value, Object before) {
        return value == before || value instanceof String && value.equals(before);
    }

    static boolean isStream(Object value) {
        return value instanceof Flux<?> || value != null && value.getClass().getName().startsWith(STREAMS);
    }

    /** Neither the library's own nor the conversation, which models and tools tell better. */
    static boolean isShared(String key) {
        return key != null && !key.startsWith("_") && !key.endsWith("_compiled_graph") && !key.equals("messages");
    }

    private static Facts facts(String key, Object value) {
        return isPlain(value) ? new Facts(key, value, null) : new Facts(key, null, value == null ? null : value.getClass());
    }

    static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Message
                || value instanceof Enum<?>
                || (value instanceof Number || value instanceof Boolean || value instanceof Character)
                        && value.getClass().getClassLoader() == null;
    }

    /** Null where it is not plain. */
    static String plain(Object value) {
        if (!isPlain(value)) {
            return null;
        }
        return value instanceof Message message
                ? message.getText()
                : value instanceof Enum<?> constant ? constant.name() : value.toString();
    }
}
