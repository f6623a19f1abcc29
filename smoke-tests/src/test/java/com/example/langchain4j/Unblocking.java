package com.example.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.function.BooleanSupplier;

/** Models that block nobody, since 1.20: newer than what this is compiled against, so called by name. */
public final class Unblocking {
    /** A stream that is a publisher; each subscription is a call. */
    public static final class Publishing implements StreamingChatModel {
        private final RuntimeException error;

        Publishing(RuntimeException error) {
            this.error = error;
        }

        public Flow.Publisher<Object> doChat(ChatRequest request) {
            return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
                private boolean begun;
                private volatile boolean cancelled;

                @Override
                public void request(long n) {
                    if (!begun) {
                        begun = true;
                        new Thread(() -> answer(subscriber, () -> cancelled)).start();
                    }
                }

                @Override
                public void cancel() {
                    cancelled = true;
                }
            });
        }

        private void answer(Flow.Subscriber<? super Object> subscriber, BooleanSupplier cancelled) {
            if (error != null) {
                subscriber.onError(error);
                return;
            }
            subscriber.onNext(new PartialResponse("hel"));
            if (cancelled.getAsBoolean()) {
                return;
            }
            subscriber.onNext(new PartialResponse("lo"));
            subscriber.onNext(complete(Scripted.response(AiMessage.from("hello"))));
            subscriber.onComplete();
        }

        @Override
        public ChatRequestParameters defaultRequestParameters() {
            return Scripted.defaults();
        }
    }

    /** A model whose answer comes later. */
    public static class Promising implements ChatModel {
        public CompletableFuture<ChatResponse> doChatAsync(ChatRequest request) {
            return CompletableFuture.supplyAsync(() -> Scripted.response(AiMessage.from("hello")));
        }

        @Override
        public ChatRequestParameters defaultRequestParameters() {
            return Scripted.defaults();
        }
    }

    /** Hands on to another. */
    public static final class Handing extends Promising {
        private final ChatModel inner;

        Handing(ChatModel inner) {
            this.inner = inner;
        }

        @Override
        @SuppressWarnings("unchecked")
        public CompletableFuture<ChatResponse> doChatAsync(ChatRequest request) {
            return (CompletableFuture<ChatResponse>) call(inner, ChatModel.class, "chatAsync", request);
        }
    }

    private Unblocking() {}

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        marks.run("later", () -> System.out.println(text(ask(new Promising()).get())));
        marks.run("laterError", () -> {
            try {
                ask(new Promising() {
                    @Override
                    public CompletableFuture<ChatResponse> doChatAsync(ChatRequest request) {
                        return CompletableFuture.failedFuture(new IllegalStateException("overloaded"));
                    }
                }).get();
            } catch (ExecutionException e) {
                System.out.println("failed " + e.getCause());
            }
        });
        marks.run("laterHandedOn", () -> System.out.println(text(ask(new Handing(new Promising())).get())));
        marks.run("laterCancelled", () -> {
            CompletableFuture<ChatResponse> never = ask(new Promising() {
                @Override
                public CompletableFuture<ChatResponse> doChatAsync(ChatRequest request) {
                    return new CompletableFuture<>();
                }
            });
            System.out.println(never.cancel(true));
        });
        marks.run("published", () -> subscribe(new Publishing(null), false));
        marks.run("publishedTwice", () -> {
            Object publisher = call(new Publishing(null), StreamingChatModel.class, "chat", Services.request());
            hear(publisher, false);
            hear(publisher, false);
        });
        marks.run("publishedError", () -> subscribe(new Publishing(new IllegalStateException("overloaded")), false));
        marks.run("publishedCancelled", () -> subscribe(new Publishing(null), true));
        marks.run("neverSubscribed", () -> call(new Publishing(null), StreamingChatModel.class, "chat", Services.request()));
        System.exit(0);
    }

    private static String text(ChatResponse response) {
        return response.aiMessage().text();
    }

    @SuppressWarnings("unchecked")
    private static CompletableFuture<ChatResponse> ask(ChatModel model) {
        return (CompletableFuture<ChatResponse>) call(model, ChatModel.class, "chatAsync", Services.request());
    }

    private static void subscribe(StreamingChatModel model, boolean cancels) throws InterruptedException {
        hear(call(model, StreamingChatModel.class, "chat", Services.request()), cancels);
    }

    @SuppressWarnings("unchecked")
    private static void hear(Object publisher, boolean cancels) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        ((Flow.Publisher<Object>) publisher).subscribe(new Flow.Subscriber<>() {
            private Flow.Subscription subscription;

            @Override
            public void onSubscribe(Flow.Subscription given) {
                subscription = given;
                given.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(Object event) {
                System.out.println(event.getClass().getSimpleName());
                if (cancels) {
                    subscription.cancel();
                    done.countDown();
                }
            }

            @Override
            public void onError(Throwable error) {
                System.out.println("error " + error);
                done.countDown();
            }

            @Override
            public void onComplete() {
                System.out.println("complete");
                done.countDown();
            }
        });
        done.await();
    }

    private static Object complete(ChatResponse response) {
        try {
            return Class.forName("dev.langchain4j.model.chat.response.CompleteResponse")
                    .getConstructor(ChatResponse.class)
                    .newInstance(response);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Object model, Class<?> type, String name, ChatRequest request) {
        try {
            Method method = type.getMethod(name, ChatRequest.class);
            return method.invoke(model, request);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new NoSuchMethodError(e.getMessage());
        }
    }
}
