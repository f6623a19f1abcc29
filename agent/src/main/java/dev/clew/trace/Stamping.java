package dev.clew.trace;

import dev.clew.capture.Masking;
import dev.clew.stamp.ClassFiles;
import dev.clew.stamp.Definitions;
import dev.clew.stamp.Kind;
import dev.clew.stamp.Rendered;
import dev.clew.stamp.Stamps;
import dev.clew.stamp.Store;
import dev.clew.stamp.Templates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Puts together what is stamped, from what operations know; the recorder's thread alone. */
final class Stamping implements Rendered.Listener {
    private static final int KEPT = 512;

    private final Stamps stamps;
    private final ClassFiles classes;
    private final Rendered rendered = new Rendered(this);
    private final Templates templates = new Templates();
    /** Prompts by the text of their instructions, and agents by the stamp of their prompt: which change together. */
    private final Map<String, List<String>> prompts = bounded();

    private final Map<String, List<String>> agents = bounded();
    private final Map<String, String> definitions = bounded();

    /** What a call was told: its stamp, the name that its template has, if any, and whether it is made of its agent's templates. */
    record Prompt(String stamp, String name, boolean own) {}

    Stamping(Store store) {
        this.stamps = new Stamps(store, Masking::mask);
        this.classes = new ClassFiles(stamps);
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > KEPT;
            }
        };
    }

    void look() {
        stamps.look();
        templates.look();
    }

    /**
     * The prompt of a call.
     *
     * @param use what its agent knows of its templates; null for nothing
     * @param site whose prompt it is: the agent's name, and the prompt's where it has several; empty for none
     * @return null where nothing is known that would stay
     */
    Prompt prompt(PromptUse use, ModelRequest request, String site, String trace) {
        String told = instructions(request);
        String asked = lastOf("user", request.messages); // those before may be others', in a memory that agents share
        String system = null;
        String user = null;
        boolean own = false;
        if (told != null) {
            // one without variables may be a text that the application has put together
            boolean fits = use != null && use.system() != null && !use.system().equals(told) && Templates.fits(use.system(), told);
            system = fits ? use.system() : templates.of(told);
            own = fits;
        }
        if (asked != null) {
            boolean fits = use != null && use.template() != null && Templates.fits(use.template(), asked);
            user = fits ? use.template() : templates.of(asked);
            own |= fits;
        }
        if (told != null && system == null) {
            system = rendered.of(site, told, trace, true);
        } else if (told == null && asked != null && user == null) {
            user = rendered.of(site, asked, trace, false);
        }
        return system == null && user == null ? null : new Prompt(prompt(system, user), own ? use.name() : null, own);
    }

    private String prompt(String system, String user) {
        String text = text(system, user);
        if (system != null) {
            note(prompts, system, user == null ? "" : user);
        } else {
            note(prompts, user, null);
        }
        return stamps.of(Kind.PROMPT, null, text);
    }

    private static String text(String system, String user) {
        if (system == null) {
            return "user:\n" + user;
        }
        return user == null || user.isEmpty() ? "system:\n" + system : "system:\n" + system + "\n\nuser:\n" + user;
    }

    private static void note(Map<String, List<String>> map, String key, String value) {
        List<String> values = map.get(key);
        if (values == null) {
            values = new ArrayList<>(1);
            map.put(key, values);
        }
        if (values.size() < KEPT && !values.contains(value)) {
            values.add(value);
        }
    }

    /** What was taken for a prompt is a rendering of one, and so are those that it is part of. */
    @Override
    public void same(String text, String is) {
        List<String> parts = text.equals(is) ? null : prompts.remove(text);
        if (parts == null) {
            return;
        }
        for (String user : parts) {
            String before = stamps.of(Kind.PROMPT, null, user == null ? text(null, text) : text(text, user));
            String now = user == null ? prompt(null, is) : prompt(is, user.isEmpty() ? null : user);
            stamps.same(before, Kind.PROMPT, now);
            for (String agent : agents.getOrDefault(before, List.of())) {
                String later = agent.replace("\nprompt: " + before + '\n', "\nprompt: " + now + '\n');
                stamps.same(stamps.of(Kind.AGENT, null, agent), Kind.AGENT, stamps.of(Kind.AGENT, null, later));
                note(agents, now, later);
            }
        }
    }

    /** Null for a call without tools. */
    String tools(List<ToolDefinition> tools) {
        if (tools == null || tools.isEmpty()) {
            return null;
        }
        List<String> lines = new ArrayList<>(tools.size());
        for (int i = 0; i < tools.size(); i++) {
            lines.add(definition(tools.get(i)));
        }
        Collections.sort(lines);
        return stamps.of(Kind.TOOLS, null, String.join("\n", lines));
    }

    private String definition(ToolDefinition tool) {
        String key = tool.name() + '\n' + tool.description() + '\n' + tool.parameters();
        String line = definitions.get(key);
        if (line == null) {
            line = Definitions.of(tool.name(), tool.description(), tool.parameters());
            definitions.put(key, line);
        }
        return line;
    }

    /**
     * One tool.
     *
     * @param object that does its work, as the library runs it; null where that is not known
     * @return null where neither its definition nor its code is known
     */
    String tool(ToolDefinition tool, Object object, String library, String[] fields) {
        String made = object == null ? null : classes.line(object, library, fields);
        if (made == null && tool.description() == null && tool.parameters() == null) {
            return null;
        }
        return stamps.of(Kind.TOOL, tool.name(), definition(tool) + (made == null ? "" : "\n" + made));
    }

    /**
     * An agent's revision; null where nothing is known of it but its name.
     *
     * @param makers of the tools that the request tells of; null where they are not known
     */
    String agent(String name, String prompt, String tools, ModelRequest request, ToolMakers makers) {
        StringBuilder text = new StringBuilder("agent: ").append(name == null ? "" : name).append('\n');
        add(text, "prompt", prompt);
        add(text, "tools", tools);
        if (request != null) {
            add(text, "model", request.model);
            add(text, "temperature", request.temperature);
            add(text, "top_p", request.topP);
            add(text, "top_k", request.topK);
            add(text, "max_tokens", request.maxTokens);
            add(text, "frequency_penalty", request.frequencyPenalty);
            add(text, "presence_penalty", request.presencePenalty);
            add(text, "stop", request.stop == null || request.stop.isEmpty() ? null : request.stop);
            add(text, "output_type", request.outputType);
            add(text, "reasoning", request.reasoningLevel);
            addClasses(text, request.tools, makers);
        }
        if (prompt == null && tools == null && (request == null || request.model == null)) {
            return null;
        }
        String agent = text.toString();
        if (prompt != null) {
            note(agents, prompt, agent);
        }
        return stamps.of(Kind.AGENT, name, agent);
    }

    /** Each class once, whatever the order of its tools. */
    private void addClasses(StringBuilder text, List<ToolDefinition> tools, ToolMakers makers) {
        if (tools == null || makers == null) {
            return;
        }
        TreeSet<String> lines = new TreeSet<>();
        for (int i = 0; i < tools.size(); i++) {
            Object maker = makers.byName().apply(tools.get(i).name());
            String line = maker == null ? null : classes.line(maker, makers.library(), makers.fields());
            if (line != null) {
                int hash = line.lastIndexOf(' ');
                lines.add("class " + line.substring("class: ".length(), hash) + ':' + line.substring(hash) + '\n');
            }
        }
        for (String line : lines) {
            text.append(line);
        }
    }

    private static void add(StringBuilder text, String name, Object value) {
        if (value != null) {
            text.append(name).append(": ").append(value).append('\n');
        }
    }

    private static String instructions(ModelRequest request) {
        if (request.system != null && !request.system.isEmpty()) {
            return words(request.system);
        }
        String told = firstOf("system", request.messages);
        return told != null ? told : firstOf("developer", request.messages);
    }

    private static String firstOf(String role, List<Message> messages) {
        for (int i = 0; messages != null && i < messages.size(); i++) {
            Message message = messages.get(i);
            String words = role.equals(message.role()) ? words(message.parts()) : null;
            if (words != null) {
                return words;
            }
        }
        return null;
    }

    private static String lastOf(String role, List<Message> messages) {
        for (int i = messages == null ? -1 : messages.size() - 1; i >= 0; i--) {
            Message message = messages.get(i);
            String words = role.equals(message.role()) ? words(message.parts()) : null;
            if (words != null) {
                return words;
            }
        }
        return null;
    }

    private static String words(List<Part> parts) {
        String words = null;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.kind == Part.Kind.TEXT && part.content != null && !part.content.isBlank()) {
                words = words == null ? part.content : words + "\n" + part.content;
            }
        }
        return words;
    }
}
