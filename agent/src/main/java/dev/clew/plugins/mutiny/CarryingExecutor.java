package dev.clew.plugins.mutiny;

import dev.clew.plugins.async.HandedTask;
import java.util.concurrent.Executor;

/** Inside one operator, where only that operator sees it. */
final class CarryingExecutor implements Executor {
    private final Executor executor;

    CarryingExecutor(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
        Runnable carrying = HandedTask.of(task);
        executor.execute(carrying == null ? task : carrying);
    }

    @Override
    public String toString() {
        return executor.toString();
    }
}
