package org.openwash.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Joins the lines of a document to paragraphs, across columns and pages.
///
/// Small type at the foot of a column is notes. They are kept, since a note may hold the licence that the text only
/// alludes to, but they follow the paragraph that runs on above them, so that no sentence is cut in two.
final class PdfParagraphs {

    /// Type smaller than this share of the text's is that of notes.
    private static final float NOTE_SIZE = 0.93f;
    /// Lines further apart than this many times the usual distance are two paragraphs.
    private static final float WIDE_PITCH = 1.4f;
    private static final float USUAL_PITCH = 1.2f;
    private static final float INDENT = 0.8f;
    /// A last line ends so many heights of its type before its column does, at least.
    private static final float SHORT_BY = 3;
    private static final int FEWEST_CELLS = 3;
    private static final Pattern ITEM = Pattern.compile("^(?:[•◦▪▫‣∙●○■·–—*-]\\s+\\S|\\(?(?:\\d{1,2}|[a-z])[.)]\\s+\\S).*");
    private static final Pattern ENDS_SENTENCE = Pattern.compile(".*[.!?:;…][\"”’')\\]]*\\d{0,2}$");

    private final Hyphens hyphens;
    private final float size;
    private final float pitch;
    private final List<String> written = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private final List<String> notes = new ArrayList<>();
    private @Nullable PdfLine last; // of the open paragraph; null if none is open
    private boolean lastIsShort;

    private PdfParagraphs(List<List<PdfLine>> pages, Hyphens.Compounds compounds) {
        List<PdfLine> all = pages.stream().flatMap(List::stream).toList();
        hyphens = new Hyphens(compounds, all.stream().map(PdfLine::text).toList());
        size = sizeOf(all);
        pitch = pitch(pages);
    }

    /// @param pages the lines of each page in the order of reading
    static List<String> of(List<List<PdfLine>> pages, Hyphens.Compounds compounds) {
        var paragraphs = new PdfParagraphs(pages, compounds);
        pages.forEach(paragraphs::addPage);
        paragraphs.end();
        return paragraphs.written;
    }

    /// The size of most of the type.
    static float sizeOf(List<PdfLine> lines) {
        Map<Float, Integer> letters = new TreeMap<>();
        lines.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum));
        return letters.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(1f);
    }

    /// The usual distance of two lines of text.
    private float pitch(List<List<PdfLine>> pages) {
        Map<Integer, Integer> distances = new HashMap<>();
        for (List<PdfLine> page : pages) {
            for (int i = 1; i < page.size(); i++) {
                float distance = page.get(i).bottom() - page.get(i - 1).bottom();
                if (isText(page.get(i)) && distance > 0.5f * size && distance < 4 * size) {
                    distances.merge(Math.round(distance * 2), 1, Integer::sum);
                }
            }
        }
        return distances.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(e -> -e.getKey()))
                .map(e -> e.getKey() / 2f)
                .orElse(USUAL_PITCH * size);
    }

    private boolean isText(PdfLine line) {
        return Math.abs(line.size() - size) < 0.05f * size;
    }

    private void addPage(List<PdfLine> page) {
        List<List<PdfLine>> columns = columns(page);
        for (List<PdfLine> column : columns) {
            int notesFrom = notesFrom(column);
            addColumn(column.subList(0, notesFrom));
            if (notesFrom < column.size()) {
                addNotes(column.subList(notesFrom, column.size()));
            }
        }
    }

    /// The page cut where reading goes on further up.
    private static List<List<PdfLine>> columns(List<PdfLine> page) {
        var columns = new ArrayList<List<PdfLine>>();
        PdfLine before = null;
        for (PdfLine line : page) {
            if (before == null || line.bottom() < before.bottom() - before.size()) {
                columns.add(new ArrayList<>());
            }
            columns.getLast().add(line);
            before = line;
        }
        return columns;
    }

    /// Where the notes at the foot of a column begin; its end if there are none.
    private int notesFrom(List<PdfLine> column) {
        int from = column.size();
        while (from > 0 && column.get(from - 1).size() < NOTE_SIZE * size) {
            from--;
        }
        return from == 0 ? column.size() : from; // a column of small type is a box of its own
    }

    private void addColumn(List<PdfLine> column) {
        float left = (float) column.stream().filter(this::isText).mapToDouble(PdfLine::left).min().orElse(0);
        float right = (float) column.stream().filter(this::isText).mapToDouble(PdfLine::right).max().orElse(0);
        for (int i = 0; i < column.size(); ) {
            int end = i + 1;
            while (end < column.size() && column.get(end).isBeside(column.get(i))
                    && column.get(end).left() >= column.get(end - 1).right()) {
                end++;
            }
            List<PdfLine> row = column.subList(i, end);
            if (row.size() >= FEWEST_CELLS) {
                end();
                written.add(row.stream().map(cell -> cell.text().replace('|', '/'))
                        .collect(Collectors.joining(" | ", "| ", " |")));
            } else {
                PdfLine line = whole(row);
                boolean first = i == 0;
                if (last != null && parts(last, line, left, first)) {
                    end();
                }
                open.append(hyphens.join(open, line.text()));
                last = line;
                lastIsShort = line.right() < right - SHORT_BY * line.size();
            }
            i = end;
        }
    }

    private static PdfLine whole(List<PdfLine> row) {
        PdfLine first = row.getFirst();
        String text = row.stream().map(PdfLine::text).collect(Collectors.joining(" "));
        return new PdfLine(text, first.left(), row.getLast().right(), first.bottom(), first.size(), row.stream()
                .allMatch(PdfLine::bold));
    }

    /// Whether a new paragraph begins with a line.
    ///
    /// @param left  where the lines of its column begin
    /// @param first whether it is the first of its column
    private boolean parts(PdfLine before, PdfLine line, float left, boolean first) {
        if (!before.hasSizeOf(line) || before.bold() != line.bold() || ITEM.matcher(line.text()).matches()) {
            return true;
        }
        boolean indented = line.left() > left + INDENT * line.size();
        boolean ended = ENDS_SENTENCE.matcher(before.text()).matches();
        if (first) {
            return ended && (indented || lastIsShort);
        }
        float usual = pitch * line.size() / size;
        if (line.bottom() - before.bottom() > WIDE_PITCH * Math.max(usual, USUAL_PITCH * line.size())) {
            return true;
        }
        boolean startsFurtherIn = line.left() > before.left() + INDENT * line.size();
        if (startsFurtherIn && indented && !ITEM.matcher(before.text()).matches()) {
            return true;
        }
        return ended && lastIsShort;
    }

    private void addNotes(List<PdfLine> lines) {
        var note = new StringBuilder();
        PdfLine before = null;
        for (PdfLine line : lines) {
            boolean begins = before != null
                    && (line.bottom() - before.bottom() > 2 * line.size() || line.text().matches("^[\\d*†‡\\[(].*")
                            && ENDS_SENTENCE.matcher(before.text()).matches());
            if (begins) {
                notes.add(note.toString());
                note.setLength(0);
            }
            note.append(hyphens.join(note, line.text()));
            before = line;
        }
        if (!note.isEmpty()) {
            notes.add(note.toString());
        }
        if (last == null || ENDS_SENTENCE.matcher(last.text()).matches()) {
            end();
        }
    }

    /// Ends the open paragraph; the notes that waited for its end follow.
    private void end() {
        if (!open.isEmpty()) {
            written.add(open.toString());
            open.setLength(0);
        }
        last = null;
        written.addAll(notes);
        notes.clear();
    }
}
