package com.example.handover.kotlin;

import java.util.List;
import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.SuspendLambda;
import kotlin.jvm.functions.Function2;

/**
 * A suspend lambda as Kotlin's compiler makes it: a state machine that goes on where it suspended. Each step is given the
 * lambda itself, which is the continuation to hand to a suspend function, and what the step before came to.
 */
final class Steps<S> extends SuspendLambda implements Function2<S, Continuation<Object>, Object> {
    private final List<Step<S>> steps;
    private S scope;
    private int label;

    /** One call of a suspend function, or none. */
    interface Step<S> {
        Object run(Steps<S> self, Object last) throws Throwable;
    }

    private Steps(List<Step<S>> steps, Continuation<Object> completion) {
        super(2, completion);
        this.steps = steps;
    }

    @SafeVarargs
    static <S, R> Function2<S, Continuation<? super R>, Object> of(Step<S>... steps) {
        return cast(new Steps<>(List.of(steps), null));
    }

    @SuppressWarnings("unchecked") // what Kotlin's erased function types come to
    private static <T> T cast(Object function) {
        return (T) function;
    }

    S scope() {
        return scope;
    }

    /** This, where a suspend function wants to be told how to go on. */
    <T> Continuation<T> then() {
        return cast(this);
    }

    @Override
    public Continuation<Unit> create(Object value, Continuation<?> completion) {
        Steps<S> fresh = new Steps<>(steps, cast(completion));
        fresh.scope = cast(value);
        return cast(fresh);
    }

    @Override
    public Object invoke(S scope, Continuation<Object> completion) {
        Steps<S> fresh = cast(create(scope, completion));
        return fresh.invokeSuspend(Unit.INSTANCE);
    }

    @Override
    public Object invokeSuspend(Object result) {
        ResultKt.throwOnFailure(result);
        Object last = result;
        while (label < steps.size()) {
            last = next(last);
            if (last == IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
                return last;
            }
        }
        return last;
    }

    private Object next(Object last) {
        try {
            return steps.get(label++).run(this, last);
        } catch (Throwable t) {
            throw Steps.<RuntimeException>sneaky(t);
        }
    }

    @SuppressWarnings("unchecked") // Kotlin has no checked exceptions
    private static <T extends Throwable> T sneaky(Throwable t) throws T {
        throw (T) t;
    }
}
