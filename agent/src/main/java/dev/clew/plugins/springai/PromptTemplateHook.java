package dev.clew.plugins.springai;

import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.stamp.Templates;
import org.springframework.ai.chat.prompt.PromptTemplate;

/** A template becomes a text: a ChatClient's, an advisor's, or the application's own. */
@Hook(type = "org.springframework.ai.chat.prompt.PromptTemplate", method = "render", returns = "java.lang.String")
final class PromptTemplateHook {
    private PromptTemplateHook() {}

    @Exit
    static void exit(@This PromptTemplate template, @Returned String text) {
        if (text != null) {
            Templates.made(template.getTemplate(), text);
        }
    }
}
