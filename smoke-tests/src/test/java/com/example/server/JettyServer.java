package com.example.server;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/** A servlet in Jetty, whichever: packages and types differ, names do not. */
public final class JettyServer implements Server {
    private Object server;

    @Override
    public List<String> also() {
        return List.of("again");
    }

    @Override
    public int start() throws Exception {
        Class<?> type = Class.forName("org.eclipse.jetty.server.Server");
        server = type.getConstructor(InetSocketAddress.class).newInstance(new InetSocketAddress("127.0.0.1", 0));
        Class<?> handlers = servletContextHandler();
        Object handler = handlers.getConstructor().newInstance();
        handlers.getMethod("setContextPath", String.class).invoke(handler, "/");
        Object holder = handlers.getMethod("addServlet", String.class, String.class).invoke(handler, Servlets.name(), "/*");
        holder.getClass().getMethod("setAsyncSupported", boolean.class).invoke(holder, true);
        type.getMethod("setHandler", Class.forName("org.eclipse.jetty.server.Handler")).invoke(server, handler);
        type.getMethod("start").invoke(server);
        return ((URI) type.getMethod("getURI").invoke(server)).getPort();
    }

    private static Class<?> servletContextHandler() throws ClassNotFoundException {
        try {
            return Class.forName("org.eclipse.jetty.ee10.servlet.ServletContextHandler");
        } catch (ClassNotFoundException before12) {
            return Class.forName("org.eclipse.jetty.servlet.ServletContextHandler");
        }
    }

    @Override
    public void close() throws Exception {
        server.getClass().getMethod("stop").invoke(server);
    }
}
