package dev.clew.wire.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

/** Writes frames of AWS event streams; in what is written here {@code '} stands for {@code "}. */
public final class Frame {
    private Frame() {}

    public static byte[] event(String type, String json) {
        return of(Bodies.bytes(json), ":event-type", type, ":content-type", "application/json", ":message-type", "event");
    }

    /** A model's own JSON, as base64. */
    public static byte[] chunk(String json) {
        return event("chunk", "{'bytes':'" + Base64.getEncoder().encodeToString(Bodies.bytes(json)) + "','p':'abc'}");
    }

    public static byte[] exception(String type, String json) {
        return of(Bodies.bytes(json), ":exception-type", type, ":message-type", "exception");
    }

    public static byte[] of(byte[] payload, String... headers) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int i = 0; i < headers.length; i += 2) {
            byte[] name = headers[i].getBytes(StandardCharsets.UTF_8);
            byte[] value = headers[i + 1].getBytes(StandardCharsets.UTF_8);
            head.write(name.length);
            head.writeBytes(name);
            head.write(7);
            head.write(value.length >> 8);
            head.write(value.length);
            head.writeBytes(value);
        }
        ByteBuffer frame = ByteBuffer.allocate(16 + head.size() + payload.length);
        frame.putInt(frame.capacity()).putInt(head.size()).putInt(sum(frame.array(), 8)).put(head.toByteArray()).put(payload);
        frame.putInt(sum(frame.array(), frame.capacity() - 4));
        return frame.array();
    }

    public static byte[] all(byte[]... frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            all.writeBytes(frame);
        }
        return all.toByteArray();
    }

    private static int sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
