package dev.clew.bench;

import dev.clew.smoke.BootFatJar;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Measures what agents cost, each beside the others: no agent, an empty one, Clew, OpenTelemetry's; one run of each a round,
 * so that whatever else the machine does hits all alike. Prints Markdown on stdout, progress on stderr.
 *
 * <p>{@code --target <folder of the build> --clew <jar> --otel <jar> --otel-version <v> [--rounds 7]
 * [--only hello,demo,http,submit,plain,boot,handover] [--calls 10000]}. A jar that is not there is left out.
 */
public final class Benchmarks {

    private final Options options;
    private final Path work;
    private final String classPath;
    private final Series.Book book = new Series.Book();
    private long fewestJournalled = Long.MAX_VALUE;

    private Benchmarks(Options options, Path work) throws IOException {
        this.options = options;
        this.work = work;
        this.classPath = options.target().resolve("classes")
                + File.pathSeparator
                + Files.readString(options.target().resolve("demo.classpath")).trim();
    }

    public static void main(String[] args) throws Exception {
        Options options = Options.parse(args);
        Path work = Files.createTempDirectory("bench");
        try {
            new Benchmarks(options, work).run();
        } finally {
            Traces.delete(work);
        }
    }

    private void run() throws Exception {
        List<Contender> contenders;
        Process provider = server("com.example.refactor.Provider");
        Process fixed = server("com.example.measure.FixedServer");
        Process clock = server("com.example.measure.ClockProvider");
        try {
            String providerUrl = firstLine(provider);
            String bootJar = options.only().contains(Benchmark.BOOT) ? bootJar().toString() : null;
            Benchmark.Places places = new Benchmark.Places(classPath, bootJar, firstLine(fixed), firstLine(clock));
            contenders = contenders(places.fixed());
            for (Benchmark benchmark : options.only()) {
                // round 0 warms the disk's cache and is thrown away
                for (int round = 0; round <= benchmark.rounds(options.rounds()); round++) {
                    for (Contender contender : contenders) {
                        if (!benchmark.comparesWith(contender.kind())) {
                            continue;
                        }
                        Sample sample = measure(benchmark, contender, providerUrl, places);
                        progress(benchmark, round, contender, sample);
                        if (round > 0) {
                            benchmark.record(sample, contender.kind(), book);
                        }
                    }
                }
            }
        } finally {
            provider.destroy();
            fixed.destroy();
            clock.destroy();
        }
        System.out.println();
        System.out.println(machine());
        System.out.println();
        System.out.print(Report.of(book, contenders));
    }

    private List<Contender> contenders(String server) throws IOException {
        List<Contender> all = new ArrayList<>(List.of(Contender.none(), Contender.empty(EmptyJar.build(work))));
        if (Files.exists(options.clew())) {
            all.add(Contender.clew(options.clew(), work.resolve("traces")));
        } else {
            System.err.println("Without Clew: there is no " + options.clew());
        }
        if (Files.exists(options.otel())) {
            all.add(Contender.otel(options.otel(), options.otelVersion()));
            String collector = server.substring(0, server.lastIndexOf('/'));
            all.add(Contender.otelExporting(options.otel(), options.otelVersion(), collector));
        } else {
            System.err.println("Without OpenTelemetry: there is no " + options.otel());
        }
        return all;
    }

    /** The application with Spring MVC, of the newest Spring Boot. */
    private Path bootJar() throws IOException {
        Path versions = options.target().resolve("libs/boot-mvc");
        List<Path> libraries = new ArrayList<>();
        try (var all = Files.list(versions); var jars = Files.list(all.max(Comparator.naturalOrder()).orElseThrow())) {
            jars.sorted().forEach(libraries::add);
        }
        return BootFatJar.build(
                work.resolve("boot.jar"), options.target().resolve("test-classes"), "com/example/boot", libraries,
                Benchmark.BOOT.mainClass());
    }

    private Sample measure(Benchmark benchmark, Contender contender, String providerUrl, Benchmark.Places places) throws Exception {
        List<String> command = new ArrayList<>();
        if (benchmark.handsOver()) {
            command.addAll(OneProcessor.PREFIX);
        }
        command.add(java());
        if (benchmark.handsOver()) {
            command.addAll(OneProcessor.OPTIONS);
        }
        command.addAll(benchmark.jvm());
        command.addAll(contender.options());
        command.addAll(benchmark.program(places, options.calls()));
        Sample sample = Sample.run(command, Map.of("OPENAI_API_KEY", "sk-scripted", "OPENAI_BASE_URL", providerUrl));
        if (contender.kind() == Contender.Kind.CLEW) {
            Path traces = work.resolve("traces");
            if (benchmark == Benchmark.HTTP) {
                fewestJournalled = Math.min(fewestJournalled, Traces.modelCalls(traces));
            }
            Traces.delete(traces);
        }
        return sample;
    }

    private Process server(String mainClass) throws IOException {
        List<String> command = new ArrayList<>(mainClass.endsWith("FixedServer") ? OneProcessor.PREFIX : List.of());
        command.addAll(List.of(java(), "-cp", classPath, mainClass));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void progress(Benchmark benchmark, int round, Contender contender, Sample sample) {
        System.err.printf(
                Locale.ROOT, "%-6s %d/%d %-21s %6.0f ms wall %6.0f ms CPU %5.0f MiB %s%n",
                benchmark.name().toLowerCase(Locale.ROOT), round, benchmark.rounds(options.rounds()), contender.name(),
                sample.wallMillis(), sample.cpuMillis(), sample.peakMiB(), sample.said().isEmpty() ? "" : sample.said());
    }

    private String machine() {
        return "JDK " + Runtime.version().feature() + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                + System.getProperty("os.name") + ", " + options.rounds() + " rounds ("
                + Benchmark.HELLO.rounds(options.rounds()) + " of hello world), interleaved."
                + " OpenTelemetry runs without an exporter, in its favour, where nothing else is said; Clew writes its journal"
                + (fewestJournalled == Long.MAX_VALUE
                        ? "."
                        : " (" + fewestJournalled + " of " + 11 * options.calls() + " model calls in its worst run).");
    }

    /** What the command line says. */
    record Options(Path target, Path clew, Path otel, String otelVersion, int rounds, int calls, Set<Benchmark> only) {

        static Options parse(String[] args) {
            Path target = Path.of("target");
            Path clew = Path.of("../agent/target/clew-agent.jar");
            Path otel = Path.of("target/opentelemetry-javaagent.jar");
            String version = "";
            int rounds = 7;
            int calls = 10_000;
            Set<Benchmark> only = EnumSet.complementOf(EnumSet.of(Benchmark.HANDOVER));
            for (int i = 0; i + 1 < args.length; i += 2) {
                String value = args[i + 1];
                switch (args[i]) {
                    case "--target" -> target = Path.of(value);
                    case "--clew" -> clew = Path.of(value);
                    case "--otel" -> otel = Path.of(value);
                    case "--otel-version" -> version = value;
                    case "--rounds" -> rounds = Integer.parseInt(value);
                    case "--calls" -> calls = Integer.parseInt(value);
                    case "--only" -> only = named(value);
                    default -> throw new IllegalArgumentException("unknown option " + args[i]);
                }
            }
            return new Options(target, clew, otel, version, rounds, calls, only);
        }

        private static Set<Benchmark> named(String list) {
            Set<Benchmark> only = EnumSet.noneOf(Benchmark.class);
            for (String name : list.toUpperCase(Locale.ROOT).split(",")) {
                only.add(Benchmark.valueOf(name.trim()));
            }
            return only;
        }
    }
}
