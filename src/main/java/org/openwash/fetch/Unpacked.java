package org.openwash.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// Undoes the packing that we tell servers we understand, gzip, and no further than the limit.
final class Unpacked {

    private Unpacked() {}

    /// @param coding of the header `Content-Encoding`, empty if none
    static byte[] of(byte[] sent, String coding, long largest) throws TroubleException {
        boolean packed = sent.length > 1 && (sent[0] & 0xFF) == 0x1F && (sent[1] & 0xFF) == 0x8B;
        switch (coding.toLowerCase(Locale.ROOT)) {
            case "", "identity", "none" -> {
                return sent;
            }
            case "gzip", "x-gzip" -> {
                if (!packed) {
                    return sent; // some servers only say so
                }
            }
            default -> throw new TroubleException(TroubleException.Meaning.AGAIN,
                    "packed in a way that was not asked for (Content-Encoding " + Excerpt.of(coding) + ")");
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] content = in.readNBytes((int) largest + 1);
            if (content.length > largest) {
                throw new TroubleException(TroubleException.Meaning.AGAIN, "unpacks to more than " + Excerpt.megabytes(largest));
            }
            return content;
        } catch (IOException e) {
            throw new TroubleException(TroubleException.Meaning.AGAIN, "its packing is damaged (Content-Encoding gzip)");
        }
    }
}
