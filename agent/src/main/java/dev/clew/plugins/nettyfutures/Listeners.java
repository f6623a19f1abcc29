package dev.clew.plugins.nettyfutures;

import dev.clew.context.Current;
import io.netty.util.concurrent.DefaultPromise;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import io.netty.util.concurrent.GenericProgressiveFutureListener;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** The listeners that wait in a promise: wrapped from when they are added until they are notified or removed. */
final class Listeners {
    /** The fields in which a promise keeps its listeners, by version; null where this JVM keeps them closed. */
    private static final List<Field> OF_PROMISE = open(DefaultPromise.class, "listener", "listeners");

    private static final List<Field> OF_SEVERAL = openSeveral();

    private Listeners() {}

    private static List<Field> openSeveral() {
        try {
            String name = "io.netty.util.concurrent.DefaultFutureListeners";
            return open(Class.forName(name, false, DefaultPromise.class.getClassLoader()), "listeners");
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static List<Field> open(Class<?> type, String... names) {
        List<Field> fields = new ArrayList<>(names.length);
        for (String name : names) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                fields.add(field);
            } catch (NoSuchFieldException otherVersion) {
                // the field of another version
            } catch (RuntimeException closed) {
                return null;
            }
        }
        return fields.isEmpty() ? null : fields;
    }

    /** Null where the listener goes as it is. */
    static GenericFutureListener<?> carry(GenericFutureListener<?> listener) {
        Object work = listener == null ? null : Current.carry();
        if (work == null
                || OF_PROMISE == null
                || OF_SEVERAL == null
                || listener instanceof GenericProgressiveFutureListener
                || listener instanceof Carried
                // lambdas of its own included
                || listener.getClass().getName().startsWith("io.netty.")) {
            return null;
        }
        return new Carried(work, listener);
    }

    /** The wrapper in which a listener waits; null where it waits in none. The caller holds the promise's lock. */
    static GenericFutureListener<?> find(DefaultPromise<?> promise, GenericFutureListener<?> listener)
            throws IllegalAccessException {
        if (OF_PROMISE == null || OF_SEVERAL == null) {
            return null;
        }
        for (Field field : OF_PROMISE) {
            Object waiting = field.get(promise);
            if (waiting == listener) {
                return null;
            } else if (waiting instanceof Carried && ((Carried) waiting).listener == listener) {
                return (Carried) waiting;
            } else if (waiting != null && waiting.getClass() == OF_SEVERAL.get(0).getDeclaringClass()) {
                return find((GenericFutureListener<?>[]) OF_SEVERAL.get(0).get(waiting), listener);
            }
        }
        return null;
    }

    private static GenericFutureListener<?> find(GenericFutureListener<?>[] waiting, GenericFutureListener<?> listener) {
        for (GenericFutureListener<?> one : waiting) {
            if (one == listener) {
                return null;
            }
            if (one instanceof Carried && ((Carried) one).listener == listener) {
                return one;
            }
        }
        return null;
    }

    /** Unwrapped by {@link NotifyHook} before anyone calls it. */
    static final class Carried implements GenericFutureListener<Future<Object>> {
        final Object work;
        final GenericFutureListener<?> listener;

        Carried(Object work, GenericFutureListener<?> listener) {
            this.work = work;
            this.listener = listener;
        }

        @Override
        @SuppressWarnings("unchecked") // a promise does not know its listeners' types either
        public void operationComplete(Future<Object> future) throws Exception {
            Object before = Current.set(work);
            try {
                ((GenericFutureListener<Future<Object>>) listener).operationComplete(future);
            } finally {
                Current.set(before);
            }
        }
    }
}
