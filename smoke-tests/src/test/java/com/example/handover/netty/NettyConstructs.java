package com.example.handover.netty;

import com.example.handover.Construct;
import java.util.List;
import java.util.function.Supplier;

/** Event loops and futures of Netty. */
public final class NettyConstructs implements Supplier<List<Construct>> {
    @Override
    public List<Construct> get() {
        return List.of(
                Construct.of("execute", Loops::execute),
                Construct.of("submit", Loops::submit),
                Construct.of("schedule", Loops::schedule),
                Construct.of("periodic", Loops::periodic),
                Construct.of("defaultExecutor", Loops::defaultExecutor),
                Construct.of("unordered", Loops::unordered),
                Construct.of("global", Loops::global),
                Construct.of("loopOnAPool", Loops::loopOnAPool),
                Construct.of("rejected", Loops::rejected),
                Construct.of("removedTask", Loops::removedTask),
                Construct.of("droppedTimeout", Loops::droppedTimeout),
                Construct.of("listeners", Futures::listeners),
                Construct.of("throwing", Futures::throwing),
                Construct.of("completedAlready", Futures::completedAlready),
                Construct.of("removedListener", Futures::removedListener),
                Construct.of("progress", Futures::progress),
                Construct.of("submitted", Futures::submitted),
                Construct.of("droppedPromise", Futures::droppedPromise));
    }
}
