package dev.clew.trace;

import dev.clew.agent.Settings;
import dev.clew.context.Current;
import dev.clew.read.SpanNode;
import dev.clew.read.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The trace core as it runs in an application, over a folder of the test's; spans are read back from the journal. */
public final class Core {
    private final Path folder;

    public Core(Path folder, String options) {
        this.folder = folder;
        Current.set(null);
        TraceCore.start(new Settings("dir=" + folder + (options.isEmpty() ? "" : "," + options), "/clew-agent.jar"));
    }

    /** Ends the core: nothing is written after that. Again, it does nothing. */
    public void close() {
        TraceCore.get().close();
    }

    /** Ends the core; all spans of the journal, parents before children. */
    public List<SpanNode> spans() throws IOException {
        TraceCore.get().close();
        List<SpanNode> spans = new ArrayList<>();
        for (dev.clew.read.Trace trace : TraceReader.of(folder).traces()) {
            spans.addAll(trace.spans());
        }
        return spans;
    }
}
