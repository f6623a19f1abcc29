package dev.clew.stamp;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** Finds the object that does a tool's work behind what a library wraps around it: by fields alone, none of its methods is called. */
final class Maker {
    private static final int DEEPEST = 5;
    private static final String LAMBDA = "$$Lambda";

    private Maker() {}

    /**
     * @param tool as the library runs it
     * @param library what the names of its classes begin with
     * @param fields names of those that lead on
     * @return null where the library leads to nobody
     */
    static Class<?> of(Object tool, String library, String[] fields) {
        Object made = tool;
        for (int depth = 0; made != null && depth < DEEPEST; depth++) {
            Class<?> type = made.getClass();
            if (!type.getName().startsWith(library)) {
                return type.getClassLoader() == null ? null : type;
            }
            made = next(made, type, fields);
        }
        return null;
    }

    private static Object next(Object made, Class<?> type, String[] fields) {
        boolean lambda = type.getName().contains(LAMBDA);
        for (Class<?> owner = type; owner != null && owner != Object.class; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && (lambda && !field.getType().isPrimitive() || isOne(field.getName(), fields))) {
                    return value(field, made);
                }
            }
        }
        return null;
    }

    private static boolean isOne(String name, String[] names) {
        for (String one : names) {
            if (one.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static Object value(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return null;
        }
    }
}
