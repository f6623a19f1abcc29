package dev.clew.read;

import java.nio.file.Path;

/**
 * What a reader left out.
 *
 * @param file where
 * @param line the first one left out, from 1; 0 where the file as a whole could not be read
 * @param lines how many of this file
 * @param why null for lines that are simply no OTLP JSON
 */
public record Skipped(Path file, long line, int lines, String why) {
    /** For a person. */
    @Override
    public String toString() {
        if (line == 0) {
            return "skipped " + file + ": " + why;
        }
        String text = lines == 1 ? "skipped 1 line that is not OTLP JSON: " : "skipped " + lines + " lines that are not OTLP JSON: ";
        return text + file + ":" + line + (lines == 1 ? "" : " and after");
    }
}
