package org.openwash.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/// Gathers the letters of a page into lines, in the order in which the file draws them.
///
/// Left out are letters that stand across the page's main direction (a stamp along the margin), letters drawn twice to
/// look bold, and raised digits and signs, which refer to notes: "Llama 2¹" is not "Llama 21".
final class PdfGlyphs extends PDFTextStripper {

    /// Words further apart than this many heights of their type may stand in two columns.
    private static final float WIDE_GAP = 1.5f;
    private static final float RAISED_SIZE = 0.8f;
    private static final float RAISED_BY = 0.15f;
    private static final String NOTE_SIGNS = "0123456789*†‡§¶";

    private record Place(String letter, int x, int y, int width) {}

    private final PdfBudget budget;
    private final List<PdfLine> lines = new ArrayList<>();
    private final List<TextPosition> word = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, Integer> lettersByDirection = new HashMap<>();
    private final Set<Place> drawn = new HashSet<>();
    private @Nullable TextPosition upright; // the last letter that is no raised one; null at the top of a page
    private int direction;

    PdfGlyphs(PdfBudget budget) {
        this.budget = budget;
        setSortByPosition(false);
        setShouldSeparateByBeads(false);
        setSuppressDuplicateOverlappingText(false); // its way takes quadratic time
    }

    List<PdfLine> linesOf(PDPage page) throws IOException {
        PdfFile.measureContent(page.getCOSObject());
        read(page);
        int most = lettersByDirection.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(direction);
        if (most != direction) { // a page that is to be turned by hand
            page.setRotation(most);
            read(page);
        }
        return List.copyOf(lines);
    }

    private void read(PDPage page) throws IOException {
        direction = Math.floorMod(page.getRotation(), 360);
        budget.page();
        lines.clear();
        lettersByDirection.clear();
        drawn.clear();
        upright = null;
        processPage(page);
        endLine();
    }

    @Override
    public void saveGraphicsState() {
        budget.states(getGraphicsStackSize());
        super.saveGraphicsState();
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        budget.mark();
        super.beginMarkedContentSequence(tag, properties);
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        budget.glyph();
        String written = letter.getUnicode();
        if (written == null || written.isEmpty()) {
            return;
        }
        int standing = Math.round(letter.getDir());
        lettersByDirection.merge(standing, 1, Integer::sum);
        if (standing == direction && !isRaised(letter) && isFirstHere(letter)) {
            upright = letter;
            super.processTextPosition(letter);
        }
    }

    private boolean isRaised(TextPosition letter) {
        TextPosition base = upright;
        if (base == null || NOTE_SIGNS.indexOf(letter.getUnicode().charAt(0)) < 0) {
            return false;
        }
        float size = base.getYScale();
        float raised = base.getY() - letter.getY();
        float behind = letter.getX() - base.getX() - base.getWidth();
        return letter.getYScale() < RAISED_SIZE * size && raised > RAISED_BY * size && raised < size
                && Math.abs(behind) < 3 * size;
    }

    /// Bold is imitated by drawing a letter again, a hair's breadth aside.
    private boolean isFirstHere(TextPosition letter) {
        float near = Math.clamp(letter.getWidth() / 3, 0.1f, Math.max(0.2f, 0.3f * letter.getYScale()));
        int x = (int) (letter.getX() / near);
        int y = (int) (letter.getY() / near);
        int width = Math.round(letter.getWidth() * 16);
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                if (drawn.contains(new Place(letter.getUnicode(), x + dx, y + dy, width))) {
                    return letter.getUnicode().isBlank();
                }
            }
        }
        drawn.add(new Place(letter.getUnicode(), x, y, width));
        return true;
    }

    @Override
    protected void writeString(String written, List<TextPosition> letters) {
        if (written.isBlank() || letters.isEmpty()) {
            return;
        }
        TextPosition first = letters.getFirst();
        if (!word.isEmpty()) {
            TextPosition last = word.getLast();
            float size = Math.max(last.getYScale(), first.getYScale());
            float gap = first.getX() - last.getX() - last.getWidth();
            boolean otherLine = Math.abs(first.getY() - last.getY()) > 0.5f * size;
            if (otherLine || gap > WIDE_GAP * size || gap < -size) {
                endLine();
            } else {
                text.append(' ');
            }
        }
        text.append(written.strip());
        word.addAll(letters);
    }

    private void endLine() {
        if (!word.isEmpty()) {
            var sizes = new HashMap<Float, Integer>();
            word.forEach(letter -> sizes.merge(Math.round(letter.getYScale() * 10) / 10f, 1, Integer::sum));
            float size = sizes.entrySet().stream()
                    .max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow().getKey();
            TextPosition last = word.getLast();
            lines.add(new PdfLine(text.toString(), word.getFirst().getX(), last.getX() + last.getWidth(),
                    word.getFirst().getY(), Math.max(1, size), word.stream().allMatch(PdfGlyphs::isBold)));
        }
        word.clear();
        text.setLength(0);
    }

    private static boolean isBold(TextPosition letter) {
        String font = String.valueOf(letter.getFont().getName()).toLowerCase(Locale.ROOT);
        return font.contains("bold") || font.contains("black") || font.contains("heavy");
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphStart() {
        endLine();
    }

    @Override
    protected void writeParagraphEnd() {
        endLine();
    }

    @Override
    protected void writeWordSeparator() {
        // parted by gaps in writeString
    }

    @Override
    protected void startArticle(boolean isLtr) {
        // a page is one piece here
    }

    @Override
    protected void endArticle() {
        endLine();
    }

    @Override
    protected void writePageStart() {
        // nothing is written
    }

    @Override
    protected void writePageEnd() {
        endLine();
    }
}
