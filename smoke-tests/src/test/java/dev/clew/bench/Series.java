package dev.clew.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** All values of one thing measured, by contender. */
final class Series {

    private final Map<Contender.Kind, double[]> values = new EnumMap<>(Contender.Kind.class);
    private final String unit;

    Series(String unit) {
        this.unit = unit;
    }

    String unit() {
        return unit;
    }

    void add(Contender.Kind kind, double value) {
        double[] old = values.getOrDefault(kind, new double[0]);
        double[] more = Arrays.copyOf(old, old.length + 1);
        more[old.length] = value;
        Arrays.sort(more);
        values.put(kind, more);
    }

    boolean has(Contender.Kind kind) {
        return values.containsKey(kind);
    }

    double median(Contender.Kind kind) {
        double[] sorted = values.get(kind);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    double min(Contender.Kind kind) {
        return values.get(kind)[0];
    }

    double max(Contender.Kind kind) {
        double[] sorted = values.get(kind);
        return sorted[sorted.length - 1];
    }

    double added(Contender.Kind kind) {
        return median(kind) - median(Contender.Kind.NONE);
    }

    String cell(Contender.Kind kind) {
        return has(kind) ? number(median(kind)) + " (" + number(min(kind)) + "-" + number(max(kind)) + ")" : "";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    /** Keeps series in the order in which they came up. */
    static final class Book extends LinkedHashMap<String, Series> {

        private static final long serialVersionUID = 1;

        Series series(String name, String unit) {
            return computeIfAbsent(name, n -> new Series(unit));
        }
    }
}
