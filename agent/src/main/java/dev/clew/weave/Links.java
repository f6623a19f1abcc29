package dev.clew.weave;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;

/** Links woven call sites to advice: what stands behind {@code java.lang.ClewLinker.target}. Any thread. */
final class Links {
    /** In place of a hook's number: a call site of {@link LateSubclasses}. */
    static final int LATE = -1;

    private final Instrumentation instrumentation;
    private final HookIndex index;
    /** Test switch {@code clew.fail=links}. */
    private final boolean failAll;

    Links(Instrumentation instrumentation, HookIndex index, boolean failAll) {
        this.instrumentation = instrumentation;
        this.index = index;
        this.failAll = failAll;
    }

    /** Bound to this as {@code ClewLinker.target}. Null, or what it throws, becomes a call site that does nothing. */
    CallSite link(MethodHandles.Lookup caller, String name, MethodType type, int hook, int advice) throws Throwable {
        if (hook == LATE) {
            return new ConstantCallSite(LateSubclasses.handle(advice));
        }
        HookPoint point = index.all.get(hook);
        PluginLoader loader = PluginLoader.of(caller.lookupClass().getClassLoader(), index);
        Breaker breaker = loader.breaker(hook);
        try {
            if (failAll) {
                throw new IllegalStateException("clew.fail=links");
            }
            Advice linked = point.advice.get(advice);
            Type replaced = name.equals("replace") ? Type.getType(type.returnType()) : null;
            String glueName = Glue.className(point, linked, replaced);
            Class<?> glue = loader.glue(glueName, () -> Glue.write(point, linked, replaced, glueName));
            MethodHandle target = MethodHandles.publicLookup().findStatic(glue, Glue.methodName(linked), type);
            open(caller.lookupClass(), loader);
            breaker.linked();
            return new ConstantCallSite(target);
        } catch (LinkageError | ReflectiveOperationException e) {
            breaker.misfit("does not fit " + caller.lookupClass().getName() + ": " + e);
            return null;
        } catch (Throwable t) {
            Reports.add("hook " + point.label() + " could not be linked: " + t);
            throw t;
        }
    }

    /** A package of the JDK's that nobody else can see is opened to the plugin that hooks into it, and to it alone. */
    private void open(Class<?> hooked, PluginLoader loader) {
        Module module = hooked.getModule();
        String name = hooked.getPackageName();
        Module plugin = loader.getUnnamedModule();
        boolean jdks = name.startsWith("jdk.internal.") || name.startsWith("sun.");
        if (jdks && module.isNamed() && !module.isOpen(name, plugin)) {
            instrumentation.redefineModule(
                    module, Set.of(), Map.of(), Map.of(name, Set.of(plugin)), Set.of(), Map.of());
        }
    }
}
