package dev.clew.plugins.springaiclient;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.trace.PromptUse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.ai.chat.client.DefaultChatClient.DefaultChatClientRequestSpec;

/** The one place where a ChatClient's templates and variables become text. */
@Hook(type = "org.springframework.ai.chat.client.DefaultChatClientUtils", method = "toChatClientRequest", params = "*")
final class TemplateHook {
    private record Use(PromptUse use) implements Supplier<PromptUse> {
        @Override
        public PromptUse get() {
            return use;
        }
    }

    private TemplateHook() {}

    @Exit
    static void exit(@Arg(0) DefaultChatClientRequestSpec made, @Returned Object request) {
        if (made == null || request == null) {
            return;
        }
        Map<String, Object> variables = new HashMap<>();
        boolean user = plain(made.getUserParams(), variables);
        boolean system = plain(made.getSystemParams(), variables);
        if (user || system) {
            String template = user ? made.getUserText() : null;
            Clients.madeOf(request, new Use(new PromptUse(null, null, template, system ? made.getSystemText() : null, variables)));
        }
    }

    /** Only what does not change any more, and says what it is without code of the application; false for no variables. */
    private static boolean plain(Map<String, Object> from, Map<String, Object> to) {
        if (from == null || from.isEmpty()) {
            return false;
        }
        for (Map.Entry<String, Object> each : from.entrySet()) {
            Object value = each.getValue();
            if (value instanceof String
                    || value instanceof Boolean
                    || value instanceof Number && value.getClass().getClassLoader() == null
                    || value instanceof Enum<?>) {
                to.put(each.getKey(), value instanceof Enum<?> constant ? constant.name() : value);
            }
        }
        return true;
    }
}
