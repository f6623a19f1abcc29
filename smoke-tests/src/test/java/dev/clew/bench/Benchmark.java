package dev.clew.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A program to measure. */
enum Benchmark {
    HELLO("com.example.measure.HelloWorld", false) {
        @Override
        void record(Sample sample, Contender.Kind kind, Series.Book book) {
            book.series(Report.HELLO_WALL, "ms").add(kind, sample.wallMillis());
            book.series(Report.HELLO_CPU, "ms").add(kind, sample.cpuMillis());
            book.series(Report.HELLO_PEAK, "MiB").add(kind, sample.peakMiB());
        }
    },
    DEMO("com.example.refactor.RefactorDemo", false) {
        @Override
        void record(Sample sample, Contender.Kind kind, Series.Book book) {
            book.series(Report.DEMO_WALL, "ms").add(kind, sample.wallMillis());
            book.series(Report.DEMO_CPU, "ms").add(kind, sample.cpuMillis());
            book.series(Report.DEMO_PEAK, "MiB").add(kind, sample.peakMiB());
        }
    },
    HTTP("com.example.measure.HttpCalls", true) {
        @Override
        void record(Sample sample, Contender.Kind kind, Series.Book book) {
            book.series(Report.CALL_WALL, "µs").add(kind, sample.said().get("wall") / 1000);
            book.series(Report.CALL_CPU, "µs").add(kind, sample.said().get("cpu") / 1000);
            book.series(Report.CALL_SETTLED, "µs").add(kind, sample.said().get("settled-cpu") / 1000);
            book.series(Report.CALL_ALL, "ms").add(kind, sample.cpuMillis());
        }
    },
    SUBMIT("com.example.measure.SubmitTasks", true) {
        @Override
        void record(Sample sample, Contender.Kind kind, Series.Book book) {
            book.series(Report.SUBMIT_IDLE, "µs").add(kind, sample.said().get("idleRoundTrip") / 1000);
            book.series(Report.SUBMIT_ACTIVE, "µs").add(kind, sample.said().get("activeRoundTrip") / 1000);
            book.series(Report.BATCH_IDLE, "µs").add(kind, sample.said().get("idleBatched") / 1000);
            book.series(Report.BATCH_ACTIVE, "µs").add(kind, sample.said().get("activeBatched") / 1000);
        }
    },
    PLAIN("com.example.measure.PlainRequests", false) {
        @Override
        void record(Sample sample, Contender.Kind kind, Series.Book book) {
            book.series(Report.PLAIN_JDK, "bytes").add(kind, sample.said().get("jdk"));
            book.series(Report.PLAIN_URL, "bytes").add(kind, sample.said().get("url"));
        }
    },
    /** From the start of the JVM to the answer to the first request; the processor time is that of its end too. */
    BOOT("com.example.boot.OneRequest", false) {
        @Override
        List<String> program(Places places, int calls) {
            return List.of("-jar", places.bootJar(), "--spring.ai.openai.base-url=" + places.clock());
        }

        @Override
        void record(Sample sample, Contender.Kind kind, Series.Book book) {
            book.series(Report.BOOT_READY, "ms").add(kind, sample.said().get("ready"));
            book.series(Report.BOOT_WALL, "ms").add(kind, sample.said().get("answered"));
            book.series(Report.BOOT_CPU, "ms").add(kind, sample.cpuMillis());
            book.series(Report.BOOT_PEAK, "MiB").add(kind, sample.peakMiB());
        }
    },
    /** A million tasks through each executor; minutes, so only where it is asked for. */
    HANDOVER("com.example.measure.HandOvers", true) {
        @Override
        void record(Sample sample, Contender.Kind kind, Series.Book book) {
            for (Map.Entry<String, Double> said : new TreeMap<>(sample.said()).entrySet()) {
                boolean heap = said.getKey().endsWith("KiB");
                book.series(Report.HANDOVER + said.getKey(), heap ? "KiB" : "ns")
                        .add(kind, heap ? said.getValue() : said.getValue() / 1000);
            }
        }
    };

    private final String mainClass;

    private final boolean handsOver;

    Benchmark(String mainClass, boolean handsOver) {
        this.mainClass = mainClass;
        this.handsOver = handsOver;
    }

    /**
     * Whether it is all about one thread waking another. On a small virtual machine waking a sleeping processor costs ten
     * times what is to be measured, or nothing, by chance; so these run on one processor, with the settings of two.
     */
    boolean handsOver() {
        return handsOver;
    }

    /** Whether this contender is measured: what it costs to keep what was seen is asked of model calls alone. */
    boolean comparesWith(Contender.Kind kind) {
        return this == HTTP || kind != Contender.Kind.OTEL_EXPORTING;
    }

    /** Further options of the JVM: C2 leaves allocations out now and then, which is to be counted nowhere. */
    List<String> jvm() {
        return this == PLAIN ? List.of("-XX:TieredStopAtLevel=1") : List.of();
    }

    String mainClass() {
        return mainClass;
    }

    /** Tens of milliseconds need more runs than seconds do. */
    int rounds(int usual) {
        return this == HELLO ? 3 * usual : usual;
    }

    /** Where the programs find what they need: class path, fat jar (null for none), base URLs of the servers. */
    record Places(String classPath, String bootJar, String fixed, String clock) {}

    /** The JVM's command line from the program on. */
    List<String> program(Places places, int calls) {
        List<String> program = new ArrayList<>(List.of("-cp", places.classPath(), mainClass));
        if (this == HTTP || this == PLAIN) {
            program.add(places.fixed());
        }
        if (this == HTTP) {
            program.add(Integer.toString(calls));
        }
        return program;
    }

    abstract void record(Sample sample, Contender.Kind kind, Series.Book book);
}
