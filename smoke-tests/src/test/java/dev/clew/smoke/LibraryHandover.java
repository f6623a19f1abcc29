package dev.clew.smoke;

import dev.clew.smoke.HandoverContract.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Libraries through which work changes threads, at the versions that the build fetched. */
final class LibraryHandover {
    private LibraryHandover() {}

    /** The oldest and the newest version on each JDK, those between on one. */
    static List<Case> cases(String library, String suite) throws IOException {
        List<String> versions = versions(library);
        List<Case> cases = new ArrayList<>();
        for (String version : versions) {
            boolean between = versions.indexOf(version) > 0 && versions.indexOf(version) < versions.size() - 1;
            for (Jdk jdk : between ? List.of(Jdk.RUNNING) : Jdk.all()) {
                String libs = library + '/' + version;
                HandoverRun run = HandoverRun.of(jdk, "com.example.handover." + suite, libs, new String[0]);
                cases.addAll(HandoverContract.cases(run, libs + ", " + jdk));
            }
        }
        return cases;
    }

    /** Those that the build fetched, oldest first. */
    static List<String> versions(String library) throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("smoke.target", "target"), "libs", library))) {
            return all.map(folder -> folder.getFileName().toString())
                    .sorted(Comparator.comparing(LibraryHandover::numbers, Arrays::compare))
                    .toList();
        }
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\D+")).mapToInt(Integer::parseInt).toArray();
    }
}
