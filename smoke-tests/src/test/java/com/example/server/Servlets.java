package com.example.server;

/** Which servlet the class path has an API for. */
final class Servlets {
    private Servlets() {}

    static String name() {
        try {
            Class.forName("jakarta.servlet.Servlet");
            return "com.example.server.JakartaServlet";
        } catch (ClassNotFoundException older) {
            return "com.example.server.JavaxServlet";
        }
    }
}
