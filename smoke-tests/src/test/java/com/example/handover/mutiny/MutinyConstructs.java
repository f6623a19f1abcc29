package com.example.handover.mutiny;

import com.example.handover.Construct;
import java.util.List;
import java.util.function.Supplier;

/** What an application does with Mutiny, 2 and later. */
public final class MutinyConstructs implements Supplier<List<Construct>> {
    @Override
    public List<Construct> get() {
        return List.of(
                Construct.of("uni-threads", Streams::uniThreads),
                Construct.of("multi-threads", Streams::multiThreads),
                Construct.of("own-executor", Streams::ownExecutor),
                Construct.of("timers", Streams::timers),
                Construct.of("combined", Streams::combined),
                Construct.of("failures", Streams::failures),
                Construct.of("emitters", Streams::emitters),
                Construct.of("memoized", Streams::memoized),
                Construct.of("broadcast", Streams::broadcast),
                Construct.of("futures", Streams::futures),
                Construct.of("subscribers", Streams::subscribers),
                Construct.of("context", Streams::context));
    }
}
