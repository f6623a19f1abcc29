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
    private static boolean open;

    private final Path folder;

    /** One at a time: the one before must have been closed, or it writes into its folder while JUnit takes that away. */
    public Core(Path folder, String options) {
        if (open) {
            throw new IllegalStateException("the test before did not close its core");
        }
        open = true;
        this.folder = folder;
        Current.set(null);
        TraceCore.start(new Settings("dir=" + folder + (options.isEmpty() ? "" : "," + options), "/clew-agent.jar"));
    }

    /** Ends the core: nothing is written after that. Again, it does nothing. */
    public void close() {
        TraceCore.get().close();
        open = false;
    }

    /** Ends the core; all spans of the journal, parents before children. */
    public List<SpanNode> spans() throws IOException {
        close();
        List<SpanNode> spans = new ArrayList<>();
        for (dev.clew.read.Trace trace : TraceReader.of(folder).traces()) {
            spans.addAll(trace.spans());
        }
        return spans;
    }
}
