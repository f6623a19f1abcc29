package dev.clew.plugins.springaiadvisors;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;

/** An advisor's turn, in one piece. */
@Hook(
        type = "org.springframework.ai.chat.client.advisor.api.CallAdvisor",
        subtypes = true,
        method = "adviseCall",
        params = {
            "org.springframework.ai.chat.client.ChatClientRequest",
            "org.springframework.ai.chat.client.advisor.api.CallAdvisorChain"
        })
final class AdviseCallHook {
    private AdviseCallHook() {}

    @Enter
    static Advice enter(@This Object advisor, @Arg(0) ChatClientRequest request) {
        return Chain.begin(advisor, request, false);
    }

    @Exit
    static void exit(@Entered Advice advice, @Returned ChatClientResponse response, @Threw Throwable error) {
        if (advice != null) {
            advice.end(response, error);
        }
    }
}
