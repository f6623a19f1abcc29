package com.example.server;

/** Runs one {@link Server} until its input ends. */
public final class Serving {
    private Serving() {}

    /** @param args class of the server */
    public static void main(String[] args) throws Exception {
        try (Server server = (Server) Class.forName(args[0]).getConstructor().newInstance()) {
            System.out.println("port " + server.start() + ' ' + String.join(" ", server.also()) + '.');
            while (System.in.read() >= 0) {
                // not yet
            }
        }
        System.exit(0);
    }
}
