package dev.clew.stamp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prompts of which only the rendered text is seen: what stays the same over several calls is taken for the template.
 *
 * <p>A text alone stands for itself, without its dates and ids. Two may be two versions, or one with another variable: each
 * stands for itself. From three on that come in turn they are renderings of one. A text that stayed through several traces and
 * then is another is a new version. One thread.
 */
public final class Rendered {
    /** Told when texts turn out to be renderings of one. */
    public interface Listener {
        void same(String text, String is);
    }

    private static final int SITES = 256;
    private static final int FORMS = 32;
    private static final int SEEN = 512;
    /** Characters; what is longer stands for itself. */
    private static final int LONGEST = 1 << 16;

    private static final int SEEN_CHARS = 1 << 21;
    /** Different texts from which on there is a template. */
    private static final int ENOUGH = 3;
    /** Different texts from which on a template changes no more. */
    private static final int SETTLED = 12;
    /** Traces that a version lives through at least, which the value of a variable does not. */
    private static final int LASTING = 3;

    private static final int LEAST_WORDS = 4;
    /** A template that nobody called one needs more. */
    private static final int LEAST_UNTOLD = 8;

    private final Listener listener;
    private final Map<String, List<Form>> sites = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Seen> seen = new LinkedHashMap<>(64, 0.75f, true);
    private int chars;

    private static final class Form {
        private Words common;
        private String text;
        private int different;
        private int traces;
        private String lastTrace;
        private boolean isTemplate;
        private final List<String> before = new ArrayList<>();

        void usedIn(String trace) {
            if (!trace.equals(lastTrace)) {
                lastTrace = trace;
                traces++;
            }
        }

        /** Whether each of its texts stays for a while: versions do, values of variables do not. */
        boolean changesSlowly() {
            return traces >= LASTING * different;
        }
    }

    private record Seen(Form form, String own) {}

    public Rendered(Listener listener) {
        this.listener = listener;
    }

    /**
     * What a prompt is without its variables, as far as is known by now.
     *
     * @param site whose prompt it is, as the name of an agent
     * @param trace in which it was met
     * @param told whether it is an instruction, which stands for itself when it is met first; else null until there is a template
     */
    public String of(String site, String text, String trace, boolean told) {
        if (text.length() > LONGEST) {
            return told ? text : null;
        }
        String key = site + '\n' + text;
        Seen known = seen.get(key);
        if (known == null) {
            known = meet(site, text, told);
            remember(key, known);
        }
        known.form.usedIn(trace);
        if (known.form.isTemplate) {
            return told || known.form.common.count() >= LEAST_UNTOLD ? known.form.text : null;
        }
        return told ? known.own : null;
    }

    private Seen meet(String site, String text, boolean told) {
        String own = Words.lasting(text);
        Words words = Words.of(own);
        List<Form> forms = sites.computeIfAbsent(site, any -> new ArrayList<>(1));
        Form form = null;
        Words common = null;
        for (int i = 0; i < forms.size(); i++) {
            Form candidate = forms.get(i);
            Words shared = mayBeLike(candidate.common, words, told) ? candidate.common.common(words) : null;
            if (shared != null && isLike(candidate, words, shared) && (common == null || shared.count() > common.count())) {
                form = candidate;
                common = shared;
            }
        }
        if (form == null) {
            form = new Form();
            form.common = words;
            forms.add(form);
            if (forms.size() > FORMS) {
                forms.remove(0);
            }
            dropOldest();
        } else if (common.count() == words.count() && common.count() == form.common.count()) {
            return new Seen(form, own); // but for what passes, the same
        } else {
            form.common = common;
        }
        join(form, own, told);
        return new Seen(form, own);
    }

    /** A cheap look first: questions are many, and each is another one. */
    private static boolean mayBeLike(Words form, Words words, boolean told) {
        return form.sameStart(words) > LEAST_WORDS || form.sameEnd(words) > LEAST_WORDS || told && form.isMostlyOf(words);
    }

    private static boolean isLike(Form form, Words words, Words shared) {
        if (form.different >= SETTLED) {
            return shared.count() == form.common.count();
        }
        if (!form.isTemplate && form.changesSlowly()) {
            return shared.count() == words.count() && shared.count() == form.common.count();
        }
        int shorter = Math.min(words.count(), form.common.count());
        return shared.count() >= LEAST_WORDS && (2 * shared.count() >= shorter || shared.sameStart(words) > LEAST_WORDS);
    }

    private void join(Form form, String own, boolean told) {
        form.different++;
        if (form.different >= ENOUGH) {
            form.isTemplate = true;
        }
        if (form.isTemplate) {
            String text = form.common.toString();
            if (!text.equals(form.text)) {
                if (form.text != null) {
                    form.before.add(form.text);
                }
                form.text = text;
                for (String before : form.before) {
                    listener.same(before, text);
                }
                form.before.clear();
            }
        } else if (told) {
            form.before.add(own);
        }
    }

    private void remember(String key, Seen known) {
        chars += key.length();
        seen.put(key, known);
        var oldest = seen.keySet().iterator();
        while (seen.size() > SEEN || chars > SEEN_CHARS && seen.size() > 1) {
            chars -= oldest.next().length();
            oldest.remove();
        }
    }

    private void dropOldest() {
        if (sites.size() > SITES) {
            var oldest = sites.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
