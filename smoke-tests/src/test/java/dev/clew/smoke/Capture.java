package dev.clew.smoke;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Reads one stream of a child to its end, byte for byte, and lets others wait for what it says. */
final class Capture extends Thread {

    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean ended;

    Capture(InputStream in, String name) {
        super(name);
        this.in = in;
        setDaemon(true);
        start();
    }

    @Override
    public void run() {
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                append(buffer, n);
            }
        } catch (IOException killed) {
            // what came until then is what there is
        }
        end();
    }

    private synchronized void append(byte[] buffer, int n) {
        bytes.write(buffer, 0, n);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Whether the text came before the stream ended and before the time was up. */
    synchronized boolean await(String text, long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!bytes.toString(StandardCharsets.UTF_8).contains(text)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (ended || left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    byte[] bytes() throws InterruptedException {
        join(TimeUnit.SECONDS.toMillis(10));
        return soFar();
    }

    synchronized byte[] soFar() {
        return bytes.toByteArray();
    }
}
