package dev.clew.weave;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.objectweb.asm.Type;

/** Links woven call sites to advice: what stands behind {@code java.lang.ClewLinker.target}. Any thread. */
final class Links {
    /** In place of a hook's number: a call site of {@link LateSubclasses}. */
    static final int LATE = -1;

    private final HookIndex index;
    /** Test switch {@code clew.fail=links}. */
    private final boolean failAll;

    Links(HookIndex index, boolean failAll) {
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
}
