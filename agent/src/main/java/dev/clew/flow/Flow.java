package dev.clew.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What fed what within one trace. Each text is looked at once: the words that are new in it are kept, as outside text or as
 * an output; what a history repeats is known by its checksum.
 *
 * <p>Text that was in some input before it was in any output came from outside: prompts, templates, what a person asked. An
 * output that repeats it is no source of it.
 */
final class Flow {
    private static final int PLACES = 8;
    /** Facts that end alike, as addresses do. */
    private static final int ENDINGS = 64;
    /** Sources of one text. */
    private static final int MAX_SOURCES = 32;

    private static final int FACT_WORDS = 3;

    private final Tokens tokens;
    private final Keys keys;
    private final Sources sources = new Sources();
    private final Matches matches = new Matches();
    private final Phrases phrases = new Phrases();
    private final Map<Keys.Key, List<Found>> known = new Recent<>();
    /** Outputs by the very bytes: what goes on as it is needs no second look. */
    private final Map<Keys.Key, Source> said = new Recent<>();

    /** What a text has of a source. */
    private record Found(Source source, int words, String sample) {}

    private final UnaryOperator<String> masked;

    /** @param masked takes secrets out of a text, and answers the very same one where there are none */
    Flow(Tokens tokens, Keys keys, UnaryOperator<String> masked) {
        this.keys = keys;
        this.tokens = tokens;
        this.masked = masked;
    }

    /** Bytes that it takes, roughly. */
    long bytes() {
        return sources.bytes() + 128L * (known.size() + said.size());
    }

    /**
     * Takes what went into a piece of work and then what came out of it, once it has ended.
     *
     * @return what fed it, at most one edge a piece of work
     */
    List<Edge> take(Origin work, List<Text> inputs, List<Text> outputs) {
        Map<Origin, Edge> edges = new LinkedHashMap<>();
        for (Text input : inputs) {
            for (Found found : input(work, input)) {
                Origin from = found.source.origin;
                double share = Math.min(1, found.words / (double) Math.max(1, found.source.words.length));
                Edge edge = edges.get(from);
                if (edge == null || edge.share() < share) {
                    edges.put(from, new Edge(from, share, found.sample, false));
                }
            }
        }
        for (Text output : outputs) {
            output(work, output);
        }
        tokens.clear();
        if (sources.forgetsHalf()) {
            known.clear();
            said.clear();
        }
        return List.copyOf(edges.values());
    }

    /** Takes what went into a piece of work before it has ended. */
    void told(Origin work, List<Text> inputs) {
        for (Text input : inputs) {
            input(work, input);
        }
        tokens.clear();
    }

    private List<Found> input(Origin work, Text text) {
        Keys.Key key = keys.of(text);
        List<Found> found = known.get(key);
        if (found != null && canAllFeed(found, work)) {
            return found;
        }
        Source twin = said.get(key.ofAnyCall());
        found = twin == null ? List.of() : again(work, text, twin);
        if (!found.isEmpty()) {
            known.put(key, found);
            return found;
        }
        tokens.of(text.text(), keys.bytes(text));
        if (tokens.count == 0) {
            return List.of();
        }
        BitSet explained = new BitSet(tokens.count);
        found = explain(work, text, explained);
        if (explained.cardinality() < tokens.count) {
            sources.keep(null, tokens, text, explained);
        }
        known.put(key, found);
        return found;
    }

    /** Whose output a text is that some work said byte for byte; none where that may not be told so. */
    private List<Found> again(Origin work, Text text, Source twin) {
        matches.clear(sources.size());
        whole(work, text, twin.whole, twin.words, twin.words.length);
        Source best = null;
        for (Match match : matches.all()) {
            if (best == null || isNearer(match.source, best)) {
                best = match.source;
            }
        }
        return best == null || best.isOutside() ? List.of()
                : List.of(new Found(best, best.words.length, sample(Edge.sample(text.text(), twin.from, twin.to), text.text())));
    }

    private static boolean canAllFeed(List<Found> all, Origin work) {
        for (Found found : all) {
            if (!found.source.canFeed(work)) {
                return false;
            }
        }
        return true;
    }

