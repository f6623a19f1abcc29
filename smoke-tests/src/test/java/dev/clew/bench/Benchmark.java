package dev.clew.bench;

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

    /** The program's arguments. */
    List<String> args(String fixedServer, int calls) {
        return switch (this) {
            case HTTP -> List.of(fixedServer, Integer.toString(calls));
            case PLAIN -> List.of(fixedServer);
            default -> List.of();
        };
    }

    abstract void record(Sample sample, Contender.Kind kind, Series.Book book);
}
