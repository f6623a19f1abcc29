package com.example.handover.reactor;

import com.example.handover.Construct;
import java.util.List;
import java.util.function.Supplier;

/** What an application does with Reactor, 3.4 and later. */
public final class ReactorConstructs implements Supplier<List<Construct>> {
    @Override
    public List<Construct> get() {
        return List.of(
                Construct.of("schedulers", Threads::schedulers),
                Construct.of("timers", Threads::timers),
                Construct.of("own-executor", Threads::ownExecutor),
                Construct.of("parallel-flux", Threads::parallelFlux),
                Construct.of("network-hop", Threads::networkHop),
                Construct.of("hooks-reset", Threads::hooksReset),
                Construct.of("created", Sources::created),
                Construct.of("foreign-publisher", Sources::foreignPublisher),
                Construct.of("own-flux", Sources::ownFlux),
                Construct.of("sinks", Sources::sinks),
                Construct.of("shared", Sources::shared),
                Construct.of("cached", Sources::cached),
                Construct.of("grouped", Sources::grouped),
                Construct.of("combined", Chains::combined),
                Construct.of("failures", Chains::failures),
                Construct.of("resubscribed", Chains::resubscribed),
                Construct.of("never-subscribed", Chains::neverSubscribed),
                Construct.of("asks-on-other-threads", Subscribers::asksOnOtherThreads),
                Construct.of("plain-subscriber", Subscribers::plainSubscriber),
                Construct.of("cancelled-elsewhere", Subscribers::cancelledElsewhere),
                Construct.of("fusion", Subscribers::fusion),
                Construct.of("conditional", Subscribers::conditional),
                Construct.of("scan-and-context", Subscribers::scanAndContext),
                Construct.of("late-signals", Subscribers::lateSignals),
                Construct.of("back-pressure", Subscribers::backPressure));
    }
}
