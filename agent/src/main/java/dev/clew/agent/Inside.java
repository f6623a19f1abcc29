package dev.clew.agent;

import dev.clew.trace.TraceCore;
import dev.clew.weave.Engine;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The first class inside the isolated loader: reads the settings and puts weaving and tracing together. The Gate, which is
 * outside, knows it only by interfaces of the JDK.
 */
public final class Inside implements ClassFileTransformer, Function<Object, String>, Supplier<String> {
    private final Engine engine;

    /**
     * @param options as behind the JVM flag
     * @param jar path of the agent jar
     * @param recent the last classes that the Gate saw and let pass: weak reference to the loader, name, supertypes
     * @throws Exception where the agent can't work in this JVM
     */
    public Inside(Instrumentation instrumentation, String options, String jar, Object[][] recent) throws Exception {
        Settings settings = new Settings(options, jar);
        for (String problem : settings.problems()) {
            Stderr.say(problem);
        }
        engine = new Engine(instrumentation, settings, () -> TraceCore.start(settings), recent);
        TraceCore.onFirstUse(engine.tracing()::startNow);
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        return engine.transform(loader, name, redefined, domain, bytes);
    }

    /** After an attach: weaves what is loaded already; answers a sentence about it. */
    @Override
    public String apply(Object nothing) {
        engine.weaveLoaded();
        return "what is loaded was woven; calls that began before are not traced.";
    }

    /** The report of {@code doctor}. */
    @Override
    public String toString() {
        return "journal    " + TraceCore.report() + '\n' + engine.report();
    }

    /** The report, after a start without any reason but to see whether it works. */
    @Override
    public String get() {
        engine.tracing().startNow();
        return toString();
    }
}
