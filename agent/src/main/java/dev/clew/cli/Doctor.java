package dev.clew.cli;

import dev.clew.cli.screen.Visible;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Why are there no spans? Looks at this machine, or into a JVM that Clew is on. */
@Command(
        name = "doctor",
        description = "Which hooks matched, linked, are off, and why.",
        mixinStandardHelpOptions = true)
final class Doctor implements Callable<Integer> {
    private static final int SELF_TEST_SECONDS = 60;

    @ParentCommand
    Cli cli;

    @Mixin
    FolderOption folder;

    @Parameters(arity = "0..1", paramLabel = "PID", description = "A JVM that Clew is on; without it, this machine.")
    String pid;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (pid != null) {
            String report = RunningJvm.of(pid).ask("report=1");
            report.lines().forEach(line -> cli.screen.line(Visible.line(line, cli.screen.unicode())));
            return report.startsWith("Clew is not") ? Cli.WRONG : 0;
        }
        cli.screen.line("clew       " + Cli.version());
        cli.screen.line("java       " + System.getProperty("java.runtime.version") + ", " + System.getProperty("java.home"));
        boolean writable = folder();
        boolean works = selfTest();
        return writable && works ? 0 : Cli.WRONG;
    }

    private boolean folder() {
        Path path = folder.folder(cli.screen);
        Path existing = path;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        boolean writable = existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
        cli.screen.line("journal    " + path + (writable ? "" : " CAN'T BE WRITTEN: name another with -Dclew.dir=FOLDER"));
        return writable;
    }

    /** A JVM of its own, with the agent on it: hand-over woven, carried, and reported by the agent itself. */
    private boolean selfTest() throws IOException, InterruptedException {
        String jar = System.getProperty("clew.jar");
        if (jar == null) {
            throw new Cli.UserError("clew: this command works only from clew-agent.jar.");
        }
        String command = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        Path journal = Files.createTempDirectory("clew-doctor");
        Process process = new ProcessBuilder(command, "-javaagent:" + jar, "-Dclew.dir=" + journal, "-jar", jar, "--self-test")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] out = process.getInputStream().readAllBytes();
        boolean ended = process.waitFor(SELF_TEST_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        try (var files = Files.list(journal)) {
            files.forEach(file -> file.toFile().delete());
        }
        Files.deleteIfExists(journal);
        String report = new String(out, StandardCharsets.UTF_8);
        report.lines().forEach(line -> cli.screen.line(Visible.line(line, cli.screen.unicode())));
        return ended && process.exitValue() == 0;
    }
}
