package org.openwash.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.openwash.domain.UnreadableArticleException;

/// The bytes of one file, unpacked as they are read, with a look at its beginning.
///
/// @param head     its first bytes
/// @param name     its file name without `.gz`
/// @param unpacked whether it was gzipped, so that its size on disk says nothing
record Content(InputStream stream, byte[] head, String name, boolean unpacked) {

    /// Never claims that more is to be had at once: a buffer that reads on would lose what it holds when the
    /// file breaks off.
    private static final class Unpacked extends GZIPInputStream {

        Unpacked(InputStream packed) throws IOException {
            super(packed);
        }

        @Override
        public int available() {
            return 0;
        }
    }

    static Content of(InputStream file, String name) throws IOException, UnreadableArticleException {
        var stream = new BufferedInputStream(file);
        byte[] head = peek(stream);
        boolean gzip = isGzip(head);
        String plainName = name;
        if (gzip) {
            stream = new BufferedInputStream(new Unpacked(stream));
            head = peek(stream);
            plainName = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
            if (isGzip(head)) {
                throw new UnreadableArticleException("gzip inside gzip, which is not read", "");
            }
        }
        if (head.length == 0) {
            throw new UnreadableArticleException("empty file", "");
        }
        return new Content(stream, head, plainName, gzip);
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
            case EOFException x -> "gzip file is cut short";
            case ZipException x -> "damaged gzip file: " + Excerpt.of(String.valueOf(x.getMessage()));
            default -> FileTree.reason(e);
        };
    }

    private static boolean isGzip(byte[] head) {
        return head.length >= 2 && head[0] == 0x1F && head[1] == (byte) 0x8B;
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
