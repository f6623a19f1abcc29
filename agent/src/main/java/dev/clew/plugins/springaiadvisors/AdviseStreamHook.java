package dev.clew.plugins.springaiadvisors;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import org.springframework.ai.chat.client.ChatClientRequest;

/** An advisor's turn, in a stream: it is asked once somebody has subscribed. */
@Hook(
        type = "org.springframework.ai.chat.client.advisor.api.StreamAdvisor",
        subtypes = true,
        method = "adviseStream",
        params = {
            "org.springframework.ai.chat.client.ChatClientRequest",
            "org.springframework.ai.chat.client.advisor.api.StreamAdvisorChain"
        })
final class AdviseStreamHook {
    private AdviseStreamHook() {}

    @Enter
    static Object enter(@This Object advisor, @Arg(0) ChatClientRequest request) {
        Chain.begin(advisor, request, true);
        return null;
    }
}
