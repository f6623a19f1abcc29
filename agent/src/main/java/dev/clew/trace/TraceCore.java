package dev.clew.trace;

import dev.clew.agent.Settings;
import dev.clew.agent.Stderr;
import dev.clew.capture.Recorder;
import dev.clew.context.Current;
import dev.clew.context.Work;
import dev.clew.journal.Journal;
import dev.clew.journal.JournalFolder;
import dev.clew.journal.JournalSettings;
import dev.clew.weave.Helper;
import dev.clew.weave.Reports;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The running trace core: the SDK's tracer, the operations that are open, the recorder's thread and the journal behind it.
 * One a JVM, started with the first sign of agent work.
 */
public final class TraceCore {
    private static final String SCOPE = "dev.clew";
    private static final int MAX_ATTRIBUTES = 256;
    /** All writers of a memory, and all that fed a call. */
    private static final int MAX_LINKS = 512;

    /** Operations that are watched at once; more are recorded when they end, but not seen while open. */
    private static final int MAX_OPEN = 10_000;
    /** Calls that may be waited for at once, and for how long after their end. */
    private static final int MAX_LATE = 256;

    private static final long LATE_NANOS = 1_000_000_000L;

    /** The last answer may be a long one, and a machine that ends a JVM is often busy starting the next. */
    private static final long EXIT_MILLIS = 5000;

    private static volatile TraceCore core;
    private static volatile Runnable starter;

    private final Tracer tracer;
    private final Journal journal;
    private final Recorder<Operation> recorder;
    private final SpanWriter writer;
    private final Set<Operation> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong notWatched = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private volatile String lastFailure;
    private final List<SpanData> ended = new ArrayList<>();

    private TraceCore(Settings settings) {
        Resource resource = ResourceFacts.read();
        List<String> complaints = new ArrayList<>();
        Path folder = JournalFolder.resolve(settings.dir(), System.getenv());
        journal = Journal.open(
                new JournalSettings(folder, settings.rotateBytes(), settings.totalBytes(), true), resource, line -> {
                    complaints.add(line);
                    Stderr.say(line);
                });
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(resource)
                .setSpanLimits(SpanLimits.builder()
                        .setMaxNumberOfAttributes(MAX_ATTRIBUTES)
                        .setMaxNumberOfLinks(MAX_LINKS)
                        .build())
                .addSpanProcessor(new EndedSpans(ended::add, MAX_ATTRIBUTES))
                .build();
        tracer = provider.get(SCOPE, ResourceFacts.version());
        writer = new SpanWriter(settings.content(), settings.contentMax(),
                new Stamping(journal.stamps(settings.content(), settings.contentMax())));
        recorder = new Recorder<>(settings.queue(), new ToJournal(), work -> Helper.daemon("recorder", work));
        recorder.start();
        Runtime.getRuntime().addShutdownHook(Helper.daemon("flush", this::close));
        if (complaints.isEmpty()) {
            Stderr.say("tracing into " + journal.folder() + ", see it with: " + settings.showCommand(journal.folder().toString()));
        }
    }

    /** Starts it; called once, on a thread of Clew's. */
    public static void start(Settings settings) {
        Work.handedOnFor(settings.carrySeconds());
        Propagation.wanted(settings.propagate());
        TraceCore fresh = new TraceCore(settings);
        core = fresh;
    }

    /** Says what to run when a call is traced before the core was started; it returns when the core is there. */
    public static void onFirstUse(Runnable run) {
        starter = run;
    }

    /** @throws IllegalStateException where it did not start; the hook that asked is switched off by that */
    static TraceCore get() {
        TraceCore running = core;
        return running != null ? running : await();
    }

    /**
     * Waits until tracing has started. Hooks need not call it: the first operation does.
     *
     * @throws IllegalStateException where it did not start
     */
    public static TraceCore await() {
        Runnable start = starter;
        if (start != null) {
            start.run();
        }
        TraceCore running = core;
        if (running == null) {
            throw new IllegalStateException("the trace core did not start");
        }
        return running;
    }

    /** Writes what has ended and notes what is open; at the end of the JVM. */
    void close() {
        for (Operation operation : open) {
            operation.endIfGivenUp(true);
        }
        recorder.close(EXIT_MILLIS);
    }

    Tracer tracer() {
        return tracer;
    }

    void opened(Operation operation) {
        if (open.size() < MAX_OPEN) {
            open.add(operation);
            recorder.stir();
        } else {
            notWatched.incrementAndGet();
        }
    }

