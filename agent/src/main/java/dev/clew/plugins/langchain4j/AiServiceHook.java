package dev.clew.plugins.langchain4j;

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
import dev.clew.trace.AgentRun;
import dev.clew.trace.Message;
import dev.clew.trace.Operation;
import dev.clew.trace.ToolCall;
import dev.clew.trace.ToolMakers;
import dev.clew.trace.WorkflowRun;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.TokenStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A method of an interface that AiServices implement: an agent. Named after the interface. Where a workflow has opened the
 * agent already, its span is adopted and stays the workflow's to close.
 */
@Hook(
        type = "dev.langchain4j.service.DefaultAiServices$1",
        method = "invoke",
        params = {"java.lang.Object", "java.lang.reflect.Method", "*"},
        owns = Layer.AGENT)
final class AiServiceHook {
    /** An agent at work in this very method. */
    static final class Service implements Rescuable {
        private final AgentRun run;
        private final boolean adopted;
        private final Supplier<List<Message>> input;

        private Service(AgentRun run, boolean adopted, Supplier<List<Message>> input) {
            this.run = run;
            this.adopted = adopted;
            this.input = input;
        }

        private void close(Throwable error) {
            if (adopted) {
                return;
            }
            run.leave();
            if (error != null || !run.isStreaming()) {
                run.end(error);
            }
        }

        @Override
        public void rescue() {
            close(null);
        }
    }

    private AiServiceHook() {}

    @Enter
    static Service enter(@Arg(0) Object proxy, @Arg(1) Method method, @Arg(2) Object[] args) {
        Class<?> declaring = method.getDeclaringClass();
        if (method.isDefault()
                || declaring == Object.class
                || declaring.getName().equals("dev.langchain4j.service.memory.ChatMemoryAccess")) {
            return null;
        }
        AgentRun run = AgentRun.adopt();
        boolean adopted = run != null;
        if (!adopted) {
            run = AgentRun.start(name(proxy, declaring)).alone();
            run.conversation(inWorkflow(run) ? null : Arguments.memoryId(method, args));
        }
        Supplier<List<Message>> input = Arguments.of(method, args);
        run.input(input);
        Prompts.expect(run, method);
        for (int i = 0; !adopted && args != null && i < args.length; i++) {
            run.took(args[i]);
        }
        return new Service(run, adopted, input);
    }

    /** A workflow makes the id up where the application gives none, and does not say which it was. */
    private static boolean inWorkflow(Operation run) {
        for (Operation o = run.parent(); o != null && !(o instanceof ToolCall); o = o.parent()) {
            if (o instanceof WorkflowRun) {
                return true;
            }
        }
        return false;
    }

    private static String name(Object proxy, Class<?> declaring) {
        Class<?>[] interfaces = proxy.getClass().getInterfaces();
        return (interfaces.length > 0 ? interfaces[0] : declaring).getSimpleName();
    }

    /** The agent of a stream in other clothes: at work already for the first that subscribes, another one for each that follows. */
    private static final class Adapted implements AsyncCall {
        private final String name;
        private final String promptName;
        private final ToolMakers makers;
        private final Supplier<List<Message>> input;
        private final AtomicReference<AgentRun> first;

        private Adapted(AgentRun run, Supplier<List<Message>> input) {
            this.name = run.name();
            this.promptName = run.promptName();
            this.makers = run.toolMakers();
            this.input = input;
            this.first = new AtomicReference<>(run);
        }

        @Override
        public Running subscribed() {
            AgentRun run = first.getAndSet(null);
            if (run == null) {
                run = AgentRun.start(name).alone();
                run.promptName(promptName);
                run.toolsMadeOf(makers);
                run.input(input);
                run.streams();
            }
            return run.isOpen() ? new Running(run) : null;
        }
    }

    /**
     * What a stream became that starts with its subscription: a Multi, a cold Flux. LangChain4j's own Flux is hot: the stream is at
     * work before the method returns and goes on whoever cancels, so its end is the stream's, see {@link StreamingHandlerHook}.
     */
    @ReplaceReturned
    static Object follow(@Entered Service service, @Returned Object returned) {
        if (service == null || returned == null || returned instanceof TokenStream || !Streams.isWaiting(service.run)) {
            return null;
        }
        return Results.traced(returned, new Adapted(service.run, service.input));
    }

    @Exit
    static void exit(@Entered Service service, @Returned Object returned, @Threw Throwable error) {
        if (service == null) {
            return;
        }
        if (returned instanceof TokenStream stream) {
            Streams.of(stream, service.run);
        } else {
            Object said = returned instanceof Result<?> result ? result.content() : returned;
            service.run.gave(said);
            // what is not plain text is left as the model wrote it, see EventsHook
            String text = Arguments.plain(said);
            if (text != null) {
                service.run.output(new Arguments.Said("assistant", text));
            }
        }
        service.close(error);
    }
}
