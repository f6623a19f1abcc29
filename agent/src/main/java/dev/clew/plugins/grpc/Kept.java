package dev.clew.plugins.grpc;

import com.google.protobuf.Message;
import dev.clew.wire.format.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of one direction: the first ones up to a limit, and of more the last ones too, where a stream says what it cost.
 * They never change, so they are kept as they are, and become JSON when that is asked for. Only one that is beyond the limit by
 * itself is written down at once, as far as it may go: pictures are most of such a message, and are left out. Any thread.
 */
final class Kept {
    /** What a message is counted as, at least. */
    private static final int LEAST = 64;

    private final int max;
    private final int tailMax;
    /** Messages, or the JSON of one. */
    private final List<Object> first = new ArrayList<>(1);

    private final ArrayDeque<Message> last = new ArrayDeque<>(0);
    private long firstBytes;
    private long lastBytes;
    private boolean full;
    private boolean gap;

    Kept(int max, int tailMax) {
        this.max = max;
        this.tailMax = tailMax;
    }

    synchronized void add(Message message) {
        int size = Math.max(message.getSerializedSize(), LEAST);
        if (!full && firstBytes + size <= max) {
            first.add(message);
            firstBytes += size;
            return;
        }
        if (!full && first.isEmpty()) {
            String json = ProtoJson.of(message, max);
            full = json.length() >= max;
            gap = full;
            first.add(json);
            firstBytes += json.length();
            return;
        }
        full = true;
        last.add(message);
        lastBytes += size;
        while (lastBytes > tailMax) {
            lastBytes -= Math.max(last.remove().getSerializedSize(), LEAST);
            gap = true;
        }
    }

    synchronized boolean isEmpty() {
        return first.isEmpty();
    }

    /** As the body of HTTP that would have held them. */
    synchronized Payload payload(boolean array) {
        StringBuilder json = new StringBuilder(array ? "[" : "");
        boolean broken = false;
        for (Object one : first) {
            json.append(json.length() > 1 ? "," : "");
            broken = one instanceof String && ((String) one).length() >= max;
            json.append(one instanceof String ? (String) one : ProtoJson.of((Message) one, max));
        }
        StringBuilder tail = new StringBuilder();
        for (Message one : last) {
            // behind one that is broken off, where objects are told by their lines
            tail.append(broken && tail.length() == 0 ? "\n,\n" : ",").append(ProtoJson.of(one, max));
        }
        (broken ? tail : json.append(tail)).append(array ? "]" : "");
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        byte[] more = broken && !last.isEmpty() ? tail.toString().getBytes(StandardCharsets.UTF_8) : Payload.NONE;
        return new Payload(bytes, bytes.length, more, gap);
    }
}
