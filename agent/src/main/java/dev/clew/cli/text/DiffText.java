package dev.clew.cli.text;

import dev.clew.cli.text.TextDiff.Kind;
import dev.clew.cli.text.TextDiff.Piece;
import dev.clew.cli.screen.Cells;
import dev.clew.cli.screen.Paint;
import dev.clew.cli.screen.Visible;
import java.util.ArrayList;
import java.util.List;

/** A comparison of texts for a terminal: {@code Answer in [-prose-]{+JSON+}.}, with as much around the changes as is wanted. */
public final class DiffText {
    private static final int WORDS_IN_SHORT = 4;
    private static final int WORDS = 14;
    private static final int CHANGE_IN_SHORT = 160;
    private static final int CHANGE = 1200;

    private final Paint paint;
    private final boolean unicode;

    /** One line of a text: its pieces, and whether any of them changed. */
    private static final class Line {
        final List<Piece> pieces = new ArrayList<>();
        boolean changed;
    }

    public DiffText(Paint paint, boolean unicode) {
        this.paint = paint;
        this.unicode = unicode;
    }

    private String more() {
        return unicode ? "\u2026" : "...";
    }

    /** The changes with a few words around each, on one line of so many cells. */
    public String inShort(String before, String after, int cells) {
        Line line = new Line();
        line.pieces.addAll(trimmed(TextDiff.of(before, after), WORDS_IN_SHORT, CHANGE_IN_SHORT));
        List<String> wrapped = wrap(line, cells - more().length());
        return wrapped.isEmpty() ? "" : wrapped.get(0) + (wrapped.size() > 1 ? more() : "");
    }

    /**
     * Line by line, as the texts have them.
     *
     * @param around how many unchanged lines to keep around a changed one; all of everything where it is less than 0
     */
    public List<String> lines(String before, String after, int cells, int around) {
        List<Line> lines = split(TextDiff.of(before, after));
        List<String> out = new ArrayList<>();
        boolean gap = false;
        for (int i = 0; i < lines.size(); i++) {
            if (around >= 0 && !isNearChange(lines, i, around)) {
                gap = true;
                continue;
            }
            if (gap) {
                out.add(paint.dim(more()));
                gap = false;
            }
            Line line = lines.get(i);
            if (around >= 0) {
                List<Piece> some = trimmed(line.pieces, WORDS, CHANGE);
                line.pieces.clear();
                line.pieces.addAll(some);
            }
            List<String> wrapped = wrap(line, cells);
            out.addAll(wrapped.isEmpty() ? List.of("") : wrapped);
        }
        if (gap) {
            out.add(paint.dim(more()));
        }
        return out;
    }

    private static boolean isNearChange(List<Line> lines, int at, int around) {
        for (int i = Math.max(0, at - around); i <= Math.min(lines.size() - 1, at + around); i++) {
            if (lines.get(i).changed) {
                return true;
            }
        }
        return false;
    }

    /** An end of a line that was added or taken away is shown where it stands. */
    private static List<Line> split(List<Piece> pieces) {
        List<Line> lines = new ArrayList<>();
        Line line = new Line();
        for (Piece piece : pieces) {
            boolean change = piece.kind() != Kind.SAME;
            int from = 0;
            for (int end = piece.text().indexOf('\n'); end >= 0; end = piece.text().indexOf('\n', from)) {
                add(line, piece.kind(), piece.text().substring(from, change ? end + 1 : end));
                lines.add(line);
                line = new Line();
                from = end + 1;
            }
            add(line, piece.kind(), piece.text().substring(from));
        }
        if (!line.pieces.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private static void add(Line line, Kind kind, String text) {
        if (!text.isEmpty()) {
            line.pieces.add(new Piece(kind, text));
            line.changed |= kind != Kind.SAME;
        }
    }

    private List<Piece> trimmed(List<Piece> pieces, int words, int change) {
        List<Piece> out = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.kind() != Kind.SAME) {
                int half = change / 2;
                out.add(piece.text().length() <= change + 16 ? piece : new Piece(piece.kind(),
                        whole(piece.text(), half) + " " + more() + " " + piece.text().substring(piece.text().length() - half / 2)));
                continue;
            }
            List<String> parts = Words.of(piece.text());
            boolean first = i == 0;
            boolean last = i == pieces.size() - 1;
            int keep = words * 2; // a gap behind each word
            if (first && last || parts.size() <= (first || last ? keep + 2 : keep * 2 + 2)) {
                out.add(piece);
            } else {
                String head = first ? "" : String.join("", parts.subList(0, keep)).stripTrailing() + " ";
                String tail = last ? "" : " " + String.join("", parts.subList(parts.size() - keep, parts.size())).stripLeading();
                out.add(new Piece(Kind.SAME, head + more() + tail));
            }
        }
        return out;
    }

    /** Not half a character. */
    private static String whole(String text, int end) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    private List<String> wrap(Line line, int cells) {
        List<String> out = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        int used = 0;
        for (Piece piece : line.pieces) {
            String shown = Visible.line(piece.text(), unicode);
            String text = piece.kind() == Kind.SAME ? shown : piece.kind() == Kind.OLD ? "[-" + shown + "-]" : "{+" + shown + "+}";
            StringBuilder run = new StringBuilder();
            for (String word : chunks(text, cells)) {
                int width = Cells.width(word);
                if (used + width > cells && used > 0) {
                    row.append(colour(piece.kind(), run.toString()));
                    out.add(row.toString());
                    run.setLength(0);
                    row.setLength(0);
                    used = 0;
                    if (word.isBlank()) {
                        continue;
                    }
                }
                run.append(word);
                used += width;
            }
            row.append(colour(piece.kind(), run.toString()));
        }
        if (row.length() > 0) {
            out.add(row.toString());
        }
        return out;
    }

    private String colour(Kind kind, String text) {
        return kind == Kind.SAME ? text : kind == Kind.OLD ? paint.bad(text) : paint.good(text);
    }

    /** Gaps, and what is between them; cut where it is wider than a row. */
    private static List<String> chunks(String text, int cells) {
        List<String> chunks = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean gap = c == ' ';
            boolean wide = Cells.width(c) == 2;
            if (chunk.length() > 0 && (gap != (chunk.charAt(chunk.length() - 1) == ' ') || wide || width + Cells.width(c) > cells)) {
                chunks.add(chunk.toString());
                chunk.setLength(0);
                width = 0;
            }
            chunk.appendCodePoint(c);
            width += Cells.width(c);
            i += Character.charCount(c);
        }
        if (chunk.length() > 0) {
            chunks.add(chunk.toString());
        }
        return chunks;
    }
}
