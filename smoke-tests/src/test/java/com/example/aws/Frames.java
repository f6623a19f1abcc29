package com.example.aws;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Writes {@code application/vnd.amazon.eventstream}: lengths, headers and payload between two checksums. */
final class Frames {
    private static final int STRING = 7;

    private Frames() {}

    static byte[] event(String type, String json) {
        return frame(new TreeMap<>(Map.of(":message-type", "event", ":event-type", type, ":content-type", "application/json")), json);
    }

    /** What InvokeModel's streams wrap the model's own events in. */
    static byte[] chunk(String json) {
        String bytes = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        return event("chunk", "{\"bytes\":\"" + bytes + "\",\"p\":\"abc\"}");
    }

    static byte[] exception(String type, String json) {
        return frame(
                new TreeMap<>(Map.of(":message-type", "exception", ":exception-type", type, ":content-type", "application/json")), json);
    }

    private static byte[] frame(Map<String, String> headers, String json) {
        try {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(head);
            for (Map.Entry<String, String> header : headers.entrySet()) {
                byte[] value = header.getValue().getBytes(StandardCharsets.UTF_8);
                out.writeByte(header.getKey().length());
                out.writeBytes(header.getKey());
                out.writeByte(STRING);
                out.writeShort(value.length);
                out.write(value);
            }
            byte[] payload = json.getBytes(StandardCharsets.UTF_8);
            ByteBuffer frame = ByteBuffer.allocate(16 + head.size() + payload.length);
            frame.putInt(frame.capacity()).putInt(head.size()).putInt(crc(frame));
            frame.put(head.toByteArray()).put(payload).putInt(crc(frame));
            return frame.array();
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }

    private static int crc(ByteBuffer frame) {
        CRC32 crc = new CRC32();
        crc.update(frame.array(), 0, frame.position());
        return (int) crc.getValue();
    }
}
