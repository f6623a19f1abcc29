package dev.clew.smoke;

/** Over Reactor Netty's client, the newest. */
class ReactorNettyRecordingsTest extends RecordingsContract {
    ReactorNettyRecordingsTest() {
        super("ReactorNettyClient", "reactor-netty");
    }
}
