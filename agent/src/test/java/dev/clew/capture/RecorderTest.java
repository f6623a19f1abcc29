package dev.clew.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecorderTest {
    private final List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore arrivals = new Semaphore(0);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean held;

    private final class Sink implements Recorder.Sink<Integer> {
        @Override
        public void take(List<Integer> batch) {
            if (held) {
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            taken.addAll(batch);
            arrivals.release(batch.size());
            if (batch.contains(-1)) {
                throw new IllegalStateException("bad item");
            }
        }

        @Override
        public boolean watch(boolean last) {
            return false;
        }

        @Override
        public void failed(Throwable thrown) {
            failures.incrementAndGet();
        }
    }

    private Recorder<Integer> started(int capacity) {
        Recorder<Integer> recorder = new Recorder<>(capacity, new Sink(), work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
        recorder.start();
        return recorder;
    }

    private void await(int items) throws InterruptedException {
        assertThat(arrivals.tryAcquire(items, 20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void itemsArriveInOrderAlsoAfterALongRest() throws Exception {
        Recorder<Integer> recorder = started(100);
        recorder.offer(1);
        await(1);
        // long enough for the recorder to fall asleep for good
        Thread.sleep(900);
        recorder.offer(2);
        recorder.offer(3);
        await(2);
        assertThat(taken).containsExactly(1, 2, 3);
    }

    @Test
    void aFullQueueDropsAndCountsAndNeverBlocks() throws Exception {
        held = true;
        Recorder<Integer> recorder = started(10);
        int accepted = 0;
        for (int i = 0; i < 1000; i++) {
            accepted += recorder.offer(i) ? 1 : 0;
        }
        assertThat(recorder.dropped()).isEqualTo(1000 - accepted).isGreaterThan(900);
        gate.countDown();
        await(accepted);
        assertThat(taken).hasSize(accepted);
    }

    @Test
    void aFailureOfTheSinkCostsNoLaterItem() throws Exception {
        Recorder<Integer> recorder = started(100);
        recorder.offer(-1);
        await(1);
        recorder.offer(5);
        await(1);
        assertThat(taken).containsExactly(-1, 5);
        assertThat(failures).hasValue(1);
    }

    @Test
    void closingTakesWhatIsQueued() {
        Recorder<Integer> recorder = started(1000);
        for (int i = 0; i < 500; i++) {
            recorder.offer(i);
        }
        recorder.close(20_000);
        assertThat(taken).hasSize(500);
    }

    @Test
    void manyProducersLoseNothing() throws Exception {
        Recorder<Integer> recorder = started(1_000_000);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 10_000; i++) {
                    recorder.offer(i);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        recorder.close(20_000);
        assertThat(taken).hasSize(80_000);
    }
}
