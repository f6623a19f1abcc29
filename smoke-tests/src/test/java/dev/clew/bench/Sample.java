package dev.clew.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of a JVM from its start to its end, and what it printed about itself. Linux; one run at a time. */
record Sample(double wallMillis, double cpuMillis, double peakMiB, Map<String, Double> said) {

    private static final int POLL_MILLIS = 5;
    /** The kernel counts processor time in hundredths of a second. */
    private static final double MILLIS_A_TICK = 10;

    static Sample run(List<String> command, Map<String, String> env) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(env);
        Path out = Files.createTempFile("bench", ".out");
        Path err = Files.createTempFile("bench", ".err");
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        try {
            double cpu = childrenMillis();
            long start = System.nanoTime();
            Process process = builder.start();
            process.getOutputStream().close();
            double peak = 0;
            Path status = Path.of("/proc/" + process.pid() + "/status");
            do {
                peak = Math.max(peak, peakMiB(status));
            } while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
            double wall = (System.nanoTime() - start) / 1e6;
            cpu = childrenMillis() - cpu;
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        command + " ended with " + process.exitValue() + "\n" + Files.readString(err));
            }
            return new Sample(wall, cpu, peak, numbers(out));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Processor time of all children that have ended, and of theirs. */
    private static double childrenMillis() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * MILLIS_A_TICK;
    }

    /** The high-water mark of the resident memory; 0 once the process is gone. */
    private static double peakMiB(Path status) {
        try {
            for (String line : Files.readAllLines(status, StandardCharsets.ISO_8859_1)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
        } catch (IOException gone) {
            // it ended between two looks
        }
        return 0;
    }

    private static Map<String, Double> numbers(Path out) throws IOException {
        Map<String, Double> said = new HashMap<>();
        for (String line : Files.readAllLines(out)) {
            String[] words = line.split(" ");
            if (words.length == 2 && words[1].matches("\\d+")) {
                said.put(words[0], Double.valueOf(words[1]));
            }
        }
        return said;
    }
}
