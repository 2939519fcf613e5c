package org.openwash.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openwash.domain.DataFile;
import org.openwash.domain.UnreadableArticleException;
import org.openwash.domain.Utf16;

/// Tells what a file is from its first bytes and its name. Content outweighs the name where it is unmistakable: a page
/// saved as `.txt` is a page. Known formats of no text are named in the refusal (`magic.tsv`).
final class Sniffer {

    /// How many bytes it wants to see.
    static final int HEAD = 65_536;

    /// @param kind nothing for a format that is not read
    private record Magic(int offset, byte[] bytes, String what, Optional<Kind> kind) {

        boolean fits(byte[] head) {
            int end = offset + bytes.length;
            return head.length >= end && Arrays.equals(head, offset, end, bytes, 0, bytes.length);
        }
    }

    private static final Pattern HTML_START = Pattern.compile(
            "(?is)\\s*(<\\?xml[^>]{0,200}\\?>\\s*)?(<!--.{0,2000}?-->\\s*){0,20}"
                    + "(<!doctype\\s+html|<html|<head|<body|<meta).*");
    private static final Set<String> FEED_ROOTS = Set.of("rss", "feed", "rdf");
    private static final Pattern HTML_TAG = Pattern.compile(
            "(?i)</?(p|div|article|body|span|h[1-6]|a|br|title)[\\s/>]");
    private static final Pattern FRONT_MATTER = Pattern.compile(
            "(?s)\\s{0,20}---[ \\t]*\\r?\\n[A-Za-z][\\w -]{0,40}:.*");
    private static final Pattern JSON_LINE = Pattern.compile("(?s)\\s*+\\{[^\\n]*}[ \\t\\r]*+\\n\\s*+\\{.*");
    /// More control characters than one in so many bytes make a file binary.
    private static final int CONTROL_SHARE = 200;

    private final Map<String, Optional<Kind>> kinds = new HashMap<>();
    private final List<Magic> magics = new ArrayList<>();
    private final FieldNames names;

    Sniffer(FieldNames names) {
        this.names = names;
        for (DataFile.Row row : DataFile.rowsBelowHeader("ingest/formats.tsv", 2)) {
            kinds.put(row.cell(0), kind(row, 1));
        }
        for (DataFile.Row row : DataFile.rowsBelowHeader("ingest/magic.tsv", 4)) {
            try {
                magics.add(new Magic(Integer.parseInt(row.cell(0)), HexFormat.of().parseHex(row.cell(1)), row.cell(3),
                        kind(row, 2)));
            } catch (IllegalArgumentException e) {
                throw row.wrong("offset and bytes must be a number and hexadecimal digits");
            }
        }
    }

    private static Optional<Kind> kind(DataFile.Row row, int column) {
        String kind = row.cell(column).toUpperCase(Locale.ROOT).replace('-', '_');
        try {
            return kind.equals("NONE") ? Optional.empty() : Optional.of(Kind.valueOf(kind));
        } catch (IllegalArgumentException e) {
            throw row.wrong("no such kind: " + row.cell(column));
        }
    }

    /// Nothing, if a file of this name holds no article.
    ///
    /// @param name the file name without `.gz`, empty for standard input
    Optional<Kind> kind(byte[] head, String name) throws UnreadableArticleException {
        Optional<Magic> magic = magics.stream().filter(m -> m.fits(head)).findFirst();
        if (magic.isPresent()) {
            if (magic.get().kind().isEmpty()) {
                throw new UnreadableArticleException("binary file: " + magic.get().what() + ", which is not read", "");
            }
            return magic.get().kind();
        }
        refuseBinary(head);
        String start = start(head);
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean known = name.contains(".") && kinds.containsKey(extension);
        Optional<Kind> byName = known ? kinds.get(extension) : Optional.empty();
        if (known && byName.isEmpty()) {
            return Optional.empty();
        }
        if (HTML_START.matcher(start).lookingAt()) {
            return Optional.of(Kind.HTML);
        }
        if (XmlProlog.root(start).filter(Sniffer::isFeed).isPresent()) {
            return Optional.of(Kind.FEED);
        }
        if (byName.isPresent()) {
            return Optional.of(settle(byName.get(), start));
        }
        return Optional.of(byContent(start));
    }

    private static Kind settle(Kind named, String start) {
        return switch (named) {
            case TEXT -> FRONT_MATTER.matcher(start).lookingAt() ? Kind.MARKDOWN : Kind.TEXT;
            case HTML -> HTML_TAG.matcher(start).find() ? Kind.HTML : Kind.TEXT;
            case JSON -> JSON_LINE.matcher(start).lookingAt() ? Kind.JSON_LINES : Kind.JSON;
            case MARKDOWN, PDF, JSON_LINES, CSV, FEED, WARC, ZIP -> named;
        };
    }

    private Kind byContent(String start) {
        String text = start.stripLeading();
        if (FRONT_MATTER.matcher(start).lookingAt()) {
            return Kind.MARKDOWN;
        }
        if (text.startsWith("{") || text.matches("(?s)\\[\\s*[{\\]].*")) {
            return JSON_LINE.matcher(start).lookingAt() ? Kind.JSON_LINES : Kind.JSON;
        }
        if (looksLikeCsv(text)) {
            return Kind.CSV;
        }
        return text.startsWith("<") && HTML_TAG.matcher(text).find() ? Kind.HTML : Kind.TEXT;
    }

    /// A first line of short cells, at least two of them names that are known or mapped.
    private boolean looksLikeCsv(String text) {
        CsvDialect dialect = CsvDialect.of(text, names, false);
        boolean first = dialect.above() == 0 || text.startsWith("sep=");
        String header = text.lines().skip(dialect.above()).findFirst().orElse("");
        return first && dialect.known() > 1
                && dialect.cells(header).stream().allMatch(cell -> cell.length() <= 40);
    }

    private void refuseBinary(byte[] head) throws UnreadableArticleException {
        if (utf16(head).isPresent()) {
            return;
        }
        int controls = 0;
        int first = 0;
        for (int i = 0; i < head.length; i++) {
            byte b = head[i];
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B) {
                first = controls == 0 ? i + 1 : first;
                controls++;
            }
        }
        if (controls > 0 && (long) controls * CONTROL_SHARE >= head.length) {
            throw new UnreadableArticleException(
                    "binary file: control characters where text should be", "byte " + first);
        }
    }

    private static boolean isFeed(String root) {
        return FEED_ROOTS.contains(root.substring(root.indexOf(':') + 1).toLowerCase(Locale.ROOT));
    }

    /// Whether the first bytes are unmistakably those of a web page.
    static boolean isPage(byte[] bytes) {
        return HTML_START.matcher(start(Arrays.copyOf(bytes, Math.min(bytes.length, HEAD)))).lookingAt();
    }

    private static String start(byte[] head) {
        return utf16(head).map(charset -> new String(head, charset))
                .orElseGet(() -> new String(head, StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", ""));
    }

    /// How to read what is in UTF-16; nothing for what is not.
    static Optional<Charset> utf16(byte[] head) {
        boolean marked = head.length >= 2
                && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                        || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
        return marked ? Optional.of(StandardCharsets.UTF_16) : Utf16.unmarked(head);
    }
}
