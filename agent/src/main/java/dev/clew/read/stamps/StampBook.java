package dev.clew.read.stamps;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.clew.read.TraceReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The stamps of a journal. Some prompts are first seen rendered, and get their final stamp when later calls show what of them
 * stays: the old stamp is then another name of the new one, and so is an agent's that differs in nothing else.
 */
public final class StampBook {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build()).build();

    private static final Set<String> KINDS = Set.of("prompt", "tools", "tool", "agent");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{4,64}");

    private final Path file;
    private final Map<String, Stamp> stamps = new LinkedHashMap<>();
    private final Map<String, String> same = new HashMap<>();

    private StampBook(Path file) {
        this.file = file;
    }

    /**
     * @param source a journal's folder, or a file of it
     * @return empty where nothing was written down
     */
    public static StampBook read(Path source) throws IOException {
        Path folder = Files.isDirectory(source) ? source : source.toAbsolutePath().getParent();
        StampBook book = new StampBook(folder.resolve(TraceReader.STAMPS));
        for (Path file : new Path[] {folder.resolve(TraceReader.OLD_STAMPS), book.file}) {
            if (Files.isRegularFile(file)) {
                book.readLines(file);
            }
        }
        book.joinAgents();
        return book;
    }

    /** Where this was read; it need not be there. */
    public Path file() {
        return file;
    }

    /** The one name of a stamp that may have several; itself where nothing is known of it, null for null. */
    public String of(String stamp) {
        String name = stamp;
        for (int steps = 0; steps <= same.size() && name != null && same.containsKey(name); steps++) {
            name = same.get(name);
        }
        return name;
    }

    /** Under whichever name; null where nothing is known of it. */
    public Stamp get(String stamp) {
        Stamp found = stamps.get(of(stamp));
        return found != null ? found : stamps.get(stamp);
    }

    /** Null where nothing is known, or the text was not kept. */
    public String text(String stamp) {
        Stamp found = stamp == null ? null : get(stamp);
        return found == null ? null : found.text();
    }

    /** Each once, under its one name, in the order in which they were written. */
    public List<Stamp> all() {
        return startingWith("");
    }

    /** Those with a name that begins so. */
    public List<Stamp> startingWith(String prefix) {
        Set<String> names = new HashSet<>();
        List<Stamp> found = new ArrayList<>();
        List<String> known = new ArrayList<>(stamps.keySet());
        known.addAll(same.keySet());
        for (String stamp : known) {
            if (stamp.startsWith(prefix.toLowerCase(Locale.ROOT)) && get(stamp) != null && names.add(of(stamp))) {
                found.add(get(stamp));
            }
        }
        return found;
    }

    private void readLines(Path file) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8), 64 << 10)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Map<String, String> fields = fields(line);
                String stamp = fields == null ? null : fields.get("stamp");
                if (stamp == null || !isStamp(stamp) || !KINDS.contains(String.valueOf(fields.get("kind")))) {
                    continue; // torn, or not ours
                }
                if (fields.get("is") != null && isStamp(fields.get("is"))) {
                    same.put(stamp, fields.get("is"));
                } else {
                    stamps.merge(stamp, new Stamp(stamp, fields.get("kind"), fields.get("name"), time(fields.get("at")),
                            fields.get("text"), "true".equals(fields.get("cut"))), Stamp::and);
                }
            }
        }
    }

    private static boolean isStamp(String text) {
        return HEX.matcher(text).matches();
    }

    /** Null where the line is torn. */
    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken().isScalarValue()) {
                    fields.put(name, json.getValueAsString());
                }
                json.skipChildren();
            }
            return json.currentToken() == JsonToken.END_OBJECT ? fields : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static long time(String at) {
        try {
            Instant instant = at == null ? Instant.EPOCH : Instant.parse(at);
            return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
        } catch (DateTimeException e) {
            return 0;
        }
    }

    /** An agent's text names its prompt's stamp: two that differ in that name alone are one. */
    private void joinAgents() {
        Map<String, String> byText = new HashMap<>();
        for (Stamp stamp : stamps.values()) {
            if (stamp.kind().equals("agent") && stamp.text() != null && !stamp.cut()) {
                String first = byText.putIfAbsent(AgentText.of(stamp.text(), this).toString(), stamp.stamp());
                // what was written of the one or the other may say so already
                if (first != null && !of(first).equals(of(stamp.stamp()))) {
                    same.put(of(stamp.stamp()), of(first));
                }
            }
        }
    }
}
