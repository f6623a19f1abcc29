package dev.clew.plugins.langchain4j;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.stamp.Templates;
import dev.clew.trace.AgentRun;
import dev.clew.trace.Operation;
import dev.langchain4j.model.input.Prompt;
import dev.langchain4j.model.input.PromptTemplate;
import java.util.LinkedHashMap;
import java.util.Map;

/** A template becomes a prompt. What a search or a tool does with templates of its own is not the agent's prompt. */
@Hook(type = "dev.langchain4j.model.input.PromptTemplate", method = "apply", params = "java.util.Map")
final class PromptHook {
    private PromptHook() {}

    @Exit
    static void exit(@This PromptTemplate template, @Arg(0) Map<String, Object> variables, @Returned Prompt prompt) {
        if (prompt != null) {
            Templates.made(template.template(), prompt.text());
        }
        Prompts prompts = prompt != null && Operation.current() instanceof AgentRun run && run.isOpen() ? Prompts.of(run) : null;
        if (prompts != null) {
            prompts.applied(template.template(), plain(variables), prompt.text());
        }
    }

    /** The values that can be read without running code of the application. */
    private static Map<String, Object> plain(Map<String, Object> variables) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (Map.Entry<String, Object> variable : variables.entrySet()) {
            String text = Arguments.plain(variable.getValue());
            if (text != null) {
                plain.put(variable.getKey(), text);
            }
        }
        return plain;
    }
}
