package dev.clew.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import dev.clew.wire.format.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Bodies as they are kept and unpacked. */
class BodyTest {
    private static String text(Payload payload) {
        return new String(payload.bytes, 0, payload.length, StandardCharsets.UTF_8);
    }

    private static Payload payload(byte[] bytes) {
        return new Payload(bytes, bytes.length, Payload.NONE, false);
    }

    @Test
    void theBufferIsLeftAsItWas() {
        Body body = new Body(100, 0);
        ByteBuffer buffer = ByteBuffer.wrap("xxhello".getBytes(StandardCharsets.US_ASCII)).position(2).asReadOnlyBuffer();
        body.add(buffer);
        assertThat(buffer.position()).isEqualTo(2);
        assertThat(buffer.remaining()).isEqualTo(5);
        Payload taken = body.take();
        assertThat(text(taken)).isEqualTo("hello");
        assertThat(taken.gap).isFalse();
    }

    @Test
    void aLongBodyKeepsItsStartAndItsEnd() {
        for (int piece = 1; piece < 60; piece++) {
            Body body = new Body(10, 7);
            byte[] all = "0123456789abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);
            for (int at = 0; at < all.length; at += piece) {
                body.add(all, at, Math.min(piece, all.length - at));
            }
            assertThat(body.seen()).isEqualTo(36);
            Payload taken = body.take();
            assertThat(text(taken)).isEqualTo("0123456789");
            assertThat(new String(taken.tail, StandardCharsets.US_ASCII)).as("pieces of " + piece).isEqualTo("tuvwxyz");
            assertThat(taken.gap).isTrue();
        }
    }

    @Test
    void startAndEndThatMeetAreOne() {
        Body body = new Body(10, 7);
        body.add("0123456789abcde".getBytes(StandardCharsets.US_ASCII), 0, 15);
        Payload taken = body.take();
        assertThat(text(taken)).isEqualTo("0123456789abcde");
        assertThat(taken.gap).isFalse();
        assertThat(taken.tail).isEmpty();
    }

    @Test
    void aBodyThatIsSentAgainCountsOnce() {
        Body body = new Body(100, 0);
        body.add("first".getBytes(StandardCharsets.US_ASCII), 0, 5);
        body.complete();
        body.again();
        assertThat(body.isRefilling()).as("what was sent first counts until then").isFalse();
        body.add("ag".getBytes(StandardCharsets.US_ASCII), 0, 2);
        assertThat(body.isRefilling()).isTrue();
        body.add("ain".getBytes(StandardCharsets.US_ASCII), 0, 3);
        body.complete();
        assertThat(body.isRefilling()).isFalse();
        assertThat(text(body.take())).isEqualTo("again");
    }

    @Test
    void whatComesAfterTheReadingIsNotKept() {
        Body body = new Body(100, 0);
        body.take();
        body.add("late".getBytes(StandardCharsets.US_ASCII), 0, 4);
        assertThat(body.take().length).isZero();
    }

    @Test
    void encodingsAreTakenOff() throws Exception {
        byte[] plain = "{\"a\":\"ü\"}".repeat(500).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        write(new GZIPOutputStream(gzip), plain);
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        write(new DeflaterOutputStream(zlib), plain);
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        write(new DeflaterOutputStream(bare, new Deflater(6, true)), plain);
        String expected = new String(plain, StandardCharsets.UTF_8);
        assertThat(text(payload(gzip.toByteArray()).decoded("gzip"))).isEqualTo(expected);
        assertThat(text(payload(gzip.toByteArray()).decoded("X-GZip"))).isEqualTo(expected);
        assertThat(text(payload(zlib.toByteArray()).decoded("deflate"))).isEqualTo(expected);
        assertThat(text(payload(bare.toByteArray()).decoded("deflate"))).isEqualTo(expected);
        assertThat(text(payload(plain).decoded("identity"))).isEqualTo(expected);
    }

    @Test
    void aCutArchiveGivesWhatIsThere() throws Exception {
        byte[] plain = "0123456789".repeat(5000).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        write(new GZIPOutputStream(gzip), plain);
        byte[] half = Arrays.copyOf(gzip.toByteArray(), gzip.size() / 2);
        assertThat(text(payload(half).decoded("gzip"))).isNotEmpty().satisfies(t ->
                assertThat(new String(plain, StandardCharsets.US_ASCII)).startsWith(t));
    }

    @Test
    void anEncodingWeDoNotKnowIsNotReadAsText() {
        Payload decoded = payload(new byte[] {1, 2, 3}).decoded("br");
        assertThat(decoded.length).isZero();
        assertThat(decoded.gap).isTrue();
    }

    private static void write(OutputStream to, byte[] bytes) throws Exception {
        try (to) {
            to.write(bytes);
        }
    }
}
