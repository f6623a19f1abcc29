package dev.clew.plugins.quarkuslangchain4j;

import dev.clew.context.Rescuable;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.plugins.async.AsyncCall;
import dev.clew.plugins.async.Results;
import dev.clew.plugins.async.Running;
import dev.clew.plugins.langchain4jtypes.Streams;
import dev.clew.plugins.langchain4jtypes.Values;
import dev.clew.trace.AgentRun;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.TokenStream;
import java.util.concurrent.atomic.AtomicReference;

/** A method of an interface of agents, as the code that Quarkus generates for it calls it. Named after the interface. */
@Hook(
        type = "io.quarkiverse.langchain4j.runtime.aiservice.AiServiceMethodImplementationSupport",
        method = "implement",
        params = "io.quarkiverse.langchain4j.runtime.aiservice.AiServiceMethodImplementationSupport$Input",
        owns = Layer.AGENT)
final class AiServiceHook {
    /** An agent at work in this very method. */
    static final class Service implements Rescuable {
        private final AgentRun run;
        private final Call call;

        private Service(AgentRun run, Call call) {
            this.run = run;
            this.call = call;
        }

        @Override
        public void rescue() {
            run.leave();
            run.end(null);
        }
    }

    /** The agent of a stream: at work already for the first that subscribes, another one for each that follows. */
    private static final class Stream implements AsyncCall {
        private final Call call;
        private final AtomicReference<AgentRun> first;

        private Stream(Service service) {
            this.call = service.call;
            this.first = new AtomicReference<>(service.run);
        }

        @Override
        public Running subscribed() {
            AgentRun run = first.getAndSet(null);
            if (run == null) {
                run = call.begin();
                run.streams();
            }
            return run.isOpen() ? new Running(run) : null;
        }
    }

    private AiServiceHook() {}

    @Enter
    static Service enter(@Arg(0) Object input) throws IllegalAccessException {
        Call call = new Call(input);
        return new Service(call.begin(), call);
    }

    @Exit
    static void exit(@Entered Service service, @Returned Object returned, @Threw Throwable error) {
        if (service == null) {
            return;
        }
        service.run.leave();
        if (error != null || returned == null) {
            service.run.end(error);
        }
    }

    /** Whoever sees the end of what is returned ends the agent; what is no stream and no promise is the end itself. */
    @ReplaceReturned
    static Object follow(@Entered Service service, @Returned Object returned) {
        if (service == null || returned == null) {
            return null;
        }
        AgentRun run = service.run;
        if (returned instanceof TokenStream) {
            Streams.of(returned, run);
            return null;
        }
        Object traced = Results.traced(returned, new Stream(service));
        if (traced != null) {
            run.streams();
            run.livesWith(traced);
        } else if (!Results.ends(returned, new Running(run))) {
            Object said = returned instanceof Result<?> result ? result.content() : returned;
            if (Values.answer(said) != null) {
                run.output(Values.answer(said));
            }
            run.end(null);
        }
        return traced;
    }
}
