package dev.clew.plugins.reactornetty;

import io.netty.handler.codec.http.HttpMethod;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.net.URISyntaxException;
import reactor.netty.http.client.HttpClientConfig;

/** What Reactor Netty keeps to itself, the same from 1.0.0 to 1.3.8. */
final class Internals {
    private static volatile MethodHandle config;
    private static volatile MethodHandle address;
    private static volatile MethodHandle method;

    private Internals() {}

    /** What a {@code MonoHttpConnect} was made of. */
    static HttpClientConfig config(Object mono) throws Throwable {
        MethodHandle get = config;
        if (get == null) {
            get = getter(mono.getClass(), "config", HttpClientConfig.class);
            config = get;
        }
        return (HttpClientConfig) (Object) get.invokeExact(mono);
    }

    /** Where a {@code HttpClientHandler} sends its request next; null where that is no address. */
    static URI address(Object handler) throws Throwable {
        MethodHandle get = address;
        if (get == null) {
            Class<?> type = Class.forName(
                    "reactor.netty.http.client.UriEndpoint", false, handler.getClass().getClassLoader());
            get = getter(handler.getClass(), "toURI", type);
            address = get;
        }
        try {
            return new URI(String.valueOf((Object) get.invokeExact(handler)));
        } catch (URISyntaxException asItIs) {
            return null;
        }
    }

    static String method(Object handler) throws Throwable {
        MethodHandle get = method;
        if (get == null) {
            get = getter(handler.getClass(), "method", HttpMethod.class);
            method = get;
        }
        return ((HttpMethod) (Object) get.invokeExact(handler)).name();
    }

    private static MethodHandle getter(Class<?> owner, String name, Class<?> type) throws ReflectiveOperationException {
        return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                .findGetter(owner, name, type)
                .asType(MethodType.methodType(Object.class, Object.class));
    }
}
