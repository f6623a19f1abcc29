package com.example.springai;

import com.example.langchain4j.Marks;
import com.example.provider.ScriptedProvider;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.document.Document;
import org.springframework.ai.rag.advisor.RetrievalAugmentationAdvisor;
import org.springframework.ai.rag.retrieval.search.VectorStoreDocumentRetriever;
import org.springframework.ai.vectorstore.SimpleVectorStore;

/** An application that observes what Spring AI does by Spring's own means. */
final class Observed {
    /** Before the one that runs the tools since 2.0. */
    private static final int OUTERMOST = Integer.MIN_VALUE + 250;

    private Observed() {}

    static void main(Marks marks, ScriptedProvider provider) throws IOException, InterruptedException, ReflectiveOperationException {
        ObservationRegistry registry = ObservationRegistry.create();
        Notes notes = new Notes();
        registry.observationConfig().observationHandler(notes);
        ChatModel model = OpenAi.observed(provider, registry);
        SimpleVectorStore store = SimpleVectorStore.builder(new Vectors()).observationRegistry(registry).build();
        marks.run("observedStore", () -> store.add(List.of(new Document("o-1", "The sea is deep.", Map.of()))));
        notes.print();
        marks.run("observed", () -> System.out.println(client(model, registry, store).call().content()));
        notes.print();
        marks.run("streamObserved", () -> System.out.println(
                String.join("", client(model, registry, store).stream().content().collectList().block())));
        notes.print();
    }

    private static ChatClient.ChatClientRequestSpec client(ChatModel model, ObservationRegistry registry, SimpleVectorStore store) {
        return ChatClient.create(model, registry).prompt("What is 1 + 2?").toolCallbacks(Clients.tools())
                .advisors(RetrievalAugmentationAdvisor.builder()
                        .documentRetriever(VectorStoreDocumentRetriever.builder().vectorStore(store).topK(2).build())
                        .order(OUTERMOST)
                        .build());
    }

    /** What was observed, what was above it, and what was known of it. */
    private static final class Notes implements ObservationHandler<Observation.Context> {
        private final List<String> notes = new ArrayList<>();
        private int open;

        @Override
        public synchronized void onStart(Observation.Context context) {
            open++;
        }

        @Override
        public synchronized void onStop(Observation.Context context) {
            var parent = context.getParentObservation();
            // its last part is another one in each run
            String known = context.getLowCardinalityKeyValues().toString().replaceAll("target\\.port=\\d+", "target.port");
            notes.add("observed " + context.getName() + " '" + context.getContextualName() + "' in "
                    + (parent == null ? "nothing" : parent.getContextView().getName()) + " " + known + " error " + context.getError());
            open--;
            notifyAll();
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }

        /** Of a stream, some are over a little after the stream. */
        synchronized void print() throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (open > 0 && System.nanoTime() < end) {
                TimeUnit.SECONDS.timedWait(this, 1);
            }
            notes.sort(null);
            notes.forEach(System.out::println);
            notes.clear();
        }
    }
}
