package dev.clew.plugins.springaiclient;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import org.springframework.ai.chat.client.ResponseEntity;

/** A ChatClient is asked for an object: all the ways to do so lead here. */
@Hook(
        type = "org.springframework.ai.chat.client.DefaultChatClient$DefaultCallResponseSpec",
        method = {"doSingleWithBeanOutputConverter", "doResponseEntity"})
final class EntityHook {
    private EntityHook() {}

    @Enter
    static Conversion enter(@Arg(0) Object converter) {
        return converter == null ? null : Conversion.begin(converter);
    }

    @Exit
    static void exit(@Entered Conversion conversion, @Returned Object object, @Threw Throwable error) {
        if (conversion != null) {
            boolean made = object instanceof ResponseEntity<?, ?> both ? both.entity() != null : object != null;
            conversion.end(made || error != null, error);
        }
    }
}
