package dev.clew.cli.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** What changed between two texts, word by word. */
public final class TextDiff {
    public enum Kind { SAME, OLD, NEW }

    /** A stretch of text: in both, in the old one alone, or in the new one alone. */
    public record Piece(Kind kind, String text) {}

    /** More than that is compared by lines first, and what is more even so counts as replaced. */
    private static final int MANY = 6000;

    private final List<Piece> pieces = new ArrayList<>();

    private TextDiff() {}

    /** In order; the pieces of SAME and OLD are the text before, those of SAME and NEW the one after. */
    public static List<Piece> of(String before, String after) {
        TextDiff diff = new TextDiff();
        diff.words(Words.of(before), Words.of(after));
        return Tidy.of(diff.pieces);
    }

    private void words(List<String> a, List<String> b) {
        int start = 0;
        while (start < Math.min(a.size(), b.size()) && a.get(start).equals(b.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(a.size(), b.size()) - start && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
            end++;
        }
        add(Kind.SAME, a.subList(0, start));
        middle(a.subList(start, a.size() - end), b.subList(start, b.size() - end));
        add(Kind.SAME, a.subList(a.size() - end, a.size()));
    }

    private void middle(List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            replaced(a, b);
        } else if (a.size() + b.size() <= MANY) {
            align(a, b, false);
        } else {
            List<String> linesA = Words.lines(a);
            List<String> linesB = Words.lines(b);
            if (linesA.size() + linesB.size() > MANY || linesA.size() == 1 || linesB.size() == 1) {
                replaced(a, b);
            } else {
                align(linesA, linesB, true);
            }
        }
    }

    private void align(List<String> a, List<String> b, boolean lines) {
        int doneA = 0;
        List<String> old = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(a, b, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            int at = delta.getSource().getPosition();
            if (at > doneA) { // what is taken away and what comes in its place may be told apart: both are one change
                changed(old, fresh, lines);
                add(Kind.SAME, a.subList(doneA, at));
            }
            old.addAll(delta.getSource().getLines());
            fresh.addAll(delta.getTarget().getLines());
            doneA = at + delta.getSource().size();
        }
        changed(old, fresh, lines);
        add(Kind.SAME, a.subList(doneA, a.size()));
    }

    private void changed(List<String> old, List<String> fresh, boolean lines) {
        if (lines) {
            block(old, fresh);
        } else {
            replaced(old, fresh);
        }
        old.clear();
        fresh.clear();
    }

    private void block(List<String> oldLines, List<String> newLines) {
        List<String> a = Words.of(String.join("", oldLines));
        List<String> b = Words.of(String.join("", newLines));
        if (a.isEmpty() || b.isEmpty() || a.size() + b.size() > MANY) {
            replaced(a, b);
        } else {
            align(a, b, false);
        }
    }

    private void replaced(List<String> a, List<String> b) {
        add(Kind.OLD, a);
        add(Kind.NEW, b);
    }

    private void add(Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }
}
