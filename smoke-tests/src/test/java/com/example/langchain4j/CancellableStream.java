package com.example.langchain4j;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.util.concurrent.CountDownLatch;

/** A stream that its reader stops after the first piece; nobody hears of it again. */
final class CancellableStream implements StreamingChatModel, StreamingHandle {
    private final CountDownLatch cancelled = new CountDownLatch(1);

    static void run() throws InterruptedException {
        CancellableStream model = new CancellableStream();
        model.chat(Services.request(), new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
                System.out.println("part " + part.text());
                context.streamingHandle().cancel();
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
                System.out.println("never");
            }

            @Override
            public void onError(Throwable error) {
                System.out.println("never");
            }
        });
        model.cancelled.await();
        System.out.println("cancelled " + model.isCancelled());
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        handler.onPartialResponse(new PartialResponse("hel"), new PartialResponseContext(this));
    }

    @Override
    public void cancel() {
        cancelled.countDown();
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getCount() == 0;
    }
}
