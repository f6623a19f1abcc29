package com.example.handover.jdk;

import com.example.handover.Construct;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the JDK at hand has. */
public final class JdkConstructs implements Supplier<List<Construct>> {
    private static final int VIRTUAL_THREADS = 21;
    private static final int SCOPES = 25;

    @Override
    public List<Construct> get() {
        List<Construct> all = new ArrayList<>(List.of(
                Construct.of("submit", ThreadPools::submit),
                Construct.of("parents-do-not-mix", ThreadPools::parentsDoNotMix),
                Construct.of("invoke-all-and-any", ThreadPools::invokeAllAndAny),
                Construct.of("completion-service", ThreadPools::completionService),
                Construct.of("exceptions", ThreadPools::exceptionsAreTheirOwn),
                Construct.of("cancelled-and-interrupted", ThreadPools::cancelledAndInterrupted),
                Construct.of("own-kind-of-task", ThreadPools::ownKindOfTask),
                Construct.of("parent-is-over", ThreadPools::parentIsOver),
                Construct.of("submits-itself-for-ever", ThreadPools::submitsItselfForEver),
                Construct.of("housekeeper", ThreadPools::housekeeper),
                Construct.of("execute", RawExecute::namedAnonymousAndLambda),
                Construct.of("execute-in-a-priority-pool", RawExecute::priorityPool),
                Construct.of("removed-tasks", RawExecute::removedTasks),
                Construct.of("dropped-by-hand", RawExecute::droppedByHand),
                Construct.of("dropped-by-its-owner", RawExecute::droppedByItsOwner),
                Construct.of("shut-down-now", RawExecute::shutDownNow),
                Construct.of("rejected", RawExecute::rejected),
                Construct.of("same-task-twice", RawExecute::sameTaskTwice),
                Construct.of("throwing-task", RawExecute::throwingTask),
                Construct.of("scheduled-once", Timed::scheduledOnce),
                Construct.of("scheduled-for-ever", Timed::scheduledForEver),
                Construct.of("scheduled-decorated", Timed::decorated),
                Construct.of("scheduled-cancelled", Timed::cancelled),
                Construct.of("timer", Timed::timer),
                Construct.of("completable-future-async", Futures::async),
                Construct.of("completable-future-stages", Futures::stagesKeepTheirAdder),
                Construct.of("completable-future-failures", Futures::failures),
                Construct.of("completable-future-timeouts", Futures::timeouts),
                Construct.of("completable-future-cancelled", Futures::cancelled),
                Construct.of("completable-future-deep-chains", Futures::deepChains),
                Construct.of("submission-publisher", Futures::submissionPublisher),
                Construct.of("fork-join-from-outside", ForkJoin::fromOutside),
                Construct.of("fork-join-recursive", ForkJoin::recursive),
                Construct.of("fork-join-invoke-all", ForkJoin::forkedByATask),
                Construct.of("fork-join-exceptions", ForkJoin::exceptions),
                Construct.of("fork-join-dropped", ForkJoin::dropped),
                Construct.of("parallel-streams", ForkJoin::parallelStreams),
                Construct.of("http-client", Http::stages),
                Construct.of("threads-not-asked-for", Threads::notAsked),
                Construct.of("pool-made-under-a-parent", Threads::poolMadeUnderAParent)));
        int jdk = Runtime.version().feature();
        if (jdk >= VIRTUAL_THREADS) {
            all.add(Construct.of("virtual-threads", VirtualThreads::everyWay));
            all.add(Construct.of("virtual-thread-executors", VirtualThreads::executors));
            all.add(Construct.of("platform-thread-per-task", VirtualThreads::platformThreadPerTask));
            all.add(Construct.of("virtual-threads-parking", VirtualThreads::parking));
        }
        if (jdk >= SCOPES) {
            all.add(Construct.of("structured-task-scope", Scopes::forks));
            all.add(Construct.of("structured-task-scope-platform", Scopes::platformThreads));
            all.add(Construct.of("ten-thousand-virtual-threads", Crowds::tenThousand));
        }
        return all;
    }

    /** With the setting that lets threads of the application carry. */
    public static final class WithThreads implements Supplier<List<Construct>> {
        @Override
        public List<Construct> get() {
            return List.of(
                    Construct.of("threads-asked-for", Threads::asked),
                    Construct.of("pool-made-under-a-parent", Threads::poolMadeUnderAParent),
                    Construct.of("submit", ThreadPools::submit),
                    Construct.of("timer", Timed::timer));
        }
    }
}
