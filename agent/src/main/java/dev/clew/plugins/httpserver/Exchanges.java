package dev.clew.plugins.httpserver;

import com.sun.net.httpserver.Headers;
import dev.clew.trace.Requests;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The server's own exchanges, which no compiler lets us name: {@code sun.net.httpserver.ExchangeImpl} on JDK 17 to 25. */
final class Exchanges {
    private final MethodHandle exchange;
    private final MethodHandle headers;
    private final MethodHandle status;

    /** Made by the first hook in that package: linking it has opened the package to us. */
    private static final class Ready {
        static final Exchanges HANDLES = new Exchanges();
    }

    private Exchanges() {
        try {
            Class<?> type = Class.forName("sun.net.httpserver.ExchangeImpl", false, ClassLoader.getPlatformClassLoader());
            Class<?> event = Class.forName("sun.net.httpserver.Event", false, ClassLoader.getPlatformClassLoader());
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            exchange = lookup.findGetter(event, "exchange", type)
                    .asType(MethodType.methodType(Object.class, Object.class));
            headers = lookup.findVirtual(type, "getResponseHeaders", MethodType.methodType(Headers.class))
                    .asType(MethodType.methodType(Headers.class, Object.class));
            status = lookup.findVirtual(type, "getResponseCode", MethodType.methodType(int.class))
                    .asType(MethodType.methodType(int.class, Object.class));
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException(otherVersion);
        }
    }

    /** The exchange that an event is about. */
    static Object of(Object event) throws Throwable {
        return (Object) Ready.HANDLES.exchange.invokeExact(event);
    }

    static void end(Object exchange) throws Throwable {
        Exchanges handles = Ready.HANDLES;
        Headers key = (Headers) handles.headers.invokeExact(exchange);
        Requests.end(key, (int) handles.status.invokeExact(exchange), null);
    }
}
