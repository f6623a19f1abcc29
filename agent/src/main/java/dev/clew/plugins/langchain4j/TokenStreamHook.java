package dev.clew.plugins.langchain4j;

import dev.clew.context.Current;
import dev.clew.context.Rescuable;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.plugins.langchain4jtypes.Streams;
import dev.clew.trace.AgentRun;

/** A stream starts: from here on its agent is at work, on whatever thread. */
@Hook(
        type = "dev.langchain4j.service.AiServiceTokenStream",
        method = "start",
        params = {})
final class TokenStreamHook {
    /** An agent that is current while its stream starts. */
    static final class Start implements Rescuable {
        private final AgentRun run;
        private final Object before;

        private Start(AgentRun run) {
            this.run = run;
            this.before = run.activate();
        }

        @Override
        public void rescue() {
            Current.set(before);
        }
    }

    private TokenStreamHook() {}

    @Enter
    static Start enter(@This Object stream) {
        AgentRun run = Streams.start(stream);
        return run == null ? null : new Start(run);
    }

    @Exit
    static void exit(@Entered Start start, @Threw Throwable error) {
        if (start != null) {
            start.rescue();
            if (error != null) {
                start.run.end(error);
            }
        }
    }
}