    void ended(Operation operation) {
        open.remove(operation);
        if (!recorder.offer(operation)) {
            operation.letGo();
        }
    }

    void forgotten(Operation operation) {
        open.remove(operation);
        operation.letGo();
    }

    /** The answer of a plugin's supplier; null, and counted, where it throws: the rest of the span is still true. */
    static <T> T ask(Supplier<T> supplier) {
        if (supplier == null) {
            return null;
        }
        try {
            return supplier.get();
        } catch (Throwable t) {
            TraceCore running = core;
            if (running != null) {
                running.failed(t);
            }
            return null;
        }
    }

    private void failed(Throwable thrown) {
        failures.incrementAndGet();
        lastFailure = thrown.toString();
        Reports.add("while recording: " + thrown);
    }

    /** What {@code doctor} prints of the core. */
    public static String report() {
        TraceCore running = core;
        if (running == null) {
            return "not started";
        }
        StringBuilder out = new StringBuilder(running.journal.folder().toString());
        out.append(", open ").append(running.open.size());
        out.append(", dropped ").append(running.recorder.dropped() + running.journal.droppedSpans());
        if (running.failures.get() > 0) {
            out.append(", failures ").append(running.failures.get()).append(" (last ").append(running.lastFailure).append(')');
        }
        return out.toString();
    }

    /** Renders on the recorder's thread; one bad operation costs its own span alone. */
    private final class ToJournal implements Recorder.Sink<Operation> {
        private final LiveSpans live = new LiveSpans(journal, writer);
        private final Dataflow dataflow = new Dataflow();
        /** Calls that are over, and of which a client has not told all that it sent. */
        private final List<Operation> late = new ArrayList<>();

        private boolean quiet;

        @Override
        public void take(List<Operation> batch) {
            quieten();
            writer.stamping().look();
            for (int i = 0; i < batch.size(); i++) {
                Operation operation = batch.get(i);
                if (late.size() < MAX_LATE && mayLearnMore(operation)) {
                    late.add(operation);
                } else {
                    render(operation);
                }
            }
            writeEnded();
        }

        /** What was written is kept here no longer: it may be large, and the next may be long in coming. */
        private void writeEnded() {
            try {
                journal.write(ended);
            } finally {
                ended.clear();
            }
        }

        private boolean mayLearnMore(Operation operation) {
            try {
                return operation.mayLearnMore();
            } catch (Throwable t) {
                TraceCore.this.failed(t);
                return false;
            }
        }

        /** What is told by now, or has been waited for long enough. */
        private void renderLate(boolean last) {
            if (late.isEmpty()) {
                return;
            }
            int kept = 0;
            for (int i = 0; i < late.size(); i++) {
                Operation operation = late.get(i);
                boolean waits = !last && operation.trace.now() - operation.endNanos < LATE_NANOS && mayLearnMore(operation);
                if (waits) {
                    late.set(kept++, operation);
                } else {
                    render(operation);
                }
            }
            late.subList(kept, late.size()).clear();
            writeEnded();
        }

        private void render(Operation operation) {
            operation.rendered = true;
            if (operation instanceof HttpAttempt && !operation.parent.isOpen()) {
                operation.parent.rendered = true; // of which it is told whether it counts
            }
            try {
                SpanWriter out = writer.on(operation.span);
                // also where it was written while open: a hook may have told the input after that
                operation.renderStart(out);
                operation.renderEnd(out);
                if (!operation.counts()) {
                    operation.letGo();
                    return;
                }
            } catch (Throwable t) {
                TraceCore.this.failed(t);
            }
            writer.flush();
            link(operation);
            operation.renderEvents(writer);
            Span span = operation.span;
            operation.letGo();
            span.end(operation.endNanos, TimeUnit.NANOSECONDS);
        }

        /** What fed it is worth no span. */
        private void link(Operation operation) {
            try {
                dataflow.link(operation, writer);
            } catch (Throwable t) {
                TraceCore.this.failed(t);
            }
        }

        @Override
        public boolean watch(boolean last) {
            quieten();
            renderLate(last);
            boolean any = live.look(open, last) || !late.isEmpty();
            if (last) {
                journal.close();
            }
            return any;
        }

        /** Rendering asks library objects: hooks that are met on the way stay quiet, on this thread for good. */
        private void quieten() {
            if (!quiet) {
                quiet = Current.quieten() != null;
            }
        }

        @Override
        public void failed(Throwable thrown) {
            TraceCore.this.failed(thrown);
        }
    }
}
