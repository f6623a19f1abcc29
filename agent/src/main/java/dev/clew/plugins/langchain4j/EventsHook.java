package dev.clew.plugins.langchain4j;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.plugins.langchain4jtypes.Streams;
import dev.clew.trace.AgentRun;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.Operation;
import dev.clew.trace.Part;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.observability.api.event.AiServiceCompletedEvent;
import dev.langchain4j.observability.api.event.AiServiceResponseReceivedEvent;
import dev.langchain4j.observability.api.event.AiServiceStartedEvent;
import java.util.List;
import java.util.function.Supplier;

/** What an agent says of itself, since 1.6, whether or not anyone listens: its real instructions, input and output. */
@Hook(type = "dev.langchain4j.observability.api.DefaultAiServiceListenerRegistrar", method = "fireEvent", params = "*")
final class EventsHook {
    private record Instructions(SystemMessage message) implements Supplier<ModelRequest> {
        @Override
        public ModelRequest get() {
            ModelRequest facts = new ModelRequest();
            facts.system = List.of(Part.text(message.text()));
            return facts;
        }
    }

    private EventsHook() {}

    @Enter
    static Object enter(@Arg(0) Object event) {
        if (!(Operation.current() instanceof AgentRun run) || !run.isOpen()) {
            return null;
        }
        if (event instanceof AiServiceStartedEvent started) {
            run.input(new Arguments.Sent(started.userMessage()));
            if (started.systemMessage().isPresent()) {
                run.setUp(new Instructions(started.systemMessage().get()));
                Prompts prompts = Prompts.of(run);
                if (prompts != null) {
                    prompts.system(started.systemMessage().get().text());
                }
            }
        } else if (event instanceof AiServiceResponseReceivedEvent received) {
            if (!received.response().aiMessage().hasToolExecutionRequests()) {
                run.output(new Arguments.Sent(received.response().aiMessage()));
            }
        } else if (event instanceof AiServiceCompletedEvent && run.isStreaming()) {
            Streams.complete(run);
        }
        return null;
    }
}
