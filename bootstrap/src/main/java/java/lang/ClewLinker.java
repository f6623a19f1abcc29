package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The one class of Clew that every class loader sees: the bootstrap method of each call site that Clew weaves.
 *
 * <p>It knows nothing. The agent puts its own linker into {@link #target}; whatever goes wrong there, the call site becomes
 * one that does nothing, so woven code never fails because of us. Any thread.
 */
public final class ClewLinker {

    /** {@code (Lookup, String, MethodType, int hook, int advice) -> CallSite}, or null before the agent is ready. */
    public static volatile MethodHandle target;

    private ClewLinker() {}

    /**
     * Links one woven call site.
     *
     * @param lookup the woven class
     * @param name {@code replace} where the call site answers its first argument or a replacement of it, else any name
     * @param type what the call site takes and answers
     * @param hook number of the hook in the index
     * @param advice number of the advice method within the hook
     * @return never null; a call site that does nothing if the agent has none to give
     */
    public static CallSite link(MethodHandles.Lookup lookup, String name, MethodType type, int hook, int advice) {
        try {
            MethodHandle t = target;
            if (t != null) {
                CallSite site = (CallSite) t.invoke(lookup, name, type, hook, advice);
                if (site != null && site.type().equals(type)) {
                    return site;
                }
            }
        } catch (Throwable ignored) {
            // the woven method must go on as if Clew were not there
        }
        return nothing(name, type);
    }

    /** A call site that does nothing: answers the first argument for {@code replace}, else null or zero. */
    public static CallSite nothing(String name, MethodType type) {
        if (name.equals("replace")) {
            MethodHandle same = MethodHandles.identity(type.returnType());
            return new ConstantCallSite(
                    MethodHandles.dropArguments(same, 1, type.parameterList().subList(1, type.parameterCount())));
        }
        return new ConstantCallSite(MethodHandles.empty(type));
    }
}
