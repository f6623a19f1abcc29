package dev.clew.wire.format;

/** A request as a format sees it. Immutable. */
public final class Sent {
    /** As it was sent, without its {@code Content-Encoding}. */
    public final Payload body;
    /** Of the address, as it was sent: some APIs say there whether the answer is streamed. */
    public final String path;
    /** The model or deployment that the address names, decoded; null where it names none. */
    public final String model;

    public Sent(Payload body, String path, String model) {
        this.body = body;
        this.path = path;
        this.model = model;
    }
}
