package dev.clew.weave;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Subclasses that were loaded before the class that makes them worth weaving.
 *
 * <p>The JVM shows us {@code class Mine extends Base} before {@code class Base implements ChatModel}: only with the second do we
 * know that the first matters, and then it is on its way in. So the constructors of {@code Base} call {@link #weave} first: no
 * method of an instance can run before that. Retransforming a class this way needs no window and no second thread.
 */
final class LateSubclasses {
    private static final List<LateSubclasses> ALL = new ArrayList<>();

    private final Consumer<List<Recent.Seen>> retransform;
    private volatile List<Recent.Seen> waiting;

    private LateSubclasses(List<Recent.Seen> waiting, Consumer<List<Recent.Seen>> retransform) {
        this.waiting = waiting;
        this.retransform = retransform;
    }

    /** The number under which the call site finds them. */
    static int add(List<Recent.Seen> waiting, Consumer<List<Recent.Seen>> retransform) {
        synchronized (ALL) {
            ALL.add(new LateSubclasses(waiting, retransform));
            return ALL.size() - 1;
        }
    }

    static MethodHandle handle(int number) throws ReflectiveOperationException {
        LateSubclasses late;
        synchronized (ALL) {
            late = ALL.get(number);
        }
        return MethodHandles.lookup()
                .findVirtual(LateSubclasses.class, "weave", MethodType.methodType(void.class))
                .bindTo(late);
    }

    /** At the first construction; never throws. */
    void weave() {
        List<Recent.Seen> now = waiting;
        if (now == null) {
            return;
        }
        synchronized (this) {
            if (waiting != null) {
                waiting = null;
                try {
                    retransform.accept(now);
                } catch (Throwable t) {
                    Reports.add("late subclasses were not woven: " + t);
                }
            }
        }
    }
}
