package dev.clew.plugins.async;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.Flow;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every kind of cold result, made of the same Flux and heard through the same one. */
enum Kind {
    FLUX(Flux.class) {
        @Override
        Object of(Flux<String> source) {
            return source;
        }

        @Override
        Flux<?> toFlux(Object result) {
            return (Flux<?>) result;
        }
    },
    MONO(Mono.class) {
        @Override
        Object of(Flux<String> source) {
            return source.next();
        }

        @Override
        Flux<?> toFlux(Object result) {
            return ((Mono<?>) result).flux();
        }
    },
    FLOWABLE(Flowable.class) {
        @Override
        Object of(Flux<String> source) {
            return Flowable.fromPublisher(source);
        }

        @Override
        Flux<?> toFlux(Object result) {
            return Flux.from((Flowable<?>) result);
        }
    },
    OBSERVABLE(Observable.class) {
        @Override
        Object of(Flux<String> source) {
            return Observable.fromPublisher(source);
        }

        @Override
        Flux<?> toFlux(Object result) {
            return Flux.from(((Observable<?>) result).toFlowable(io.reactivex.rxjava3.core.BackpressureStrategy.BUFFER));
        }
    },
    SINGLE(Single.class) {
        @Override
        Object of(Flux<String> source) {
            return Single.fromPublisher(source);
        }

        @Override
        Flux<?> toFlux(Object result) {
            return Flux.from(((Single<?>) result).toFlowable());
        }
    },
    MAYBE(Maybe.class) {
        @Override
        Object of(Flux<String> source) {
            return Maybe.fromPublisher(source);
        }

        @Override
        Flux<?> toFlux(Object result) {
            return Flux.from(((Maybe<?>) result).toFlowable());
        }
    },
    COMPLETABLE(Completable.class) {
        @Override
        Object of(Flux<String> source) {
            return Completable.fromPublisher(source);
        }

        @Override
        Flux<?> toFlux(Object result) {
            return Flux.from(((Completable) result).toFlowable());
        }
    },
    UNI(Uni.class) {
        @Override
        Object of(Flux<String> source) {
            return Uni.createFrom().publisher(FlowAdapters.toFlowPublisher(source));
        }

        @Override
        Flux<?> toFlux(Object result) {
            Uni<?> uni = (Uni<?>) result;
            return Flux.create(sink -> {
                var handle = uni.subscribe().with(item -> {
                    sink.next(item);
                    sink.complete();
                }, sink::error);
                sink.onCancel(handle::cancel);
            });
        }
    },
    MULTI(Multi.class) {
        @Override
        Object of(Flux<String> source) {
            return Multi.createFrom().publisher(FlowAdapters.toFlowPublisher(source));
        }

        @Override
        Flux<?> toFlux(Object result) {
            return Flux.from(FlowAdapters.toPublisher((Multi<?>) result));
        }
    },
    FLOW(Flow.Publisher.class) {
        @Override
        Object of(Flux<String> source) {
            return FlowAdapters.toFlowPublisher(source);
        }

        @Override
        Flux<?> toFlux(Object result) {
            return Flux.from(FlowAdapters.toPublisher((Flow.Publisher<?>) result));
        }
    },
    PUBLISHER(Publisher.class) {
        @Override
        Object of(Flux<String> source) {
            return (Publisher<String>) source::subscribe;
        }

        @Override
        Flux<?> toFlux(Object result) {
            return Flux.from((Publisher<?>) result);
        }
    };

    final Class<?> type;

    Kind(Class<?> type) {
        this.type = type;
    }

    abstract Object of(Flux<String> source);

    abstract Flux<?> toFlux(Object result);

    /** Subscribes, and notes what is heard. */
    Disposable subscribe(Object result, List<Object> heard) {
        return toFlux(result).subscribe(heard::add, heard::add, () -> heard.add("complete"));
    }
}
