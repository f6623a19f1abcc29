package dev.clew.plugins.guava;

import com.google.common.util.concurrent.AsyncCallable;
import com.google.common.util.concurrent.ListenableFuture;
import dev.clew.context.Carry;
import dev.clew.context.Current;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** {@code Futures.submitAsync} and {@code scheduleAsync}. */
@Hook(
        type = "com.google.common.util.concurrent.TrustedListenableFutureTask",
        method = "<init>",
        params = "com.google.common.util.concurrent.AsyncCallable",
        wakes = Wake.NOTHING)
final class AsyncTaskHook {
    private AsyncTaskHook() {}

    @Replace(0)
    static AsyncCallable<?> carry(@Arg(0) AsyncCallable<?> task) {
        Object work = task == null ? null : Current.carry();
        return work == null ? null : new Carried<>(work, task);
    }

    private static final class Carried<V> implements AsyncCallable<V> {
        private final Object work;
        private final AsyncCallable<V> task;

        Carried(Object work, AsyncCallable<V> task) {
            this.work = work;
            this.task = task;
        }

        @Override
        public ListenableFuture<V> call() throws Exception {
            Object before = Carry.enter(work);
            try {
                return task.call();
            } finally {
                Carry.leave(before);
            }
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }
}
