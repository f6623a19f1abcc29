package dev.clew.cli;

import dev.clew.cli.screen.Screen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line: {@code java -jar clew-agent.jar COMMAND}. */
@Command(
        name = Cli.NAME,
        description = "What AI agents in a Java application did, as a tree.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "To trace an application: java -javaagent:clew-agent.jar -jar app.jar"},
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Version.class,
        subcommands = {
                Ls.class,
                Show.class,
                Diff.class,
                Stamps.class,
                Attach.class,
                Doctor.class,
        })
public final class Cli implements Runnable {
    static final String NAME = "java -jar clew-agent.jar";
    /** Something about the arguments or the files is not as it has to be. */
    static final int WRONG = 2;
    /** Our own mistake. */
    static final int BROKEN = 3;

    final Screen screen;
    @Spec CommandSpec spec;

    private Cli(Screen screen) {
        this.screen = screen;
    }

    /**
     * Runs one command on this process's standard output and error. Ends no JVM.
     *
     * @return the exit code: 0 fine, 2 wrong arguments or files, 3 a mistake of Clew's own
     */
    public static int run(String[] args) {
        return run(Screen.ofProcess(), args);
    }

    static int run(Screen screen, String... args) {
        CommandLine line = new CommandLine(new Cli(screen));
        line.setOut(screen.writer());
        line.setErr(screen.errorWriter());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(screen.colour("auto") ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpWidth(Math.max(55, Math.min(100, screen.width()))); // picocli refuses less
        line.setExecutionExceptionHandler((problem, command, result) -> {
            if (problem instanceof UserError) {
                screen.error(problem.getMessage());
                return WRONG;
            }
            screen.error("clew: " + command.getCommandName() + " failed, which is a mistake of Clew's own: " + problem);
            return BROKEN;
        });
        int code = line.execute(args);
        screen.flush();
        return code;
    }

    @Override
    public void run() {
        spec.commandLine().usage(screen.writer());
    }

    static String version() {
        try (InputStream in = Cli.class.getResourceAsStream("/clew.version")) {
            return in == null ? "(unpackaged)" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(unreadable)";
        }
    }

    /** Says what is wrong, where, and what to do; for the one who typed the command. */
    static final class UserError extends RuntimeException {
        private static final long serialVersionUID = 1;

        UserError(String message) {
            super(message, null, false, false);
        }
    }

    /** The build wrote it into the jar; a class folder does not know. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"clew " + version()};
        }
    }
}
