package com.example.refactor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A small shop in a temporary folder. The diff is applied; the call sites are still the old ones. */
final class CodeBase implements AutoCloseable {

    private static final List<String> FILES =
            List.of("Money.java", "Cart.java", "Invoice.java", "Refund.java", "ShopTest.java");

    private final Path folder;
    private volatile boolean green;

    private CodeBase(Path folder) {
        this.folder = folder;
    }

    static CodeBase checkOut() throws IOException {
        CodeBase code = new CodeBase(Files.createTempDirectory("shop"));
        for (String file : FILES) {
            Files.writeString(code.folder.resolve(file), read("shop/" + file));
        }
        return code;
    }

    String diff() throws IOException {
        return read("refactor.diff");
    }

    /** Every old call with its file, a line each. */
    String callSites() throws IOException {
        StringBuilder sites = new StringBuilder();
        for (String file : FILES) {
            for (String line : Files.readAllLines(folder.resolve(file))) {
                if (line.contains("Money.cents(")) {
                    sites.append(file).append(": ").append(line.trim()).append('\n');
                }
            }
        }
        return sites.toString();
    }

    boolean replace(String file, String from, String to) throws IOException {
        if (!FILES.contains(file)) {
            return false;
        }
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        String after = before.replace(from, to);
        Files.writeString(path, after);
        return !after.equals(before);
    }

    /** What the compiler or the tests say. */
    String test() throws IOException, InterruptedException {
        List<String> compile = new ArrayList<>(List.of("javac", "-J-XX:TieredStopAtLevel=1", "-proc:none", "-d", "."));
        compile.addAll(FILES);
        String errors = run(compile);
        String said = errors.isEmpty() ? run(List.of("java", "-XX:TieredStopAtLevel=1", "-cp", ".", "ShopTest")) : errors;
        green = said.endsWith(" 0 failed");
        return said;
    }

    /** Whether the last test run passed. */
    boolean green() {
        return green;
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        List<String> full = new ArrayList<>(command);
        full.set(0, Path.of(System.getProperty("java.home"), "bin", command.get(0)).toString());
        Process process = new ProcessBuilder(full)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(30, TimeUnit.SECONDS);
        return output.trim();
    }

    private static String read(String name) throws IOException {
        try (InputStream in = CodeBase.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
