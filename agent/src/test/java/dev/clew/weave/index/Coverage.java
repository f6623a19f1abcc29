package dev.clew.weave.index;

import dev.clew.hook.Library.Kind;
import dev.clew.wire.Addresses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** {@code COVERAGE.md}: what the hooks and the plugins' {@code @Library} say, for people. */
final class Coverage {
    static final String REGENERATE = "mvn -q -B -pl bootstrap,agent -Dtest=CoverageTest -Dsurefire.failIfNoSpecifiedTests=false"
            + " -Dcoverage.write=true test";

    private static final int WIDTH = 120;
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");
    private static final Map<Kind, String> HEADINGS = headings();

    private final List<HookClass> hooks;
    private final Map<String, String> properties;
    private final StringBuilder out = new StringBuilder();

    private Coverage(List<HookClass> hooks, Map<String, String> properties) {
        this.hooks = hooks;
        this.properties = properties;
    }

    private static Map<Kind, String> headings() {
        Map<Kind, String> headings = new LinkedHashMap<>();
        headings.put(Kind.FRAMEWORK, "Agent frameworks");
        headings.put(Kind.SDK, "SDKs of providers");
        headings.put(Kind.HTTP_CLIENT, "HTTP clients");
        headings.put(Kind.SERVER, "Servers");
        headings.put(Kind.HAND_OVER, "Hand-over between threads");
        return headings;
    }

    /**
     * @param pom the parent pom, whose properties are the versions
     */
    static String of(Path classes, Path pom) throws Exception {
        List<String> complaints = new ArrayList<>();
        List<HookClass> hooks = IndexHooks.read(classes, complaints);
        if (!complaints.isEmpty()) {
            throw new IllegalStateException(String.join("\n", complaints));
        }
        return new Coverage(hooks, properties(pom)).write();
    }

    private static Map<String, String> properties(Path pom) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        Element project = factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
        Map<String, String> properties = new LinkedHashMap<>();
        for (Node list = project.getFirstChild(); list != null; list = list.getNextSibling()) {
            for (Node one = list.getFirstChild(); list.getNodeName().equals("properties") && one != null; one = one.getNextSibling()) {
                properties.put(one.getNodeName(), one.getTextContent().strip());
            }
        }
        return properties;
    }

    private String write() {
        Map<String, List<HookClass>> plugins = new LinkedHashMap<>();
        Set<String> types = new LinkedHashSet<>();
        for (HookClass hook : hooks) {
            plugins.computeIfAbsent(hook.library.text("name"), name -> new ArrayList<>()).add(hook);
            types.add(hook.type);
        }
        out.append("# What Clew covers\n\n");
        paragraph("", "Generated from the hooks and from what each plugin's `package-info.java` says, so do not edit it; to bring it"
                + " up to date:");
        out.append("\n    ").append(REGENERATE.replace(" -Dsurefire", " \\\n        -Dsurefire")).append("\n\n");
        paragraph("", plugins.size() + " plugins, " + hooks.size() + " hooks on " + types.size() + " types. A library's name is the one"
                + " that `doctor` prints and that `clew.disable` takes. Versions are those that the tests run on, lowest and highest"
                + " on the oldest and the newest JDK. A version that a hook does not fit loses that hook and nothing else, and"
                + " `doctor` says so. What no plugin knows is left alone.");
        for (Map.Entry<Kind, String> heading : HEADINGS.entrySet()) {
            section(heading.getKey(), heading.getValue(), plugins);
        }
        wireFormats();
        return out.toString();
    }

    private void section(Kind kind, String heading, Map<String, List<HookClass>> plugins) {
        out.append("\n## ").append(heading).append("\n\n");
        List<List<HookClass>> of = plugins.values().stream()
                .filter(one -> one.get(0).library.text("kind").equals(kind.name()))
                .sorted(Comparator.comparing(one -> one.get(0).library.text("name").toLowerCase()))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("library", "tested", "contributes", "hooks"));
        for (List<HookClass> plugin : of) {
            Declared library = plugin.get(0).library;
            long types = plugin.stream().map(hook -> hook.type).distinct().count();
            rows.add(List.of(
                    library.text("name"), tested(library), String.join(", ", operations(library)), plugin.size() + " on " + types));
        }
        table(rows);
        out.append('\n');
        for (List<HookClass> plugin : of) {
            Declared library = plugin.get(0).library;
            paragraph("- ", "**" + library.text("name") + "** " + where(library) + ": " + resolved(library, library.text("covers")));
            paragraph("  - ", "*Not covered:* " + resolved(library, library.text("missing")));
        }
    }

    private void wireFormats() {
        out.append("\n## Model calls over HTTP\n\n");
        paragraph("", "Over any of the HTTP clients above, with or without a framework. The path says which API it may be, the body"
                + " whether it is; the host says whose, where it is known. `chat` with streams, tools, reasoning and usage.");
        out.append('\n');
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("format", "operation", "addresses that end in"));
        for (List<String> row : Addresses.rows()) {
            rows.add(List.of(row.get(0), row.get(1), "`" + row.get(2).replace(" ", "`, `") + "`"));
        }
        table(rows);
        out.append('\n');
        paragraph("", "*Not covered:* what is no request and answer (web sockets), pictures, speech, batches, files; clients without a"
                + " plugin, such as Helidon's.");
    }

    private static String where(Declared library) {
        return library.text("coordinates").equals("jdk") ? "(the JDK's own)" : "(`" + library.text("coordinates") + "`)";
    }

    private String tested(Declared library) {
        List<String> versions = library.list("versions").stream().map(version -> resolved(library, version)).toList();
        return (library.text("coordinates").equals("jdk") ? "JDK " : "") + String.join(", ", versions);
    }

    private static List<String> operations(Declared library) {
        return library.list("operations").stream().map(name -> name.toLowerCase().replace('_', '-')).toList();
    }

    private String resolved(Declared library, String text) {
        return PROPERTY.matcher(text).replaceAll(found -> {
            String value = properties.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("@Library of " + library.text("name") + " names " + found.group()
                        + ", which is no property of the parent pom");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** Columns as wide as their widest cell, so that it reads as plain text too. */
    private void table(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            int at = column;
            widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            for (int column = 0; column < row.size(); column++) {
                int pad = widths.get(column) - row.get(column).length();
                out.append("| ").append(row.get(column)).append(" ".repeat(pad + 1));
            }
            out.append("|\n");
            if (i == 0) {
                widths.forEach(width -> out.append('|').append("-".repeat(width + 2)));
                out.append("|\n");
            }
        }
    }

    /** Wrapped; what follows the first line stands below its text. */
    private void paragraph(String bullet, String text) {
        String indent = " ".repeat(bullet.length());
        StringBuilder line = new StringBuilder(bullet);
        for (String word : text.split(" ")) {
            if (line.length() + word.length() >= WIDTH) {
                out.append(line.toString().stripTrailing()).append('\n');
                line.setLength(0);
                line.append(indent);
            }
            line.append(word).append(' ');
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
