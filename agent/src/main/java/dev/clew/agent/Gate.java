package dev.clew.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sees every class that is loaded and lets almost all pass after one look into a set. The first class that matters starts
 * everything else, in a loader that the application can't see. Any thread.
 */
final class Gate implements ClassFileTransformer {
    private static final int RECENT = 64;

    private final String options;
    private final Instrumentation instrumentation;
    private final ClassLoader platform = ClassLoader.getPlatformClassLoader();
    private final Set<String> wake = split(GateNames.WAKE);
    private final Set<String> supers = split(GateNames.SUPERS);
    /** The last classes that passed and extend something of the application's: loader, name, supertypes. */
    private final Object[][] recent = new Object[RECENT][];

    private int seen;
    private boolean tried;
    private volatile ClassFileTransformer engine;
    private Object inside;

    Gate(String options, Instrumentation instrumentation) {
        this.options = options;
        this.instrumentation = instrumentation;
    }

    private static Set<String> split(String lines) {
        Set<String> names = new HashSet<String>();
        int start = 0;
        while (start < lines.length()) {
            int end = lines.indexOf('\n', start);
            end = end < 0 ? lines.length() : end;
            names.add(lines.substring(start, end));
            start = end + 1;
        }
        return names;
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        if (name == null) {
            return null;
        }
        try {
            ClassFileTransformer started = engine;
            if (started == null) {
                if (!wake.contains(name) && !extendsHooked(loader, name, classFile)) {
                    return null;
                }
                started = start();
            }
            return started == null ? null : started.transform(loader, name, redefined, domain, classFile);
        } catch (Throwable t) {
            return null; // whatever it is, the class is loaded as it came
        }
    }

    private boolean extendsHooked(ClassLoader loader, String name, byte[] classFile) {
        if (loader == null || loader == platform || loader instanceof AgentLoader) {
            return false;
        }
        String[] parents = Supers.of(classFile);
        for (int i = 0; i < parents.length; i++) {
            if (supers.contains(parents[i])) {
                return true;
            }
        }
        if (parents.length > 1 || parents.length == 1 && !parents[0].startsWith("java/")) {
            // its superclass comes next, and may be the first that matters
            synchronized (recent) {
                recent[seen++ % RECENT] = new Object[] {new WeakReference<ClassLoader>(loader), name, parents};
            }
        }
        return false;
    }

    private synchronized ClassFileTransformer start() {
        if (!tried) {
            tried = true;
            if (Agent.isOff(options, true)) {
                Stderr.say("off, as CLEW_ENABLED=false says; nothing is traced");
                return null;
            }
            try {
                String jar = AgentLoader.jar();
                AgentLoader loader = new AgentLoader(jar);
                inside = loader.loadClass("dev.clew.agent.Inside")
                        .getConstructor(Instrumentation.class, String.class, String.class, Object[][].class)
                        .newInstance(instrumentation, options, jar, recent);
                engine = (ClassFileTransformer) inside;
            } catch (Throwable t) {
                Throwable cause = t.getCause() == null ? t : t.getCause();
                Stderr.say("off: it could not start (" + cause + "); the application runs without it");
            }
        }
        return engine;
    }

    /** After an attach: has what is loaded already woven. Answers what came of it, for the user. */
    String catchUp() {
        boolean matters = false;
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (wake.contains(loaded.getName().replace('.', '/'))) {
                matters = true;
                break;
            }
        }
        if (!matters) {
            return "nothing to trace is loaded yet: tracing starts with the first agent framework or LLM call.";
        }
        if (start() == null) {
            return "but it could not start; that JVM's stderr says why.";
        }
        return ((Function<?, ?>) inside).apply(null).toString();
    }

    /** Starts everything without waiting for a class that matters, and reports on it. */
    String selfTest() {
        return start() == null ? "self-test  FAILED: the agent could not start" : ((Supplier<?>) inside).get().toString();
    }

    /** What {@code doctor} prints. */
    String report() {
        return engine == null ? "on, waiting for the first agent framework or LLM call; nothing is woven yet." : inside.toString();
    }
}
