package org.openwash.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Opens a PDF so that nothing in it can grow past a [PdfBudget].
///
/// PDFBox unpacks each stream into memory as a whole, however large. So every stream is unpacked once for its size
/// alone before PDFBox may have it; that costs a few hundredths of the time that its text takes.
final class PdfFile {

    /// The empty password: what is encrypted with it anybody may read.
    private static final String NO_PASSWORD = "";
    /// How text is packed; other filters are those of pictures.
    private static final Set<COSName> FILTERS = Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE, COSName.LZW_DECODE_ABBREVIATION, COSName.ASCII85_DECODE,
            COSName.ASCII85_DECODE_ABBREVIATION, COSName.ASCII_HEX_DECODE, COSName.ASCII_HEX_DECODE_ABBREVIATION,
            COSName.RUN_LENGTH_DECODE, COSName.RUN_LENGTH_DECODE_ABBREVIATION, COSName.CRYPT);

    private PdfFile() {}

    /// @throws org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException if it takes a password to read
    static PDDocument open(byte[] bytes, PdfBudget budget) throws IOException {
        return new Parser(new RandomAccessReadBuffer(bytes), budget).parse();
    }

    /// Looks at the size of a page's content, which PDFBox unpacks in a way of its own.
    static void measureContent(COSDictionary page) throws IOException {
        COSBase content = page.getDictionaryObject(COSName.CONTENTS);
        if (content instanceof Stream stream) {
            stream.measure();
        } else if (content instanceof COSArray parts) {
            int before = 0;
            for (int i = 0; i < parts.size(); i++) {
                before += parts.getObject(i) instanceof Stream stream ? stream.measure() : 0;
                if (before > PdfBudget.LARGEST_STREAM) {
                    throw PdfBudget.tooLarge(PdfBudget.LARGEST_STREAM);
                }
            }
        }
    }

    private static final class Parser extends PDFParser {

        private final PdfBudget budget;

        Parser(RandomAccessRead source, PdfBudget budget) throws IOException {
            super(source, NO_PASSWORD);
            this.budget = budget;
            document = new Document(this, budget);
        }

        @Override
        protected COSBase parseDirObject() throws IOException {
            budget.object();
            return super.parseDirObject();
        }
    }

    /// Makes streams of ours.
    private static final class Document extends COSDocument {

        private final Parser parser;
        private final PdfBudget budget;
        private final RandomAccessStreamCache cache = IOUtils.createMemoryOnlyStreamCache().create();

        Document(Parser parser, PdfBudget budget) throws IOException {
            super(IOUtils.createMemoryOnlyStreamCache(), parser);
            this.parser = parser;
            this.budget = budget;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            var stream = new Stream(cache, parser.createRandomAccessReadView(start, length), budget);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }

    private static final class Stream extends COSStream {

        private final PdfBudget budget;

        Stream(RandomAccessStreamCache cache, RandomAccessReadView bytes, PdfBudget budget) throws IOException {
            super(cache, bytes);
            this.budget = budget;
        }

        @Override
        public RandomAccessRead createView() throws IOException {
            measure();
            return super.createView();
        }

        @Override
        public COSInputStream createInputStream(DecodeOptions options) throws IOException {
            measure();
            return super.createInputStream(options);
        }

        /// @return its size unpacked; 0 if it is not packed
        private int measure() throws IOException {
            COSName type = getCOSName(COSName.TYPE);
            boolean objects = COSName.OBJ_STM.equals(type) || COSName.XREF.equals(type);
            int most = objects ? PdfBudget.LARGEST_OBJECT_STREAM : PdfBudget.LARGEST_STREAM;
            List<COSName> filters = filters();
            InputStream in = createRawInputStream();
            int size = 0;
            for (int i = 0; i < filters.size(); i++) {
                boolean last = i == filters.size() - 1;
                var out = new Measure(most, last ? OutputStream.nullOutputStream() : new ByteArrayOutputStream());
                FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(in, out, this, i);
                size = out.size;
                budget.unpack(size);
                if (out.kept instanceof ByteArrayOutputStream bytes) {
                    in = new ByteArrayInputStream(bytes.toByteArray());
                }
            }
            return size;
        }

        private List<COSName> filters() throws IOException {
            COSBase written = getFilters();
            List<? extends COSBase> all = written instanceof COSArray array ? array.toList()
                    : written == null ? List.of() : List.of(written);
            var names = new ArrayList<COSName>();
            for (COSBase filter : all) {
                if (!(filter instanceof COSName name) || !FILTERS.contains(name)) {
                    throw new IOException("a picture where text should be");
                }
                names.add(name);
            }
            return names;
        }
    }

    /// Counts what a filter writes and stops it at a limit.
    private static final class Measure extends OutputStream {

        private final int most;
        private final OutputStream kept;
        private int size;

        Measure(int most, OutputStream kept) {
            this.most = most;
            this.kept = kept;
        }

        @Override
        public void write(int b) throws IOException {
            count(1);
            kept.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count(length);
            kept.write(bytes, offset, length);
        }

        private void count(int more) {
            size += more;
            if (size > most) {
                throw PdfBudget.tooLarge(most);
            }
        }
    }
}
