package dev.clew.capture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what looks like a key or a token, wherever it stands in captured text. Any thread.
 *
 * <p>A cheap look for the few letters that each kind begins with comes first; the patterns run only where one is found.
 */
public final class Masking {
    private static final String MASK = "***";

    /** Letters that must occur for a pattern to match, then the pattern; group 1, if any, is kept. */
    private static final Rule[] RULES = {
        new Rule("sk-", "\\bsk-[A-Za-z0-9_-]{16,}"),
        new Rule("Bearer ", "(Bearer )[A-Za-z0-9._~+/=-]{12,}"),
        new Rule("bearer ", "(bearer )[A-Za-z0-9._~+/=-]{12,}"),
        new Rule("Basic ", "(Basic )[A-Za-z0-9+/=]{12,}"),
        new Rule("AKIA", "\\bAKIA[A-Z0-9]{16}\\b"),
        new Rule("ASIA", "\\bASIA[A-Z0-9]{16}\\b"),
        new Rule("AIza", "\\bAIza[A-Za-z0-9_-]{30,}"),
        new Rule("gh", "\\bgh[pousr]_[A-Za-z0-9]{20,}"),
        new Rule("github_pat_", "\\bgithub_pat_[A-Za-z0-9_]{20,}"),
        new Rule("glpat-", "\\bglpat-[A-Za-z0-9_-]{16,}"),
        new Rule("xox", "\\bxox[abeprs]-[A-Za-z0-9-]{10,}"),
        new Rule("hf_", "\\bhf_[A-Za-z0-9]{20,}"),
        new Rule("gsk_", "\\bgsk_[A-Za-z0-9]{20,}"),
        new Rule("xai-", "\\bxai-[A-Za-z0-9]{20,}"),
        new Rule("pplx-", "\\bpplx-[A-Za-z0-9]{20,}"),
        new Rule("nvapi-", "\\bnvapi-[A-Za-z0-9_-]{20,}"),
        new Rule("ya29.", "\\bya29\\.[A-Za-z0-9_-]{20,}"),
        new Rule("tvly-", "\\btvly-[A-Za-z0-9_-]{16,}"),
        new Rule("pcsk_", "\\bpcsk_[A-Za-z0-9_]{20,}"),
        new Rule("_live_", "\\b[rs]k_live_[A-Za-z0-9]{16,}"),
        new Rule("key=", "([?&](?:api[_-]?)?key=)[^&\\s\"'<>]{6,}"),
        new Rule("sig=", "([?&]sig=)[^&\\s\"'<>]{6,}"),
        new Rule("Signature=", "(\\bX-Amz-Signature=|, ?Signature=)[A-Fa-f0-9]{16,}"),
        new Rule("Security-Token=", "(X-Amz-Security-Token=)[^&\\s\"'<>]{6,}"),
        new Rule("eyJ", "\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
        new Rule("PRIVATE KEY-----", "-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)"),
        new Rule("key", named("[\\w-]*api[_-]?key|access[_-]?key|secret[_-]?key|private[_-]?key")),
        new Rule("KEY", named("[\\w-]*API[_-]?KEY|[\\w-]*ACCESS[_-]?KEY|[\\w-]*SECRET[_-]?KEY")),
        new Rule("Key", named("[\\w-]*[aA]pi-?Key|[\\w-]*[aA]ccess-?Key|[\\w-]*[sS]ecret-?Key")),
        new Rule("token", named("access[_-]?token|refresh[_-]?token|auth[_-]?token|client[_-]?token|id[_-]token")),
        new Rule("Token", named("access-?Token|refresh-?Token|auth-?Token|Access-?Token|Auth-?Token")),
        new Rule("secret", named("client[_-]?secret|secret")),
        new Rule("password", named("password")),
        new Rule("PASSWORD", named("[\\w-]*PASSWORD")),
    };

    private static final class Rule {
        final String letters;
        final Pattern pattern;

        Rule(String letters, String pattern) {
            this.letters = letters;
            this.pattern = Pattern.compile(pattern);
        }
    }

    private Masking() {}

    /** {@code name: value}, {@code name=value}, {@code "name": "value"}, and the same with escaped quotes. */
    private static String named(String names) {
        return "((?:" + names + ")(?:\\\\?[\"'])?\\s{0,3}[:=]\\s{0,3}(?:\\\\?[\"'])?)[A-Za-z0-9._~+/=!@#$%^&*-]{6,}";
    }

    /** The text with secrets replaced by {@code ***}; the very same string where there are none. Null stays null. */
    public static String mask(String text) {
        if (text == null || text.length() < 8) {
            return text;
        }
        String masked = text;
        for (Rule rule : RULES) {
            if (masked.indexOf(rule.letters) >= 0) {
                masked = apply(rule.pattern, masked);
            }
        }
        return masked;
    }

    private static String apply(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        do {
            String kept = matcher.groupCount() > 0 && matcher.group(1) != null ? matcher.group(1) : "";
            matcher.appendReplacement(out, Matcher.quoteReplacement(kept + MASK));
        } while (matcher.find());
        return matcher.appendTail(out).toString();
    }
}
