package dev.clew.plugins.springaiadvisors;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.ai.chat.client.advisor.SafeGuardAdvisor;
import org.springframework.ai.chat.messages.Message;

/** What a guard made of a request, and which of its words was in there. */
record Verdict(Advice advice) implements Supplier<Map<String, String>> {
    @Override
    public Map<String, String> get() {
        boolean blocked = advice.isAnswer();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("guardrail", advice.guard().getClass().getSimpleName());
        facts.put("stage", "input");
        facts.put("verdict", blocked ? "failure" : "success");
        String word = blocked ? word(advice.guard(), advice.asked()) : null;
        facts.put("message", word == null ? null : "the request has \"" + word + "\"");
        return facts;
    }

    private static String word(SafeGuardAdvisor guard, List<Message> asked) {
        StringBuilder all = new StringBuilder();
        for (Message message : asked) {
            all.append(message.getText() == null ? "" : message.getText()).append('\n');
        }
        String text = all.toString();
        String lower = text.toLowerCase(Locale.ROOT);
        String alike = null;
        for (Object each : words(guard)) {
            if (each instanceof String word && text.contains(word)) {
                return word;
            }
            if (alike == null && each instanceof String word && lower.contains(word.toLowerCase(Locale.ROOT))) {
                // 2.0 does not care about capitals
                alike = word;
            }
        }
        return alike;
    }

    private static List<?> words(SafeGuardAdvisor guard) {
        try {
            Field words = SafeGuardAdvisor.class.getDeclaredField("sensitiveWords");
            words.setAccessible(true);
            return words.get(guard) instanceof List<?> list ? list : List.of();
        } catch (ReflectiveOperationException | RuntimeException otherVersion) {
            return List.of();
        }
    }
}
