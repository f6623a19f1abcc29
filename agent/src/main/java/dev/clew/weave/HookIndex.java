package dev.clew.weave;

import dev.clew.hook.Wake;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;

/** The hooks that the build found, by the type they are woven into. Immutable. */
final class HookIndex {
    static final String RESOURCE = "dev/clew/weave/hooks.index";

    /** In the order of their numbers. */
    final List<HookPoint> all;

    private final Map<String, List<HookPoint>> byType = new HashMap<>();
    private final Map<String, List<HookPoint>> bySuper = new HashMap<>();

    HookIndex(List<HookPoint> all) {
        this.all = all;
        for (HookPoint point : all) {
            byType.computeIfAbsent(point.type, t -> new ArrayList<>(2)).add(point);
            if (point.subtypes) {
                bySuper.computeIfAbsent(point.type, t -> new ArrayList<>(2)).add(point);
            }
        }
    }

    /** Hooks declared on exactly this type, or null. */
    List<HookPoint> on(String type) {
        return byType.get(type);
    }

    /** Hooks that subtypes of this type take over, or null. */
    List<HookPoint> onSubtypesOf(String type) {
        return bySuper.get(type);
    }

    /**
     * @param switchedOff names of libraries whose hooks are left out
     * @throws IOException where the resource is missing or malformed: the jar is broken
     */
    static HookIndex read(InputStream in, Set<String> switchedOff) throws IOException {
        if (in == null) {
            throw new IOException("no " + RESOURCE + " in the agent jar: it was not packed by the build");
        }
        List<HookPoint> points = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String[] hook = null;
            List<Advice> advice = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] f = line.split("\t", -1);
                if (f[0].equals("advice")) {
                    advice.add(new Advice(
                            advice.size(),
                            Advice.Kind.valueOf(f[1]),
                            f[2],
                            Type.getMethodType(f[3]),
                            Integer.parseInt(f[4]),
                            f[5].isEmpty() ? List.of() : Arrays.asList(f[5].split(","))));
                } else if (f[0].equals("hook")) {
                    add(points, hook, advice, switchedOff);
                    hook = f;
                    advice = new ArrayList<>();
                }
            }
            add(points, hook, advice, switchedOff);
        }
        return new HookIndex(points);
    }

    private static void add(List<HookPoint> points, String[] f, List<Advice> advice, Set<String> switchedOff) {
        if (f == null || switchedOff.contains(f[8])) {
            return;
        }
        Wake wake = Wake.valueOf(f[7]);
        points.add(new HookPoint(
                points.size(),
                f[1],
                f[2],
                Boolean.parseBoolean(f[3]),
                Arrays.asList(f[4].split(",")),
                f[5].equals("...") ? null : f[5].isEmpty() ? List.of() : Arrays.asList(f[5].split(",")),
                f[6].isEmpty() ? null : f[6],
                f[9].isEmpty() ? null : f[9],
                wake,
                wake == Wake.NOTHING,
                f[8],
                advice));
    }
}
