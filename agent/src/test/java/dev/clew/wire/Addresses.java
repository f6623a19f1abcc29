package dev.clew.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of model calls over HTTP, for the documents. */
public final class Addresses {
    private Addresses() {}

    /** Format, operation, and what addresses end in; a row a format and operation. */
    public static List<List<String>> rows() {
        Map<List<String>, List<String>> endings = new LinkedHashMap<>();
        for (Api api : Api.TABLE) {
            String format = api.kind.name().toLowerCase().replace('_', ' ');
            endings.computeIfAbsent(List.of(format, api.operation), key -> new ArrayList<>()).add(api.ending);
        }
        List<List<String>> rows = new ArrayList<>();
        endings.forEach((key, of) -> rows.add(List.of(key.get(0), key.get(1), String.join(" ", of))));
        return rows;
    }
}
