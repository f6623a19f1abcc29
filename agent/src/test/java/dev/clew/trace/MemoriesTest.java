package dev.clew.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.read.SpanNode;
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
