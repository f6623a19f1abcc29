package dev.clew.plugins.async;

import dev.clew.context.Current;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * What a hooked method answers before its work is done: the one place that knows the types of asynchronous results.
 *
 * <p>A <em>cold</em> result works when someone subscribes: {@link #traced} gives the same kind of object, whose every
 * subscription is an operation of its own. A <em>hot</em> one is at work already: {@link #ends} watches the very object. Types
 * of a library that the application lacks are never touched. Any thread; nothing here throws.
 */
public final class Results {
    private static final int NONE = 0;
    private static final int FLUX = 1;
    private static final int MONO = 2;
    private static final int FLOWABLE = 3;
    private static final int OBSERVABLE = 4;
    private static final int SINGLE = 5;
    private static final int MAYBE = 6;
    private static final int COMPLETABLE = 7;
    private static final int UNI = 8;
    private static final int MULTI = 9;
    private static final int FLOW = 10;
    private static final int PUBLISHER = 11;

    /** Integers, so that a class of the JDK does not hold a class of ours. */
    private static final ClassValue<Integer> KINDS = new ClassValue<>() {
        @Override
        protected Integer computeValue(Class<?> type) {
            return kind(type);
        }
    };

    private Results() {}

    /**
     * The result with each of its subscriptions traced: {@code Flux}, {@code Mono}, {@code Flowable}, {@code Observable},
     * {@code Single}, {@code Maybe}, {@code Completable}, {@code Uni}, {@code Multi}, {@code Flow.Publisher} or {@code Publisher}
     * of reactive streams, each as its own kind.
     *
     * <p>Hot by nature, and kept as they are: subjects, processors, connectable and grouped streams.
     *
     * @return null where the result is none of these: it stays as it is, and {@code call} is never called
     */
    public static Object traced(Object result, AsyncCall call) {
        if (result == null) {
            return null;
        }
        int kind = KINDS.get(result.getClass());
        if (kind == NONE) {
            return null;
        }
        try {
            return traced(kind, result, call, Current.get());
        } catch (LinkageError | ClassCastException otherLoader) {
            // the library that we see from here is not the one that the result is of
            return null;
        }
    }

    private static Object traced(int kind, Object result, AsyncCall call, Object assembled) {
        return switch (kind) {
            case FLUX -> ReactorResults.flux(result, call, assembled);
            case MONO -> ReactorResults.mono(result, call, assembled);
            case FLOWABLE -> RxStreams.flowable(result, call, assembled);
            case OBSERVABLE -> RxStreams.observable(result, call, assembled);
            case SINGLE -> RxValues.single(result, call, assembled);
            case MAYBE -> RxValues.maybe(result, call, assembled);
            case COMPLETABLE -> RxValues.completable(result, call, assembled);
            case UNI -> MutinyResults.uni(result, call, assembled);
            case MULTI -> MutinyResults.multi(result, call, assembled);
            case FLOW -> new FlowResult<>((Flow.Publisher<?>) result, call, assembled);
            default -> PublisherResult.of(result, call, assembled);
        };
    }

    /**
     * Ends the operation when the future or stage does: with its error, or as cancelled where the application cancelled it or
     * dropped it. The result itself is not touched but for one more dependent.
     *
     * @return false where the result is no stage: the caller ends the operation itself
     */
    public static boolean ends(Object result, Running running) {
        if (!(result instanceof CompletionStage)) {
            return false;
        }
        try {
            StageEnd.watch((CompletionStage<?>) result, running);
            return true;
        } catch (Throwable odd) {
            // a stage of the application's own that takes no dependents
            return false;
        }
    }

    private static int kind(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            int kind = byName(c.getName());
            if (kind >= 0) {
                return kind;
            }
        }
        if (CompletionStage.class.isAssignableFrom(type) || isBoth(type)) {
            return NONE;
        }
        if (isA(type, "io.smallrye.mutiny.Multi")) {
            return MULTI;
        }
        if (isA(type, "io.smallrye.mutiny.Uni")) {
            return UNI;
        }
        if (Flow.Publisher.class.isAssignableFrom(type)) {
            return FLOW;
        }
        return isA(type, "org.reactivestreams.Publisher") ? PUBLISHER : NONE;
    }

    private static int byName(String name) {
        return switch (name) {
            case "reactor.core.publisher.Flux" -> FLUX;
            case "reactor.core.publisher.Mono" -> MONO;
            case "io.reactivex.rxjava3.core.Flowable" -> FLOWABLE;
            case "io.reactivex.rxjava3.core.Observable" -> OBSERVABLE;
            case "io.reactivex.rxjava3.core.Single" -> SINGLE;
            case "io.reactivex.rxjava3.core.Maybe" -> MAYBE;
            case "io.reactivex.rxjava3.core.Completable" -> COMPLETABLE;
            case "reactor.core.publisher.ConnectableFlux",
                    "reactor.core.publisher.GroupedFlux",
                    "reactor.core.publisher.FluxProcessor",
                    "reactor.core.publisher.MonoProcessor",
                    "io.reactivex.rxjava3.flowables.ConnectableFlowable",
                    "io.reactivex.rxjava3.flowables.GroupedFlowable",
                    "io.reactivex.rxjava3.observables.ConnectableObservable",
                    "io.reactivex.rxjava3.observables.GroupedObservable",
                    "io.reactivex.rxjava3.processors.FlowableProcessor",
                    "io.reactivex.rxjava3.subjects.Subject",
                    "io.reactivex.rxjava3.subjects.SingleSubject",
                    "io.reactivex.rxjava3.subjects.MaybeSubject",
                    "io.reactivex.rxjava3.subjects.CompletableSubject" -> NONE;
            default -> -1;
        };
    }

    /** A processor is fed by the application itself, and would lose that side. */
    private static boolean isBoth(Class<?> type) {
        return Flow.Subscriber.class.isAssignableFrom(type)
                || isA(type, "org.reactivestreams.Subscriber")
                || type.getName().equals("java.util.concurrent.SubmissionPublisher");
    }

    private static boolean isA(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Class<?> each : c.getInterfaces()) {
                if (each.getName().equals(name) || isA(each, name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
