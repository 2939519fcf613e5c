package org.openwash.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The packed bytes of a file, of which the last ones are kept so that one can go back to a mark and search there.
final class PackedBytes {

    /// A mark further back is lost.
    private static final int MOST_KEPT = 1 << 20;

    private final InputStream in;
    private byte[] bytes = new byte[65_536];
    private int mark = -1; // within `bytes`; -1 where there is none
    private int next;
    private int limit;
    private long before; // bytes of the file before bytes[0]
    private long reread;

    PackedBytes(InputStream in) {
        this.in = in;
    }

    /// Where in the file the next byte stands, from 0.
    long position() {
        return before + next;
    }

    void mark() {
        mark = next;
    }

    /// Goes back to the byte behind the mark, if it is kept; then there is no mark. All going back together is no
    /// more than was read, so that a file made for it costs no more than twice its reading.
    void goBack() {
        if (mark >= 0 && reread + next - mark <= position() + MOST_KEPT) {
            reread += next - mark;
            next = Math.min(mark + 1, limit);
        }
        mark = -1;
    }

    /// Passes bytes until the pattern follows.
    ///
    /// @return false if it never does
    boolean find(byte[] pattern) throws IOException {
        while (has(pattern.length)) {
            for (; next + pattern.length <= limit; next++) {
                if (Arrays.equals(bytes, next, next + pattern.length, pattern, 0, pattern.length)) {
                    return true;
                }
            }
        }
        next = limit;
        return false;
    }

    /// Whether so many bytes follow.
    boolean has(int count) throws IOException {
        while (limit - next < count) {
            if (limit == bytes.length) {
                makeRoom();
            }
            int n = in.read(bytes, limit, bytes.length - limit);
            if (n < 0) {
                return false;
            }
            limit += n;
        }
        return true;
    }

    /// The next byte, which must be there.
    int read() {
        return bytes[next++] & 0xFF;
    }

    /// Unpacks from the bytes at hand, of which there must be one.
    int inflate(Inflater inflater, byte[] buffer, int offset, int length) throws DataFormatException {
        inflater.setInput(bytes, next, limit - next);
        int n = inflater.inflate(buffer, offset, length);
        next = limit - inflater.getRemaining();
        return n;
    }

    private void makeRoom() {
        if (mark >= 0 && limit - mark >= MOST_KEPT) {
            mark = -1;
        }
        int keep = mark >= 0 ? mark : next;
        if (keep == 0) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            return;
        }
        System.arraycopy(bytes, keep, bytes, 0, limit - keep);
        before += keep;
        next -= keep;
        limit -= keep;
        mark = mark >= 0 ? 0 : -1;
    }
}
