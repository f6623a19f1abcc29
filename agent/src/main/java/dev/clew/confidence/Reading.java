package dev.clew.confidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one JSON object, and keeps the shallowest confidence that it states. Used once. */
final class Reading {
    private static final int DEEPEST = 16;
    private static final int LONGEST_PATH = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final Set<String> LEVELS = Set.of("very low", "low", "medium", "moderate", "high", "very high");

    /** Of parts of messages. */
    private static final Set<String> TYPES = Set.of("text", "image", "audio", "resource", "resource_link");
    /** Of a part that has lost its type on the way, as in Spring AI. */
    private static final Set<String> BARE = Set.of("text", "annotations", "audience", "priority", "meta", "_meta");

    /** A field of the object at hand that states something, if nothing beside it says otherwise. */
    private record Candidate(String name, Names.Kind kind, boolean isText, String value) {}

    private final String root;
    private boolean ofTheSpeaker;
    private Stated best;
    private int depthOfBest = Integer.MAX_VALUE;
    private boolean over = true;

    Reading(String root) {
        this.root = root;
    }

    /** Takes only what can be said of nothing but how sure the speaker is. */
    Reading ofTheSpeaker() {
        ofTheSpeaker = true;
        return this;
    }

    /** Null for nothing, and for what is no JSON; of an object that breaks off, what it says without a doubt until there. */
    Stated object(String text, int from) {
        try (JsonParser p = FACTORY.createParser(text.substring(from))) {
            p.nextToken();
            object(p, 1, root);
            return best;
        } catch (IOException noJson) {
            return null;
        }
    }

    /** A JSON text; null for what is none. */
    static String text(String json, int from) {
        try (JsonParser p = FACTORY.createParser(json.substring(from))) {
            return p.nextToken() == JsonToken.VALUE_STRING ? p.getText() : null;
        } catch (IOException noJson) {
            return null;
        }
    }

    /** The texts of an array of a message's parts, as MCP has them; null for any other array, and for one that breaks off. */
    static List<String> parts(String json, int from) {
        List<String> texts = new ArrayList<>(2);
        try (JsonParser p = FACTORY.createParser(json.substring(from))) {
            p.nextToken();
            while (p.nextToken() == JsonToken.START_OBJECT) {
                boolean typed = false;
                boolean bare = true;
                String text = null;
                while (p.nextToken() == JsonToken.FIELD_NAME) {
                    String name = p.currentName();
                    JsonToken value = p.nextToken();
                    typed |= name.equals("type") && value == JsonToken.VALUE_STRING && TYPES.contains(p.getText());
                    bare &= BARE.contains(name);
                    text = name.equals("text") && value == JsonToken.VALUE_STRING ? p.getText() : text;
                    p.skipChildren();
                }
                if (!typed && !bare) {
                    return null;
                }
                if (text != null) {
                    texts.add(text);
                }
            }
            return p.currentToken() == JsonToken.END_ARRAY && p.nextToken() == null ? texts : null;
        } catch (IOException noJson) {
            return null;
        }
    }

    private void object(JsonParser p, int depth, String path) throws IOException {
        List<Candidate> candidates = new ArrayList<>(2);
        boolean percent = false;
        boolean scaled = false;
        Candidate last = null;
        try {
            while (p.nextToken() == JsonToken.FIELD_NAME) {
                last = null;
                String name = p.currentName();
                JsonToken value = p.nextToken();
                if (value == JsonToken.START_OBJECT && depth < DEEPEST) {
                    object(p, depth + 1, path + '.' + name);
                    if (!over) {
                        break;
                    }
                } else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
                    p.skipChildren();
                } else if (value == JsonToken.VALUE_STRING || value != null && value.isNumeric()) {
                    boolean isText = value == JsonToken.VALUE_STRING;
                    Names.Kind kind = ofTheSpeaker && !Names.isOfTheSpeaker(name) ? Names.Kind.NONE : Names.kind(name);
                    if (kind != Names.Kind.NONE) {
                        last = new Candidate(name, kind, isText, p.getText());
                        candidates.add(last);
                    } else if (isText && Names.isUnit(name) && Names.isPercent(p.getText())) {
                        percent = true;
                    } else if (Names.isScale(name) && number(p.getText().strip()) != 1) {
                        scaled = true;
                    }
                }
            }
        } catch (JsonEOFException brokenOff) {
            over = false;
            candidates.remove(last); // it may go on
        }
        decide(candidates, percent, scaled, depth, path);
    }

    /** @param scaled whether a field beside says that numbers are points */
    private void decide(List<Candidate> candidates, boolean percent, boolean scaled, int depth, String path) {
        for (int i = 0; i < candidates.size() && depth < depthOfBest; i++) {
            Candidate field = candidates.get(i);
            boolean inDoubt = scaled || !over && field.kind == Names.Kind.SCORE;
            String source = path + '.' + field.name;
            Stated stated = source.length() > LONGEST_PATH ? null : stated(field, percent, inDoubt, source);
            if (stated != null) {
                best = stated;
                depthOfBest = depth;
            }
        }
    }

    private static Stated stated(Candidate field, boolean percent, boolean inDoubt, String source) {
        String said = field.value.strip();
        if (field.isText && LEVELS.contains(said.toLowerCase(Locale.ROOT))) {
            return new Stated(null, said, source);
        }
        boolean sign = field.isText && said.endsWith("%");
        double number = number(sign ? said.substring(0, said.length() - 1).strip() : said);
        Double value = sign ? whole(number) : inDoubt ? null : value(field, percent, number, said);
        return value == null ? null : new Stated(value, null, source);
    }

    private static Double value(Candidate field, boolean percent, double number, String said) {
        if (percent || Names.saysPercent(field.name)) {
            // 0.85 percent, or 0.85 of 1? It does not say
            return number > 1 || number == 0 ? whole(number) : null;
        }
        boolean points = field.kind == Names.Kind.SCORE;
        if (number >= 0 && number <= 1) {
            // none or one of how many points?
            return points && (said.equals("0") || said.equals("1")) ? null : Double.valueOf(number);
        }
        // up to ten it may be of five or of ten
        return points || number <= 10 ? null : whole(number);
    }

    private static Double whole(double percent) {
        return percent >= 0 && percent <= 100 ? Double.valueOf(percent / 100) : null;
    }

    /** NaN for what is no plain number. */
    private static double number(String text) {
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            any |= c >= '0' && c <= '9';
            if ((c < '0' || c > '9') && ".-+eE".indexOf(c) < 0) {
                return Double.NaN;
            }
        }
        if (!any || text.length() > 32) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }
}
