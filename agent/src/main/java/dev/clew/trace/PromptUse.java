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
    /**
     * Whether a variable is in it, or may be: some agents are handed all that there is, and not for their prompt.
     *
     * @param variable null where its library does not know how it is called
     */
    boolean isMadeOf(String variable) {
        boolean unknown = template == null && system == null;
        return variable == null || unknown || names(template, variable) || names(system, variable);
    }

    /** In whatever brackets templates have: a word of the text may be called the same. */
    private static boolean names(String template, String variable) {
        int at = template == null || variable.isEmpty() ? -1 : template.indexOf(variable);
        while (at >= 0) {
            int before = at - 1;
            while (before >= 0 && Character.isWhitespace(template.charAt(before))) {
                before--;
            }
            int end = at + variable.length();
            boolean ends = end == template.length() || !Character.isJavaIdentifierPart(template.charAt(end));
            if (ends && before >= 0 && "{<$%[(".indexOf(template.charAt(before)) >= 0) {
                return true;
            }
            at = template.indexOf(variable, at + 1);
        }
        return false;
    }
}
