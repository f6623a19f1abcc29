package dev.clew.plugins.apachehttp4;

import dev.clew.wire.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.http.HttpEntity;
import org.apache.http.conn.ConnectionReleaseTrigger;
import org.apache.http.conn.EofSensorInputStream;
import org.apache.http.entity.HttpEntityWrapper;

/** Looks at a response's body as the application reads it; nothing is read for it. */
final class ResponseTee extends HttpEntityWrapper {
    private final HttpEntity entity;
    private final Reading reading;
    private final Call call;
    private boolean opened;

    ResponseTee(HttpEntity entity, Reading reading, Call call) {
        super(entity);
        this.entity = entity;
        this.reading = reading;
        this.call = call;
    }

    @Override
    public InputStream getContent() throws IOException {
        InputStream content = entity.getContent();
        if (content == null || opened && entity.isRepeatable()) {
            return content;
        }
        opened = true;
        return new Stream(content, this);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (out == null || opened && entity.isRepeatable()) {
            entity.writeTo(out);
            return;
        }
        opened = true;
        try {
            entity.writeTo(new Copying(out, this));
        } catch (Throwable thrown) {
            failed(thrown);
            throw thrown;
        }
        read(null, 0, -1);
    }

    @Override
    @Deprecated
    public void consumeContent() throws IOException {
        closed();
        entity.consumeContent();
    }

    private void read(byte[] bytes, int offset, int count) {
        try {
            reading.read(bytes, offset, count);
        } catch (Throwable ours) {
            // not seen, then
        }
    }

    private void failed(Throwable thrown) {
        try {
            if (call.isCancelled()) {
                reading.cancel();
            } else {
                reading.fail(thrown);
            }
        } catch (Throwable ours) {
            // not seen, then
        }
    }

    /** The application wants no more. */
    void closed() {
        try {
            reading.close();
        } catch (Throwable ours) {
            // not seen, then
        }
    }

    @Override
    public String toString() {
        return entity.toString();
    }

    /** What the client gives where it does not unpack: applications call its {@code abortConnection}. */
    private static final class Stream extends EofSensorInputStream {
        private final InputStream content;
        private final ResponseTee tee;

        Stream(InputStream content, ResponseTee tee) {
            super(content, null);
            this.content = content;
            this.tee = tee;
        }

        @Override
        public int read() throws IOException {
            int one;
            try {
                one = content.read();
            } catch (Throwable thrown) {
                tee.failed(thrown);
                throw thrown;
            }
            tee.read(new byte[] {(byte) one}, 0, one < 0 ? -1 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes) throws IOException {
            return read(bytes, 0, bytes.length);
        }

        @Override
        public int read(byte[] bytes, int offset, int wanted) throws IOException {
            int count;
            try {
                count = content.read(bytes, offset, wanted);
            } catch (IndexOutOfBoundsException | NullPointerException asked) {
                throw asked;
            } catch (Throwable thrown) {
                tee.failed(thrown);
                throw thrown;
            }
            tee.read(bytes, offset, count);
            return count;
        }

        @Override
        public int available() throws IOException {
            return content.available();
        }

        @Override
        public void close() throws IOException {
            tee.closed();
            content.close();
        }

        @Override
        public void releaseConnection() throws IOException {
            close();
        }

        @Override
        public void abortConnection() throws IOException {
            tee.closed();
            if (content instanceof ConnectionReleaseTrigger) {
                ((ConnectionReleaseTrigger) content).abortConnection();
            } else {
                content.close();
            }
        }
    }

    private static final class Copying extends OutputStream {
        private final OutputStream out;
        private final ResponseTee tee;

        Copying(OutputStream out, ResponseTee tee) {
            this.out = out;
            this.tee = tee;
        }

        @Override
        public void write(int one) throws IOException {
            tee.read(new byte[] {(byte) one}, 0, 1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            tee.read(bytes, 0, bytes.length);
            out.write(bytes);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            tee.read(bytes, offset, count);
            out.write(bytes, offset, count);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
