package com.example.aws;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** {@link Bedrock} over HTTP/1.1, connections kept alive. */
final class Http1Server {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Bedrock bedrock;

    Http1Server(Bedrock bedrock) throws IOException {
        this.bedrock = bedrock;
        daemon(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (true) {
            try {
                Socket connection = socket.accept();
                daemon(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            String first;
            while (!(first = line(in)).isEmpty()) {
                Map<String, String> headers = new HashMap<>();
                for (String line = line(in); !line.isEmpty(); line = line(in)) {
                    int colon = line.indexOf(':');
                    headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
                }
                if (headers.getOrDefault("expect", "").equals("100-continue")) {
                    connection.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                byte[] body = body(headers, in);
                bedrock.answer(first.split(" ")[1], headers, body, new Reply(in, connection));
            }
        } catch (IOException | InterruptedException gone) {
            // the client went away, or shall find us gone
        }
    }

    private static byte[] body(Map<String, String> headers, InputStream in) throws IOException {
        if (headers.containsKey("content-length")) {
            return in.readNBytes(Integer.parseInt(headers.get("content-length")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int length;
        do {
            length = Integer.parseInt(line(in), 16);
            body.write(in.readNBytes(length));
            line(in);
        } while (length > 0);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.append(b == '\r' ? "" : (char) b);
        }
        return line.toString();
    }

    private static final class Reply implements Bedrock.Reply {
        private final InputStream in;
        private final Socket connection;
        private boolean chunked;

        Reply(InputStream in, Socket connection) {
            this.in = in;
            this.connection = connection;
        }

        @Override
        public void head(int status, String... headers) throws IOException {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
            chunked = true;
            for (int i = 0; i < headers.length; i += 2) {
                head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
                chunked &= !headers[i].equals("content-length");
            }
            head.append(chunked ? "transfer-encoding: chunked\r\n\r\n" : "\r\n");
            write(head.toString().getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void piece(byte[] bytes) throws IOException {
            ByteArrayOutputStream chunk = new ByteArrayOutputStream();
            if (chunked) {
                chunk.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            chunk.write(bytes);
            if (chunked) {
                chunk.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            write(chunk.toByteArray());
        }

        private void write(byte[] bytes) throws IOException {
            OutputStream out = connection.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        @Override
        public void end() throws IOException {
            if (chunked) {
                write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }

        @Override
        public void cut() throws IOException {
            throw new IOException("cut");
        }

        @Override
        public void untilGone() throws IOException {
            if (in.read() < 0) {
                throw new IOException("gone");
            }
        }
    }
}
