package dev.clew.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What fed what within one trace, told by the very same object being there and here; beside what {@link Flow} finds in texts. */
final class Same {
    private final Things things = new Things();
    private final UnaryOperator<String> masked;

    Same(UnaryOperator<String> masked) {
        this.masked = masked;
    }

    /** Bytes that it takes, roughly. */
    long bytes() {
        return things.bytes();
    }

    /** Notes what a piece of work was given and gave since this was asked last; it may go on. */
    void note(Origin work, Handed handed) {
        for (Handed.One one : handed.fresh()) {
            Object object = one.object().get();
            if (object != null && one.given()) {
                things.gave(work, object, one.at(), false);
            } else if (object != null) {
                things.took(work, object, one.at());
            }
        }
    }

    /**
     * Notes the outputs of work that has ended. Of a string that is not a model's, nobody knows whether it is a constant: that it is the
     * same one says so beside its words alone.
     */
    void gave(Origin work, Flows.Kind kind, List<Text> inputs, List<Text> outputs) {
        for (int i = 0; i < outputs.size() && !work.passesOn(); i++) {
            String text = outputs.get(i).text();
            things.gave(work, text, work.end(), kind == Flows.Kind.MODEL && !isAmong(inputs, text));
        }
    }

    private static boolean isAmong(List<Text> texts, String text) {
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).text() == text) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds to the edges of work that has ended what the objects say that it was given.
     *
     * @param handed null for none
     */
    List<Edge> fed(Origin work, Flows.Kind kind, Handed handed, List<Text> inputs, List<Edge> byText) {
        List<Edge> edges = byText;
        for (Handed.One one : handed == null ? List.<Handed.One>of() : handed.all()) {
            Object object = one.given() ? null : one.object().get();
            edges = object == null ? edges : with(edges, work, object, one.at());
        }
        // a tool's arguments are from whom asked for it
        for (int i = 0; i < inputs.size() && kind != Flows.Kind.TOOL; i++) {
            edges = with(edges, work, inputs.get(i).text(), work.start());
        }
        return edges;
    }

    private List<Edge> with(List<Edge> edges, Origin work, Object object, long at) {
        Origin giver = things.giver(work, object, at);
        if (giver == null) {
            return edges;
        }
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            // of a part of it whose words alone are known: it was that part's answer that it gave
            boolean isPartOf = edge.from() != giver && giver.holds(edge.from()) && things.hasGiven(edge.from(), object);
            if (edge.from() == giver || isPartOf) {
                return edge.same() && !isPartOf ? edges : changed(edges, i, new Edge(giver, edge.share(), edge.sample(), true));
            }
        }
        return things.suffices(object) ? changed(edges, edges.size(), new Edge(giver, 1, sample(object), true)) : edges;
    }

    private static List<Edge> changed(List<Edge> edges, int at, Edge edge) {
        List<Edge> changed = new ArrayList<>(edges);
        if (at < edges.size()) {
            changed.set(at, edge);
        } else {
            changed.add(edge);
        }
        return changed;
    }

    /** Null for what has no text of its own. */
    private String sample(Object object) {
        if (object instanceof Number) {
            return object.toString(); // of the JDK's, see Identity
        }
        if (!(object instanceof String)) {
            return null;
        }
        String text = masked.apply((String) object);
        return Edge.sample(text, 0, text.length());
    }
}
