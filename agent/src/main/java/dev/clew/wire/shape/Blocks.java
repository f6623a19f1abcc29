package dev.clew.wire.shape;

import dev.clew.trace.Part;
import dev.clew.wire.format.Grown;
import dev.clew.wire.format.Json;
import java.util.ArrayList;
import java.util.List;

/** The parts of one message as they grow, each under the index that the provider gives it. */
public final class Blocks {
    private final List<Block> blocks = new ArrayList<>(2);
    private Block open;
    private boolean saysWhichIsOpen;

    /** One part of a message, or what has come of it so far. */
    public static final class Block {
        private long index;
        private Grown thought;
        private Grown text;
        private boolean isCall;
        private boolean byServer;
        private String id;
        private String name;
        private String begun;
        private Grown arguments;
        private Assembled assembled;
        private List<Part> others;

        Block(long index) {
            this.index = index;
        }

        public void text(String more) {
            text = grown(text, more);
        }

        /** Reasoning; an empty text where there is some that is not shown. */
        public void thought(String more) {
            thought = grown(thought, more);
        }

        /** That it is the call of a tool; null for what is not known, or was said before. */
        public void call(String callId, String tool) {
            isCall = true;
            id = Json.last(id, callId);
            name = Json.last(name, tool);
        }

        /** That it is the call of a tool which the provider runs itself. */
        public void serverCall(String callId, String tool) {
            call(callId, tool);
            byServer = true;
        }

        /** The arguments that the call has where no pieces of them come. */
        public void begin(String json) {
            begun = Json.last(begun, json);
        }

        public void arguments(String more) {
            arguments = grown(arguments, more);
        }

        /** The next piece of the text that stands at a path within the arguments, {@code $.foo.bar[0]}. */
        public void argumentText(String path, String more) {
            assembled().text(path, more);
        }

        /**
         * The value at a path within the arguments.
         *
         * @param json a number, {@code true}, {@code false} or {@code null}
         */
        public void argument(String path, String json) {
            assembled().scalar(path, json);
        }

        private Assembled assembled() {
            assembled = assembled == null ? new Assembled() : assembled;
            return assembled;
        }

        /** Adds the next piece of it. */
        public void add(Block piece) {
            thought(piece.thought == null ? null : piece.thought.text());
            text(piece.text == null ? null : piece.text.text());
            if (piece.isCall) {
                call(piece.id, piece.name);
            }
            begin(piece.begun);
            arguments(piece.arguments == null ? null : piece.arguments.text());
            for (int i = 0; piece.others != null && i < piece.others.size(); i++) {
                part(piece.others.get(i));
            }
        }

        public void part(Part other) {
            others = others == null ? new ArrayList<>(1) : others;
            others.add(other);
        }

        private boolean isText() {
            return text != null && thought == null && !isCall && others == null;
        }

        private boolean isThought() {
            return thought != null && text == null && !isCall && others == null;
        }

        private static Grown grown(Grown known, String more) {
            if (more == null) {
                return known;
            }
            Grown grown = known == null ? new Grown() : known;
            grown.add(more);
            return grown;
        }

        private void into(List<Part> parts) {
            if (thought != null) {
                parts.add(Part.reasoning(thought.text()));
            }
            if (text != null && !text.isEmpty()) {
                parts.add(Part.text(text.text()));
            }
            if (isCall) {
                String json = arguments != null && !arguments.isEmpty() ? arguments.text()
                        : assembled != null && !assembled.isEmpty() ? assembled.json() : begun;
                parts.add(byServer ? Part.serverToolCall(id, name, json) : Part.toolCall(id, name, json));
            }
            if (others != null) {
                parts.addAll(others);
            }
        }
    }

    /** The block of an index, new where it is the first; null for the last one there is. */
    public Block at(Long index) {
        if (index == null) {
            return blocks.isEmpty() ? add() : last();
        }
        int at = blocks.size();
        while (at > 0 && blocks.get(at - 1).index > index) {
            at--;
        }
        if (at == 0 || blocks.get(at - 1).index != index) {
            blocks.add(at, new Block(index));
            return blocks.get(at);
        }
        return blocks.get(at - 1);
    }

    /** The call of which more is to come, in parts that don't say whose they are; null where there is none. */
    public Block open() {
        return open;
    }

    /** Says which that is from now on; null for none. */
    public void open(Block call) {
        open = call;
        saysWhichIsOpen = true;
    }

    /** A new one behind all others. */
    public Block add() {
        Block block = new Block(blocks.isEmpty() ? 0 : last().index + 1);
        blocks.add(block);
        return block;
    }

    /** Takes over the next piece of the message: a text goes on with a text, and reasoning with reasoning. */
    public void append(Blocks piece) {
        for (int i = 0; i < piece.blocks.size(); i++) {
            Block next = piece.blocks.get(i);
            Block last = i == 0 ? last() : null;
            if (last != null && last.isText() && next.isText()) {
                last.text(next.text.text());
            } else if (last != null && last.isThought() && next.isThought()) {
                last.thought(next.thought.text());
            } else {
                next.index = blocks.isEmpty() ? 0 : last().index + 1;
                blocks.add(next);
            }
        }
        if (piece.saysWhichIsOpen) {
            open(piece.open);
        }
    }

    /** Null where there is none. */
    public Block last() {
        return blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
    }

    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).into(parts);
        }
        return parts;
    }
}
