package com.example.handover;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.tool.ToolExecutor;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What a construct uses: parents are tools at work, marks are model calls. The id of a mark says where it belongs: {@code a/1}
 * below the parent {@code a}, {@code 1} below none, two of {@code a+b/1} one below each. Any thread.
 */
public final class Probe {
    private static final long PATIENCE_SECONDS = 20;
    private static final long TOGETHER_SECONDS = 2;
    /** Spent on what does not go: a suite in which everything stays must still come to its end. */
    private static long patienceLeft = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);

    private static final ChatModel MODEL = new Echo();

    private final String construct;
    private final Map<String, String> notes = Collections.synchronizedMap(new TreeMap<>());
    private final List<String> marks = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Pool> pools = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, WeakReference<?>> garbage = Collections.synchronizedMap(new TreeMap<>());

    Probe(String construct) {
        this.construct = construct;
    }

    /** What a parent does. */
    public interface Work {
        void run() throws Exception;
    }

    private record Pool(Executor executor, int threads) {}

    /** A tool at work. */
    private record Tool(Work work) implements ToolExecutor {
        @Override
        public String execute(ToolExecutionRequest request, Object memoryId) {
            try {
                work.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return "done";
        }
    }

    /** A model that repeats what it is told. */
    private record Echo() implements ChatModel {
        @Override
        public ChatResponse doChat(ChatRequest request) {
            UserMessage said = (UserMessage) request.messages().get(0);
            return ChatResponse.builder().aiMessage(AiMessage.from(said.singleText())).build();
        }
    }

    /** Does the work on this thread, within a parent of this id. Whatever knows the parent must be garbage after the construct. */
    public void parent(String id, Work work) {
        // a string of its own: the traced parent holds it, so it goes when that goes
        StringBuilder arguments = new StringBuilder("{\"parent\":\"").append(construct).append(' ').append(id).append("\"}");
        String own = arguments.toString();
        garbage.put("parent " + id, new WeakReference<>(own));
        ToolExecutionRequest request = ToolExecutionRequest.builder()
                .id(construct + '-' + id)
                .name("parent")
                .arguments(own)
                .build();
        new Tool(work).execute(request, null);
    }

    /** A traced call, here. */
    public void mark(String id) {
        marks.add(id);
        call("mark " + construct + ' ' + id);
    }

    private static void call(String text) {
        MODEL.chat(ChatRequest.builder().messages(UserMessage.from(text)).build());
    }

    /** What the application sees; must be the same with and without an agent. */
    public void note(String key, Object value) {
        notes.put(key, String.valueOf(value));
    }

    void threw(Throwable t) {
        StringBuilder where = new StringBuilder(t.toString());
        for (StackTraceElement frame : t.getStackTrace()) {
            where.append(frame.getClassName().startsWith("com.example.") ? " at " + frame : "");
        }
        note("threw", where);
    }

    /**
     * Names an executor that outlives the construct's work: marks made on {@code threads} of its threads at once have no
     * parent. An {@link ExecutorService} is shut down then.
     */
    public <E extends Executor> E pool(String name, E executor, int threads) {
        pools.put(name, new Pool(executor, threads));
        return executor;
    }

    /** Names an object that must be garbage once the construct is done: a task that was dropped, a future nobody holds. */
    public <T> T dropped(String name, T object) {
        garbage.put(name, new WeakReference<>(object));
        return object;
    }

    /** Waits for work that another thread does. */
    public static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("waited in vain");
        }
    }

    /** Looks whether anything is left behind. */
    void idle() throws InterruptedException {
        mark("after");
        for (Map.Entry<String, Pool> pool : pools.entrySet()) {
            try {
                marksOn(pool.getKey(), pool.getValue());
            } catch (RuntimeException e) {
                note("pool " + pool.getKey() + " at rest", e);
            }
        }
        for (Map.Entry<String, WeakReference<?>> thing : garbage.entrySet()) {
            note(thing.getKey() + " is garbage", isGarbage(thing.getValue()));
        }
        for (Pool pool : pools.values()) {
            if (pool.executor instanceof ExecutorService service) {
                service.shutdownNow();
            }
        }
    }

    private void marksOn(String name, Pool pool) throws InterruptedException {
        CountDownLatch all = new CountDownLatch(pool.threads);
        CountDownLatch done = new CountDownLatch(pool.threads);
        for (int i = 0; i < pool.threads; i++) {
            String id = "after-" + name + '-' + i;
            pool.executor.execute(() -> {
                all.countDown();
                try {
                    // so that each thread gets one; a pool that does not wake them all at once has its marks on fewer
                    all.await(TOGETHER_SECONDS, TimeUnit.SECONDS);
                    mark(id);
                } catch (InterruptedException | RuntimeException e) {
                    note(id, e);
                } finally {
                    done.countDown();
                }
            });
        }
        await(done);
    }

    private static boolean isGarbage(WeakReference<?> thing) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            System.gc();
            if (thing.get() == null) {
                return true;
            }
            long spent = System.nanoTime() - start;
            if (spent > Math.max(patienceLeft / 2, TimeUnit.MILLISECONDS.toNanos(50))) {
                patienceLeft -= spent;
                return false;
            }
            // what is written in batches has a next batch
            call("flush");
            Thread.sleep(5);
        }
    }

    Map<String, Object> said() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("construct", construct);
        said.put("notes", new TreeMap<>(notes));
        List<String> sorted = new ArrayList<>(marks);
        Collections.sort(sorted);
        said.put("marks", sorted);
        return said;
    }
}
