package org.openwash.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.openwash.domain.Metadata;
import org.openwash.domain.UnreadableArticleException;

/// Takes a PDF apart into what it says of itself and the paragraphs of its text. A page that cannot be read is left out
/// and noted.
///
/// Nothing of PDFBox is loaded until the first PDF is read.
final class PdfReader {

    private static final String DAMAGED = "damaged PDF file: ";
    /// Of its characters no more than this may have no meaning: there are fonts that do not say what they draw.
    private static final double MOST_UNKNOWN = 0.3;
    private static final int LONGEST_REASON = 100;
    /// Kept, since java.util.logging forgets the level of a logger that nobody holds.
    private static final List<Logger> LIBRARIES =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    private final PdfMargins margins = PdfMargins.load();
    private final Hyphens.Compounds compounds = Hyphens.Compounds.load();
    private final PdfMetadata metadata = new PdfMetadata();

    Draft read(byte[] bytes) throws UnreadableArticleException {
        // PDFBox warns of each oddity of a file, of thousands in some; what matters becomes a reason or a note
        LIBRARIES.forEach(library -> library.setLevel(Level.OFF));
        PdfFonts.install();
        var budget = new PdfBudget();
        try (PDDocument document = PdfFile.open(bytes, budget)) {
            return read(document, budget);
        } catch (PdfFile.LockedException e) {
            throw new UnreadableArticleException("encrypted PDF", "");
        } catch (PdfBudget.SpentException e) {
            throw new UnreadableArticleException("a PDF out of all proportion: " + e.getMessage(), "");
        } catch (IOException | RuntimeException e) { // the library meets damage with whatever exception comes of it
            throw new UnreadableArticleException(DAMAGED + said(e), "");
        } catch (StackOverflowError e) { // and follows references by recursion
            throw new UnreadableArticleException(DAMAGED + "nested too deeply", "");
        }
    }

    private Draft read(PDDocument document, PdfBudget budget) throws UnreadableArticleException {
        if (PdfPages.flatten(document) > PdfBudget.MOST_PAGES) {
            throw new UnreadableArticleException("a PDF of more than " + PdfBudget.MOST_PAGES + " pages", "");
        }
        List<List<PdfLine>> pages = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            try {
                pages.add(PdfColumns.inOrder(new PdfGlyphs(budget).linesOf(page)));
            } catch (IOException | RuntimeException e) {
                leftOut.add("page " + (pages.size() + 1) + ": " + said(e));
                pages.add(List.of());
            }
        }
        mustHaveText(pages, leftOut);

        List<PdfLine> first = pages.getFirst();
        Metadata said = metadata.of(document.getDocumentInformation(), first);
        List<List<PdfLine>> text = margins.without(pages);
        float size = PdfParagraphs.sizeOf(text.stream().flatMap(List::stream).toList());
        Optional<String> title = metadata.headline(text.getFirst(), size);
        return new Draft(said, title, PdfParagraphs.of(text, compounds), note(pages, leftOut));
    }

    private static void mustHaveText(List<List<PdfLine>> pages, List<String> leftOut) throws UnreadableArticleException {
        long known = 0;
        long unknown = 0;
        for (List<PdfLine> page : pages) {
            for (PdfLine line : page) {
                long none = line.text().chars().filter(PdfReader::isUnknown).count();
                unknown += none;
                known += line.text().length() - none;
            }
        }
        if (known + unknown == 0) {
            throw new UnreadableArticleException(leftOut.isEmpty()
                    ? "a PDF without text (scanned pages?)" : DAMAGED + leftOut.getFirst(), "");
        }
        if (unknown > MOST_UNKNOWN * (known + unknown)) {
            throw new UnreadableArticleException("a PDF whose fonts do not say which letters they draw", "");
        }
    }

    /// Private use, control, or the mark for what is no character.
    private static boolean isUnknown(int c) {
        return c >= 0xE000 && c < 0xF900 || c == 0xFFFD || c < ' ' && c != '\t';
    }

    private static String note(List<List<PdfLine>> pages, List<String> leftOut) {
        long blank = pages.stream().filter(List::isEmpty).count() - leftOut.size();
        String scanned = blank == 0 ? "" : blank + " of " + pages.size() + " pages without text";
        String others = leftOut.size() < 2 ? "" : " and " + (leftOut.size() - 1) + " more";
        return Notes.join(leftOut.isEmpty() ? "" : "left out " + leftOut.getFirst() + others, scanned);
    }

    private static String said(Exception e) {
        String words = Characters.line(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        return words.length() <= LONGEST_REASON ? words : words.substring(0, LONGEST_REASON) + "…";
    }
}
