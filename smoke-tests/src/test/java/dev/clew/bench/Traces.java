package dev.clew.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** What Clew left in its folder. */
final class Traces {

    private static final String MODEL_CALL = "\"stringValue\":\"chat\"";

    private Traces() {}

    /** How many model calls stand in the journal: a figure for a run that dropped half of its spans would be worth nothing. */
    static long modelCalls(Path dir) throws IOException {
        long calls = 0;
        if (!Files.isDirectory(dir)) {
            return calls;
        }
        try (var files = Files.newDirectoryStream(dir, "*.traces.jsonl*")) {
            for (Path file : files) {
                calls += modelCallsIn(file);
            }
        }
        return calls;
    }

    private static long modelCallsIn(Path file) throws IOException {
        long calls = 0;
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String tight = line.replace(" ", "");
                for (int at = tight.indexOf(MODEL_CALL); at >= 0; at = tight.indexOf(MODEL_CALL, at + 1)) {
                    calls++;
                }
            }
        }
        return calls;
    }

    static void delete(Path dir) throws IOException {
        if (!Files.exists(dir)) {
            return;
        }
        List<Path> all;
        try (var files = Files.walk(dir)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
