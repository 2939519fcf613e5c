package org.openwash.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.netpreserve.jwarc.BrotliUtils;
import org.openwash.domain.UnreadableArticleException;

/// Undoes the `Content-Encoding` of a page. A page that is called packed and is not was unpacked by the crawler, which
/// left the header as it was: it is taken as it is.
///
/// Done here rather than by jwarc, whose reader of `deflate` waits for ever for what was cut off.
final class ContentCoding {

    private static final int MOST = 3;

    private ContentCoding() {}

    /// A stream of the page.
    ///
    /// @param codings first packing first, in lower case
    static InputStream unpacked(byte[] content, List<String> codings) throws IOException, UnreadableArticleException {
        if (codings.size() > MOST) {
            throw new UnreadableArticleException("packed " + codings.size() + " times over (Content-Encoding)", "");
        }
        InputStream stream = new ByteArrayInputStream(content);
        if (Sniffer.isPage(content)) {
            return stream;
        }
        for (String coding : codings.reversed()) {
            stream = unpacked(stream, coding);
        }
        return codings.isEmpty() ? stream : new Inflated(stream, () -> content.length);
    }

    private static InputStream unpacked(InputStream packed, String coding)
            throws IOException, UnreadableArticleException {
        var stream = new BufferedInputStream(packed);
        stream.mark(2);
        int first = stream.read();
        int second = stream.read();
        stream.reset();
        return switch (coding) {
            case "", "identity", "none" -> stream;
            case "gzip", "x-gzip" -> first == 0x1F && second == 0x8B ? new GZIPInputStream(stream)
                    : stream;
            case "deflate" -> {
                // meant is zlib's format; some servers send the bare one
                boolean zlib = (first & 0x0F) == 8 && (first << 8 | second) % 31 == 0;
                yield first < 0 ? stream : zlib ? new InflaterInputStream(stream) : bare(stream);
            }
            case "br" -> first < 0 ? stream
                    : Channels.newInputStream(BrotliUtils.brotliChannel(Channels.newChannel(stream)));
            default -> throw new UnreadableArticleException(
                    "packed in a way that is not read (Content-Encoding " + Excerpt.of(coding) + ")", "");
        };
    }

    private static InputStream bare(InputStream packed) {
        return new InflaterInputStream(packed, new Inflater(true)) {
            @Override
            public void close() throws IOException {
                super.close();
                inf.end(); // which it does for no inflater that it is given
            }
        };
    }
}
