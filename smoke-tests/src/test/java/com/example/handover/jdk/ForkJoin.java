package com.example.handover.jdk;

import com.example.handover.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.stream.IntStream;

/** Fork and join, and parallel streams. */
final class ForkJoin {
    private ForkJoin() {}

    /** Sums a range and marks each leaf. */
    private static final class Sum extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1;
        private final transient Probe probe;
        private final String parent;
        private final int from;
        private final int to;

        Sum(Probe probe, String parent, int from, int to) {
            this.probe = probe;
            this.parent = parent;
            this.from = from;
            this.to = to;
        }

        @Override
        protected Integer compute() {
            if (to - from == 1) {
                probe.mark(parent + "/leaf-" + from);
                return from;
            }
            int middle = (from + to) / 2;
            Sum left = new Sum(probe, parent, from, middle);
            left.fork();
            return new Sum(probe, parent, middle, to).compute() + left.join();
        }
    }

    static void fromOutside(Probe p) throws Exception {
        ForkJoinPool pool = p.pool("pool", new ForkJoinPool(2), 2);
        p.parent("a", () -> {
            p.note("callable", pool.submit((Callable<String>) () -> {
                p.mark("a/callable");
                return "x";
            }).get());
            pool.submit(() -> p.mark("a/runnable")).get();
            p.note("given", pool.submit(() -> p.mark("a/with-result"), "given").get());
            CountDownLatch done = new CountDownLatch(1);
            pool.execute(() -> {
                p.mark("a/executed");
                done.countDown();
            });
            Probe.await(done);
            ForkJoinTask<?> adapted = ForkJoinTask.adapt(() -> p.mark("a/adapted"));
            p.note("same task", pool.submit(adapted) == adapted);
            adapted.get();
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int n = i;
                all.add(() -> {
                    p.mark("a/all-" + n);
                    return n;
                });
            }
            int sum = 0;
            for (Future<Integer> one : pool.invokeAll(all)) {
                sum += one.get();
            }
            p.note("sum", sum);
        });
    }

    static void recursive(Probe p) throws Exception {
        ForkJoinPool pool = p.pool("pool", new ForkJoinPool(2), 2);
        p.parent("a", () -> p.note("invoked", pool.invoke(new Sum(p, "a", 0, 16))));
        p.parent("b", () -> p.note("submitted", pool.submit(new Sum(p, "b", 0, 8)).get()));
        p.parent("c", () -> p.note("common pool", new Sum(p, "c", 0, 8).fork().join()));
        p.parent("d", () -> p.note("here", new Sum(p, "d", 0, 8).invoke()));
    }

    static void forkedByATask(Probe p) throws Exception {
        ForkJoinPool pool = p.pool("pool", new ForkJoinPool(2), 2);
        p.parent("a", () -> pool.invoke(new RecursiveAction() {
            private static final long serialVersionUID = 1;

            @Override
            protected void compute() {
                RecursiveAction one = new RecursiveAction() {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected void compute() {
                        p.mark("a/one");
                    }
                };
                ForkJoinTask.invokeAll(one, ForkJoinTask.adapt(() -> p.mark("a/other")));
            }
        }));
    }

    static void exceptions(Probe p) throws Exception {
        ForkJoinPool pool = p.pool("pool", new ForkJoinPool(1), 1);
        p.parent("a", () -> {
            try {
                pool.invoke(new RecursiveAction() {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected void compute() {
                        p.mark("a/1");
                        throw new IllegalStateException("mine");
                    }
                });
            } catch (IllegalStateException e) {
                Throwable root = e;
                while (root.getCause() != null) {
                    root = root.getCause();
                }
                p.note("thrown", root.getMessage());
            }
        });
    }

    static void dropped(Probe p) throws Exception {
        ForkJoinPool pool = p.pool("pool", new ForkJoinPool(1), 1);
        p.parent("a", () -> {
            CountDownLatch go = new CountDownLatch(1);
            pool.execute(() -> {
                try {
                    Probe.await(go);
                } catch (InterruptedException e) {
                    p.note("interrupted", e);
                }
            });
            ForkJoinTask<?> task = p.dropped("the cancelled task", pool.submit(() -> p.mark("never")));
            p.note("cancelled", task.cancel(true));
            go.countDown();
        });
    }

    static void parallelStreams(Probe p) throws Exception {
        p.pool("common", ForkJoinPool.commonPool(), 1);
        p.parent("a", () -> {
            p.note("sum", IntStream.range(0, 32).parallel().map(i -> {
                p.mark("a/" + i);
                return i;
            }).sum());
            IntStream.range(0, 8).parallel().boxed().sorted().forEach(i -> p.mark("a/each-" + i));
        });
        p.parent("b", () -> new ForkJoinPool(2).submit(
                () -> IntStream.range(0, 16).parallel().forEach(i -> p.mark("b/" + i))).get());
        IntStream.range(0, 8).parallel().forEach(i -> p.mark("alone-" + i));
    }
}
