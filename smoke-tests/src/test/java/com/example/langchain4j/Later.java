package com.example.langchain4j;

import dev.langchain4j.service.TokenStream;
import dev.langchain4j.spi.services.TokenStreamAdapter;
import java.lang.reflect.Type;
import java.util.concurrent.CountDownLatch;

/** A stream in other clothes, as Flux and Multi are: nothing happens until someone asks. */
public final class Later {
    private final TokenStream stream;

    private Later(TokenStream stream) {
        this.stream = stream;
    }

    String get() throws InterruptedException {
        String[] answer = new String[1];
        CountDownLatch done = new CountDownLatch(1);
        stream.onPartialResponse(text -> {})
                .onCompleteResponse(response -> {
                    answer[0] = response.aiMessage().text();
                    done.countDown();
                })
                .onError(error -> done.countDown())
                .start();
        done.await();
        return answer[0];
    }

    /** Found by LangChain4j as a service. */
    public static final class Adapter implements TokenStreamAdapter {
        @Override
        public boolean canAdaptTokenStreamTo(Type type) {
            return type == Later.class;
        }

        @Override
        public Object adapt(TokenStream stream) {
            return new Later(stream);
        }
    }
}
