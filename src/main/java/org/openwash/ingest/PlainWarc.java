package org.openwash.ingest;

import java.io.IOException;
import java.io.InputStream;

/// A WARC file that is not packed: one stretch of bytes.
final class PlainWarc implements WarcStream {

    private final InputStream in;
    private long count;

    PlainWarc(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        count += Math.max(0, n);
        return n;
    }

    @Override
    public boolean inMember() {
        return true;
    }

    @Override
    public boolean startsRecord() {
        return false;
    }

    @Override
    public long offset(int ago) {
        return count - ago;
    }

    @Override
    public boolean nextRecord() {
        return false;
    }

    @Override
    public void close() {
        // the stream is another's
    }
}
