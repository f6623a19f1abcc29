package dev.clew.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitingTest {
    /** Work as the trace core has it. */
    private static final class Piece extends Work {
        void end() {
            over();
        }
    }

    @AfterEach
    void nothingIsLeft() {
        Current.set(null);
        Work.handedOnFor(30);
    }

    private static void put(Object work, Object task) {
        Object before = Current.set(work);
        Waiting.put(task);
        Current.set(before);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            System.gc();
            Thread.sleep(5);
        }
    }

    @Test
    void whatWaitsIsTakenOnce() {
        Object task = new Object();
        put("work", task);
        assertThat(Waiting.look(task)).isEqualTo("work");
        assertThat(Waiting.take(task)).isEqualTo("work");
        assertThat(Waiting.take(task)).isNull();
        assertThat(Waiting.look(task)).isNull();
    }

    @Test
    void nothingWaitsWhereNothingIsCurrent() {
        Object task = new Object();
        put(null, task);
        assertThat(Waiting.take(task)).isNull();
        put("work", null);
    }

    @Test
    void tasksAreToldApartByIdentity() {
        String one = new String("equal");
        String other = new String("equal");
        put("work of one", one);
        put("work of the other", other);
        assertThat(Waiting.take(other)).isEqualTo("work of the other");
        assertThat(Waiting.take(one)).isEqualTo("work of one");
    }

    @Test
    void aTaskThatWaitsTwiceIsTakenInOrder() {
        Object task = new Object();
        put("first", task);
        put("second", task);
        assertThat(Waiting.take(task)).isEqualTo("first");
        assertThat(Waiting.take(task)).isEqualTo("second");
    }

    @Test
    void droppedTasksAndTheirContextsAreGarbage() throws InterruptedException {
        List<WeakReference<Object>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Object task = new Object();
            Piece work = new Piece();
            all.add(new WeakReference<>(task));
            all.add(new WeakReference<>(work));
            put(work, task);
        }
        await(() -> all.stream().allMatch(thing -> thing.refersTo(null)));
        await(Waiting::isEmpty);
    }

    @Test
    void workThatIsLongOverIsNotHandedOn() {
        Piece work = new Piece();
        Current.set(work);
        assertThat(Current.carry()).isSameAs(work);
        work.end();
        assertThat(Current.carry()).as("a moment after its end").isSameAs(work);
        Work.handedOnFor(0);
        assertThat(Current.carry()).isNull();
        assertThat(Current.get()).isSameAs(work);
    }

    @Test
    void whatWasDroppedByHandIsForgottenWithItsWork() {
        Object task = new Object();
        Piece old = new Piece();
        put(old, task);
        old.end();
        Work.handedOnFor(0);
        put("new", task);
        assertThat(Waiting.take(task)).isEqualTo("new");
    }

    @Test
    void manyThreadsLoseNothingAndInventNothing() throws InterruptedException {
        int threads = 4;
        int each = 20_000;
        ConcurrentLinkedQueue<Object[]> handedOver = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        CountDownLatch done = new CountDownLatch(2 * threads);
        for (int i = 0; i < threads; i++) {
            new Thread(() -> {
                for (int n = 0; n < each; n++) {
                    Object[] task = new Object[1];
                    task[0] = new Piece();
                    put(task[0], task);
                    handedOver.add(task);
                }
                done.countDown();
            }).start();
            new Thread(() -> {
                for (int n = 0; n < each; ) {
                    Object[] task = handedOver.poll();
                    if (task != null) {
                        n++;
                        Object work = Waiting.take(task);
                        if (work != task[0]) {
                            wrong.add(work + " instead of " + task[0]);
                        }
                    }
                }
                done.countDown();
            }).start();
        }
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(wrong).isEmpty();
    }
}
