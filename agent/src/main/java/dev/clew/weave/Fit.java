package dev.clew.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Whether a hook's advice can be bound to a method: checked when weaving, since libraries change. */
final class Fit {
    private Fit() {}

    /** Null where it fits, else why not. */
    static String misfit(HookPoint point, int access, String descriptor) {
        if (point.calls != null) {
            return null;
        }
        Type[] args = Type.getArgumentTypes(descriptor);
        for (Advice advice : point.advice) {
            if (advice.kind == Advice.Kind.REPLACE) {
                if (advice.arg >= args.length) {
                    return "no argument " + advice.arg;
                }
                if (args[advice.arg].getSort() < Type.ARRAY) {
                    return "argument " + advice.arg + " is a primitive";
                }
            }
            if (advice.kind == Advice.Kind.REPLACE_RETURNED && Type.getReturnType(descriptor).getSort() < Type.ARRAY) {
                return "returns no object";
            }
            Type[] wanted = advice.type.getArgumentTypes();
            for (int i = 0; i < wanted.length; i++) {
                String binding = advice.bindings.get(i);
                if (!Advice.isArg(binding)) {
                    continue;
                }
                int n = Advice.argOf(binding);
                if (n >= args.length) {
                    return "no argument " + n;
                }
                if (wanted[i].getSort() < Type.ARRAY && !wanted[i].equals(args[n])) {
                    return "argument " + n + " is " + args[n].getClassName() + ", not " + wanted[i].getClassName();
                }
            }
        }
        return null;
    }

    static boolean isStatic(int access) {
        return (access & Opcodes.ACC_STATIC) != 0;
    }
}
