package dev.clew.trace;

import java.util.Map;

/**
 * What a prompt was made of, before its variables were put in.
 *
 * @param name where the template has one; null for none
 * @param version where the template has one; null for none
 * @param template of what the user says; null where there is none
 * @param system template of the instructions; null where there is none
 * @param variables by name, as the application gave them; may be null. They are turned into text on the recorder's thread, so
 *     only values that do not change any more belong here.
 */
public record PromptUse(String name, String version, String template, String system, Map<String, ?> variables) {
    /** Whether a variable may be in it: some agents are handed all that there is, and not for their prompt. */
    boolean isMadeOf(String variable) {
        boolean unknown = template == null && system == null;
        return unknown || template != null && template.contains(variable) || system != null && system.contains(variable);
    }
}
