package dev.clew.weave;

import java.util.List;
import org.objectweb.asm.Type;

/** One advice method of a hook. Immutable. */
final class Advice {
    enum Kind {
        ENTER,
        EXIT,
        REPLACE,
        REPLACE_RETURNED
    }

    /** What an advice parameter is bound to. */
    static final String THIS = "this";

    static final String ENTERED = "entered";
    static final String RETURNED = "returned";
    static final String THREW = "threw";
    static final String ARG = "arg:";

    /** Position within the hook: the last static argument of the call site. */
    final int number;

    final Kind kind;
    final String method;
    final Type type;
    /** Replaced argument, else -1. */
    final int arg;

    final List<String> bindings;

    Advice(int number, Kind kind, String method, Type type, int arg, List<String> bindings) {
        this.number = number;
        this.kind = kind;
        this.method = method;
        this.type = type;
        this.arg = arg;
        this.bindings = bindings;
    }

    static boolean isArg(String binding) {
        return binding.startsWith(ARG);
    }

    static int argOf(String binding) {
        return Integer.parseInt(binding.substring(ARG.length()));
    }

    /** The type of a bound value at the call site: primitives as they are, all else Object, which every loader sees. */
    static Type general(Type parameter) {
        return parameter.getSort() >= Type.ARRAY ? OBJECT : parameter;
    }

    static final Type OBJECT = Type.getObjectType("java/lang/Object");

    /**
     * The call site's descriptor.
     *
     * @param replaced the type of the replaced argument or result, null for enter and exit
     */
    String callSite(Type replaced) {
        StringBuilder d = new StringBuilder("(");
        if (replaced != null) {
            d.append(replaced.getDescriptor());
        }
        for (Type t : type.getArgumentTypes()) {
            d.append(general(t).getDescriptor());
        }
        d.append(')');
        if (replaced != null) {
            d.append(replaced.getDescriptor());
        } else {
            d.append(kind == Kind.ENTER ? "Ljava/lang/Object;" : "V");
        }
        return d.toString();
    }
}
