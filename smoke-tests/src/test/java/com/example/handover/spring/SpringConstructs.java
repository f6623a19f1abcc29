package com.example.handover.spring;

import com.example.handover.Construct;
import java.util.List;
import java.util.function.Supplier;

/** Spring's executors. */
public final class SpringConstructs implements Supplier<List<Construct>> {
    @Override
    public List<Construct> get() {
        return List.of(
                Construct.of("poolExecutor", Executors::pool),
                Construct.of("decoratedPool", Executors::decoratedPool),
                Construct.of("simpleExecutor", Executors::simple),
                Construct.of("limitedExecutor", Executors::limited),
                Construct.of("concurrentExecutor", Executors::concurrent),
                Construct.of("scheduler", Executors::scheduler),
                Construct.of("trigger", Executors::trigger),
                Construct.of("async", Async::withoutPool),
                Construct.of("asyncOnAPool", Async::onAPool));
    }
}
