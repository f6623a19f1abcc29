package com.example.tck;

import io.reactivex.rxjava3.core.BackpressureStrategy;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.processors.UnicastProcessor;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** One of each kind that passes signals on in a way of its own. */
final class Publishers {
    private static final IllegalStateException FAILURE = new IllegalStateException("as asked for");

    private Publishers() {}

    public static final class FluxRange extends Verification {
        public FluxRange() {
            super(n -> Flux.range(0, (int) n).map(i -> i + 1), Flux.error(FAILURE));
        }
    }

    public static final class FluxOnThreads extends Verification {
        public FluxOnThreads() {
            super(n -> Flux.range(0, (int) n).subscribeOn(Schedulers.boundedElastic()).publishOn(Schedulers.parallel()),
                    Mono.<Integer>error(FAILURE).flux());
        }
    }

    public static final class FluxCreate extends Verification {
        public FluxCreate() {
            super(FluxCreate::make, Flux.create(sink -> sink.error(FAILURE)));
        }

        private static Publisher<Integer> make(long n) {
            return Flux.create(sink -> {
                for (int i = 0; i < n; i++) {
                    sink.next(i);
                }
                sink.complete();
            });
        }
    }

    public static final class FluxSink extends Verification {
        public FluxSink() {
            super(FluxSink::make, Flux.from(Flux.<Integer>error(FAILURE).hide()));
        }

        private static Publisher<Integer> make(long n) {
            Sinks.Many<Integer> sink = Sinks.many().replay().all();
            for (int i = 0; i < n; i++) {
                sink.tryEmitNext(i);
            }
            sink.tryEmitComplete();
            return sink.asFlux();
        }
    }

    public static final class FluxOfMany extends Verification {
        public FluxOfMany() {
            super(n -> Flux.range(0, (int) n).flatMap(i -> Mono.just(i).hide()).filter(i -> i >= 0), Flux.error(FAILURE));
        }
    }

    public static final class FlowableRange extends Verification {
        public FlowableRange() {
            super(n -> Flowable.range(0, (int) n).map(i -> i + 1), Flowable.error(FAILURE));
        }
    }

    public static final class FlowableOnThreads extends Verification {
        public FlowableOnThreads() {
            super(n -> Flowable.range(0, (int) n)
                            .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io())
                            .observeOn(io.reactivex.rxjava3.schedulers.Schedulers.computation()),
                    Flowable.error(FAILURE));
        }
    }

    public static final class FlowableCreate extends Verification {
        public FlowableCreate() {
            super(FlowableCreate::make, Flowable.create(e -> e.onError(FAILURE), BackpressureStrategy.BUFFER));
        }

        private static Publisher<Integer> make(long n) {
            return Flowable.create(emitter -> {
                for (int i = 0; i < n; i++) {
                    emitter.onNext(i);
                }
                emitter.onComplete();
            }, BackpressureStrategy.BUFFER);
        }
    }

    public static final class FlowableProcessor extends Verification {
        public FlowableProcessor() {
            super(FlowableProcessor::make, Flowable.fromPublisher(Flowable.error(FAILURE)));
        }

        private static Publisher<Integer> make(long n) {
            UnicastProcessor<Integer> processor = UnicastProcessor.create();
            for (int i = 0; i < n; i++) {
                processor.onNext(i);
            }
            processor.onComplete();
            return processor;
        }
    }
}
