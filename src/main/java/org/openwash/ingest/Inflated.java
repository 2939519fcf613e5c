package org.openwash.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/// A stream that is unpacked while it is read, and stops when it grows out of all proportion: a file of 1 MB that
/// unpacks to 10 GB was made to fill memory or time.
final class Inflated extends FilterInputStream {

    /// Says what was too much, for people.
    static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1;

        TooMuchException(String message) {
            super(message);
        }
    }

    /// News in any format packs to a tenth or so, lists that repeat themselves to a fiftieth; gzip's best is a
    /// thousandth, of nothing but zeros.
    private static final int MOST_TIMES = 200;
    /// Less is unpacked whatever the proportion.
    private static final long HARMLESS = 64L << 20;

    private final LongSupplier packed;
    private long count;

    /// @param packed the packed bytes read so far
    Inflated(InputStream unpacking, LongSupplier packed) {
        super(unpacking);
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int read) throws TooMuchException {
        count += read;
        check(count, packed.getAsLong());
    }

    static void check(long unpacked, long packed) throws TooMuchException {
        if (unpacked > HARMLESS && unpacked > MOST_TIMES * Math.max(1, packed)) {
            throw new TooMuchException("unpacks to more than " + MOST_TIMES + " times its size");
        }
    }

    /// Never claims that more is to be had at once: a buffer that reads on would lose what it holds when the file
    /// breaks off.
    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
