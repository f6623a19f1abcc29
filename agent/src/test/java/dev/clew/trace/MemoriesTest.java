package dev.clew.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.read.SpanNode;
import io.opentelemetry.api.trace.SpanContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memories, prompts, and what happens on the way, as a plugin tells of them. */
class MemoriesTest {
    private static final Message HI = Message.of("user", "hi");
    private static final Message HELLO = Message.of("assistant", "hello");

    @TempDir
    Path folder;

    private Core core;

    @BeforeEach
    void start() {
        core = new Core(folder, "");
    }

    @AfterEach
    void end() {
        core.close();
    }

    private static void write(String store, List<Message> entries, List<Message> evicted) {
        MemoryAccess write = MemoryAccess.start(MemoryAccess.Kind.UPSERT, store);
        write.written(() -> entries);
        write.evicted(() -> evicted);
        write.close(null);
    }

    private static void append(String store, Message... entries) {
        MemoryAccess write = MemoryAccess.start(MemoryAccess.Kind.CREATE, store);
        write.written(() -> List.of(entries));
        write.close(null);
    }

    private static void replace(String store, Message... entries) {
        MemoryAccess write = MemoryAccess.start(MemoryAccess.Kind.UPDATE, store);
        write.written(() -> List.of(entries));
        write.close(null);
    }

    private static void clear(String store, Throwable error) {
        MemoryAccess access = MemoryAccess.start(MemoryAccess.Kind.DELETE, store);
        access.clears();
        access.close(error);
    }

    private static String fresh() {
        return "memory " + System.nanoTime();
    }

    private static List<String> ids(Message... entries) {
        return java.util.Arrays.stream(entries).map(EntryIds::of).toList();
    }

    /** The reads among the spans. */
    private List<SpanNode> reads() throws Exception {
        return core.spans().stream().filter(span -> span.name().equals("search_memory")).toList();
    }

    private static void read(String store, List<Message> entries) {
        MemoryAccess read = MemoryAccess.start(MemoryAccess.Kind.SEARCH, store);
        read.read(() -> entries);
        read.close(null);
    }

    @Test
    void readIsLinkedToTheWritesOfWhatItFound() throws Exception {
        String store = "conversation " + System.nanoTime();
        write(store, List.of(HI), null);
        write(store, List.of(HI, HELLO), null);
        read(store, List.of(HI, HELLO));
        read("another", List.of(HI));
        List<SpanNode> spans = core.spans();
        SpanNode found = spans.get(2);
        assertThat(found.name()).isEqualTo("search_memory");
        assertThat(found.links()).extracting(SpanNode.Link::spanId)
                .containsExactly(spans.get(0).spanId(), spans.get(1).spanId());
        assertThat(found.links()).allMatch(link -> link.attributes().get("clew.link").equals("memory"));
        assertThat(found.attributes().get("clew.memory.read")).isEqualTo(spans.get(1).attributes().get("clew.memory.written"));
        assertThat(found.number("gen_ai.memory.record.count")).isEqualTo(2);
        assertThat(found.text("gen_ai.memory.records")).contains("hi", "hello");
        assertThat(spans.get(3).links()).isEmpty();
    }

    @Test
    void entryIsTheSameWhereverItTurnsUpAndAnotherOneIsNot() {
        assertThat(EntryIds.of(HI)).isEqualTo(EntryIds.of(Message.of("user", "hi"))).hasSize(16)
                .isNotEqualTo(EntryIds.of(Message.of("assistant", "hi")))
                .isNotEqualTo(EntryIds.of(Message.of("user", "hi ")));
    }

    @Test
    void evictedEntriesAreNamed() throws Exception {
        write("m", List.of(HELLO), List.of(HI));
        assertThat(core.spans().get(0).attributes().get("clew.memory.evicted")).isEqualTo(List.of(EntryIds.of(HI)));
    }

    @Test
    void readSaysWhatTheReadBeforeDidNotHave() throws Exception {
        String store = fresh();
        append(store, HI);
        read(store, List.of(HI));
        read(store, List.of(HI));
        append(store, HELLO);
        append(store, HI);
        read(store, List.of(HI, HELLO, HI));
        List<SpanNode> reads = reads();
        assertThat(reads.get(0).attributes()).containsEntry("clew.memory.new", ids(HI));
        assertThat(reads.get(1).attributes()).containsEntry("clew.memory.new", List.of());
        assertThat(reads.get(2).attributes()).as("the second of two alike is new too").containsEntry("clew.memory.new", ids(HELLO, HI));
    }

    @Test
    void whatWasThereBeforeAnybodyLookedIsNotCalledNew() throws Exception {
        String untouched = fresh();
        read(untouched, List.of(HI));
        String written = fresh();
        append(written, HELLO);
        read(written, List.of(HI, HELLO));
        List<SpanNode> reads = reads();
        assertThat(reads.get(0).attributes()).doesNotContainKey("clew.memory.new");
        assertThat(reads.get(0).links()).isEmpty();
        assertThat(reads.get(1).attributes()).containsEntry("clew.memory.new", ids(HELLO));
    }

