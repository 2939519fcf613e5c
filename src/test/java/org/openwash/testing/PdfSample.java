package org.openwash.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;

/// Draws PDF files for tests: words at places, in the order given.
public final class PdfSample {

    public static final float TOP = 72;
    public static final float LEFT = 72;
    private static final float HEIGHT = PDRectangle.A4.getHeight();

    private static final Logger LIBRARY = Logger.getLogger("org.apache.pdfbox");

    static {
        // else PDFBox searches the fonts of the machine and writes a list of them into the user's home
        System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
        LIBRARY.setLevel(Level.OFF);
    }

    private final PDDocument document = new PDDocument();
    private final PDType1Font plain = new PDType1Font(FontName.TIMES_ROMAN);
    private final PDType1Font bold = new PDType1Font(FontName.TIMES_BOLD);
    private final List<Word> words = new ArrayList<>();
    private int rotation;

    private record Word(String text, float x, float y, float size, boolean bold) {}

    /// Words that begin at a place, counted in points from the upper left corner of the page.
    public PdfSample at(float x, float y, float size, String text) {
        words.add(new Word(text, x, y, size, false));
        return this;
    }

    public PdfSample boldAt(float x, float y, float size, String text) {
        words.add(new Word(text, x, y, size, true));
        return this;
    }

    /// Lines of 10 points one below the other.
    public PdfSample column(float x, float y, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            at(x, y + 12 * i, 10, lines.get(i));
        }
        return this;
    }

    public PdfSample column(float x, float y, String lines) {
        return column(x, y, lines.lines().toList());
    }

    /// Draws the page on its side and says that it is to be turned.
    public PdfSample turned(int degrees) {
        rotation = degrees;
        return this;
    }

    /// Ends the page.
    public PdfSample page() {
        var page = new PDPage(PDRectangle.A4);
        page.setRotation(rotation);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            if (rotation == 90) {
                content.transform(new Matrix(0, 1, -1, 0, PDRectangle.A4.getWidth(), 0));
            }
            float height = rotation == 90 ? PDRectangle.A4.getWidth() : HEIGHT;
            for (Word word : words) {
                content.beginText();
                content.setFont(word.bold ? bold : plain, word.size);
                content.newLineAtOffset(word.x, height - word.y);
                content.showText(word.text);
                content.endText();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        words.clear();
        rotation = 0;
        return this;
    }

    public PdfSample said(String title, String author, LocalDate made) {
        var information = document.getDocumentInformation();
        information.setTitle(title);
        information.setAuthor(author);
        if (made != null) {
            var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            calendar.clear();
            calendar.set(made.getYear(), made.getMonthValue() - 1, made.getDayOfMonth(), 9, 0);
            information.setCreationDate(calendar);
        }
        return this;
    }

    /// @param user what it takes to read the file; empty if anybody may
    public PdfSample encrypted(String user) {
        try {
            var policy = new StandardProtectionPolicy("owner", user, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (document) {
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A file of which each object is given as it is to stand there, beginning with number 1, which is the catalogue; for
    /// files that no library would write.
    public static byte[] byHand(List<String> objects) {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(file.length());
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> file.append("%010d 00000 n \n".formatted(place)));
        file.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\nstartxref\n")
                .append(table).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A file whose catalogue lies in a stream of objects, before something else.
    public static byte[] withObjectStream(String somethingElse) {
        String catalogue = "<< /Type /Catalog /Pages 4 0 R >> ";
        String numbers = "3 0 4 " + catalogue.length() + " ";
        String objects = packed(numbers + catalogue + somethingElse, 0)
                .replaceFirst("<<", "<< /Type /ObjStm /N 2 /First " + numbers.length());
        String header = "%PDF-1.5\n";
        String first = "1 0 obj\n" + objects + "\nendobj\n";
        int table = header.length() + first.length();
        int[][] rows = {{0, 0, 65535}, {1, header.length(), 0}, {1, table, 0}, {2, 1, 0}, {2, 1, 1}};
        var bytes = new StringBuilder();
        for (int[] row : rows) { // one byte for the kind, four for the place, two for the generation
            bytes.append((char) row[0]);
            for (int shift = 24; shift >= 0; shift -= 8) {
                bytes.append((char) (row[1] >> shift & 0xFF));
            }
            bytes.append((char) (row[2] >> 8)).append((char) (row[2] & 0xFF));
        }
        String second = "2 0 obj\n<< /Type /XRef /W [1 4 2] /Size 5 /Root 3 0 R /Length " + bytes.length() + " >>\nstream\n"
                + bytes + "\nendstream\nendobj\nstartxref\n" + table + "\n%%EOF\n";
        return (header + first + second).getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A stream object for [#byHand] that holds so many blanks, packed.
    public static String packedBlanks(long size) {
        return packed("", size);
    }

    /// A stream object that holds some bytes and so many blanks behind them, packed.
    public static String packed(String content, long blanks) {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
            byte[] block = " ".repeat(1 << 16).getBytes(StandardCharsets.ISO_8859_1);
            for (long written = 0; written < blanks; written += block.length) {
                out.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deflater.end();
        return "<< /Filter /FlateDecode /Length " + bytes.size() + " >>\nstream\n"
                + bytes.toString(StandardCharsets.ISO_8859_1) + "\nendstream";
    }

    /// An article of one page that no other file holds.
    public static byte[] article(String title, List<String> paragraphs) {
        var sample = new PdfSample().at(LEFT, TOP, 18, title);
        float y = TOP + 36;
        for (String paragraph : paragraphs) {
            List<String> lines = wrapped(paragraph, 85);
            sample.column(LEFT, y, lines);
            y += 12 * lines.size() + 12;
        }
        return sample.page().bytes();
    }

    /// A text in lines of at most so many characters.
    public static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
