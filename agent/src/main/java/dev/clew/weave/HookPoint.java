package dev.clew.weave;

import dev.clew.hook.Wake;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One hook as the index states it. Names are internal ({@code java/lang/Object}). Immutable. */
final class HookPoint {
    final int id;
    final String hookClass;
    final String type;
    final boolean subtypes;
    final List<String> methods;
    /** Parameter types, {@code *} for any; null for every overload. */
    final List<String> params;
    /** Null for any. */
    final String returns;
    /** What is hooked is not the method but its calls of this ({@code java/lang/Runnable.run}); null for the method itself. */
    final String calls;

    final Wake wake;
    /** Hand-over hooks run on hot paths and never call into libraries: they go without the guard against nesting. */
    final boolean bare;

    final String library;
    final List<Advice> advice;

    HookPoint(
            int id,
            String hookClass,
            String type,
            boolean subtypes,
            List<String> methods,
            List<String> params,
            String returns,
            String calls,
            Wake wake,
            boolean bare,
            String library,
            List<Advice> advice) {
        this.id = id;
        this.hookClass = hookClass;
        this.type = type;
        this.subtypes = subtypes;
        this.methods = methods;
        this.params = params;
        this.returns = returns;
        this.calls = calls;
        this.wake = wake;
        this.bare = bare;
        this.library = library;
        this.advice = Collections.unmodifiableList(new ArrayList<>(advice));
    }

    /** As {@code doctor} prints it: {@code langchain4j ChatModelHook}. */
    String label() {
        return library + ' ' + hookClass.substring(hookClass.lastIndexOf('/') + 1);
    }

    Advice first(Advice.Kind kind) {
        for (int i = 0; i < advice.size(); i++) {
            if (advice.get(i).kind == kind) {
                return advice.get(i);
            }
        }
        return null;
    }

    /** Whether a method of a hooked class is meant. Types by descriptor, return type included. */
    boolean matches(String method, String descriptor) {
        if (!methods.contains(method)) {
            return false;
        }
        if (params == null && returns == null) {
            return true;
        }
        org.objectweb.asm.Type[] actual = org.objectweb.asm.Type.getArgumentTypes(descriptor);
        if (params != null) {
            if (params.size() != actual.length) {
                return false;
            }
            for (int i = 0; i < actual.length; i++) {
                String wanted = params.get(i);
                if (!wanted.equals("*") && !wanted.equals(named(actual[i]))) {
                    return false;
                }
            }
        }
        return returns == null || returns.equals(named(org.objectweb.asm.Type.getReturnType(descriptor)));
    }

    private static String named(org.objectweb.asm.Type type) {
        return type.getSort() == org.objectweb.asm.Type.OBJECT ? type.getInternalName() : type.getClassName();
    }
}
