package org.openwash.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcParser;

/// Cuts a WARC file into its records, and finds the next record behind whatever is no record. The headers are jwarc's
/// to parse; its WarcReader is not used, since it ends at the first fault.
final class WarcCutter {

    /// One record, or a stretch of bytes that is none and counts as one.
    ///
    /// @param number  counted over all records of the file, from 1
    /// @param offset  where it begins in the file, from 0; of a packed record the offset of its gzip member
    /// @param headers none for a stretch of bytes that is no record
    /// @param block   what follows the headers; only the beginning if it is larger than the limit
    /// @param whole   whether the block is all there
    /// @param damage  why it cannot be read; empty if it can
    record Piece(int number, long offset, MessageHeaders headers, byte[] block, boolean whole, String damage) {

        boolean hasHeaders() {
            return !headers.map().isEmpty();
        }

        String place() {
            return "offset " + offset;
        }

        String header(String name) {
            return headers.first(name).orElse("").strip();
        }
    }

    /// Beside the largest page, its HTTP headers.
    private static final int AROUND_PAGE = 1 << 20;
    private static final MessageHeaders NONE = MessageHeaders.of();
    private static final byte[] EMPTY = {};

    private final WarcBytes bytes;
    private final long longest;
    private final WarcParser parser = new WarcParser();
    private int number;
    private boolean lost;

    WarcCutter(WarcStream stream, SourceOptions options) {
        this.bytes = new WarcBytes(stream);
        this.longest = options.largest() + AROUND_PAGE;
        parser.setLenient(true);
    }

    /// The next record; nothing at the end of the file. What follows damage and is no record either belongs to it.
    Optional<Piece> next() throws IOException {
        while (true) {
            Optional<Piece> piece = piece();
            boolean still = lost;
            lost = piece.isPresent() && !piece.get().hasHeaders();
            if (!lost || !still) {
                return piece;
            }
            number--;
        }
    }

    private Optional<Piece> piece() throws IOException {
        try {
            if (!bytes.begin()) {
                return Optional.empty();
            }
            number++;
        } catch (WarcStream.DamagedException | Inflated.TooMuchException e) {
            number++;
            return Optional.of(recovered(bytes.offset(), NONE, e));
        }
        long offset = bytes.offset();
        MessageHeaders headers = NONE;
        try {
            boolean begins = bytes.atVersion();
            Optional<MessageHeaders> read = begins ? headers() : Optional.empty();
            if (read.isEmpty()) {
                String damage = begins ? "a record header that is broken or does not end"
                        : "no record where one should begin";
                bytes.pass();
                bytes.seek(Long.MAX_VALUE);
                return Optional.of(new Piece(number, offset, NONE, EMPTY, false, damage));
            }
            headers = read.get();
            return Optional.of(record(offset, headers));
        } catch (WarcStream.DamagedException | Inflated.TooMuchException e) {
            return Optional.of(recovered(offset, headers, e));
        }
    }

    private Piece recovered(long offset, MessageHeaders headers, IOException damage) throws IOException {
        bytes.recover();
        return new Piece(number, offset, headers, EMPTY, false, String.valueOf(damage.getMessage()));
    }

    private Optional<MessageHeaders> headers() throws IOException {
        Optional<byte[]> header = bytes.header();
        if (header.isEmpty()) {
            return Optional.empty();
        }
        parser.reset();
        parser.parse(ByteBuffer.wrap(header.get()));
        boolean understood = parser.isFinished() && parser.position() == header.get().length;
        return understood ? Optional.of(parser.headers()).filter(h -> !h.map().isEmpty()) : Optional.empty();
    }

    private Piece record(long offset, MessageHeaders headers) throws IOException {
        String written = headers.first("Content-Length").orElse("").strip();
        if (!written.matches("\\d{1,18}")) {
            bytes.seek(Long.MAX_VALUE);
            return new Piece(number, offset, headers, EMPTY, false, "no readable Content-Length");
        }
        long length = Long.parseLong(written);
        boolean held = length <= longest;
        byte[] block = bytes.take((int) (held ? length : Sniffer.HEAD));
        long missing = length - block.length;
        if (!held) {
            // no record is so long that others would not be looked for in it
            missing = bytes.putBack(block) ? length : missing;
            missing -= bytes.seek(missing);
        }
        String damage = "";
        if (missing > 0) {
            damage = "cut short, or its Content-Length is false: " + (length - missing) + " of " + length + " bytes";
        } else if (!bytes.end()) {
            damage = "its Content-Length is false: no record follows";
        }
        if (!damage.isEmpty() && !bytes.atRecord()) {
            if (held) {
                bytes.putBack(block); // other records may lie in it
            }
            bytes.seek(Long.MAX_VALUE);
        }
        return new Piece(number, offset, headers, block, held && damage.isEmpty(), damage);
    }
}
