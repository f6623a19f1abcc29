package dev.clew.plugins.mutiny;

import dev.clew.context.Current;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.smallrye.mutiny.subscription.UniSubscriber;

/**
 * The places where a signal may come on a thread that works for something else: at the source, after a change of threads, and
 * at the application's own subscriber. In between, operators run on the thread that their neighbour calls them on.
 */
final class Ends {
    private static final String LIBRARY = "io.smallrye.mutiny.";

    /** What the names of operators contain that pass signals on from other threads than those they got them on. */
    private static final String[] SOURCES = {
        "Emit", "Publish", "CompletionStage", "FromFuture", "Memoize", "Delay", "Timeout", "SubscribeOn", "Broadcast", "Unicast",
        "Serialized", "Replay", "Cache", "Connect", "ReferenceCount", "Interval", "Split", "Buffer", "Window", "GroupBy",
        "Grouped", "Overflow", "Pac", "Paus", "JoinAll", "JoinFirst", "Combin"
    };

    private static final ClassValue<Boolean> IS_SOURCE = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return isSource(type.getName());
        }
    };

    private static final ClassValue<Boolean> IS_THE_APPLICATIONS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            String name = type.getName();
            return !isOurs(name) && !name.startsWith(LIBRARY);
        }
    };

    private Ends() {}

    private static boolean isOurs(String name) {
        return name.startsWith("dev.clew.");
    }

    private static boolean isSource(String name) {
        if (!name.startsWith(LIBRARY)) {
            return !isOurs(name);
        }
        String simple = name.substring(name.lastIndexOf('.') + 1);
        for (String part : SOURCES) {
            if (simple.contains(part)) {
                return true;
            }
        }
        return false;
    }

    static <T> UniSubscriber<T> uni(Object source, UniSubscriber<T> subscriber) {
        Object work = subscriber == null ? null : Current.get();
        if (work == null || !isEnd(source, subscriber)) {
            return null;
        }
        boolean done = subscriber instanceof CarryingUniSubscriber && ((CarryingUniSubscriber<?>) subscriber).isFor(work);
        return done ? null : new CarryingUniSubscriber<>(work, subscriber);
    }

    static <T> MultiSubscriber<T> multi(Object source, MultiSubscriber<T> subscriber) {
        Object work = subscriber == null ? null : Current.get();
        if (work == null || !isEnd(source, subscriber)) {
            return null;
        }
        boolean done = subscriber instanceof CarryingMultiSubscriber && ((CarryingMultiSubscriber<?>) subscriber).isFor(work);
        return done ? null : new CarryingMultiSubscriber<>(work, subscriber);
    }

    private static boolean isEnd(Object source, Object subscriber) {
        return IS_SOURCE.get(source.getClass()) || IS_THE_APPLICATIONS.get(subscriber.getClass());
    }
}
