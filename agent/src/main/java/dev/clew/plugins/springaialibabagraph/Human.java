package dev.clew.plugins.springaialibabagraph;

import com.alibaba.cloud.ai.graph.action.InterruptionMetadata;
import dev.clew.trace.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A run stops to ask a person, and a later one goes on with the answer: time that no machine has spent. */
final class Human {
    private record Asked(String node, Map<String, String> tools) implements Supplier<Map<String, String>> {
        @Override
        public Map<String, String> get() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("node", node);
            facts.put("tools", lines(tools));
            return facts;
        }
    }

    private record Answered(Map<String, String> tools) implements Supplier<Map<String, String>> {
        @Override
        public Map<String, String> get() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("answer", lines(tools));
            return facts;
        }
    }

    private Human() {}

    static void asked(Operation run, InterruptionMetadata asked) {
        Map<String, String> tools = new LinkedHashMap<>();
        for (var tool : asked.toolFeedbacks()) {
            tools.put(tool.getName(), tool.getArguments());
        }
        run.event("clew.human.asked", new Asked(asked.node(), tools));
    }

    static void answered(Operation run, Object word) {
        Map<String, String> tools = new LinkedHashMap<>();
        if (word instanceof InterruptionMetadata answer) {
            for (var tool : answer.toolFeedbacks()) {
                tools.put(tool.getName(), tool.getResult() == null ? null : tool.getResult().name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        run.event("clew.human.answered", new Answered(tools));
    }

    /** Null for none. */
    private static String lines(Map<String, String> tools) {
        StringBuilder text = new StringBuilder();
        tools.forEach((tool, value) ->
                text.append(text.length() == 0 ? "" : "\n").append(tool).append(value == null ? "" : ": " + value));
        return text.length() == 0 ? null : text.toString();
    }
}
