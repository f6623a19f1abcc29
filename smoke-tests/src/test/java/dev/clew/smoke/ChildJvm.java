package dev.clew.smoke;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How to start a JVM. Nothing of this machine's settings reaches it: no JVM options, no key, no folder of traces. */
final class ChildJvm {

    private static final List<String> NOT_INHERITED = List.of(
            "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLEW_DIR",
            "OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL");

    private final Jdk jdk;
    private final List<String> prefix = new ArrayList<>();
    private final List<String> jvmArgs = new ArrayList<>();
    private final List<String> program = new ArrayList<>();
    private final List<String> args = new ArrayList<>();
    private final Map<String, String> env = new LinkedHashMap<>();

    private ChildJvm(Jdk jdk) {
        this.jdk = jdk;
    }

    static ChildJvm on(Jdk jdk) {
        return new ChildJvm(jdk);
    }

    /** A command that gets the JVM's command line as its last arguments and becomes it. */
    ChildJvm within(String... command) {
        prefix.addAll(List.of(command));
        return this;
    }

    ChildJvm agent(Path jar) {
        return jvm("-javaagent:" + jar);
    }

    ChildJvm jvm(String... options) {
        jvmArgs.addAll(List.of(options));
        return this;
    }

    ChildJvm main(String classPath, String mainClass) {
        program.addAll(List.of("-cp", classPath, mainClass));
        return this;
    }

    /** {@code module} is {@code <module>/<main class>}. */
    ChildJvm module(String modulePath, String module) {
        program.addAll(List.of("--module-path", modulePath, "-m", module));
        return this;
    }

    ChildJvm jar(Path jar) {
        program.addAll(List.of("-jar", jar.toString()));
        return this;
    }

    ChildJvm args(String... more) {
        args.addAll(List.of(more));
        return this;
    }

    ChildJvm env(String name, String value) {
        env.put(name, value);
        return this;
    }

    List<String> command() {
        List<String> command = new ArrayList<>(prefix);
        command.add(jdk.tool("java"));
        command.addAll(jvmArgs);
        command.addAll(program);
        command.addAll(args);
        return command;
    }

    Running start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().keySet().removeIf(name -> NOT_INHERITED.contains(name) || name.startsWith("OTEL_"));
        builder.environment().putAll(env);
        return new Running(jdk, builder.start(), String.join(" ", command()));
    }

    /** Starts it, gives it no input and waits for its end. */
    Result run() throws IOException, InterruptedException {
        try (Running running = start()) {
            running.process.getOutputStream().close();
            return running.await();
        }
    }

    /** What came of it. */
    record Result(int exit, byte[] out, byte[] err, String command) {

        String stdout() {
            return new String(out, StandardCharsets.UTF_8);
        }

        String stderr() {
            return new String(err, StandardCharsets.UTF_8);
        }

        /** For an assertion's description. */
        String told() {
            return command + "\nexit " + exit + "\nstdout:\n" + stdout() + "\nstderr:\n" + stderr();
        }
    }

    /** A JVM at work. Closing it kills it if it is still there. */
    static final class Running implements AutoCloseable {

        private static final long TIMEOUT_SECONDS = 60;

        private final Jdk jdk;
        private final Process process;
        private final String command;
        private final Capture out;
        private final Capture err;

        Running(Jdk jdk, Process process, String command) {
            this.jdk = jdk;
            this.process = process;
            this.command = command;
            out = new Capture(process.getInputStream(), "stdout of " + process.pid());
            err = new Capture(process.getErrorStream(), "stderr of " + process.pid());
        }

        long pid() {
            return process.pid();
        }

        void awaitStdout(String text) throws IOException, InterruptedException {
            if (!out.await(text, TIMEOUT_SECONDS)) {
                throw new AssertionError("never said \"" + text + "\" on stdout\n" + dump());
            }
        }

        byte[] stdoutSoFar() throws IOException {
            return out.soFar();
        }

        void awaitStderr(String text) throws IOException, InterruptedException {
            if (!err.await(text, TIMEOUT_SECONDS)) {
                throw new AssertionError("never said \"" + text + "\" on stderr\n" + dump());
            }
        }

        void send(String line) throws IOException {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }

        /** What waits for the end of its input goes on. */
        void endInput() throws IOException {
            process.getOutputStream().close();
        }

        /** {@code kill -9} */
        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor();
        }

        Result await() throws IOException, InterruptedException {
            return await(TIMEOUT_SECONDS);
        }

        Result await(long seconds) throws IOException, InterruptedException {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new AssertionError("still running after " + seconds + " s\n" + dump());
            }
            return new Result(process.exitValue(), out.bytes(), err.bytes(), command);
        }

        /** For a message: what it said so far, and where its threads stand. */
        String dump() throws IOException, InterruptedException {
            String said = command
                    + "\nstdout:\n" + new String(out.soFar(), StandardCharsets.UTF_8)
                    + "\nstderr:\n" + new String(err.soFar(), StandardCharsets.UTF_8);
            if (!process.isAlive()) {
                return said + "\nit ended with " + process.exitValue();
            }
            Process jstack = new ProcessBuilder(jdk.tool("jstack"), Long.toString(pid()))
                    .redirectErrorStream(true)
                    .start();
            Capture threads = new Capture(jstack.getInputStream(), "jstack");
            jstack.waitFor(10, TimeUnit.SECONDS);
            jstack.destroyForcibly();
            return said + "\nthreads:\n" + new String(threads.bytes(), StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
