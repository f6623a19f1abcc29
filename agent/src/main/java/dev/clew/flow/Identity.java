package dev.clew.flow;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whether it says something that two hold the very same object: not where a JVM has but one of its kind, as of a constant, or keeps
 * some at hand, as of small numbers. No code of the application is run to find out.
 */
final class Identity {
    private static final Object[] ONLY_ONES = {
        List.of(), Set.of(), Map.of(), Optional.empty(),
        Collections.EMPTY_LIST, Collections.EMPTY_SET, Collections.EMPTY_MAP,
        Collections.emptySortedSet(), Collections.emptySortedMap()
    };
    private static final int MAX_FIELDS = 512;

    private Identity() {}

    /** Of anything but strings, which do not show whether they are constants. */
    static boolean isTelling(Object object) {
        if (object instanceof Number number && number.getClass().getClassLoader() == null) {
            return isTelling(number);
        }
        Class<?> type = object.getClass();
        if (object instanceof Enum<?> || object instanceof CharSequence || object instanceof Class<?>) {
            return false;
        }
        if (type.isArray()) {
            return Array.getLength(object) > 0;
        }
        ClassLoader loader = type.getClassLoader();
        if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
            boolean holdsOthers = object instanceof Collection<?> || object instanceof Map<?, ?> || object instanceof Optional<?>;
            return type.getName().startsWith("java.util.") && (holdsOthers || object instanceof UUID) && !isOnlyOne(object);
        }
        return !type.isHidden() && !Proxy.isProxyClass(type) && !isConstant(object, type);
    }

    /** The JDK keeps small ones; how many is up to the user. */
    private static boolean isTelling(Number number) {
        if (number instanceof Integer i) {
            return Integer.valueOf(i.intValue()) != number;
        }
        if (number instanceof Long l) {
            return Long.valueOf(l.longValue()) != number;
        }
        return number instanceof Double || number instanceof Float;
    }

    private static boolean isOnlyOne(Object object) {
        for (Object one : ONLY_ONES) {
            if (one == object) {
                return true;
            }
        }
        return false;
    }

    /** Constants mostly stand in the class that they are of. */
    private static boolean isConstant(Object object, Class<?> type) {
        try {
            int left = MAX_FIELDS;
            for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    boolean mayHoldIt = Modifier.isStatic(field.getModifiers()) && field.getType().isInstance(object);
                    if (mayHoldIt && (--left < 0 || holds(field, object))) {
                        return true;
                    }
                }
            }
            return false;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError closed) {
            return true; // who knows
        }
    }

    private static boolean holds(Field field, Object object) throws ReflectiveOperationException {
        field.setAccessible(true);
        return field.get(null) == object;
    }
}
