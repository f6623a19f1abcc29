package com.example.handover.kotlin;

import com.example.handover.Construct;
import java.util.List;
import java.util.function.Supplier;

/** Coroutines of kotlinx.coroutines. */
public final class KotlinConstructs implements Supplier<List<Construct>> {
    @Override
    public List<Construct> get() {
        return List.of(
                Construct.of("launch", Builders::launch),
                Construct.of("async", Builders::async),
                Construct.of("withContext", Builders::withContext),
                Construct.of("runBlocking", Builders::runBlocking),
                Construct.of("lazy", Builders::lazy),
                Construct.of("cancelled", Builders::cancelled),
                Construct.of("unconfined", Resumes::unconfined),
                Construct.of("resumedByAnother", Resumes::resumedByAnother),
                Construct.of("executorDispatcher", Resumes::executorDispatcher),
                Construct.of("limitedParallelism", Resumes::limitedParallelism),
                Construct.of("dispatcherAsExecutor", Resumes::dispatcherAsExecutor),
                Construct.of("storedScope", Resumes::storedScope),
                Construct.of("dropped", Resumes::dropped),
                Construct.of("flowOn", Flows::flowOn),
                Construct.of("flowInContext", Flows::flowInContext),
                Construct.of("flowInOtherWork", Flows::flowInOtherWork),
                Construct.of("channel", Flows::channel));
    }
}
