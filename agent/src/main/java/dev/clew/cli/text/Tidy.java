package dev.clew.cli.text;

import dev.clew.cli.text.TextDiff.Kind;
import dev.clew.cli.text.TextDiff.Piece;
import java.util.ArrayList;
import java.util.List;

/** Makes what a comparison found readable: changes with next to nothing between them are one, the old before the new. */
final class Tidy {
    private final List<Piece> out = new ArrayList<>();
    private final StringBuilder old = new StringBuilder();
    private final StringBuilder fresh = new StringBuilder();

    private Tidy() {}

    static List<Piece> of(List<Piece> pieces) {
        Tidy tidy = new Tidy();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            int next = i + 1 < pieces.size() && pieces.get(i + 1).kind() != Kind.SAME ? pieces.get(i + 1).text().length() : 0;
            if (piece.kind() != Kind.SAME) {
                (piece.kind() == Kind.OLD ? tidy.old : tidy.fresh).append(piece.text());
            } else if (next > 0 && tidy.isLittle(piece.text(), next)) {
                tidy.old.append(piece.text());
                tidy.fresh.append(piece.text());
            } else {
                tidy.flush();
                tidy.add(Kind.SAME, piece.text());
            }
        }
        tidy.flush();
        return tidy.out;
    }

    /** No word in it; between many words that changed, no long one. Never an end of a line. */
    private boolean isLittle(String text, int next) {
        if (old.length() == 0 || fresh.length() == 0 || text.indexOf('\n') >= 0) {
            return false;
        }
        boolean wordless = text.length() <= 3 && text.chars().noneMatch(Character::isLetterOrDigit);
        return wordless || text.trim().length() <= 4 && old.length() + fresh.length() >= 24 && next >= 8;
    }

    private void flush() {
        add(Kind.OLD, old.toString());
        add(Kind.NEW, fresh.toString());
        old.setLength(0);
        fresh.setLength(0);
    }

    private void add(Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        int last = out.size() - 1;
        if (last >= 0 && out.get(last).kind() == kind) {
            out.set(last, new Piece(kind, out.get(last).text() + text));
        } else {
            out.add(new Piece(kind, text));
        }
    }
}