    @Test
    void eachWriterIsLinkedWithWhatItWrote() throws Exception {
        String store = fresh();
        append(store, HI, HELLO);
        append(store, HI);
        read(store, List.of(HI, HELLO, HI));
        List<SpanNode> spans = core.spans();
        assertThat(spans.get(2).links()).extracting(link -> link.attributes().get("clew.memory.entries"))
                .containsExactly(ids(HI, HELLO), ids(HI));
        assertThat(spans.get(2).links()).extracting(SpanNode.Link::spanId)
                .containsExactly(spans.get(0).spanId(), spans.get(1).spanId());
    }

    @Test
    void readSaysWhatHadToGoSinceTheReadBefore() throws Exception {
        String store = fresh();
        append(store, HI);
        read(store, List.of(HI));
        write(store, List.of(HELLO), List.of(HI));
        read(store, List.of(HELLO));
        append(store, HI);
        read(store, List.of(HELLO, HI));
        List<SpanNode> reads = reads();
        assertThat(reads.get(0).attributes()).doesNotContainKey("clew.memory.evicted");
        assertThat(reads.get(1).attributes()).containsEntry("clew.memory.evicted", ids(HI));
        assertThat(reads.get(2).attributes()).doesNotContainKey("clew.memory.evicted").containsEntry("clew.memory.new", ids(HI));
        assertThat(reads.get(2).links()).hasSize(2);
    }

    @Test
    void memoryThatIsReplacedKeepsTheWritersOfWhatStays() throws Exception {
        String store = fresh();
        append(store, HI);
        replace(store, HI, HELLO);
        read(store, List.of(HI, HELLO));
        replace(store, HELLO);
        replace(store, HELLO, HI);
        read(store, List.of(HELLO, HI));
        List<SpanNode> spans = core.spans();
        assertThat(spans.get(2).links()).extracting(SpanNode.Link::spanId)
                .containsExactly(spans.get(0).spanId(), spans.get(1).spanId());
        assertThat(spans.get(5).links()).extracting(SpanNode.Link::spanId)
                .containsExactly(spans.get(1).spanId(), spans.get(4).spanId());
        assertThat(spans.get(5).attributes()).containsEntry("clew.memory.new", ids(HI));
    }

    @Test
    void replacementIsNotTheWriterOfWhatWasReadBefore() throws Exception {
        String store = fresh();
        read(store, List.of(HI));
        replace(store, HI, HELLO);
        read(store, List.of(HI, HELLO));
        assertThat(reads().get(1).links()).singleElement()
                .satisfies(link -> assertThat(link.attributes().get("clew.memory.entries")).isEqualTo(ids(HELLO)));
    }

    @Test
    void clearedMemoryHasForgottenItsWriters() throws Exception {
        String store = fresh();
        append(store, HI);
        clear(store, new IllegalStateException("no disk"));
        read(store, List.of(HI));
        clear(store, null);
        append(store, HI);
        read(store, List.of(HI));
        List<SpanNode> spans = core.spans();
        assertThat(spans.get(2).links()).extracting(SpanNode.Link::spanId).containsExactly(spans.get(0).spanId());
        assertThat(spans.get(5).links()).extracting(SpanNode.Link::spanId).containsExactly(spans.get(4).spanId());
        assertThat(spans.get(5).attributes()).containsEntry("clew.memory.new", ids(HI));
    }

    @Test
    void memoriesThatNothingTellsApartAreLeftAlone() throws Exception {
        append(null, HI);
        read(null, List.of(HI));
        assertThat(reads().get(0).links()).isEmpty();
        assertThat(reads().get(0).attributes()).containsEntry("clew.memory.read", ids(HI)).doesNotContainKey("clew.memory.new");
    }

    @Test
    void memoryOfVeryManyEntriesIsForgottenWithoutAWrongWord() throws Exception {
        Message[] many = new Message[5000];
        for (int i = 0; i < many.length; i++) {
            many[i] = Message.of("user", "entry " + i);
        }
        String large = fresh();
        append(large, many);
        read(large, List.of(many));
        append(large, HI);
        read(large, List.of(many[0], HI));
        List<SpanNode> reads = reads();
        assertThat(reads.get(0).attributes()).doesNotContainKey("clew.memory.new");
        assertThat(reads.get(1).attributes()).containsEntry("clew.memory.new", ids(HI));
    }

    @Test
    void memoryThatNobodyHasUsedForLongIsForgottenWhole() {
        String name = fresh();
        MemoryTrail.of(null, name).appended(SpanContext.getInvalid(), List.of("id"));
        assertThat(MemoryTrail.of(null, name).read(List.of("id")).writers()).hasSize(1);
        for (int i = 0; i < 17_000; i++) {
            Remembered memory = MemoryTrail.of(null, "memory of many " + i);
            memory.appended(SpanContext.getInvalid(), List.of("id"));
            MemoryTrail.changed(memory);
            MemoryTrail.of(null, "memory of many 0");
        }
        assertThat(MemoryTrail.of(null, name).read(List.of("id"))).isEqualTo(new Remembered.Read(null, null, List.of(), Map.of()));
        assertThat(MemoryTrail.of(null, "memory of many 0").read(List.of("id")).writers()).as("used all the time").hasSize(1);
    }

