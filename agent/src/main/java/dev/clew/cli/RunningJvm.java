package dev.clew.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bytebuddy.agent.ByteBuddyAgent;

/** A JVM of this machine, spoken to through the attach interface. */
final class RunningJvm {
    private final long pid;

    private RunningJvm(long pid) {
        this.pid = pid;
    }

    /** @throws Cli.UserError where there is no such process, or the text is no number */
    static RunningJvm of(String text) {
        long pid;
        try {
            pid = Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            throw new Cli.UserError("clew: '" + text + "' is no process id. 'jps -l' lists the JVMs of this machine.");
        }
        if (ProcessHandle.of(pid).isEmpty()) {
            throw new Cli.UserError("clew: there is no process " + pid + ". 'jps -l' lists the JVMs of this machine.");
        }
        if (pid == ProcessHandle.current().pid()) {
            throw new Cli.UserError("clew: " + pid + " is this command itself.");
        }
        return new RunningJvm(pid);
    }

    long pid() {
        return pid;
    }

    /** A value for the agent's options, in which a comma would end it. */
    static String option(String value) {
        if (value.indexOf(',') >= 0) {
            throw new Cli.UserError("clew: a folder with a comma in its name can't be handed over: " + value);
        }
        return new File(value).getAbsolutePath();
    }

    /**
     * Calls the agent in that JVM and waits for its word.
     *
     * @param options as behind the JVM flag; may be empty
     */
    String ask(String options) {
        Path answer = null;
        try {
            answer = Files.createTempFile("clew-answer", ".txt");
            answer.toFile().setWritable(true, false); // the JVM may run as another user than the one who asks
            String all = (options.isEmpty() ? "" : options + ",") + "answer=" + answer;
            ByteBuddyAgent.attach(agentJar(), String.valueOf(pid), all);
            String text = Files.readString(answer).trim();
            return text.isEmpty() ? "did not answer; its stderr may say why." : text;
        } catch (IOException e) {
            throw new Cli.UserError("clew: could not hear the answer of JVM " + pid + ": " + e.getMessage());
        } catch (IllegalStateException e) {
            throw new Cli.UserError(refusal(e));
        } finally {
            if (answer != null) {
                answer.toFile().delete();
            }
        }
    }

    private String refusal(IllegalStateException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "clew: JVM " + pid + " could not be attached to (" + cause + "). It must be a JVM of the same user, started"
                + " without -XX:+DisableAttachMechanism; this command needs a JDK, or a JRE with the module jdk.attach.";
    }

    private static File agentJar() {
        String jar = System.getProperty("clew.jar");
        if (jar == null) {
            throw new Cli.UserError("clew: this command works only from clew-agent.jar.");
        }
        return new File(jar);
    }
}
