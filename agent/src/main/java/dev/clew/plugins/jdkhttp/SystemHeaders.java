package dev.clew.plugins.jdkhttp;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The headers that the JDK's client adds to a request of itself: {@code HttpRequestImpl.setSystemHeader}, on JDK 17 to 25. */
final class SystemHeaders {
    private static volatile MethodHandle setter;

    private SystemHeaders() {}

    /** @param request the client's own */
    static void add(Object request, String[] headers) throws Throwable {
        MethodHandle set = setter;
        if (set == null) {
            Class<?> type = request.getClass();
            set = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findVirtual(type, "setSystemHeader", MethodType.methodType(void.class, String.class, String.class))
                    .asType(MethodType.methodType(void.class, Object.class, String.class, String.class));
            setter = set;
        }
        for (int i = 0; i < headers.length; i += 2) {
            set.invokeExact(request, headers[i], headers[i + 1]);
        }
    }
}
