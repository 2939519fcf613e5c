package org.openwash.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The characters of a feed: by its byte order mark; as UTF-8, if every byte fits, whatever is declared; as declared;
/// as windows-1252, the usual truth behind a declaration of UTF-8 that the bytes belie.
///
/// @param note what had to be assumed; empty if nothing
record FeedText(String text, String note) {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int DECLARED_WITHIN = 300;
    private static final Pattern DECLARATION = Pattern.compile(
            "<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{2,40})");

    static FeedText of(byte[] bytes) {
        Optional<Charset> utf16 = Sniffer.utf16(bytes);
        if (utf16.isPresent()) {
            return new FeedText(new String(bytes, utf16.get()), "");
        }
        Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return new FeedText(utf8.get(), "");
        }
        Optional<Charset> declared = declared(bytes).filter(c -> !c.equals(StandardCharsets.UTF_8));
        Optional<String> text = declared.flatMap(charset -> strictly(bytes, charset));
        return text.isPresent()
                ? new FeedText(text.get(), "")
                : new FeedText(new String(bytes, WESTERN), "read as windows-1252, since it is not UTF-8");
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        Matcher m = DECLARATION.matcher(head);
        try {
            Optional<Charset> charset = m.find() ? Optional.of(Charset.forName(m.group(1))) : Optional.empty();
            return charset.map(c -> c.equals(StandardCharsets.ISO_8859_1) ? WESTERN : c); // as browsers do
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException no) {
            return Optional.empty();
        }
    }
}
