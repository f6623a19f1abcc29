package com.example.handover.rxjava3;

import com.example.handover.Construct;
import java.util.List;
import java.util.function.Supplier;

/** What an application does with RxJava 3. */
public final class Rxjava3Constructs implements Supplier<List<Construct>> {
    @Override
    public List<Construct> get() {
        return List.of(
                Construct.of("schedulers", Chains::schedulers),
                Construct.of("five-kinds", Chains::fiveKinds),
                Construct.of("timers", Chains::timers),
                Construct.of("combined", Chains::combined),
                Construct.of("failures", Chains::failures),
                Construct.of("resubscribed", Chains::resubscribed),
                Construct.of("created", Sources::created),
                Construct.of("subjects", Sources::subjects),
                Construct.of("processors", Sources::processors),
                Construct.of("shared", Sources::shared),
                Construct.of("foreign", Sources::foreign),
                Construct.of("asks-on-other-threads", Subscribers::asksOnOtherThreads),
                Construct.of("plain-subscriber", Subscribers::plainSubscriber),
                Construct.of("fusion", Subscribers::fusion),
                Construct.of("late-signals", Subscribers::lateSignals),
                // last: it is for good
                Construct.of("locked-down", Chains::lockedDown));
    }
}