    /** The sources that explain most, one after the other, each by what those before it left. */
    private List<Found> explain(Origin work, Text text, BitSet explained) {
        matches.clear(sources.size());
        whole(work, text, tokens.whole(), tokens.hashes, tokens.count);
        if (!isWholeOfWork()) {
            find(sources.inside, work);
            if (telling(explained).isEmpty()) {
                return List.of(); // what else may be in it, is from outside
            }
            find(sources.outside, work);
        }
        List<Match> matches = telling(explained);
        List<Found> found = new ArrayList<>();
        while (found.size() < MAX_SOURCES) {
            Match best = null;
            int most = 0;
            for (Match match : matches) {
                int score = match.score(tokens, explained);
                if (score > most || score == most && score > 0 && isNearer(match.source, best.source)) {
                    best = match;
                    most = score;
                }
            }
            if (best == null) {
                break;
            }
            best.explain(tokens, explained);
            matches.remove(best);
            if (!best.source.isOutside()) {
                found.add(new Found(best.source, best.words(tokens), sample(best.sample(tokens, text.text()), text.text())));
            }
        }
        return found;
    }

    private void find(Index index, Origin work) {
        if (!index.isEmpty()) {
            runs(index, work);
            facts(index, work);
        }
    }

    /** Whether some work said just that: nothing explains more. */
    private boolean isWholeOfWork() {
        List<Match> all = matches.all();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).whole && !all.get(i).source.isOutside()) {
                return true;
            }
        }
        return false;
    }

    /** Those that explain anything: as more is explained, none explains more. */
    private List<Match> telling(BitSet explained) {
        List<Match> telling = new ArrayList<>();
        List<Match> all = matches.all();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).score(tokens, explained) > 0) {
                telling.add(all.get(i));
            }
        }
        return telling;
    }

    /** Secrets are told by what stands before them, which a sample need not hold: it must be in what is left of the whole text. */
    private String sample(String sample, String text) {
        String without = masked.apply(text);
        return without == text || without.contains(sample) ? sample : "***";
    }

    /** Whole work rather than its parts: an agent hands on what its last model call said. Else who had it last. */
    private static boolean isNearer(Source a, Source b) {
        if (a.isOutside() || b.isOutside()) {
            return !a.isOutside();
        }
        if (a.origin.holds(b.origin) || b.origin.holds(a.origin)) {
            return a.origin.holds(b.origin);
        }
        return a.origin.end() >= b.origin.end();
    }

    private void runs(Index index, Origin work) {
        int[] keys = tokens.fours();
        int[] at = tokens.picks();
        Table grams = index.grams;
        int candidates = grams.candidates(keys, tokens.count - Sources.GRAM + 1, at);
        phrases.clear();
        int skipFrom = 0; // within a run that was found: its begin and its end are looked at for others that go further
        int skipTo = 0;
        for (int c = 0; c < candidates; c++) {
            int i = at[c];
            if (i >= skipFrom && i < skipTo) {
                continue;
            }
            int place = phrases.contain(keys[i]) ? -1 : grams.first(keys[i]);
            boolean isPhrase = place >= 0;
            for (int left = PLACES; place >= 0 && left > 0; place = grams.next(place), left--) {
                Source source = sources.get(grams.source(place));
                int position = grams.position(place);
                if (canTell(source.words, i, position)) {
                    isPhrase = false;
                    int end = source.canFeed(work) ? run(matches.of(grams.source(place), source), i, position) : 0;
                    if (end > i) {
                        skipFrom = i + Index.STRIDE;
                        skipTo = Math.max(skipTo, end - 2 * Index.STRIDE);
                    }
                }
            }
            if (isPhrase) {
                phrases.add(keys[i]);
            }
        }
    }

    /** Whether a run goes on beyond four words, or the source has no more of them: else it is no more than a phrase. */
    private boolean canTell(int[] theirs, int at, int position) {
        int[] ours = tokens.hashes;
        int to = at + Sources.GRAM;
        int theirTo = position + Sources.GRAM;
        return to < tokens.count && theirTo < theirs.length && ours[to] == theirs[theirTo]
                || at > 0 && position > 0 && ours[at - 1] == theirs[position - 1] || theirs.length == Sources.GRAM;
    }

    private void facts(Index index, Origin work) {
        int[] ones = tokens.ones();
        int[] twos = tokens.twos();
        int[] at = tokens.picks();
        int candidates = index.facts.candidates(ones, twos, tokens.count, at);
        for (int c = 0; c < candidates; c++) {
            int i = at[c];
            fact(index.facts, work, ones[i], i + 1);
            fact(index.facts, work, twos[i], i + 2);
        }
        if (index.mentions.isEmpty()) {
            return;
        }
        Facts own = tokens.facts;
        for (int i = 0; i < own.count; i++) {
            if (own.words[i] == 2 && own.weights[i] == Tokens.STRONG) {
                fact(index.mentions, work, twos[own.from(i)], own.at[i] + 1);
            }
        }
    }

    /** A fact whose last word is the one before the given one. */
    private void fact(Table facts, Origin work, int key, int to) {
        int place = facts.first(key);
        int found = 0;
        for (int left = ENDINGS; place >= 0 && left > 0 && found < PLACES; place = facts.next(place), left--) {
            Source source = sources.get(facts.source(place));
            int position = facts.position(place);
            int from = to - Index.words(position);
            if (from >= 0 && to <= tokens.count && source.has(tokens.hashes, from, to, Index.word(position))) {
                found++;
                if ((to - from <= FACT_WORDS || tokens.isChain(from, to)) && source.canFeed(work)) {
                    matches.of(facts.source(place), source).fact(from, to, Index.weight(position));
                }
            }
        }
    }

    /** The same text from its first word to its last; a short one says nothing unless it is the same call's, or nobody else said it. */
    private void whole(Origin work, Text text, int key, int[] words, int count) {
        int place = sources.wholes.first(key);
        List<Source> same = new ArrayList<>(2);
        for (int left = PLACES; place >= 0 && left > 0; place = sources.wholes.next(place), left--) {
            Source source = sources.get(sources.wholes.source(place));
            if (source.canFeed(work) && source.words.length == count && source.has(words, 0, count, 0)) {
                if (source.answers(text)) {
                    same = List.of(source);
                    break;
                }
                same.add(source);
            }
        }
        for (Source source : same) {
            if (count >= Sources.GRAM || source.answers(text) || isAlone(source, same)) {
                matches.of(sources.number(source), source).whole = true;
            }
        }
    }

    /** Whether no other work is known to have said the same, but for what it is part of and what is part of it. */
    private static boolean isAlone(Source source, List<Source> same) {
        for (Source other : same) {
            boolean kin = !other.isOutside() && !source.isOutside()
                    && (other.origin.holds(source.origin) || source.origin.holds(other.origin));
            if (!other.isOutside() && !kin) {
                return false;
            }
        }
        return !source.isOutside();
    }

    /** Answers where it ends, where it is a new one. */
    private int run(Match match, int at, int position) {
        if (match.reached() >= at + Sources.GRAM) {
            return 0;
        }
        int[] theirs = match.source.words;
        int[] ours = tokens.hashes;
        int from = at;
        int to = at;
        int p = position;
        while (to < tokens.count && p < theirs.length && ours[to] == theirs[p]) {
            to++;
            p++;
        }
        if (to - from < Sources.GRAM) {
            return 0; // another gram with the same hash
        }
        p = position;
        while (from > match.reached() && p > 0 && ours[from - 1] == theirs[p - 1]) {
            from--;
            p--;
        }
        match.run(from, to);
        return to;
    }

    private void output(Origin work, Text text) {
        Keys.Key key = keys.of(text);
        if (work.passesOn() && isReadAgain(work, known.get(key))) {
            return;
        }
        tokens.of(text.text(), keys.bytes(text));
        if (tokens.count == 0) {
            return;
        }
        known.remove(key);
        BitSet outside = new BitSet(tokens.count);
        matches.clear(sources.size());
        whole(work, text, tokens.whole(), tokens.hashes, tokens.count);
        find(sources.outside, work);
        if (work.passesOn()) {
            find(sources.inside, work);
        }
        for (Match match : matches.all()) {
            if (match.source.isOutside() || work.passesOn()) {
                match.explain(tokens, outside);
                if (match.whole && match.source.passesOn()) {
                    match.source.comesFrom(work);
                }
            }
        }
        if (!work.passesOn() || outside.cardinality() < tokens.count) {
            said.put(key.ofAnyCall(), sources.keep(work, tokens, text, outside));
        }
    }

    /** What was in an input before, no memory is the source of, but for a memory that it came from then: it comes from its last reader. */
    private static boolean isReadAgain(Origin work, List<Found> known) {
        if (known != null) {
            for (Found found : known) {
                if (found.source.passesOn()) {
                    found.source.comesFrom(work);
                }
            }
        }
        return known != null;
    }
}
