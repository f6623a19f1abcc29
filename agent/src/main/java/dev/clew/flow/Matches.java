package dev.clew.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What one text has of each source, by the source's number; used again for the next text. */
final class Matches {
    private Match[] bySource = new Match[16];
    private List<Match> all = new ArrayList<>();

    /** For another text; so many sources there are. */
    void clear(int sources) {
        for (int i = 0; i < all.size(); i++) {
            bySource[all.get(i).number] = null;
        }
        all = new ArrayList<>();
        if (sources > bySource.length) {
            bySource = Arrays.copyOf(bySource, Math.max(sources, 2 * bySource.length));
        }
    }

    Match of(int number, Source source) {
        Match match = bySource[number];
        if (match == null) {
            match = new Match(number, source);
            bySource[number] = match;
            all.add(match);
        }
        return match;
    }

    /** In the order in which they were found. */
    List<Match> all() {
        return all;
    }
}
