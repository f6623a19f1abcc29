package dev.clew.plugins.async.coroutines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.context.Current;
import dev.clew.read.SpanNode;
import dev.clew.trace.AgentRun;
import dev.clew.trace.Core;
import dev.clew.trace.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import kotlin.ResultKt;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.ContinuationImpl;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CompletableDeferred;
import kotlinx.coroutines.CompletableDeferredKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Deferred;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suspend function as Kotlin's compiler makes it, hooked as {@link SuspendCall} says. */
class SuspendCallTest {
    @TempDir
    Path folder;

    private Core core;
    private final Map<String, Object> seen = new ConcurrentHashMap<>();
    private final CompletableDeferred<String> signal = CompletableDeferredKt.CompletableDeferred(null);

    @BeforeEach
    void start() {
        core = new Core(folder, "");
    }

    @AfterEach
    void close() {
        core.close();
    }

    /** The state machine of {@link #ask}. */
    private final class Ask extends ContinuationImpl {
        private final int depth;
        private Object result;
        int label;

        @SuppressWarnings("unchecked")
        Ask(Continuation<?> caller, int depth) {
            super((Continuation<Object>) caller);
            this.depth = depth;
        }

        @Override
        protected Object invokeSuspend(Object result) {
            this.result = result;
            label |= Integer.MIN_VALUE;
            return ask(depth, this);
        }
    }

    /** What the Weaver makes of the method. */
    private Object ask(int depth, Continuation<?> caller) {
        Object before = Current.get();
        SuspendCall call =
                SuspendCall.isResumed(caller) ? null : new SuspendCall(AgentRun.start("asked " + depth), before, caller);
        Object returned = null;
        Throwable thrown = null;
        try {
            returned = body(depth, call == null ? caller : call);
            return returned;
        } catch (Throwable t) {
            thrown = t;
            throw t;
        } finally {
            if (call != null) {
                call.exit(returned, thrown);
            }
        }
    }

    /** The method itself: calls itself until it is at depth 0, where it waits for the signal. */
    private Object body(int depth, Continuation<?> caller) {
        Ask self;
        if (caller instanceof Ask && (((Ask) caller).label & Integer.MIN_VALUE) != 0) {
            self = (Ask) caller;
            self.label -= Integer.MIN_VALUE;
        } else {
            self = new Ask(caller, depth);
        }
        Object result = self.result;
        if (self.label == 0) {
            see("before " + depth);
            self.label = 1;
            result = depth == 0 ? signal.await(self) : ask(depth - 1, self);
            if (result == IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
                return result;
            }
        }
        see("after " + depth);
        ResultKt.throwOnFailure(result);
        return result;
    }

    private void see(String when) {
        seen.put(when, Current.get() == null ? "nothing" : Current.get());
    }

    /** Notes what its caller has when the function is done. */
    private final class Caller implements Continuation<Object> {
        private final Continuation<Object> next;

        @SuppressWarnings("unchecked")
        Caller(Continuation<?> next) {
            this.next = (Continuation<Object>) next;
        }

        @Override
        public CoroutineContext getContext() {
            return next.getContext();
        }

        @Override
        public void resumeWith(Object result) {
            see("caller");
            next.resumeWith(result);
        }
    }

    private Deferred<Object> async(int depth) {
        return BuildersKt.async(
                GlobalScope.INSTANCE,
                Dispatchers.getDefault(),
                CoroutineStart.DEFAULT,
                (scope, next) -> {
                    Object answer = ask(depth, new Caller(next));
                    see("left");
                    return answer;
                });
    }

    private static Object await(Deferred<Object> deferred) throws InterruptedException {
        return BuildersKt.runBlocking(Dispatchers.getUnconfined(), (scope, next) -> deferred.await(next));
    }

    private void awaitSeen(String when) throws InterruptedException {
        while (!seen.containsKey(when)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theOperationIsCurrentInTheFunctionAlsoAfterItWasResumed() throws Exception {
        Deferred<Object> deferred = async(0);
        awaitSeen("left");
        Operation operation = (Operation) seen.get("before 0");
        assertThat(operation.isOpen()).isTrue();
        assertThat(seen.get("left")).isEqualTo("nothing");
        signal.complete("answer");
        assertThat(await(deferred)).isEqualTo("answer");
        assertThat(seen.get("after 0")).isSameAs(operation);
        assertThat(seen.get("caller")).isEqualTo("nothing");
        assertThat(operation.isOpen()).isFalse();
    }

    @Test
    void aFunctionThatDoesNotSuspendEndsWithItsMethod() throws Exception {
        signal.complete("at once");
        assertThat(await(async(0))).isEqualTo("at once");
        assertThat(((Operation) seen.get("after 0")).isOpen()).isFalse();
        assertThat(seen).doesNotContainKey("caller");
    }

    @Test
    void aFunctionThatCallsItselfIsNotTakenForOneThatGoesOn() throws Exception {
        Deferred<Object> deferred = async(2);
        awaitSeen("left");
        signal.complete("answer");
        assertThat(await(deferred)).isEqualTo("answer");
        for (int depth = 0; depth <= 2; depth++) {
            assertThat(seen.get("after " + depth)).isSameAs(seen.get("before " + depth));
        }
        assertThat(seen.get("caller")).isEqualTo("nothing");
        List<SpanNode> spans = core.spans();
        assertThat(spans).extracting(SpanNode::name)
                .containsExactly("invoke_agent asked 2", "invoke_agent asked 1", "invoke_agent asked 0");
        assertThat(spans.get(1).parentSpanId()).isEqualTo(spans.get(0).spanId());
        assertThat(spans.get(2).parentSpanId()).isEqualTo(spans.get(1).spanId());
    }

    @Test
    void whatTheFunctionThrowsReachesTheCallerAndTheSpan() throws Exception {
        Deferred<Object> deferred = async(0);
        awaitSeen("left");
        IllegalStateException mine = new IllegalStateException("mine");
        signal.completeExceptionally(mine);
        assertThatThrownBy(() -> await(deferred)).isInstanceOf(IllegalStateException.class).hasMessage("mine");
        SpanNode span = core.spans().get(0);
        assertThat(span.attributes().get("error.type")).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void aCancelledFunctionIsNoError() throws Exception {
        Deferred<Object> deferred = async(0);
        awaitSeen("left");
        deferred.cancel(new CancellationException("enough"));
        assertThatThrownBy(() -> await(deferred)).isInstanceOf(CancellationException.class).hasMessage("enough");
        SpanNode span = core.spans().get(0);
        assertThat(span.attributes()).containsEntry("clew.cancelled", true).doesNotContainKey("error.type");
    }
}
