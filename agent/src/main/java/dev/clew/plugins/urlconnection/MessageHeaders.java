package dev.clew.plugins.urlconnection;

import dev.clew.context.Rescuable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Headers of ours in the JDK's own {@code sun.net.www.MessageHeader}, to be taken out again. JDK 17 to 25. */
final class MessageHeaders implements Rescuable {
    private static volatile Access access;

    private final Object headers;
    private final String[] added;

    private MessageHeaders(Object headers, String[] added) {
        this.headers = headers;
        this.added = added;
    }

    /** @return null where nothing was added */
    static MessageHeaders added(Object headers, String[] more) throws Throwable {
        if (more == null) {
            return null;
        }
        Access to = access;
        if (to == null) {
            to = new Access(headers.getClass());
            access = to;
        }
        String first = (String) to.key.invokeExact(headers, 0);
        if (first != null && first.startsWith("CONNECT ") || (String) to.find.invokeExact(headers, "traceparent") != null) {
            return null;
        }
        MessageHeaders added = new MessageHeaders(headers, more);
        for (int i = 0; i < more.length; i += 2) {
            to.add.invokeExact(headers, more[i], more[i + 1]);
        }
        return added;
    }

    void remove() throws Throwable {
        for (int i = 0; i < added.length; i += 2) {
            access.remove.invokeExact(headers, added[i]);
        }
    }

    @Override
    public void rescue() {
        try {
            remove();
        } catch (Throwable stays) {
            // it is only there for the application to see
        }
    }

    private static final class Access {
        final MethodHandle key;
        final MethodHandle find;
        final MethodHandle add;
        final MethodHandle remove;

        /** The package is open to us, since we hook into it. */
        Access(Class<?> type) throws ReflectiveOperationException {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            key = lookup.findVirtual(type, "getKey", MethodType.methodType(String.class, int.class))
                    .asType(MethodType.methodType(String.class, Object.class, int.class));
            find = lookup.findVirtual(type, "findValue", MethodType.methodType(String.class, String.class))
                    .asType(MethodType.methodType(String.class, Object.class, String.class));
            add = lookup.findVirtual(type, "add", MethodType.methodType(void.class, String.class, String.class))
                    .asType(MethodType.methodType(void.class, Object.class, String.class, String.class));
            remove = lookup.findVirtual(type, "remove", MethodType.methodType(void.class, String.class))
                    .asType(MethodType.methodType(void.class, Object.class, String.class));
        }
    }
}
