package dev.clew.weave;

import dev.clew.agent.Settings;
import dev.clew.agent.Supers;
import dev.clew.hook.Wake;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the Gate starts at the first class that matters: decides class by class which hooks apply, and has them woven.
 *
 * <p>The hand-over hooks of the JDK are woven a little later, by {@link #startTracing}, when the first class that means agent
 * work is seen: before that there is no context to carry. Any thread.
 */
public final class Engine implements ClassFileTransformer {
    private final Instrumentation instrumentation;
    private final HookIndex index;
    /** Classes that were woven, or that a hook meant and could not be, with what came of it. */
    private final Map<String, String> outcomes = new ConcurrentHashMap<>();
    /** Application classes known to extend or implement a hooked type, with the hooks that their subclasses take over. */
    private final Map<String, List<HookPoint>> derived = new ConcurrentHashMap<>();

    private final Recent recent;
    private final Tracing tracing;

    /**
     * @param startCore starts the trace core; called once, on a thread of ours
     * @param seenBefore what the Gate saw last, see {@link Recent}
     * @throws Exception where the agent can't work in this JVM; the Gate says so and stays out of the way
     */
    public Engine(Instrumentation instrumentation, Settings settings, Runnable startCore, Object[][] seenBefore)
            throws Exception {
        this.instrumentation = instrumentation;
        this.recent = new Recent(seenBefore);
        ClassLoader loader = Engine.class.getClassLoader();
        this.index = HookIndex.read(loader.getResourceAsStream(HookIndex.RESOURCE), settings.switchedOff());
        this.tracing = new Tracing(this::weaveHandOver, startCore);
        Breaker.failAll(settings.failHooks());
        try (InputStream in = loader.getResourceAsStream("java/lang/ClewLinker.class")) {
            BootDefiner.define(instrumentation, in.readAllBytes(), new Links(instrumentation, index, settings.failLinks()));
        }
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        try {
            List<HookPoint> points = pointsFor(loader, name, classFile);
            return points == null ? null : weave(name, points, classFile, redefined == null);
        } catch (Throwable t) {
            Reports.add("class " + name + " stays as it is: " + t);
            return null;
        }
    }

    private List<HookPoint> pointsFor(ClassLoader loader, String name, byte[] classFile) {
        if (loader == Engine.class.getClassLoader() || loader instanceof PluginLoader) {
            return null;
        }
        List<HookPoint> exact = index.on(name);
        if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
            return exact;
        }
        List<HookPoint> all = exact;
        String[] supers = Supers.of(classFile);
        for (String parent : supers) {
            List<HookPoint> inherited = index.onSubtypesOf(parent);
            if (inherited == null) {
                inherited = derived.get(parent);
            }
            all = union(all, inherited);
        }
        List<HookPoint> passedOn = passedOn(all);
        if (passedOn != null && exact == null) {
            derived.put(name, passedOn);
        }
        if (exact == null) {
            recent.saw(loader, name, supers);
        }
        return all;
    }

    private static List<HookPoint> passedOn(List<HookPoint> points) {
        List<HookPoint> subtypes = null;
        for (int i = 0; points != null && i < points.size(); i++) {
            if (points.get(i).subtypes) {
                subtypes = subtypes == null ? new ArrayList<>(2) : subtypes;
                subtypes.add(points.get(i));
            }
        }
        return subtypes;
    }

    private static List<HookPoint> union(List<HookPoint> all, List<HookPoint> more) {
        if (all == null || more == null) {
            return all == null ? more : all;
        }
        List<HookPoint> union = new ArrayList<>(all);
        for (HookPoint point : more) {
            if (!union.contains(point)) {
                union.add(point);
            }
        }
        return union;
    }

    private byte[] weave(String name, List<HookPoint> points, byte[] classFile, boolean firstLoad) {
        boolean tracingStarts = false;
        List<HookPoint> now = new ArrayList<>(points.size());
        for (HookPoint point : points) {
            if (point.wake == Wake.TRACING) {
                tracingStarts = true;
            }
            if (point.wake != Wake.NOTHING || tracing.started()) {
                now.add(point);
            }
        }
        if (tracingStarts) {
            tracing.startAndCarry();
        }
        if (now.isEmpty()) {
            return null;
        }
        int late = -1;
        if (firstLoad && derived.containsKey(name)) {
            List<Recent.Seen> early = recent.extending(name);
            if (!early.isEmpty() && Supers.isInterface(classFile)) {
                // an interface has no constructor to wait in: a moment may pass until they are woven
                Helper.run("late", () -> weaveLate(early));
            } else if (!early.isEmpty()) {
                late = LateSubclasses.add(early, this::weaveLate);
            }
        }
        Weaver.Woven woven = Weaver.weave(classFile, now, late);
        outcomes.put(name, woven.methods);
        return woven.classFile;
    }

    private void weaveLate(List<Recent.Seen> early) {
        for (Recent.Seen seen : early) {
            ClassLoader loader = seen.loader.get();
            if (loader != null) {
                try {
                    retransform(List.of(Class.forName(seen.name.replace('/', '.'), false, loader)));
                } catch (ClassNotFoundException | LinkageError e) {
                    Reports.add("class " + seen.name + " was not woven: " + e);
                }
            }
        }
    }

    /** Weaves what was loaded before Clew came: after an attach. The thread must not be inside a transformer. */
    public void weaveLoaded() {
        List<Class<?>> candidates = new ArrayList<>();
        boolean agentWork = false;
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            List<HookPoint> points = meant(loaded);
            if (points != null && instrumentation.isModifiableClass(loaded)) {
                candidates.add(loaded);
                for (HookPoint point : points) {
                    agentWork |= point.wake == Wake.TRACING;
                }
            }
        }
        if (agentWork) {
            tracing.startNow();
        }
        retransform(candidates);
    }

    private List<HookPoint> meant(Class<?> loaded) {
        if (loaded.isArray() || loaded.isPrimitive() || loaded.isHidden()) {
            return null;
        }
        String name = loaded.getName().replace('.', '/');
        List<HookPoint> exact = index.on(name);
        if (exact != null) {
            return notYet(exact) ? null : exact;
        }
        ClassLoader loader = loaded.getClassLoader();
        if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
            return null;
        }
        List<HookPoint> inherited = inherited(loaded);
        if (inherited != null) {
            derived.put(name, inherited);
        }
        return inherited;
    }

    private List<HookPoint> inherited(Class<?> type) {
        List<HookPoint> found = null;
        for (Class<?> parent : type.getInterfaces()) {
            found = union(found, index.onSubtypesOf(parent.getName().replace('.', '/')));
            found = union(found, inherited(parent));
        }
        Class<?> parent = type.getSuperclass();
        if (parent != null) {
            found = union(found, index.onSubtypesOf(parent.getName().replace('.', '/')));
            found = parent.getClassLoader() == null ? found : union(found, inherited(parent));
        }
        return found;
    }

    private boolean notYet(List<HookPoint> points) {
        for (HookPoint point : points) {
            if (point.wake != Wake.NOTHING || tracing.started()) {
                return false;
            }
        }
        return true;
    }

    /** Weaves the hand-over classes that are loaded, the JDK's own and libraries'; those that are not, when they are. */
    void weaveHandOver() {
        List<Class<?>> loaded = new ArrayList<>();
        for (HookPoint point : index.all) {
            if (point.wake == Wake.NOTHING && point.type.startsWith("java/")) {
                try {
                    // loads what the JVM may not have needed yet: a handful of classes, all of java.base
                    Class<?> type = Class.forName(point.type.replace('/', '.'), false, null);
                    if (!loaded.contains(type)) {
                        loaded.add(type);
                    }
                } catch (ClassNotFoundException absent) {
                    outcomes.put(point.type, "not in this JDK");
                }
            }
        }
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (carries(type) && instrumentation.isModifiableClass(type)) {
                loaded.add(type);
            }
        }
        retransform(loaded);
    }

    /** Whether a hand-over hook of a library's or of the JDK's inside means this loaded class, by its own name or by what it extends. */
    private boolean carries(Class<?> loaded) {
        ClassLoader loader = loaded.getClassLoader();
        if (loader == Engine.class.getClassLoader() || loader instanceof PluginLoader) {
            return false;
        }
        if (loader == null && !loaded.getName().startsWith("sun.")) {
            // hooks on classes in java.* are known by name
            return false;
        }
        List<HookPoint> points = meant(loaded);
        for (int i = 0; points != null && i < points.size(); i++) {
            if (points.get(i).wake == Wake.NOTHING) {
                return true;
            }
        }
        return false;
    }

    private void retransform(List<Class<?>> types) {
        if (types.isEmpty()) {
            return;
        }
        try {
            instrumentation.retransformClasses(types.toArray(new Class<?>[0]));
        } catch (Throwable oneOfThem) {
            for (Class<?> type : types) {
                try {
                    instrumentation.retransformClasses(type);
                } catch (Throwable t) {
                    outcomes.put(type.getName().replace('.', '/'), "could not be retransformed: " + t);
                }
            }
        }
    }

    HookIndex index() {
        return index;
    }

    Map<String, String> outcomes() {
        return outcomes;
    }

    /** When and whether tracing has started. */
    public Tracing tracing() {
        return tracing;
    }

    /** For {@code doctor}: a report in plain lines. */
    public String report() {
        return new Report(this).text();
    }
}
