package dev.clew.flow;

import java.util.ArrayList;
import java.util.List;

/** The words and facts of a text, found character by character and slowly: what {@link Tokens} is to find too. */
final class PlainTokens {
    /** @param says the same for the same word, however it is written */
    record Word(int from, int to, String says) {}

    /** @param weight as {@link Tokens#STRONG} or {@link Tokens#WEAK} */
    record Fact(int first, int last, int weight) {}

    final List<Word> words = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    private final String text;
    private int chain = -1;
    private int quote = -1;
    private int quoteAt;
    private int key = -1;

    PlainTokens(String text) {
        this.text = text;
        int i = 0;
        while (i < text.length()) {
            i = isWord(i) ? run(i) : separator(i);
        }
        endChain();
    }

    private char at(int i) {
        return i < 0 || i >= text.length() ? 0 : text.charAt(i);
    }

    private boolean isDigit(int i) {
        return at(i) >= '0' && at(i) <= '9';
    }

    private boolean isWord(int i) {
        return at(i) < 128 ? isDigit(i) || isSmall(i) || isBig(i) : Character.isLetterOrDigit(at(i));
    }

    private boolean isSmall(int i) {
        return at(i) >= 'a' && at(i) <= 'z';
    }

    private boolean isBig(int i) {
        return at(i) >= 'A' && at(i) <= 'Z';
    }

    private boolean isIdeograph(int i) {
        char c = at(i);
        return c > 127 && isWord(i) && (Character.isIdeographic(c) || c >= 0x3040 && c < 0x3100);
    }

    private boolean isLetter(int i) {
        return isWord(i) && !isIdeograph(i);
    }

    private int separator(int i) {
        char c = at(i);
        boolean joins = "-_./:@".indexOf(c) >= 0 && isWord(i - 1) && isWord(i + 1) && !words.isEmpty() && words.get(words.size() - 1).to == i;
        if (joins && chain < 0) {
            chain = words.size() - 1;
        } else if (!joins) {
            endChain();
        }
        switch (c) {
            case '"' -> quote(i);
            case ':', '=' -> key = words.size() - 1;
            case '\n' -> quote = -1;
            case '\\' -> {
                if (at(i + 1) == '"') {
                    quote(i + 1);
                }
                return at(i + 1) != 0 && "\"nrt\\/".indexOf(at(i + 1)) >= 0 ? i + 2 : i + 1;
            }
            default -> {}
        }
        return i + 1;
    }

    private int run(int from) {
        if (isIdeograph(from)) {
            words.add(new Word(from, from + 1, text.substring(from, from + 1)));
            return from + 1;
        }
        int to = from;
        boolean digit = false;
        boolean number = !isIdeograph(from - 1);
        for (; isLetter(to); to++) {
            digit |= isDigit(to);
            number &= isDigit(to);
        }
        if (number && !isWord(to)) {
            boolean goesOn = (at(to) == '.' || at(to) == ',') && isDigit(to + 1);
            int end = goesOn ? numberEnd(from) : to;
            if (!isWord(end)) {
                number(from, end, goesOn);
                return end;
            }
        }
        words.add(new Word(from, to, lower(from, to)));
        int humps = 0;
        for (int i = from + 1; i < to; i++) {
            humps += isBig(i) && isSmall(i - 1) ? 1 : 0;
        }
        if (chain < 0 && (digit && to - from >= 4 || to - from >= 14 && humps >= 3)) {
            fact(words.size() - 1, words.size(), to - from > 4);
        }
        return to;
    }

    private String lower(int from, int to) {
        StringBuilder lower = new StringBuilder();
        for (int i = from; i < to; i++) {
            lower.append(Character.toLowerCase(at(i)));
        }
        return lower.toString();
    }

    /** Groups of thousands behind a comma and a fraction behind a point; where it can be nothing else the other way round. */
    private int numberEnd(int from) {
        int i = digits(from);
        int other = i;
        while (at(other) == '.' && digits(other + 1) == other + 4) {
            other += 4;
        }
        if (other > i && at(other) == ',' && isDigit(other + 1) && digits(other + 1) != other + 4) {
            return digits(other + 1);
        }
        while (at(i) == ',' && digits(i + 1) == i + 4) {
            i += 4;
        }
        return at(i) == '.' && isDigit(i + 1) ? digits(i + 1) : i;
    }

