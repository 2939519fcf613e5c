package org.openwash.text;

/// What reading one PDF may cost. A file of one megabyte can ask for a gigabyte of memory or a day of work; each thing
/// that can grow so is counted here.
///
/// The limits lie some ten times above what reports of several hundred pages take, and low enough for two such files at
/// once beside everything else in 512 MB.
final class PdfBudget {

    /// Thrown out of PDFBox, which takes an `IOException` for damage that it can read past.
    static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1;

        SpentException(String what) {
            super(what);
        }
    }

    static final int MOST_PAGES = 2_000;
    /// The content of a page or a font, unpacked. A page of text takes some kilobytes, one full of drawings a few
    /// megabytes.
    static final int LARGEST_STREAM = 16 << 20;
    /// A stream of objects (a few hundred of them is usual) turns into twenty times its size.
    static final int LARGEST_OBJECT_STREAM = 2 << 20;
    private static final int MOST_IN_OBJECT_STREAMS = 8 << 20;
    /// All that is unpacked, also when it is the same again.
    private static final long MOST_UNPACKED = 256L << 20;
    /// A newspaper's page holds some ten thousand.
    private static final int MOST_GLYPHS_ON_PAGE = 200_000;
    /// More than becomes of the longest text, with blanks and what repeats on every page.
    private static final int MOST_GLYPHS = 2 * TextCleaner.LONGEST;
    private static final int MOST_OBJECTS = 500_000;
    /// Saved states of drawing, of which a page holds a dozen.
    private static final int DEEPEST_STATE = 1_000;

    private long unpacked;
    private int inObjectStreams;
    private int objects;
    private int glyphs;
    private int glyphsOnPage;
    private int marksOnPage;

    static SpentException tooLarge(int most) {
        return new SpentException("a part unpacks to more than " + (most >> 20) + " MB");
    }

    void unpack(int bytes) {
        unpacked += bytes;
        if (unpacked > MOST_UNPACKED) {
            throw new SpentException("unpacks to more than " + (MOST_UNPACKED >> 20) + " MB");
        }
    }

    void objects(int bytes) {
        inObjectStreams += bytes;
        if (inObjectStreams > MOST_IN_OBJECT_STREAMS) {
            throw new SpentException("more than " + (MOST_IN_OBJECT_STREAMS >> 20) + " MB of objects");
        }
    }

    void object() {
        if (++objects > MOST_OBJECTS) {
            throw new SpentException("more than " + MOST_OBJECTS + " objects");
        }
    }

    void page() {
        glyphsOnPage = 0;
        marksOnPage = 0;
    }

    void glyph() {
        glyphsOnPage++;
        glyphs++;
        if (glyphsOnPage > MOST_GLYPHS_ON_PAGE || glyphs > MOST_GLYPHS) {
            throw new SpentException(glyphs > MOST_GLYPHS
                    ? "more than " + MOST_GLYPHS + " characters"
                    : "more than " + MOST_GLYPHS_ON_PAGE + " characters on a page");
        }
    }

    /// @param states saved by the page and not yet restored
    void states(int states) {
        if (states > DEEPEST_STATE) {
            throw new SpentException("drawing nested more than " + DEEPEST_STATE + " deep");
        }
    }

    /// One more mark that begins; those that end are not subtracted, since few pages have so many in all.
    void mark() {
        if (++marksOnPage > MOST_GLYPHS_ON_PAGE) {
            throw new SpentException("more than " + MOST_GLYPHS_ON_PAGE + " marks on a page");
        }
    }
}
