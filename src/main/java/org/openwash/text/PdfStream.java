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
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.jspecify.annotations.Nullable;

/// A stream of a PDF that is looked at before PDFBox may unpack it.
final class PdfStream extends COSStream {

    private static final int BLOCK = 8192;
    /// How text is packed; other filters are those of pictures.
    private static final Set<COSName> FILTERS = Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE, COSName.LZW_DECODE_ABBREVIATION, COSName.ASCII85_DECODE,
            COSName.ASCII85_DECODE_ABBREVIATION, COSName.ASCII_HEX_DECODE, COSName.ASCII_HEX_DECODE_ABBREVIATION,
            COSName.RUN_LENGTH_DECODE, COSName.RUN_LENGTH_DECODE_ABBREVIATION, COSName.CRYPT);

    private final PdfBudget budget;

    PdfStream(RandomAccessStreamCache cache, RandomAccessReadView bytes, PdfBudget budget) throws IOException {
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

    private void measure() throws IOException {
        COSName type = getCOSName(COSName.TYPE);
        if (COSName.OBJ_STM.equals(type) || COSName.XREF.equals(type)) {
            budget.objects(unpack(new Measured(PdfBudget.LARGEST_OBJECT_STREAM, null)));
        } else if (COSName.FORM.equals(getCOSName(COSName.SUBTYPE))) {
            measureContent();
        } else {
            unpack(new Measured(PdfBudget.LARGEST_STREAM, null));
        }
    }

    /// The same for what is drawn on a page.
    ///
    /// @return its size unpacked
    int measureContent() throws IOException {
        return unpack(new Measured(PdfBudget.LARGEST_STREAM, new PdfOperands()));
    }

    private int unpack(Measured measured) throws IOException {
        List<COSName> filters = filters();
        InputStream in = createRawInputStream();
        for (int i = 0; i < filters.size(); i++) {
            boolean last = i == filters.size() - 1;
            var kept = new ByteArrayOutputStream();
            var out = last ? measured : new Measured(PdfBudget.LARGEST_STREAM, null, kept);
            FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(in, out, this, i);
            budget.unpack(out.size);
            in = new ByteArrayInputStream(kept.toByteArray());
        }
        if (filters.isEmpty()) {
            byte[] block = new byte[BLOCK];
            for (int n = in.read(block); n > 0; n = in.read(block)) {
                measured.write(block, 0, n);
            }
        }
        return measured.size;
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

    /// Counts what a filter writes, and stops it at a limit.
    private static final class Measured extends OutputStream {

        private final int most;
        private final @Nullable PdfOperands operands; // null where nothing is drawn
        private final OutputStream kept;
        private int size;

        Measured(int most, @Nullable PdfOperands operands) {
            this(most, operands, OutputStream.nullOutputStream());
        }

        Measured(int most, @Nullable PdfOperands operands, OutputStream kept) {
            this.most = most;
            this.operands = operands;
            this.kept = kept;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            size += length;
            if (size > most) {
                throw PdfBudget.tooLarge(most);
            }
            for (int i = offset; operands != null && i < offset + length; i++) {
                operands.accept(bytes[i]);
            }
            kept.write(bytes, offset, length);
        }
    }
}
