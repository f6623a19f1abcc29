package com.example.handover.jdk;

import com.example.handover.Probe;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** {@code StructuredTaskScope} of JDK 25, a preview; by reflection, since this is compiled for a JDK that has none. */
final class Scopes {
    private static final String SCOPE = "java.util.concurrent.StructuredTaskScope";

    private Scopes() {}

    private static Object joinAll() throws Exception {
        return Class.forName(SCOPE + "$Joiner").getMethod("awaitAllSuccessfulOrThrow").invoke(null);
    }

    static void forks(Probe p) throws Exception {
        p.parent("a", () -> {
            Method open = Class.forName(SCOPE).getMethod("open");
            try (AutoCloseable scope = (AutoCloseable) open.invoke(null)) {
                fork(p, scope, "a/virtual-1");
                fork(p, scope, "a/virtual-2");
                join(scope);
            }
        });
    }

    static void platformThreads(Probe p) throws Exception {
        p.parent("a", () -> {
            Class<?> configuration = Class.forName(SCOPE + "$Configuration");
            Method withFactory = configuration.getMethod("withThreadFactory", ThreadFactory.class);
            ThreadFactory factory = work -> new Thread(work, "of-a-scope");
            Function<Object, Object> configure = of -> {
                try {
                    return withFactory.invoke(of, factory);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            };
            Method open = open(configure);
            Object configured = open.getParameterTypes()[1] == UnaryOperator.class
                    ? (UnaryOperator<Object>) configure::apply
                    : configure;
            try (AutoCloseable scope = (AutoCloseable) open.invoke(null, joinAll(), configured)) {
                fork(p, scope, "a/platform");
                join(scope);
            }
        });
    }

    private static Method open(Object configure) throws Exception {
        for (Method method : Class.forName(SCOPE).getMethods()) {
            if (method.getName().equals("open") && method.getParameterCount() == 2) {
                return method;
            }
        }
        throw new NoSuchMethodException("open");
    }

    private static void fork(Probe p, Object scope, String mark) throws Exception {
        Callable<String> task = () -> {
            p.mark(mark);
            return mark;
        };
        Class.forName(SCOPE).getMethod("fork", Callable.class).invoke(scope, task);
    }

    private static void join(Object scope) throws Exception {
        Class.forName(SCOPE).getMethod("join").invoke(scope);
    }
}
