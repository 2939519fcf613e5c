package org.openwash.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The unpacked bytes of a WARC file with a look at what comes next, and a way back for a record that took too much.
///
/// Never reads past the start of a member that begins with a record, but for [#begin]: so no false length takes bytes
/// of the next record where records are packed one by one.
final class WarcBytes {

    private static final int ROOM = 65_536;
    /// Writers keep to a few hundred bytes.
    private static final int LONGEST_HEADER = 65_536;
    /// So much may be put back at once, whatever was read before.
    private static final int FREELY_PUT_BACK = 1 << 20;
    private static final byte[] NAME = "WARC/".getBytes(StandardCharsets.ISO_8859_1);
    private static final int VERSION = NAME.length + 2; // WARC/1.

    private final WarcStream stream;
    private byte[] buffer = new byte[ROOM];
    private int position;
    private int limit;
    private boolean ended;
    private long fresh;
    private long putBack;

    WarcBytes(WarcStream stream) {
        this.stream = stream;
    }

    /// Where in the file the next byte stands.
    long offset() {
        return stream.offset(limit - position);
    }

    /// Passes line ends, into the next member if need be.
    ///
    /// @return whether anything follows
    boolean begin() throws IOException {
        while (true) {
            for (; position < limit; position++) {
                if (!isLineEnd(buffer[position])) {
                    return true;
                }
            }
            if (!read()) {
                return false;
            }
        }
    }

    boolean atRecord() throws IOException {
        return position == limit && !ended && stream.startsRecord();
    }

    boolean atVersion() throws IOException {
        return has(VERSION) && isVersion(position);
    }

    /// The lines from here to the next blank line.
    ///
    /// @return nothing, and none is passed, if no blank line follows within reason or another record begins before it
    Optional<byte[]> header() throws IOException {
        boolean blank = false; // the line so far
        for (int length = 0; length < LONGEST_HEADER && has(length + 1); length++) {
            byte b = buffer[position + length];
            if (b == '\n' && blank) {
                byte[] header = Arrays.copyOfRange(buffer, position, position + length + 1);
                position += length + 1;
                return Optional.of(header);
            }
            if (b == '\n' && hasWithinMember(length + 1 + VERSION) && isVersion(position + length + 1)) {
                return Optional.empty();
            }
            blank = b == '\n' || b == '\r' && blank;
        }
        return Optional.empty();
    }

    /// So many bytes, or fewer where the file or the member ends.
    byte[] take(int length) throws IOException {
        byte[] taken = new byte[Math.min(length, ROOM)];
        int count = 0;
        while (count < length && has(1)) {
            if (count == taken.length) {
                taken = Arrays.copyOf(taken, (int) Math.min(length, 2L * count));
            }
            int n = Math.min(taken.length - count, limit - position);
            System.arraycopy(buffer, position, taken, count, n);
            position += n;
            count += n;
        }
        return count == taken.length ? taken : Arrays.copyOf(taken, count);
    }

    /// Passes the line ends behind a record.
    ///
    /// @return whether there were enough of them, or a record or the end of the file or member follows at once
    boolean end() throws IOException {
        int lines = 0;
        while (hasWithinMember(1) && isLineEnd(buffer[position])) {
            lines += buffer[position] == '\n' ? 1 : 0;
            position++;
        }
        return lines > 1 || !hasWithinMember(1) || hasWithinMember(VERSION) && isVersion(position);
    }

    /// Passes one byte.
    void pass() {
        position = Math.min(limit, position + 1);
    }

    /// Passes bytes until a line that begins as records do, or a member that does, or the end.
    ///
    /// @param most no more than so many
    /// @return how many
    long seek(long most) throws IOException {
        long passed = 0;
        boolean lineStart = true;
        while (passed < most && has(1)) {
            if (lineStart && atVersion()) {
                return passed;
            }
            lineStart = false;
            long end = position + Math.min(limit - position, most - passed);
            int from = position;
            while (position < end && !lineStart) {
                lineStart = buffer[position++] == '\n';
            }
            passed += position - from;
        }
        return passed;
    }

    /// Takes bytes back, to be read again. All that is put back together is no more than was read from the file, so
    /// that a file of false lengths costs no more than twice its reading.
    ///
    /// @return false if they are too many; they are then lost
    boolean putBack(byte[] bytes) {
        if (putBack + bytes.length > fresh + FREELY_PUT_BACK) {
            return false;
        }
        putBack += bytes.length;
        byte[] joined = Arrays.copyOf(bytes, bytes.length + limit - position);
        System.arraycopy(buffer, position, joined, bytes.length, limit - position);
        buffer = joined;
        limit = joined.length;
        position = 0;
        return true;
    }

    /// Goes on behind damaged packing.
    void recover() throws IOException {
        position = 0;
        limit = 0;
        ended |= !stream.nextRecord();
    }

    /// Whether so many bytes follow, up to the next member that begins with a record.
    private boolean has(int count) throws IOException {
        while (limit - position < count) {
            if (ended || stream.startsRecord() || !read()) {
                return false;
            }
        }
        return true;
    }

    /// Whether so many bytes follow in this member. Does not open the next, whose damage is not this record's.
    private boolean hasWithinMember(int count) throws IOException {
        while (limit - position < count) {
            if (ended || !stream.inMember() || !read()) {
                return false;
            }
        }
        return true;
    }

    /// @return false at the end of the file
    private boolean read() throws IOException {
        if (ended) {
            return false;
        }
        if (position == limit) {
            buffer = buffer.length > 2 * ROOM ? new byte[ROOM] : buffer; // what was put back is used up
            position = 0;
            limit = 0;
        } else if (limit == buffer.length) {
            int length = limit - position;
            byte[] room = new byte[Math.max(ROOM, 2 * length)];
            System.arraycopy(buffer, position, room, 0, length);
            buffer = room;
            position = 0;
            limit = length;
        }
        int n = stream.read(buffer, limit, buffer.length - limit);
        ended = n < 0;
        limit += Math.max(0, n);
        fresh += Math.max(0, n);
        return !ended;
    }

    private boolean isVersion(int at) {
        return Arrays.equals(buffer, at, at + NAME.length, NAME, 0, NAME.length)
                && Character.isDigit((char) buffer[at + NAME.length]) && buffer[at + NAME.length + 1] == '.';
    }

    private static boolean isLineEnd(byte b) {
        return b == '\r' || b == '\n';
    }
}
