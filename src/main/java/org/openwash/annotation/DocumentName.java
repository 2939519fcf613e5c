package org.openwash.annotation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.openwash.domain.Sha256;

/// Turns the name of an article into that of a file and back: letters, digits, `.`, `-` and `_` stay, every other byte of
/// its UTF-8 is `~` and two hexadecimal digits. Annotation tools and file systems take that; not all take `%` or `#`.
final class DocumentName {

    static final String EXTENSION = ".tsv";
    /// With room for what a file system adds.
    private static final int LONGEST = 200;
    private static final int HASH = 16;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private DocumentName() {}

    /// A name that would be too long ends in a hash and cannot be turned back.
    static String fileOf(String article) {
        var file = new StringBuilder();
        for (byte b : article.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_' || b == '-'
                    || b == '.' && !file.isEmpty();
            file.append(plain ? String.valueOf((char) b) : "~" + HEX.toHexDigits(b));
        }
        if (file.length() > LONGEST) {
            file.setLength(LONGEST - HASH);
            file.append(Sha256.of(article), 0, HASH);
        }
        return file + EXTENSION;
    }

    /// What is no code stays as it is.
    static String articleOf(String file) {
        String name = file.endsWith(EXTENSION) ? file.substring(0, file.length() - EXTENSION.length()) : file;
        var bytes = new ByteArrayOutputStream();
        byte[] written = name.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < written.length; i++) {
            if (written[i] == '~' && i + 2 < written.length && isHex(written[i + 1]) && isHex(written[i + 2])) {
                bytes.write(Character.digit(written[i + 1], 16) << 4 | Character.digit(written[i + 2], 16));
                i += 2;
            } else {
                bytes.write(written[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isHex(byte b) {
        return Character.digit(b, 16) >= 0;
    }
}
