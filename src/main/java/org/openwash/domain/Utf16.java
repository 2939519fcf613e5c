package org.openwash.domain;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Recognises text in UTF-16 that comes without its byte order mark: of western letters every other byte is zero.
public final class Utf16 {

    private static final int LOOKED_AT = 4096;
    private static final int FEWEST_PAIRS = 4;
    /// Letters of other scripts and typographic signs have no zero byte.
    private static final double ZEROS = 0.6;
    private static final double STRAY = 0.02;

    private Utf16() {}

    /// The charset with the order of its bytes; nothing if the bytes are something else.
    public static Optional<Charset> unmarked(byte[] bytes) {
        int pairs = Math.min(bytes.length, LOOKED_AT) / 2;
        if (pairs < FEWEST_PAIRS) {
            return Optional.empty();
        }
        int firstZero = 0;
        int secondZero = 0;
        int controls = 0;
        for (int i = 0; i < pairs; i++) {
            byte first = bytes[2 * i];
            byte second = bytes[2 * i + 1];
            firstZero += first == 0 ? 1 : 0;
            secondZero += second == 0 ? 1 : 0;
            controls += first == 0 && isControl(second) || second == 0 && isControl(first) ? 1 : 0;
        }
        if (controls > STRAY * pairs) {
            return Optional.empty();
        }
        if (secondZero >= ZEROS * pairs && firstZero <= STRAY * pairs) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return firstZero >= ZEROS * pairs && secondZero <= STRAY * pairs
                ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean isControl(byte b) {
        return b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f';
    }
}
