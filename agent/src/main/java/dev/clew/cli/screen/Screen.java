package dev.clew.cli.screen;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.LongSupplier;

/** Where a command prints: standard output and error, what the terminal can show, and the environment around it. */
public final class Screen {
    private final OutputStream out;
    private final PrintWriter writer;
    private final PrintWriter errors;
    private final Charset charset;
    private final boolean terminal;
    private final Map<String, String> env;
    private final ZoneId zone;
    private final Waiting waiting;

    public Screen(OutputStream out, OutputStream err, Charset charset, boolean terminal, Map<String, String> env, ZoneId zone) {
        this(out, err, charset, terminal, env, zone, false, System::nanoTime);
    }

    /**
     * @param terminal whether standard output is one, as far as is known
     * @param errorsAreSeen whether standard error is one
     * @param clock nanoseconds
     */
    public Screen(OutputStream out, OutputStream err, Charset charset, boolean terminal, Map<String, String> env, ZoneId zone,
            boolean errorsAreSeen, LongSupplier clock) {
        this.out = out;
        this.writer = new PrintWriter(new OutputStreamWriter(out, charset));
        this.errors = new PrintWriter(new OutputStreamWriter(err, charset), true);
        this.charset = charset;
        this.terminal = terminal;
        this.env = env;
        this.zone = zone;
        this.waiting = new Waiting(errors, errorsAreSeen && !"dumb".equals(env.get("TERM")), clock);
    }

    public static Screen ofProcess() {
        return new Screen(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), outputCharset(),
                isTerminal(), System.getenv(), ZoneId.systemDefault(), errorsAreSeen(), System::nanoTime);
    }

    /** A console is about input and output; what standard error is, Linux alone tells. */
    private static boolean errorsAreSeen() {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | RuntimeException notLinux) {
            return isTerminal();
        }
    }

    private static Charset outputCharset() {
        for (String property : new String[] {"stdout.encoding", "sun.stdout.encoding", "native.encoding"}) {
            String name = System.getProperty(property);
            if (name != null && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return Charset.defaultCharset();
    }

    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // from JDK 22 on there may be a console where there is no terminal
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    public PrintWriter writer() {
        return writer;
    }

    public PrintWriter errorWriter() {
        return errors;
    }

    /** JSON is UTF-8 whatever the terminal is. */
    public OutputStream bytes() {
        writer.flush();
        return out;
    }

    public void line(String text) {
        writer.print(text);
        writer.print('\n');
    }

    public void error(String text) {
        waiting.end();
        flush();
        errors.print(text);
        errors.print('\n');
        errors.flush();
    }

    /** For what may take long. */
    public Waiting waiting() {
        return waiting;
    }

    public void flush() {
        writer.flush();
    }

    public boolean unicode() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** @param wanted always, never or auto */
    public boolean colour(String wanted) {
        if (!wanted.equals("auto")) {
            return wanted.equals("always");
        }
        String noColour = env.get("NO_COLOR");
        return terminal && !"dumb".equals(env.get("TERM")) && (noColour == null || noColour.isEmpty());
    }

    public int width() {
        try {
            return Math.max(60, Integer.parseInt(env.getOrDefault("COLUMNS", "80").trim()));
        } catch (NumberFormatException e) {
            return 80;
        }
    }

    public Map<String, String> env() {
        return env;
    }

    public ZoneId zone() {
        return zone;
    }
}