    private int digits(int from) {
        int i = from;
        while (isDigit(i)) {
            i++;
        }
        return i;
    }

    private void number(int from, int to, boolean goesOn) {
        String raw = text.substring(from, to);
        int comma = raw.lastIndexOf(',');
        boolean otherWay = comma > raw.lastIndexOf('.') && raw.indexOf('.') >= 0 && raw.indexOf('.') < comma;
        String says = otherWay ? raw.replace(".", "").replace(',', '.') : raw.replace(",", "");
        if (says.indexOf('.') >= 0) {
            says = says.replaceAll("\\.?0+$", "");
        }
        words.add(new Word(from, to, says));
        boolean whole = says.indexOf('.') < 0;
        String significant = (whole ? says.replaceAll("0+$", "") : says).replaceAll("^[0.]+", "").replace(".", "");
        boolean year = !goesOn && raw.matches("1[89]..|20..");
        int last = words.size() - 1;
        int digits = significant.length();
        if (chain < 0 && !year && digits >= 3) {
            fact(last, last + 1, digits > 3);
        }
        if (last > 0 && key == last - 1 && !hasDigit(last - 1) && words.get(last - 1).to - words.get(last - 1).from > 2) {
            fact(last - 1, last + 1, digits > 2);
        }
    }

    private void fact(int first, int to, boolean strong) {
        facts.add(new Fact(first, to - 1, strong ? Tokens.STRONG : Tokens.WEAK));
    }

    private boolean hasDigit(int word) {
        return text.substring(words.get(word).from, words.get(word).to).matches("(?s).*[0-9].*");
    }

    private void endChain() {
        int from = chain;
        chain = -1;
        if (from < 0) {
            return;
        }
        String all = text.substring(words.get(from).from, words.get(words.size() - 1).to);
        boolean digit = all.matches("(?s).*[0-9].*");
        boolean letter = false;
        StringBuilder joints = new StringBuilder();
        for (int i = from; i < words.size(); i++) {
            letter |= !isDigit(words.get(i).from);
            joints.append(i > from && !isWord(words.get(i).from - 1) ? at(words.get(i).from - 1) : ' ');
        }
        boolean address = joints.indexOf("@") >= 0;
        int underscores = joints.toString().replaceAll("[^_]", "").length();
        boolean named = underscores > 0 && !isKey(words.get(words.size() - 1).to);
        if (all.length() >= 5 && (digit || address || named)) {
            boolean strong = digit && (all.length() > 5 || letter) || address && all.length() > 7 || underscores > 1;
            fact(Math.max(from, words.size() - Byte.MAX_VALUE), words.size(), strong);
        }
    }

    private boolean isKey(int behind) {
        int i = behind;
        while (at(i) != 0 && (" \\\"'".indexOf(at(i)) >= 0 || isEscaped(i) || at(i) > 127 && !isWord(i))) {
            i++;
        }
        return at(i) == ':' || at(i) == '=';
    }

    /** What is as good as a space. */
    private boolean isEscaped(int i) {
        return at(i - 1) == '\\' && at(i) != 0 && "nrt".indexOf(at(i)) >= 0;
    }

    private void quote(int i) {
        int from = quote;
        if (from < 0) {
            quote = words.size();
            quoteAt = i;
            return;
        }
        quote = -1;
        int count = words.size() - from;
        if (count == 0 || count > 3 || i - quoteAt > 64 || isKey(i + 1)) {
            return;
        }
        int letters = 0;
        boolean name = true;
        for (Word word : words.subList(from, words.size())) {
            letters += word.to - word.from;
            name &= word.to - word.from > 2 && isCapital(word.from) && !isCapital(word.from + 1);
        }
        if (letters >= 4) {
            fact(from, words.size(), name);
        }
    }

    private boolean isCapital(int i) {
        return isBig(i) || at(i) > 127 && isLetter(i) && Character.isUpperCase(at(i));
    }

}
