package org.openwash.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.openwash.domain.UnreadableArticleException;

/// The bytes of one file, unpacked as they are read, with a look at its beginning.
///
/// @param stream   from its first byte; of a gzipped WARC still packed, since each of its records is packed by itself
/// @param head     its first bytes, unpacked
/// @param name     its file name without `.gz`
/// @param unpacked whether it was gzipped, so that its size on disk says nothing
record Content(InputStream stream, byte[] head, String name, boolean unpacked) {

    private static final byte[] WARC = "WARC/".getBytes(StandardCharsets.ISO_8859_1);

    /// Counts what is read of the packed bytes. Always claims that more may follow, since [GZIPInputStream] takes "no
    /// more at once" (a pipe that waits) for the end and would lose the members that follow.
    private static final class Packed extends FilterInputStream {

        private long count;

        Packed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(0, n);
            return n;
        }

        @Override
        public int available() {
            return 1;
        }
    }

    static Content of(InputStream file, String name) throws IOException, UnreadableArticleException {
        var stream = new BufferedInputStream(file);
        byte[] head = peek(stream);
        boolean gzip = isGzip(head);
        String plainName = name;
        if (head.length > 0 && !isWarc(head) && name.toLowerCase(Locale.ROOT).endsWith(".warc.gz")) {
            return new Content(stream, WARC, name, true); // though its first member may be damaged
        }
        if (gzip) {
            plainName = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
            byte[] first = peek(new BufferedInputStream(unpacked(new ByteArrayInputStream(head))));
            if (isGzip(first)) {
                throw new UnreadableArticleException("gzip inside gzip, which is not read", "");
            }
            if (isWarc(first)) {
                return new Content(stream, first, plainName, true);
            }
            stream = new BufferedInputStream(unpacked(stream));
            head = peek(stream);
        }
        if (head.length == 0) {
            throw new UnreadableArticleException("empty file", "");
        }
        return new Content(stream, head, plainName, gzip);
    }

    private static InputStream unpacked(InputStream stream) throws IOException {
        var packed = new Packed(stream);
        return new Inflated(new GZIPInputStream(packed), () -> packed.count);
    }

    /// All bytes, if they are no more than the limit.
    byte[] all(SourceOptions options) throws IOException, UnreadableArticleException {
        byte[] bytes = stream.readNBytes((int) options.largest() + 1);
        if (bytes.length > options.largest()) {
            throw tooLarge(options);
        }
        return bytes;
    }

    static UnreadableArticleException tooLarge(SourceOptions options) {
        return new UnreadableArticleException("larger than the limit of " + options.limitText(), "");
    }

    /// What an error while reading means to a person.
    static String reason(IOException e) {
        return switch (e) {
            case Inflated.TooMuchException x -> x.getMessage();
            case EOFException x -> "gzip file is cut short";
            case ZipException x -> "damaged gzip file: " + Excerpt.of(String.valueOf(x.getMessage()));
            default -> FileTree.reason(e);
        };
    }

    private static boolean isGzip(byte[] head) {
        return head.length >= 2 && head[0] == 0x1F && head[1] == (byte) 0x8B;
    }

    static boolean isWarc(byte[] head) {
        return head.length >= WARC.length && Arrays.equals(head, 0, WARC.length, WARC, 0, WARC.length);
    }

    /// A file that breaks off within its beginning shows what there is; reading on then meets the error again.
    private static byte[] peek(BufferedInputStream stream) throws IOException {
        stream.mark(Sniffer.HEAD + 1);
        byte[] head = new byte[Sniffer.HEAD];
        int length = 0;
        try {
            for (int n = 0; n >= 0 && length < head.length; ) {
                length += n;
                n = stream.read(head, length, head.length - length);
            }
        } catch (EOFException clipped) {
            if (length == 0) {
                throw clipped;
            }
        }
        stream.reset();
        return Arrays.copyOf(head, length);
    }
}
