package dev.clew.plugins.reactor;

import dev.clew.context.Current;
import java.util.Set;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable.ConditionalSubscriber;

/**
 * The two ends of a chain. In between, each operator runs on the thread that its neighbour calls it on, so what is current at
 * the ends, and on the schedulers, is current everywhere.
 */
final class Ends {
    private static final String OPERATORS = "reactor.core.publisher.";

    /** Reactor's own classes that pass signals on from whichever thread they are given them. */
    private static final Set<String> SOURCES = Set.of(
            "FluxCreate", "MonoCreate", "FluxSource", "FluxSourceFuseable", "MonoSource", "MonoSourceFuseable",
            "MonoFromPublisher", "MonoIgnorePublisher", "MonoCompletionStage",
            // one upstream, many downstream, each of which subscribed for work of its own
            "FluxPublish", "FluxReplay", "FluxGroupBy$UnicastGroupedFlux",
            // sinks and processors, 3.4 to 3.8
            "DirectProcessor", "EmitterProcessor", "ReplayProcessor", "UnicastProcessor", "NextProcessor", "MonoProcessor",
            "DelegateProcessor", "SinkManyBestEffort", "SinkManyEmitterProcessor", "SinkManyReplayProcessor", "SinkManyUnicast",
            "SinkManyUnicastNoBackpressure", "UnicastManySinkNoBackpressure", "SinkOneMulticast", "SinkEmptyMulticast");

    private static final ClassValue<Boolean> IS_SOURCE = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            String name = type.getName();
            return name.startsWith(OPERATORS) ? SOURCES.contains(name.substring(OPERATORS.length())) : !isOurs(name);
        }
    };

    private static final ClassValue<Boolean> IS_THE_APPLICATIONS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            String name = type.getName();
            return !isOurs(name) && (!name.startsWith(OPERATORS) || name.equals(OPERATORS + "StrictSubscriber"));
        }
    };

    private Ends() {}

    private static boolean isOurs(String name) {
        return name.startsWith("dev.clew.");
    }

    /** What takes the subscriber's place at this Flux or Mono; null where it stays. */
    static <T> CoreSubscriber<T> at(Object publisher, CoreSubscriber<T> subscriber) {
        Object work = subscriber == null ? null : Current.get();
        if (work == null) {
            return null;
        }
        boolean last = IS_THE_APPLICATIONS.get(subscriber.getClass());
        return last || IS_SOURCE.get(publisher.getClass()) ? carrying(work, subscriber, last) : null;
    }

    /** What takes the place of the application's subscriber; null where it stays. */
    static <T> CoreSubscriber<T> last(CoreSubscriber<T> subscriber) {
        Object work = subscriber == null ? null : Current.get();
        return work == null || !IS_THE_APPLICATIONS.get(subscriber.getClass()) ? null : carrying(work, subscriber, true);
    }

    /** What takes the place of the subscriber of an operator that has many; null where it stays. */
    static <T> CoreSubscriber<T> oneOfMany(CoreSubscriber<T> subscriber) {
        Object work = subscriber == null ? null : Current.get();
        return work == null ? null : carrying(work, subscriber, false);
    }

    private static <T> CoreSubscriber<T> carrying(Object work, CoreSubscriber<T> subscriber, boolean last) {
        if (subscriber instanceof CarryingSubscriber && ((CarryingSubscriber<?>) subscriber).isFor(work)) {
            return null;
        }
        return subscriber instanceof ConditionalSubscriber
                ? new CarryingSubscriber.Conditional<>(work, (ConditionalSubscriber<T>) subscriber, last)
                : new CarryingSubscriber<>(work, subscriber, last);
    }
}
