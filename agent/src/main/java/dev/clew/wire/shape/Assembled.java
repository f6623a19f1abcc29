package dev.clew.wire.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An object whose values come one by one, or in pieces, each with the path at which it stands: {@code $.foo.bar[0]['data']}. What a
 * path does not fit to what is there already, or is no such path, is left out.
 */
final class Assembled {
    private static final int DEPTH_MAX = 100;
    private static final int INDEX_MAX = 10_000;
    /** Objects, lists and their empty places, more than arguments have: an index is only a number, and a list has all below it. */
    private static final int ROOM = 20_000;

    /** JSON of a value that comes in one piece, as it was written. */
    private static final class Scalar {
        private final String json;

        Scalar(String json) {
            this.json = json;
        }
    }

    private final Map<String, Object> root = new LinkedHashMap<>();
    private int room = ROOM;

    boolean isEmpty() {
        return root.isEmpty();
    }

    /** A text, or the next piece of it. */
    void text(String path, String more) {
        put(path, more, null);
    }

    /** @param json a number, {@code true}, {@code false} or {@code null} */
    void scalar(String path, String json) {
        put(path, null, new Scalar(json));
    }

    private void put(String path, String more, Scalar scalar) {
        List<Object> steps = steps(path);
        if (steps == null || steps.isEmpty() || !(steps.get(0) instanceof String)) {
            return;
        }
        Object at = root;
        for (int i = 0; i < steps.size() - 1 && at != null; i++) {
            Object below = get(at, steps.get(i));
            if (below == null) {
                below = steps.get(i + 1) instanceof String ? new LinkedHashMap<String, Object>() : new ArrayList<>();
                below = --room > 0 && set(at, steps.get(i), below) ? below : null;
            }
            at = below;
        }
        if (at == null) {
            return;
        }
        Object last = steps.get(steps.size() - 1);
        Object known = get(at, last);
        if (scalar != null) {
            set(at, last, scalar);
        } else if (known instanceof StringBuilder) {
            ((StringBuilder) known).append(more);
        } else {
            set(at, last, new StringBuilder(more));
        }
    }

    private static Object get(Object at, Object step) {
        if (at instanceof Map && step instanceof String) {
            return ((Map<?, ?>) at).get(step);
        }
        if (at instanceof List && step instanceof Integer) {
            List<?> list = (List<?>) at;
            return (Integer) step < list.size() ? list.get((Integer) step) : null;
        }
        return null;
    }

    @SuppressWarnings("unchecked") // they are ours
    private boolean set(Object at, Object step, Object value) {
        if (at instanceof Map && step instanceof String) {
            ((Map<String, Object>) at).put((String) step, value);
            return true;
        }
        if (at instanceof List && step instanceof Integer) {
            List<Object> list = (List<Object>) at;
            room -= Math.max(0, (Integer) step + 1 - list.size());
            if (room < 0) {
                return false;
            }
            while (list.size() <= (Integer) step) {
                list.add(null);
            }
            list.set((Integer) step, value);
            return true;
        }
        return false;
    }

    /** Names and indices; null for what is no path to one value. */
    private static List<Object> steps(String path) {
        List<Object> steps = new ArrayList<>(4);
        if (path == null || !path.startsWith("$")) {
            return null;
        }
        int i = 1;
        while (i < path.length()) {
            int end;
            if (path.charAt(i) == '.') {
                end = endOfName(path, i + 1);
                steps.add(path.substring(i + 1, end));
            } else if (path.startsWith("['", i) || path.startsWith("[\"", i)) {
                StringBuilder name = new StringBuilder();
                end = quoted(path, i + 1, name);
                steps.add(name.toString());
            } else {
                end = path.indexOf(']', i) + 1;
                int index = path.charAt(i) == '[' ? index(path, i + 1, end - 1) : -1;
                if (index < 0) {
                    return null;
                }
                steps.add(index);
            }
            if (end <= i + 1 || steps.size() > DEPTH_MAX) {
                return null;
            }
            i = end;
        }
        return steps;
    }

    private static int endOfName(String path, int from) {
        int end = from;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    /** Answers where the path goes on, 0 for nowhere. */
    private static int quoted(String path, int quote, StringBuilder name) {
        for (int i = quote + 1; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\' && i + 1 < path.length()) {
                name.append(path.charAt(++i));
            } else if (c == path.charAt(quote)) {
                return path.startsWith("]", i + 1) ? i + 2 : 0;
            } else {
                name.append(c);
            }
        }
        return 0;
    }

    private static int index(String path, int from, int to) {
        if (to <= from || to - from > 5) {
            return -1;
        }
        int index = 0;
        for (int i = from; i < to; i++) {
            char c = path.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            index = index * 10 + c - '0';
        }
        return index < INDEX_MAX ? index : -1;
    }

    String json() {
        StringBuilder out = new StringBuilder();
        write(root, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof Map) {
            char before = '{';
            for (Map.Entry<?, ?> field : ((Map<?, ?>) value).entrySet()) {
                quote((String) field.getKey(), out.append(before));
                write(field.getValue(), out.append(':'));
                before = ',';
            }
            out.append(before == '{' ? "{}" : "}");
        } else if (value instanceof List) {
            char before = '[';
            for (Object item : (List<?>) value) {
                write(item, out.append(before));
                before = ',';
            }
            out.append(before == '[' ? "[]" : "]");
        } else if (value instanceof Scalar) {
            out.append(((Scalar) value).json);
        } else if (value == null) {
            // below an index that came first
            out.append("null");
        } else {
            quote((CharSequence) value, out);
        }
    }

    private static void quote(CharSequence text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
