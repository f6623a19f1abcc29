package dev.clew.plugins.rxjava3;

import dev.clew.context.Current;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.core.FlowableSubscriber;
import io.reactivex.rxjava3.core.MaybeObserver;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.core.SingleObserver;

/**
 * The two ends of a chain. In between, each operator runs on the thread that its neighbour calls it on, so what is current at
 * the ends, and on the schedulers, is current everywhere.
 */
final class Ends {
    private static final String LIBRARY = "io.reactivex.rxjava3.";
    private static final String INTERNAL = "io.reactivex.rxjava3.internal.";

    /** How the names of those operators end, or the names of their nested classes, that emit on whichever thread calls them. */
    private static final String[] SOURCES = {
        "Create", "FromPublisher", "FromUnsafeSource", "UnsafeCreate", "FromCompletionStage",
        // one upstream, many downstream, each of which subscribed for work of its own
        "Publish", "Replay", "Cache", "GroupedUnicast", "GroupedObservable"
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
            // the strict subscriber stands for one of the application's that is only of reactive streams' kind
            return !isOurs(name) && (!name.startsWith(LIBRARY) || name.endsWith(".StrictSubscriber"));
        }
    };

    /** 3.0 and 3.1.0 have the types of fusion in another package: there, ours are not fused across. */
    private static final boolean CAN_FUSE = canFuse();

    private Ends() {}

    private static boolean isOurs(String name) {
        return name.startsWith("dev.clew.");
    }

    private static boolean isSource(String name) {
        if (!name.startsWith(INTERNAL)) {
            // subjects, processors, and streams of others
            return !isOurs(name);
        }
        for (String end : SOURCES) {
            if (name.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean canFuse() {
        try {
            Class.forName("io.reactivex.rxjava3.operators.ConditionalSubscriber", false, Ends.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException older) {
            return false;
        }
    }

    /** What takes the observer's place at this source; null where it stays. */
    @SuppressWarnings("unchecked")
    static Object carrying(Object source, Object observer) {
        Object work = observer == null ? null : Current.get();
        if (work == null) {
            return null;
        }
        boolean last = IS_THE_APPLICATIONS.get(observer.getClass());
        if (!last && !IS_SOURCE.get(source.getClass())
                || observer instanceof CarryingObserver && ((CarryingObserver) observer).isFor(work)) {
            return null;
        }
        if (observer instanceof FlowableSubscriber) {
            return CAN_FUSE
                    ? Fused.subscriber(work, (FlowableSubscriber<Object>) observer, last)
                    : new CarryingSubscriber<>(work, (FlowableSubscriber<Object>) observer, last);
        } else if (observer instanceof Observer) {
            return new CarryingObserver.OfMany<>(work, (Observer<Object>) observer);
        } else if (observer instanceof SingleObserver) {
            return new CarryingObserver.OfSingle<>(work, (SingleObserver<Object>) observer);
        } else if (observer instanceof MaybeObserver) {
            return new CarryingObserver.OfMaybe<>(work, (MaybeObserver<Object>) observer);
        } else if (observer instanceof CompletableObserver) {
            return new CarryingObserver.OfCompletable(work, (CompletableObserver) observer);
        }
        return null;
    }
}
