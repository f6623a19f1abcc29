package dev.clew.cli.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.cli.screen.Cells;
import dev.clew.cli.screen.Visible;
import dev.clew.read.stamps.Change;
import dev.clew.read.stamps.StampBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What changed behind a stamp, in as few lines as it takes. */
public final class ChangeText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DiffText texts;
    private final boolean unicode;

    public ChangeText(DiffText texts, boolean unicode) {
        this.texts = texts;
        this.unicode = unicode;
    }

    /**
     * @param kind prompt, tools, tool or agent
     * @param before null where it is not known
     * @param after null where it is not known
     * @return empty where there is nothing to tell
     */
    public List<String> inShort(String kind, String before, String after, StampBook book, int cells) {
        if (before == null || after == null) {
            return before == after ? List.of() : List.of("(the text of " + (before == null ? "the old one" : "the new one") + " was not kept)");
        }
        if (before.equals(after)) {
            return List.of("(what was kept of the texts is the same)");
        }
        return switch (kind) {
            case "tools" -> tools(before, after, cells);
            case "tool" -> tool(before, after, cells);
            case "agent" -> agent(before, after, book, cells);
            default -> List.of(texts.inShort(before, after, cells));
        };
    }

    private List<String> agent(String before, String after, StampBook book, int cells) {
        List<Change> changes = Change.ofAgents(before, after, book);
        List<String> parts = new ArrayList<>();
        for (Change change : changes) {
            parts.add(change.ofClass() != null ? code(change)
                    : change.isText() ? change.what() : Visible.line(change.what(), unicode) + " " + values(change.from(), change.to()));
        }
        if (changes.isEmpty()) {
            return List.of();
        }
        return List.of(Cells.fit((changes.get(0).ofClass() == null ? "other " : "") + String.join(", ", parts), cells, unicode));
    }

    /** Of a class behind a tool. */
    public String code(Change change) {
        return (change.from() == null ? "+ " : change.to() == null ? "- " : "other code in ") + Visible.line(change.ofClass(), unicode);
    }

    /** A value that became another. */
    public String values(String from, String to) {
        return Visible.line(from == null ? "none" : from, unicode) + (unicode ? " \u2192 " : " -> ")
                + Visible.line(to == null ? "none" : to, unicode);
    }

    /** The definition, and whether other code stands behind it. */
    private List<String> tool(String before, String after, int cells) {
        List<String> lines = new ArrayList<>();
        if (!definition(before).equals(definition(after))) {
            lines.add(texts.inShort(definition(before), definition(after), cells));
        }
        if (!code(before).equals(code(after))) {
            lines.add(Cells.fit("other code in " + Visible.line(code(after).replaceFirst(" .*", ""), unicode), cells, unicode));
        }
        return lines;
    }

    private static String definition(String text) {
        int at = text.lastIndexOf("\nclass: ");
        return at < 0 ? text : text.substring(0, at);
    }

    private static String code(String text) {
        int at = text.lastIndexOf("\nclass: ");
        return at < 0 ? "" : text.substring(at + "\nclass: ".length()).trim();
    }

    private List<String> tools(String before, String after, int cells) {
        Map<String, String> old = byName(before);
        Map<String, String> fresh = byName(after);
        List<String> lines = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>(old.keySet());
        all.addAll(fresh.keySet());
        for (String name : all) {
            String shown = Visible.line(name, unicode);
            if (!old.containsKey(name)) {
                lines.add(Cells.fit("+ " + shown, cells, unicode));
            } else if (!fresh.containsKey(name)) {
                lines.add(Cells.fit("- " + shown, cells, unicode));
            } else if (!old.get(name).equals(fresh.get(name))) {
                String label = Cells.fit("~ " + shown + ": ", cells / 2, unicode);
                lines.add(label + texts.inShort(old.get(name), fresh.get(name), cells - Cells.width(label)));
            }
        }
        return lines;
    }

    /** A definition a line; one that can't be read has its line for a name. */
    private static Map<String, String> byName(String text) {
        Map<String, String> tools = new LinkedHashMap<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> tools.put(name(line), line));
        return tools;
    }

    private static String name(String line) {
        try {
            JsonNode name = JSON.readTree(line).get("name");
            return name == null ? line : name.asText();
        } catch (JsonProcessingException e) {
            return line;
        }
    }
}
