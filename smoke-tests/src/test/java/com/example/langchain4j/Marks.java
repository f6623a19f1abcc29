package com.example.langchain4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Runs pieces one after the other and notes when each began, so that a trace can be told to belong to one of them. */
public final class Marks {
    private final Path file;

    public Marks(String file) {
        this.file = Path.of(file);
    }

    /** A piece of a program. */
    public interface Piece {
        void run() throws Exception;
    }

    public void run(String name, Piece piece) throws IOException, InterruptedException {
        Thread.sleep(3);
        Files.writeString(file, name + " " + Instant.now() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Thread.sleep(3);
        System.out.println("== " + name);
        try {
            piece.run();
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            System.out.println("not in this version");
        } catch (Throwable t) {
            System.out.println("threw " + t);
        }
    }
}
