package dev.clew.plugins.jettyserver;

import dev.clew.trace.Incoming;
import dev.clew.trace.Requests;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.UnaryOperator;

/** Channels of Jetty 9.4 to 11, whose types are other ones in 12 of the same names, and have the servlet API of their version. */
final class Channels {
    private static final String JAKARTA = "jakarta.servlet.error.exception";
    private static final String JAVAX = "javax.servlet.error.exception";

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

    private final MethodHandle request;
    private final MethodHandle response;
    private final MethodHandle method;
    private final MethodHandle path;
    private final MethodHandle header;
    private final MethodHandle attribute;
    private final MethodHandle status;

    /** With the first channel. */
    private static final class Ready {
        static final Channels HANDLES = new Channels(Channels.class.getClassLoader());
    }

    private Channels(ClassLoader loader) {
        try {
            Class<?> channels = Class.forName("org.eclipse.jetty.server.HttpChannel", false, loader);
            Class<?> requests = Class.forName("org.eclipse.jetty.server.Request", false, loader);
            Class<?> responses = Class.forName("org.eclipse.jetty.server.Response", false, loader);
            request = find(channels, "getRequest", requests);
            response = find(channels, "getResponse", responses);
            method = find(requests, "getMethod", String.class);
            path = find(requests, "getRequestURI", String.class);
            header = find(requests, "getHeader", String.class, String.class);
            attribute = find(requests, "getAttribute", Object.class, String.class);
            status = find(responses, "getStatus", int.class);
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException(otherVersion);
        }
    }

    /** With the types that can be named here: Object for all of Jetty's. */
    private static MethodHandle find(Class<?> type, String name, Class<?> result, Class<?>... parameters)
            throws ReflectiveOperationException {
        MethodHandle found = LOOKUP.findVirtual(type, name, MethodType.methodType(result, parameters));
        MethodType named = MethodType.methodType(result == int.class || result == String.class ? result : Object.class, Object.class)
                .appendParameterTypes(parameters);
        return found.asType(named);
    }

    static Incoming begin(Object channel) throws Throwable {
        Channels handles = Ready.HANDLES;
        Object request = (Object) handles.request.invokeExact(channel);
        return Requests.begin(
                channel, (String) handles.method.invokeExact(request), (String) handles.path.invokeExact(request),
                new Received(request));
    }

    static void end(Object channel) throws Throwable {
        if (Requests.of(channel) != null) {
            Channels handles = Ready.HANDLES;
            Object request = (Object) handles.request.invokeExact(channel);
            Object response = (Object) handles.response.invokeExact(channel);
            Object error = (Object) handles.attribute.invokeExact(request, JAKARTA);
            if (error == null) {
                error = (Object) handles.attribute.invokeExact(request, JAVAX);
            }
            int status = (int) handles.status.invokeExact(response);
            Requests.end(channel, status, error instanceof Throwable ? (Throwable) error : null);
        }
    }

    private static final class Received implements UnaryOperator<String> {
        private final Object request;

        Received(Object request) {
            this.request = request;
        }

        @Override
        public String apply(String name) {
            try {
                return (String) Ready.HANDLES.header.invokeExact(request, name);
            } catch (Throwable unreadable) {
                return null;
            }
        }
    }
}
