package dev.clew.plugins.urlconnection;

import dev.clew.context.Current;
import dev.clew.wire.Reading;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Behind the stream that the application reads: looks at what it is given. */
final class ResponseTee extends FilterInputStream {
    private final Reading reading;
    private final Call call;

    ResponseTee(InputStream content, Reading reading, Call call) {
        super(content);
        this.reading = reading;
        this.call = call;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes) throws IOException {
        return read(bytes, 0, bytes.length);
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        int count;
        // at its end, the JDK may start a thread that looks after idle connections
        Object before = Current.set(null);
        try {
            count = in.read(bytes, offset, wanted);
        } catch (IOException broken) {
            failed(broken);
            throw broken;
        } finally {
            Current.set(before);
        }
        try {
            reading.read(bytes, offset, count);
        } catch (Throwable ours) {
            // not seen, then
        }
        return count;
    }

    private void failed(IOException broken) {
        try {
            if (!reading.ended()) {
                call.failed(broken);
            }
        } catch (Throwable ours) {
            // not seen, then
        }
    }

    void closed() {
        try {
            reading.close();
        } catch (Throwable ours) {
            // not seen, then
        }
    }

    @Override
    public void close() throws IOException {
        closed();
        Object before = Current.set(null);
        try {
            in.close();
        } finally {
            Current.set(before);
        }
    }
}
