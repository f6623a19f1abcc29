package com.example.langchain4j;

import dev.langchain4j.service.TokenStream;
import dev.langchain4j.spi.services.TokenStreamAdapter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.concurrent.Flow;

/** A stream that starts when someone subscribes, and that can be subscribed to again. */
final class Published implements Flow.Publisher<String> {
    private final TokenStream stream;
    private Flow.Subscriber<? super String> subscriber;

    private Published(TokenStream stream) {
        this.stream = stream;
        stream.onPartialResponse(text -> subscriber.onNext(text))
                .onCompleteResponse(response -> subscriber.onComplete())
                .onError(error -> subscriber.onError(error));
    }

    @Override
    public void subscribe(Flow.Subscriber<? super String> subscriber) {
        this.subscriber = subscriber;
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {
                stream.start();
            }

            @Override
            public void cancel() {}
        });
    }

    /** Found by LangChain4j as a service. */
    public static final class Adapter implements TokenStreamAdapter {
        @Override
        public boolean canAdaptTokenStreamTo(Type type) {
            return type instanceof ParameterizedType && ((ParameterizedType) type).getRawType() == Flow.Publisher.class;
        }

        @Override
        public Object adapt(TokenStream stream) {
            return new Published(stream);
        }
    }
}
