package com.example.handover.kotlin;

import static com.example.handover.kotlin.Builders.blocking;
import static com.example.handover.kotlin.Builders.join;
import static com.example.handover.kotlin.Builders.mark;
import static com.example.handover.kotlin.Builders.start;

import com.example.handover.Probe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kotlin.Unit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.jvm.functions.Function1;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.channels.BufferOverflow;
import kotlinx.coroutines.channels.Channel;
import kotlinx.coroutines.channels.ChannelKt;
import kotlinx.coroutines.flow.Flow;
import kotlinx.coroutines.flow.FlowCollector;
import kotlinx.coroutines.flow.FlowKt;

/** Streams. */
final class Flows {
    private Flows() {}

    /** Made under one parent, collected under another: it works for who collects. */
    static void flowOn(Probe p) throws Exception {
        List<Object> order = Collections.synchronizedList(new ArrayList<>());
        List<Flow<Object>> flows = new ArrayList<>();
        p.parent("a", () -> {
            Flow<Object> cold = FlowKt.flow(Steps.<FlowCollector<Object>, Unit>of(
                    (self, last) -> mark(p, "b/emits"),
                    (self, last) -> self.scope().emit("one", self.then()),
                    (self, last) -> self.scope().emit("two", self.then())));
            flows.add(FlowKt.flowOn(cold, Dispatchers.getDefault()));
        });
        p.parent("b", () -> blocking((self, last) -> flows.get(0).collect(
                (value, continuation) -> {
                    order.add(value);
                    return mark(p, "b/collects " + value);
                },
                self.then())));
        p.note("order", order);
    }

    /** Emission from within a context that equals that of the collector is allowed, from another it is not. */
    static void flowInContext(Probe p) throws Exception {
        List<Object> order = Collections.synchronizedList(new ArrayList<>());
        Flow<Object> same = FlowKt.flow(Steps.<FlowCollector<Object>, Unit>of((self, last) -> BuildersKt.withContext(
                EmptyCoroutineContext.INSTANCE,
                Steps.of((inner, none) -> self.scope().emit("same", inner.then())),
                self.then())));
        Flow<Object> other = FlowKt.flow(Steps.<FlowCollector<Object>, Unit>of((self, last) -> BuildersKt.withContext(
                Dispatchers.getIO(),
                Steps.of((inner, none) -> self.scope().emit("other", inner.then())),
                self.then())));
        FlowCollector<Object> collector = (value, continuation) -> {
            order.add(value);
            return mark(p, "a/collects " + value);
        };
        p.parent("a", () -> {
            blocking((self, last) -> same.collect(collector, self.then()));
            join(start(GlobalScope.INSTANCE, Dispatchers.getDefault(), (self, last) -> same.collect(collector, self.then())));
            try {
                blocking((self, last) -> other.collect(collector, self.then()));
            } catch (IllegalStateException e) {
                p.note("refused", e.getMessage().lines().findFirst().orElse(""));
            }
        });
        p.note("order", order);
    }

    /** The same from within other work than the collector's: to the application, the context is the same. */
    static void flowInOtherWork(Probe p) throws Exception {
        Flow<Object> flow = FlowKt.flow(Steps.<FlowCollector<Object>, Unit>of((self, last) -> {
            p.parent("b", () -> BuildersKt.withContext(
                    EmptyCoroutineContext.INSTANCE,
                    Steps.of((inner, none) -> self.scope().emit("nested", inner.then())),
                    self.then()));
            return self.scope().emit("own", self.then());
        }));
        p.parent("a", () -> blocking((self, last) -> flow.collect(
                (value, continuation) -> mark(p, value.equals("own") ? "a/collects own" : "b/collects nested"), self.then())));
    }

    /** Sender and receiver each work for their own. */
    static void channel(Probe p) throws Exception {
        Channel<Object> channel =
                ChannelKt.Channel(0, BufferOverflow.SUSPEND, (Function1<Object, Unit>) undelivered -> Unit.INSTANCE);
        Job[] jobs = new Job[2];
        p.parent("a", () -> jobs[0] = start(
                GlobalScope.INSTANCE, Dispatchers.getDefault(),
                (self, last) -> channel.receive(self.then()),
                (self, last) -> mark(p, "a/received " + last),
                (self, last) -> channel.receive(self.then()),
                (self, last) -> mark(p, "a/received " + last)));
        p.parent("b", () -> jobs[1] = start(
                GlobalScope.INSTANCE, Dispatchers.getDefault(),
                (self, last) -> channel.send("1", self.then()),
                (self, last) -> mark(p, "b/sent 1"),
                (self, last) -> channel.send("2", self.then()),
                (self, last) -> mark(p, "b/sent 2")));
        join(jobs[0]);
        join(jobs[1]);
    }
}