    @Test
    void memoriesThatStayEmptyDoNotPileUp() {
        for (int i = 0; i < 10_000; i++) {
            Remembered memory = MemoryTrail.of(null, "empty memory " + i);
            memory.read(List.of());
            MemoryTrail.changed(memory);
        }
        assertThat(MemoryTrail.memories()).isLessThanOrEqualTo(4096);
    }

    @Test
    void whatIsGoneIsNotKept() {
        Remembered memory = MemoryTrail.of(null, fresh());
        for (int i = 0; i < 100_000; i++) {
            memory.appended(SpanContext.getInvalid(), List.of("entry " + i));
            if (i > 1) {
                memory.evicted(List.of("entry " + (i - 2)));
            }
            MemoryTrail.changed(memory);
        }
        assertThat(memory.known()).isEqualTo(2);
        assertThat(memory.size()).isLessThan(5000);
        memory.replaced(SpanContext.getInvalid(), List.of("entry 99999"));
        assertThat(memory.known()).isEqualTo(1);
    }

    private static void chat(Message... messages) {
        ModelRequest request = new ModelRequest();
        request.messages = List.of(messages);
        LlmCall call = LlmCall.start(null, null, "m");
        call.request(dev.clew.hook.Layer.MODEL, () -> request);
        call.close(null);
    }

    @Test
    void callSaysWhatOfItsAgentsMemoryItWasTold() throws Exception {
        String store = fresh();
        write(store, List.of(HI), List.of(HELLO));
        AgentRun agent = AgentRun.start("a");
        chat(HI);
        read(store, List.of(HI));
        append(store, HELLO);
        chat(Message.of("system", "Be brief"), HI, HELLO);
        chat(HI, HELLO, Message.of("user", "not remembered"));
        agent.close(null);
        AgentRun.start("another").leave();
        List<SpanNode> chats = core.spans().stream().filter(span -> span.name().equals("chat m")).toList();
        assertThat(chats.get(0).attributes()).as("before it read").doesNotContainKey("clew.memory.read");
        assertThat(chats.get(1).attributes())
                .containsEntry("clew.memory.read", ids(HI, HELLO))
                .containsEntry("clew.memory.new", ids(HI, HELLO))
                .containsEntry("clew.memory.evicted", ids(HELLO));
        assertThat(chats.get(2).attributes())
                .containsEntry("clew.memory.read", ids(HI, HELLO))
                .containsEntry("clew.memory.new", List.of())
                .doesNotContainKey("clew.memory.evicted");
    }

    @Test
    void callDoesNotSayWhatIsNewWhereItsMemoryDoesNotKnow() throws Exception {
        AgentRun agent = AgentRun.start("a");
        read(fresh(), List.of(HI));
        chat(HI);
        agent.close(null);
        SpanNode chat = core.spans().stream().filter(span -> span.name().equals("chat m")).findFirst().orElseThrow();
        assertThat(chat.attributes()).containsEntry("clew.memory.read", ids(HI)).doesNotContainKey("clew.memory.new");
    }

    @Test
    void eventsAreMaskedAndInTheirOrder() throws Exception {
        AgentRun agent = AgentRun.start("a");
        agent.event("guardrail", () -> Map.of("verdict", "no sk-0123456789abcdefghij here"));
        agent.event("state", null);
        agent.close(null);
        agent.event("too late", null);
        List<SpanNode.Event> events = core.spans().get(0).events();
        assertThat(events).extracting(SpanNode.Event::name).containsExactly("guardrail", "state");
        assertThat(events.get(0).attributes()).containsEntry("verdict", "no *** here");
        assertThat(events.get(0).epochNanos()).isLessThanOrEqualTo(events.get(1).epochNanos());
    }

    @Test
    void eventsHaveALimit() throws Exception {
        AgentRun agent = AgentRun.start("a");
        for (int i = 0; i < 1000; i++) {
            agent.event("e", null);
        }
        agent.close(null);
        assertThat(core.spans().get(0).events()).hasSize(128);
    }

    @Test
    void promptSaysItsTemplateAndItsVariables() throws Exception {
        AgentRun agent = AgentRun.start("a");
        agent.prompt(() -> new PromptUse("greeting", "2", "Greet {{who}}", "Be kind to {{who}}", Map.of("who", "Ada")));
        agent.close(null);
        assertThat(core.spans().get(0).attributes())
                .containsEntry("gen_ai.prompt.name", "greeting")
                .containsEntry("gen_ai.prompt.version", "2")
                .containsEntry("clew.prompt.template", "Greet {{who}}")
                .containsEntry("clew.prompt.system_template", "Be kind to {{who}}")
                .containsEntry("gen_ai.prompt.variable.who", "Ada");
    }
}
