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
    /** Words in a row that are looked up: {@link Words#fours}. */
    static final int GRAM = 4;
    /** Of a long text every fourth gram is kept, while all of an input are looked up: a run of GRAM + STRIDE - 1 words is always found. */
    private static final int STRIDE = 4;
    /** A text of fewer words is kept whole. */
    private static final int SHORT = 64;

    private static final int PLACES = 8;
    /** Sources of one text. */
    private static final int MAX_SOURCES = 32;

    private static final int MAX_WORDS = 1 << 18;
    private static final int MAX_PARTS = 4096;
    private static final int FACT_WORDS = 3;
    /** Bits of a fact's weight, beside its first word. */
    private static final int WEIGHT = 2;

    private final Tokens tokens;
    private final Keys keys;
    private List<Source> sources = new ArrayList<>();
    private int words;
    private Table grams;
    private Table facts;
    /** A bit for each first word of a fact: where it is not set, none begins. Never cleared: a lookup more, nothing else. */
    private final long[] factStarts = new long[1 << 9];
    private Table wholes;
    /** Names of two words that an output has within a sentence: evidence where an input quotes them. */
    private Table mentions;
    private final Matches matches = new Matches();
    /** Whether what came from inside is looked for too; of an output only what is from outside is. */
    private boolean fromAll;
    private final Map<Keys.Key, List<Found>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Keys.Key, List<Found>> eldest) {
            return size() > MAX_PARTS;
        }
    };

    /** What a text has of a source. */
    private record Found(Source source, int words, String sample) {}

    private final UnaryOperator<String> masked;

    /** @param masked takes secrets out of a text, and answers the very same one where there are none */
    Flow(Tokens tokens, Keys keys, UnaryOperator<String> masked) {
        this.keys = keys;
        this.tokens = tokens;
        this.masked = masked;
        clear(1 << 8);
    }

    private void clear(int expected) {
        grams = new Table(expected);
        facts = new Table(expected / 4);
        wholes = new Table(expected / 8);
        mentions = new Table(expected / 8);
    }

    /** Bytes that it takes, roughly. */
    long bytes() {
        return grams.bytes() + facts.bytes() + 8L * factStarts.length + wholes.bytes() + mentions.bytes()
                + 4L * words + 96L * sources.size() + 128L * known.size();
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
        if (words > MAX_WORDS) {
            forgetHalf();
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
        tokens.of(text.text(), keys.bytes(text));
        if (tokens.count == 0) {
            return List.of();
        }
        BitSet explained = new BitSet(tokens.count);
        found = explain(work, text, explained);
        if (explained.cardinality() < tokens.count) {
            keep(null, text, explained);
        }
        known.put(key, found);
        return found;
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
        List<Match> matches = new ArrayList<>(matches(work, text, true));
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
                found.add(new Found(best.source, best.words(tokens), sample(best, text.text())));
            }
        }
        return found;
    }

    /** Secrets are told by what stands before them, which a sample need not hold: it must be in what is left of the whole text. */
    private String sample(Match match, String text) {
        String sample = match.sample(tokens, text);
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

    private List<Match> matches(Origin work, Text text, boolean ofAll) {
        fromAll = ofAll;
        matches.clear(sources.size());
        whole(work, text);
        long[] hashes = tokens.fours();
        for (int i = 0; i + GRAM <= tokens.count; i++) {
            int place = grams.first(hashes[i]);
            for (int left = PLACES; place >= 0 && left > 0; place = grams.next(place), left--) {
                Source source = sources.get(grams.source(place));
                if (isWanted(source, work)) {
                    Match match = matches.of(grams.source(place), source);
                    if (match.reached() < i + GRAM) {
                        run(match, i, grams.position(place));
                    }
                }
            }
        }
        for (int i = 0; i < tokens.count; i++) {
            int start = spread(tokens.hashes[i]);
            if ((factStarts[start >>> 6] & 1L << start) != 0) {
                for (int n = 1; n <= FACT_WORDS && i + n <= tokens.count; n++) {
                    fact(facts, work, tokens.gram(i, i + n), i, i + n);
                }
            }
        }
        Facts own = tokens.facts;
        for (int i = 0; i < own.count; i++) {
            if (own.words[i] > FACT_WORDS) {
                fact(facts, work, own.hashes[i], own.from(i), own.at[i] + 1);
            } else if (own.words[i] == 2 && own.weights[i] == Tokens.STRONG) {
                fact(mentions, work, own.hashes[i], own.from(i), own.at[i] + 1);
            }
        }
        return matches.all();
    }

    private boolean isWanted(Source source, Origin work) {
        return (fromAll || source.isOutside()) && source.canFeed(work);
    }

    /** To 15 bits. */
    private static int spread(int hash) {
        return hash * 0x9E3779B1 >>> 17;
    }

    private void fact(Table facts, Origin work, long hash, int from, int to) {
        int place = facts.first(hash);
        for (int left = PLACES; place >= 0 && left > 0; place = facts.next(place), left--) {
            Source source = sources.get(facts.source(place));
            int first = facts.position(place) >>> WEIGHT;
            if (isWanted(source, work) && source.has(tokens.hashes, from, to, first)) {
                matches.of(facts.source(place), source).fact(from, to, (byte) (facts.position(place) & (1 << WEIGHT) - 1));
            }
        }
    }

    /** The same text from its first word to its last; a short one says nothing unless it is the same call's, or nobody else said it. */
    private void whole(Origin work, Text text) {
        int place = wholes.first(tokens.whole());
        List<Source> same = new ArrayList<>(2);
        for (int left = PLACES; place >= 0 && left > 0; place = wholes.next(place), left--) {
            Source source = sources.get(wholes.source(place));
            if (source.canFeed(work) && source.words.length == tokens.count && source.has(tokens.hashes, 0, tokens.count, 0)) {
                if (source.answers(text)) {
                    same = List.of(source);
                    break;
                }
                same.add(source);
            }
        }
        for (Source source : same) {
            if (tokens.count >= GRAM || source.answers(text) || isAlone(source, same)) {
                matches.of(sources.indexOf(source), source).whole = true;
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

    private void run(Match match, int at, int position) {
        int[] theirs = match.source.words;
        int[] ours = tokens.hashes;
        int from = at;
        int to = at;
        int p = position;
        while (to < tokens.count && p < theirs.length && ours[to] == theirs[p]) {
            to++;
            p++;
        }
        if (to - from < GRAM) {
            return; // another gram with the same hash
        }
        p = position;
        while (from > match.reached() && p > 0 && ours[from - 1] == theirs[p - 1]) {
            from--;
            p--;
        }
        match.run(from, to);
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
        for (Match match : matches(work, text, work.passesOn())) {
            if (match.source.isOutside() || work.passesOn()) {
                match.explain(tokens, outside);
                if (match.whole && match.source.passesOn()) {
                    match.source.comesFrom(work);
                }
            }
        }
        if (!work.passesOn() || outside.cardinality() < tokens.count) {
            keep(work, text, outside);
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

    /** Keeps a text for later lookups, but for those of its words that need none. */
    private void keep(Origin work, Text text, BitSet without) {
        Source source = new Source(work, tokens, text);
        if (work == null) {
            source.leaveOut(without); // of a prompt its own words are from outside, not what it quotes
        } else if (tokens.isName()) {
            tokens.nameIsFact();
        }
        int number = sources.size();
        sources.add(source);
        words += tokens.count;
        wholes.add(tokens.whole(), number, 0);
        int last = tokens.count - GRAM;
        int stride = tokens.count <= SHORT ? 1 : STRIDE;
        boolean all = without.isEmpty();
        long[] hashes = tokens.fours();
        grams.expect(last / stride + 1);
        for (int i = 0; i <= last; i += stride) {
            if (all || without.nextClearBit(i) < i + GRAM) {
                grams.add(hashes[i], number, i);
            }
        }
        for (int i = 1; work != null && i < tokens.count; i++) {
            if (tokens.isMention(i)) {
                mentions.add(tokens.gram(i, i + 2), number, i << WEIGHT | Tokens.STRONG);
            }
        }
        Facts own = tokens.facts;
        facts.expect(own.count);
        for (int i = 0; i < own.count; i++) {
            int from = own.from(i);
            if (all || without.nextClearBit(from) <= own.at[i]) {
                facts.add(own.hashes[i], number, from << WEIGHT | own.weights[i]);
                int start = spread(tokens.hashes[from]);
                factStarts[start >>> 6] |= 1L << start;
            }
        }
    }

    /** The older half goes: what was said long ago is found no more, and nothing else is wrong. */
    private void forgetHalf() {
        List<Source> old = sources;
        int drop = 0;
        int left = words;
        while (left > MAX_WORDS / 2 && drop < old.size()) {
            left -= old.get(drop++).words.length;
        }
        Table oldGrams = grams;
        Table oldFacts = facts;
        Table oldWholes = wholes;
        Table oldMentions = mentions;
        clear(left / 2);
        sources = new ArrayList<>(old.subList(drop, old.size()));
        words = left;
        oldGrams.copyTo(grams, drop);
        oldFacts.copyTo(facts, drop);
        oldWholes.copyTo(wholes, drop);
        oldMentions.copyTo(mentions, drop);
        known.clear();
    }
}
