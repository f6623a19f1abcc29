package dev.clew.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Puts the agent on a JVM that runs already. */
@Command(name = "attach", description = "Traces a running JVM.", mixinStandardHelpOptions = true)
final class Attach implements Callable<Integer> {
    @ParentCommand
    Cli cli;

    @Parameters(paramLabel = "PID", description = "Process id of the JVM, as jps or ps shows it.")
    String pid;

    @Option(names = "--dir", paramLabel = "FOLDER", description = "Where that JVM writes its journal.")
    String dir;

    @Override
    public Integer call() {
        RunningJvm jvm = RunningJvm.of(pid);
        String answer = jvm.ask(dir == null ? "" : "dir=" + RunningJvm.option(dir));
        cli.screen.line("JVM " + jvm.pid() + ": " + answer);
        return answer.startsWith("attached") ? 0 : Cli.WRONG;
    }
}
