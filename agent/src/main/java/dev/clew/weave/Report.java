package dev.clew.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code doctor} prints of a running JVM. */
final class Report {
    private final Engine engine;

    Report(Engine engine) {
        this.engine = engine;
    }

    String text() {
        StringBuilder out = new StringBuilder();
        out.append("tracing    ").append(state()).append('\n');
        out.append("self-test  ").append(engine.tracing().started() ? SelfTest.run() : "not yet: nothing to carry")
                .append('\n');
        out.append("\nhooks\n");
        Map<Integer, List<String>> woven = wovenByHook();
        for (HookPoint point : engine.index().all) {
            out.append("  ").append(point.label()).append(": ").append(line(point, woven.get(point.id))).append('\n');
        }
        List<String> reports = Reports.all();
        if (!reports.isEmpty()) {
            out.append("\nremarks\n");
            for (String report : reports) {
                out.append("  ").append(report).append('\n');
            }
        }
        return out.toString();
    }

    private String state() {
        String failure = engine.tracing().failure();
        if (failure != null) {
            return "did not start: " + failure;
        }
        return engine.tracing().started() ? "on" : "waits for the first agent framework or LLM call";
    }

    private String line(HookPoint point, List<String> woven) {
        int sites = 0;
        int thrown = 0;
        String off = null;
        for (PluginLoader loader : PluginLoader.all()) {
            Breaker breaker = loader.breaker(point.id);
            sites += breaker.sites();
            thrown += breaker.thrown();
            off = breaker.whyOff() == null ? off : breaker.whyOff();
        }
        if (off != null) {
            return "OFF, " + off;
        }
        if (woven == null) {
            String outcome = engine.outcomes().get(point.type);
            return "not matched" + (outcome == null || outcome.isEmpty() ? "" : " (" + outcome.trim() + ')');
        }
        String classes = woven.size() == 1 ? woven.get(0) : woven.size() + " classes";
        String misfits = thrown == 0 ? "" : ", threw " + thrown + (thrown == 1 ? " time" : " times");
        return "woven into " + classes + ", " + (sites == 0 ? "not called yet" : sites + " call sites linked") + misfits;
    }

    private Map<Integer, List<String>> wovenByHook() {
        Map<Integer, List<String>> byHook = new TreeMap<>();
        for (Map.Entry<String, String> outcome : new TreeMap<>(engine.outcomes()).entrySet()) {
            for (String method : outcome.getValue().split("\n")) {
                if (method.startsWith("+")) {
                    int hook = Integer.parseInt(method.substring(1, method.indexOf(' ')));
                    List<String> classes = byHook.computeIfAbsent(hook, h -> new ArrayList<>());
                    String name = outcome.getKey().replace('/', '.');
                    if (!classes.contains(name)) {
                        classes.add(name);
                    }
                }
            }
        }
        return byHook;
    }
}
