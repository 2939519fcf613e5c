package org.openwash.text;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// Opens a PDF so that nothing in it can grow past a [PdfBudget].
///
/// PDFBox unpacks each stream into memory as a whole, however large. So each is unpacked once for its size alone before
/// PDFBox may have it; that costs a few hundredths of the time that its text takes.
final class PdfFile {

    /// It takes a password or a key to read.
    static final class LockedException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// The empty password: what is encrypted with it anybody may read.
    private static final String NO_PASSWORD = "";
    /// Encryption by password.
    private static final COSName STANDARD = COSName.getPDFName("Standard");

    private PdfFile() {}

    static PDDocument open(byte[] bytes, PdfBudget budget) throws IOException {
        try {
            return new Parser(new RandomAccessReadBuffer(bytes), budget).parse();
        } catch (InvalidPasswordException e) {
            throw new LockedException();
        }
    }

    /// Looks at what a page draws, which PDFBox unpacks in a way of its own.
    static void measureContent(COSDictionary page) throws IOException {
        COSBase content = page.getDictionaryObject(COSName.CONTENTS);
        if (content instanceof PdfStream stream) {
            stream.measureContent();
        } else if (content instanceof COSArray parts) {
            int size = 0;
            for (int i = 0; i < parts.size(); i++) {
                size += parts.getObject(i) instanceof PdfStream stream ? stream.measureContent() : 0;
                if (size > PdfBudget.LARGEST_STREAM) {
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

        /// What is encrypted for the holder of a key takes libraries to read that are not at hand, and the key.
        @Override
        protected void prepareDecryption() throws IOException {
            COSDictionary encryption = document.getEncryptionDictionary();
            if (encryption != null && !STANDARD.equals(encryption.getCOSName(COSName.FILTER))) {
                throw new LockedException();
            }
            super.prepareDecryption();
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
            var stream = new PdfStream(cache, parser.createRandomAccessReadView(start, length), budget);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }
}
