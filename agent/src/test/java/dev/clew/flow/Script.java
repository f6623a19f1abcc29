package dev.clew.flow;

import java.util.List;

/** Pieces of work that run one after the other, by a clock that only the script moves. */
final class Script {
    final Flow flow = new Flow(new Tokens(), new Keys(), text -> text);
    private long now;

    Origin begin(String name, Origin parent) {
        now += 1_000_000_000;
        return new Origin(name, parent, now, name.startsWith("memory"));
    }

    /** Texts may be given as strings. */
    List<Edge> end(Origin work, List<?> inputs, List<?> outputs) {
        now += 1_000_000_000;
        work.ended(now);
        return flow.take(work, texts(inputs), texts(outputs));
    }

    List<Edge> step(String name, String input, String output) {
        return end(begin(name, null), List.of(input), List.of(output));
    }

    private static List<Text> texts(List<?> all) {
        return all.stream().map(one -> one instanceof Text text ? text : new Text((String) one, null)).toList();
    }
}
