package org.openwash.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks a gzip file member by member and goes on with a later member when one is damaged, which neither the JDK nor
/// the libraries at hand do: they join the members and end at the first fault.
///
/// A damaged member may unpack past its own end. So its packed bytes are searched again from its second byte on.
final class GzipMembers implements WarcStream {

    private static final byte[] START = {0x1F, (byte) 0x8B, 8};
    private static final byte[] RECORD = "WARC/".getBytes(StandardCharsets.ISO_8859_1);
    private static final int LONGEST_NAME = 1 << 16;
    private static final String CUT_SHORT = "gzip member is cut short";

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final PackedBytes packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] first = new byte[RECORD.length];
    private int firstLength;
    private int firstTaken;
    private boolean open;
    private long memberOffset;
    private long unpacked;

    GzipMembers(InputStream in) {
        this.packed = new PackedBytes(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (!inMember() && !open()) {
            return -1;
        }
        if (firstTaken < firstLength) {
            int n = Math.min(length, firstLength - firstTaken);
            System.arraycopy(first, firstTaken, buffer, offset, n);
            firstTaken += n;
            return n;
        }
        return open ? inflate(buffer, offset, length) : 0;
    }

    @Override
    public boolean inMember() {
        return open || firstTaken < firstLength;
    }

    @Override
    public boolean startsRecord() throws IOException {
        return (inMember() || open()) && firstTaken == 0 && firstLength > 0 && Arrays.equals(first, RECORD);
    }

    @Override
    public long offset(int ago) {
        return memberOffset;
    }

    @Override
    public boolean nextRecord() throws IOException {
        while (true) {
            forget();
            packed.goBack();
            if (!packed.find(START)) {
                return false;
            }
            try {
                if (open() && startsRecord()) {
                    return true;
                }
            } catch (DamagedException | Inflated.TooMuchException e) {
                // these bytes only looked like a member
            }
        }
    }

    private void forget() {
        open = false;
        firstLength = 0;
        firstTaken = 0;
    }

    /// @return false at the end of the file
    private boolean open() throws IOException {
        forget();
        packed.mark();
        memberOffset = packed.position();
        if (!packed.has(1)) {
            return false;
        }
        for (byte b : START) {
            if (packedByte() != (b & 0xFF)) {
                throw new DamagedException("no gzip member where one should begin");
            }
        }
        passHeader(packedByte());
        inflater.reset();
        crc.reset();
        unpacked = 0;
        open = true;
        for (int n = 1; n > 0 && firstLength < first.length; firstLength += n) {
            n = inflate(first, firstLength, first.length - firstLength);
        }
        return true;
    }

    private void passHeader(int flags) throws IOException {
        if ((flags & RESERVED) != 0) {
            throw new DamagedException("gzip member of an unknown kind");
        }
        pass(6);
        if ((flags & EXTRA) != 0) {
            pass(packedByte() + 256 * packedByte());
        }
        if ((flags & NAME) != 0) {
            passText();
        }
        if ((flags & COMMENT) != 0) {
            passText();
        }
        if ((flags & HEADER_CRC) != 0) {
            pass(2);
        }
    }

    private void pass(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            packedByte();
        }
    }

    private void passText() throws IOException {
        int length = 0;
        while (packedByte() != 0) {
            if (++length > LONGEST_NAME) {
                throw new DamagedException("gzip member whose header does not end");
            }
        }
    }

    private int packedByte() throws IOException {
        if (!packed.has(1)) {
            throw new DamagedException(CUT_SHORT);
        }
        return packed.read();
    }

    /// @return 0 at the end of the member, which is then closed
    private int inflate(byte[] buffer, int offset, int length) throws IOException {
        int n = 0;
        while (n == 0 && !inflater.finished()) {
            if (!packed.has(1)) {
                throw new DamagedException(CUT_SHORT);
            }
            try {
                n = packed.inflate(inflater, buffer, offset, length);
            } catch (DataFormatException e) {
                throw new DamagedException("damaged gzip member: " + Excerpt.of(String.valueOf(e.getMessage())));
            }
        }
        if (n == 0) {
            end();
        }
        crc.update(buffer, offset, n);
        unpacked += n;
        Inflated.check(unpacked, packed.position() - memberOffset);
        return n;
    }

    private void end() throws IOException {
        open = false;
        long sum = fourBytes();
        long size = fourBytes();
        if (sum != crc.getValue() || size != (unpacked & 0xFFFFFFFFL)) {
            throw new DamagedException("damaged gzip member: its checksum is another");
        }
    }

    private long fourBytes() throws IOException {
        return packedByte() | packedByte() << 8 | packedByte() << 16 | (long) packedByte() << 24;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
