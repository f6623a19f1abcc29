package dev.clew.agent;

import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;

/**
 * The door of the jar: {@code premain}, {@code agentmain} and the command line.
 *
 * <p>It and the other classes of the jar's top level ({@link Gate}, {@link AgentLoader}, {@link Supers} and the generated
 * {@code GateNames}) are all that the application's class path gains. They run at every JVM start, so they touch no logging,
 * no NIO.2, no JMX, no regex and no lambda.
 */
public final class Agent {
    private static Gate gate;

    private Agent() {}

    /** With {@code -javaagent}. Never throws. */
    public static void premain(String options, Instrumentation instrumentation) {
        try {
            if (isOff(options, false)) {
                say("off, as clew.enabled=false says; nothing is traced");
            } else if (install(options, instrumentation) == null) {
                say("is on this JVM already; the second -javaagent is ignored");
            }
        } catch (Throwable t) {
            say("off: it could not start (" + t + "); the application runs without it");
        }
    }

    /**
     * After {@code attach} or {@code doctor}. Never throws.
     *
     * @param options as for premain, with the option {@code answer=FILE} for where the command line waits for a word
     */
    public static void agentmain(String options, Instrumentation instrumentation) {
        String answerTo = cut(options, "answer=");
        String rest = without(options, "answer=");
        String answer;
        try {
            if (cut(rest, "report=") != null) {
                answer = gate == null ? "Clew is not on this JVM." : gate.report();
            } else if (isOff(rest, true)) {
                answer = "off, as clew.enabled=false says in that JVM; nothing was attached.";
            } else {
                Gate fresh = install(rest, instrumentation);
                answer = fresh == null ? "is on that JVM already; nothing was done." : "attached; " + fresh.catchUp();
            }
        } catch (Throwable t) {
            answer = "could not attach: " + t;
        }
        if (answerTo != null) {
            write(answerTo, answer);
        }
    }

    /** The command line. */
    public static void main(String[] args) throws Exception {
        if (gate != null && args.length == 1 && args[0].equals("--self-test")) {
            String report = gate.selfTest();
            System.out.println(report);
            System.exit(report.indexOf("FAILED") < 0 ? 0 : 1);
        }
        String jar = AgentLoader.jar();
        System.setProperty("clew.jar", jar);
        AgentLoader loader = new AgentLoader(jar);
        Thread.currentThread().setContextClassLoader(loader);
        Class<?> cli = loader.loadClass("dev.clew.cli.Cli");
        System.exit((Integer) cli.getMethod("run", String[].class).invoke(null, (Object) args));
    }

    private static synchronized Gate install(String options, Instrumentation instrumentation) {
        if (gate != null) {
            return null;
        }
        Gate fresh = new Gate(options, instrumentation);
        instrumentation.addTransformer(fresh, true);
        gate = fresh;
        return fresh;
    }

    /** @param environment whether to look into it too: premain leaves that, and its cost, to the first class that matters */
    static boolean isOff(String options, boolean environment) {
        String enabled = cut(options, "enabled=");
        if (enabled == null) {
            enabled = System.getProperty("clew.enabled");
        }
        boolean said = enabled != null && environment && gate != null;
        if (enabled == null && environment) {
            enabled = System.getenv("CLEW_ENABLED");
        }
        if (enabled == null || enabled.equals("true")) {
            return false;
        }
        if (!enabled.equals("false") && !said) {
            say("clew.enabled=" + enabled + " is neither true nor false: true is used");
        }
        return enabled.equals("false");
    }

    /** The value of one option among {@code a=b,c=d}, or null. */
    static String cut(String options, String key) {
        int at = options == null ? -1 : options.indexOf(key);
        if (at < 0 || at > 0 && options.charAt(at - 1) != ',') {
            return null;
        }
        int end = options.indexOf(',', at);
        return options.substring(at + key.length(), end < 0 ? options.length() : end);
    }

    private static String without(String options, String key) {
        String value = cut(options, key);
        return value == null ? options : options.replace(key + value, "").replace(",,", ",");
    }

    private static void write(String file, String text) {
        try (FileOutputStream out = new FileOutputStream(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            say("could not answer the command line: " + e);
        }
    }

    private static void say(String line) {
        Stderr.say(line);
    }
}
