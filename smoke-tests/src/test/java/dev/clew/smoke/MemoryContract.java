package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is promised of memories. */
interface MemoryContract extends FrameworkContract {
    /** Each writes to one memory, reads it at least once, and clears it, with no agent. */
    List<String> memoriesByThemselves();

    /** Each writes to a memory, and reads afterwards. */
    List<String> memoriesThatAreRead();

    /** Pieces that follow one another on one memory, which has to let go of something in the end. */
    List<List<String>> memoriesThatLetGo();

    /** In each one agent has a memory, be it for several turns. */
    List<String> memoriesOfAnAgent();

    /** In each a write throws. */
    List<String> writesThatFail();

    @Test
    default void eachAccessOfTheApplicationIsOneSpanOfItsOwn() {
        assertThat(memoriesByThemselves()).isNotEmpty();
        for (String piece : memoriesByThemselves()) {
            List<Span> all = spans(List.of(piece));
            assertThat(run().traces(piece)).as(piece).hasSameSizeAs(all).hasSizeGreaterThan(2);
            assertThat(all.get(0).text("gen_ai.operation.name")).as(piece).matches("(create|update|upsert)_memory");
            assertThat(all.subList(1, all.size() - 1)).as(piece).allMatch(span -> span.is("search_memory"));
            assertThat(all.get(all.size() - 1).is("delete_memory")).as(piece).isTrue();
            assertThat(all).as(piece).extracting(span -> span.text("gen_ai.memory.store.id"))
                    .doesNotContain("").containsOnly(all.get(0).text("gen_ai.memory.store.id"));
        }
    }

    @Test
    default void readIsLinkedToItsWrites() {
        assertThat(memoriesThatAreRead()).isNotEmpty();
        for (String piece : memoriesThatAreRead()) {
            List<Span> all = spans(List.of(piece));
            List<String> before = new ArrayList<>();
            int linked = 0;
            for (Span span : all) {
                if (span.is("search_memory")) {
                    assertThat(before).as(piece + ": writes that were before").containsAll(span.links("memory"));
                    linked += span.links("memory").size();
                } else if (span.has("clew.memory.written")) {
                    before.add(span.id());
                }
            }
            assertThat(linked).as(piece + ": links to writes").isPositive();
        }
    }

    @Test
    default void evictedEntriesAreTold() {
        assertThat(memoriesThatLetGo()).isNotEmpty();
        for (List<String> pieces : memoriesThatLetGo()) {
            Set<String> there = new HashSet<>();
            int gone = 0;
            for (Span span : spans(pieces)) {
                if (span.is("search_memory")) {
                    continue; // it says again what has gone since the one before
                }
                assertThat(there).as(pieces + ": entries that were written before and are not gone yet")
                        .containsAll(entries(span, "clew.memory.evicted"));
                there.removeAll(entries(span, "clew.memory.evicted"));
                gone += entries(span, "clew.memory.evicted").size();
                there.addAll(entries(span, "clew.memory.written"));
            }
            assertThat(gone).as(pieces + ": evictions").isPositive();
        }
    }

    @Test
    default void memoryIsReadAndWrittenUnderTheAgent() {
        assertThat(memoriesOfAnAgent()).isNotEmpty();
        for (String piece : memoriesOfAnAgent()) {
            for (Tree tree : run().traces(piece)) {
                Span agent = tree.roots().get(0);
                assertThat(agent.is("invoke_agent")).as(piece).isTrue();
                List<Span> accesses = tree.spans().stream().filter(MemoryContract::isAccess).toList();
                assertThat(accesses).as(piece).allMatch(span -> span.parent().equals(agent.id()));
                Span model = tree.all("chat").get(0);
                assertThat(accesses).as(piece + ": what the model is to be told").anyMatch(span ->
                        span.is("search_memory") && FrameworkContract.ended(span) <= FrameworkContract.began(model));
                Span last = accesses.get(accesses.size() - 1);
                assertThat(last.is("create_memory")).as(piece + ": the answer").isTrue();
                assertThat(last.text("gen_ai.memory.records")).as(piece).contains("\"role\":\"assistant\"");
            }
        }
    }

    @Test
    default void failedWriteIsAFailureAndNothingWasWritten() {
        assertThat(writesThatFail()).isNotEmpty();
        for (String piece : writesThatFail()) {
            assertThat(spans(List.of(piece))).as(piece).singleElement().satisfies(write -> {
                assertThat(write.failed()).isTrue();
                assertThat(write.text("error.type")).isNotEmpty();
                assertThat(write.has("clew.memory.written")).isFalse();
            });
            assertThat(said(piece)).contains("the same: true");
        }
    }

    /** The accesses of these pieces in the order in which they began. */
    private List<Span> spans(List<String> pieces) {
        List<Span> spans = new ArrayList<>();
        for (String piece : pieces) {
            run().traces(piece).forEach(tree -> tree.spans().stream().filter(MemoryContract::isAccess).forEach(spans::add));
        }
        spans.sort(Comparator.comparing(Span::start));
        return spans;
    }

    private static boolean isAccess(Span span) {
        return span.text("gen_ai.operation.name").endsWith("_memory");
    }

    /** Of an attribute that may not be there. */
    static List<String> entries(Span span, String attribute) {
        String ids = span.text(attribute).replaceAll("[\\[\\]\"]", "");
        return new ArrayList<>(ids.isEmpty() ? List.of() : List.of(ids.split(",")));
    }
}
