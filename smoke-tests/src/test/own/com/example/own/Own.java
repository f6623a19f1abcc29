package com.example.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs somebody's own tests. Arguments: the file that gets a line a test (its name, a tab, what came of it), a pattern that the names
 * of the classes match, one that they don't, then the jars and folders to look into, or names of classes alone.
 */
public final class Own {
    private Own() {}

    public static void main(String[] args) throws IOException {
        Set<String> lines = new TreeSet<>();
        LauncherFactory.create().execute(request(args), new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                    add(test, result.getStatus() + result.getThrowable().map(thrown -> " " + thrown.getClass().getName()).orElse(""));
                }
            }

            @Override
            public void executionSkipped(TestIdentifier test, String reason) {
                add(test, "SKIPPED");
            }

            private void add(TestIdentifier test, String outcome) {
                synchronized (lines) {
                    lines.add(test.getUniqueId() + '\t' + outcome);
                }
            }
        });
        synchronized (lines) {
            Files.write(Path.of(args[0]), lines);
        }
        System.exit(0);
    }

    private static LauncherDiscoveryRequest request(String[] args) {
        List<DiscoverySelector> where = new ArrayList<>();
        for (int i = 3; i < args.length; i++) {
            if (Files.exists(Path.of(args[i]))) {
                where.addAll(DiscoverySelectors.selectClasspathRoots(Set.of(Path.of(args[i]))));
            } else {
                where.add(DiscoverySelectors.selectClass(args[i]));
            }
        }
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(where)
                .filters(ClassNameFilter.includeClassNamePatterns(args[1]), ClassNameFilter.excludeClassNamePatterns(args[2]))
                .build();
    }
}
