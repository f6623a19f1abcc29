package dev.clew.plugins.jettyserver;

import dev.clew.trace.Incoming;
import dev.clew.trace.Requests;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.eclipse.jetty.server.Request;

/** Jetty 12's channels for servlets, one class for each version of Jakarta EE. */
final class ServletChannels {
    private static final ClassValue<MethodHandle> REQUEST = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
            try {
                return MethodHandles.publicLookup()
                        .findVirtual(type, "getRequest", MethodType.methodType(Request.class))
                        .asType(MethodType.methodType(Request.class, Object.class));
            } catch (ReflectiveOperationException otherVersion) {
                throw new IllegalStateException(otherVersion);
            }
        }
    };

    private ServletChannels() {}

    static Object resume(Object channel) throws Throwable {
        if (Incoming.isAny()) {
            return null;
        }
        Request request = (Request) REQUEST.get(channel.getClass()).invokeExact(channel);
        return request == null ? null : Requests.resume(Request.unWrap(request));
    }
}
