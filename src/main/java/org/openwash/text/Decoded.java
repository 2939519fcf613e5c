package org.openwash.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openwash.domain.Format;
import org.openwash.domain.RawArticle;
import org.openwash.domain.UnreadableArticleException;
import org.openwash.domain.Utf16;

/// The characters of an article and what had to be assumed to get at them.
///
/// In order: byte order mark; UTF-16 without one, by its zero bytes; what the container or page declares; UTF-8, if every byte fits; mostly UTF-8 with a few
/// broken bytes; windows-1252, if every byte is a character there. A declaration that the bytes belie is overruled.
record Decoded(String text, String note) {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern ENCODING = Pattern.compile("\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})");
    private static final int LONGEST_WORD = 12;
    /// Browsers look no further for a declaration either; a little more, since some pages put styles first.
    private static final int DECLARED_WITHIN = 4096;
    /// So many good characters beyond ASCII for each broken byte make a text "mostly UTF-8".
    private static final int GOOD_FOR_EACH_BROKEN = 10;

    static Decoded of(RawArticle raw) throws UnreadableArticleException {
        byte[] bytes = raw.content();
        Optional<Decoded> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<Charset> utf16 = raw.charset() == null ? Utf16.unmarked(bytes) : Optional.empty();
        Optional<String> unmarked = utf16.flatMap(charset -> strictly(bytes, charset));
        if (unmarked.isPresent()) {
            return new Decoded(unmarked.get(), "read as " + utf16.get() + ", by its zero bytes");
        }
        Optional<String> declared = raw.charset() != null
                ? Optional.of(raw.charset())
                : raw.format() == Format.HTML ? declaration(bytes) : Optional.empty();
        Optional<Charset> charset = declared.flatMap(Decoded::charset);
        String doubt = declared.isPresent() && charset.isEmpty()
                ? "declares the encoding " + declared.get() + ", which is not known" : "";

        Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) { // other text is hardly ever valid UTF-8 by chance, whatever is declared
            boolean multibyteEscape = charset.isPresent() && charset.get().name().startsWith("ISO-2022");
            return multibyteEscape && raw.charset() == null
                    ? new Decoded(new String(bytes, charset.get()), "")
                    : new Decoded(utf8.get(), doubt.isEmpty() ? "" : doubt + ": read as UTF-8");
        }
        int broken = firstBroken(bytes);
        if (charset.isPresent() && !charset.get().equals(StandardCharsets.UTF_8)) {
            Optional<String> text = strictly(bytes, charset.get());
            if (text.isPresent()) {
                return new Decoded(text.get(), "");
            }
        }
        Optional<Decoded> mostly = mostlyUtf8(bytes, doubt, broken);
        return mostly.isPresent() ? mostly.get() : western(bytes, doubt, broken);
    }

    private static Optional<Decoded> byMark(byte[] b) throws UnreadableArticleException {
        if (b.length >= 3 && (b[0] & 0xFF) == 0xEF && (b[1] & 0xFF) == 0xBB && (b[2] & 0xFF) == 0xBF) {
            return Optional.empty(); // the UTF-8 mark decodes as an invisible character, dropped later
        }
        boolean little = b.length >= 2 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xFE;
        boolean big = b.length >= 2 && (b[0] & 0xFF) == 0xFE && (b[1] & 0xFF) == 0xFF;
        if (!little && !big) {
            return Optional.empty();
        }
        Optional<String> text = strictly(b, StandardCharsets.UTF_16); // takes the mark away
        if (text.isEmpty()) {
            throw new UnreadableArticleException("text in an unknown encoding: marked as UTF-16, but is not", "byte 1");
        }
        return Optional.of(new Decoded(text.get(), ""));
    }

    private static Optional<String> declaration(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        for (int equals = head.indexOf('='); equals >= 0; equals = head.indexOf('=', equals + 1)) {
            String before = head.substring(Math.max(0, equals - LONGEST_WORD), equals).stripTrailing().toLowerCase(Locale.ROOT);
            if (before.endsWith("charset") || before.endsWith("encoding")) {
                Matcher name = ENCODING.matcher(head).region(equals + 1, head.length());
                if (name.lookingAt()) {
                    return Optional.of(name.group(1));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Charset> charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            // as browsers do: who says Latin-1 or ASCII means windows-1252
            boolean western = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
            return Optional.of(western ? WESTERN : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) { // the quick way, where no character is or was replaced
            String text = new String(bytes, charset);
            if (text.indexOf('\uFFFD') < 0) {
                return Optional.of(text);
            }
        }
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException no) {
            return Optional.empty();
        }
    }

    /// Position of the first byte, counted from 1, that does not fit UTF-8.
    private static int firstBroken(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(8192);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        while (!decoder.decode(in, out, true).isMalformed()) {
            if (!in.hasRemaining()) {
                break;
            }
            out.clear();
        }
        return in.position() + 1;
    }

    private static Optional<Decoded> mostlyUtf8(byte[] bytes, String doubt, int broken) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long bad = text.chars().filter(c -> c == 0xFFFD).count();
        long good = text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        return good >= GOOD_FOR_EACH_BROKEN * bad
                ? Optional.of(new Decoded(text, Notes.join(doubt, "broken UTF-8, read past: byte " + broken
                        + " and others")))
                : Optional.empty();
    }

    private static Decoded western(byte[] bytes, String doubt, int broken) throws UnreadableArticleException {
        Optional<String> text = strictly(bytes, WESTERN);
        if (text.isEmpty() || text.get().chars().anyMatch(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0)) {
            throw new UnreadableArticleException(
                    Notes.join("text in an unknown encoding (byte " + broken
                            + " is not UTF-8, nor is it all windows-1252)", doubt),
                    "byte " + broken);
        }
        return new Decoded(text.get(), Notes.join(doubt, "read as windows-1252: byte " + broken + " is not UTF-8"));
    }
}
