package com.example.http;

import com.example.http.Way.Client;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** {@code java.net.HttpURLConnection}: the body kept until it is complete, sent in chunks, and with a length told before. */
public final class UrlConnectionClient implements Client {
    private enum Sends {
        WHOLE,
        CHUNKS,
        FIXED
    }

    @Override
    public List<Way> ways() {
        return List.of(new Plain("kept", Sends.WHOLE), new Plain("chunks", Sends.CHUNKS), new Plain("fixed", Sends.FIXED));
    }

    @Override
    public void close() {}

    private record Plain(String name, Sends sends) implements Way {

        private HttpURLConnection send(Ask ask) throws IOException {
            HttpURLConnection connection = (HttpURLConnection) ask.uri().toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", ask.contentType());
            connection.setRequestProperty("x-case", ask.kind());
            if (ask.timeout() != null) {
                connection.setReadTimeout((int) ask.timeout().toMillis());
            }
            byte[] body = ask.body().getBytes(StandardCharsets.UTF_8);
            switch (sends) {
                case CHUNKS -> connection.setChunkedStreamingMode(16);
                case FIXED -> connection.setFixedLengthStreamingMode(body.length);
                default -> connection.connect();
            }
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body[0]);
                out.write(body, 1, body.length - 1);
            }
            connection.getResponseCode();
            if (connection.getRequestProperty("traceparent") != null) {
                throw new IllegalStateException("changed");
            }
            return connection;
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            HttpURLConnection connection = send(ask);
            int status = connection.getResponseCode();
            InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
            // stops at the end of what is packed, and not of the body
            boolean packed = sends == Sends.CHUNKS && "gzip".equals(connection.getContentEncoding());
            try (InputStream body = packed ? new GZIPInputStream(in) : in) {
                return new Answer(status, body.readAllBytes());
            }
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
            HttpURLConnection connection = send(ask);
            byte[] buffer = new byte[4096];
            InputStream in = connection.getInputStream();
            String some = "";
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                // it gives what it has, which may be half an event
                some += new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                if (some.contains("\n\n") && !each.test(some.getBytes(StandardCharsets.ISO_8859_1))) {
                    if (sends == Sends.WHOLE) {
                        connection.disconnect();
                    } else {
                        in.close();
                    }
                    break;
                }
                some = some.contains("\n\n") ? "" : some;
            }
            return true;
        }
    }
}
