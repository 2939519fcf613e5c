package org.openwash.ingest;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jsoup.parser.Parser;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Format;
import org.openwash.domain.Metadata;
import org.openwash.domain.PublicationDate;
import org.openwash.domain.RawArticle;

/// One row, object or entry of an export: what it says of an article, by field.
///
/// @param notes what reading it had to assume; empty if nothing
record ArticleRecord(Map<Field, String> values, String notes) {

    static final String ONLY_ADDRESS = "only an address; nothing is fetched here";

    /// How programs write that there is nothing.
    private static final Set<String> NOTHING = Set.of("none", "null", "nan", "nat", "n/a", "undefined");
    private static final Pattern PAGE = Pattern.compile("(?i)<(?:!doctype|html|head|body|meta|title)[\\s>]");
    private static final Pattern MARKUP = Pattern.compile(
            "(?i)\\s*+<(?:!--|(?:p|div|figure|section|article|h[1-6]|ul|ol|blockquote|img|a|span|strong|em|b|i|table|br)[\\s>/])");
    private static final Pattern INLINE_TAG = Pattern.compile(
            "(?i)</?(?:a|b|br|em|i|span|strong|sub|sup|u)(?:\\s[^<>]{0,300})?/?>");
    private static final int BEGINNING = 2_000;
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    ArticleRecord {
        values = Map.copyOf(values);
    }

    ArticleRecord(Map<Field, String> values) {
        this(values, "");
    }

    /// @param whole whether it is meant to be all of the article
    private record Body(String words, Format format, boolean whole) {}

    /// The article of this record, or why it holds none.
    ///
    /// @param place  where the record stands in its file
    /// @param others what others say of it
    Found found(String source, String place, Metadata others, CutEnds cuts) {
        Optional<Body> body = body();
        if (body.isEmpty()) {
            return value(Field.URL) != null
                    ? Found.skipped(source, ONLY_ADDRESS)
                    : Found.failed(source, "record has neither text nor address", place);
        }
        String written = value(Field.PUBLISHED);
        Optional<LocalDate> date = written == null ? Optional.empty() : PublicationDate.parse(written);
        var metadata = Metadata.from(DateBasis.RECORD, value(Field.URL), value(Field.OUTLET), title(),
                author(), date.orElse(null));
        String note = written == null || date.isPresent() ? "" : "date not understood: " + Excerpt.of(written);
        String cut = body.get().whole() ? cuts.note(body.get().words()) : CutEnds.SUMMARY_ONLY;
        byte[] content = body.get().words().getBytes(StandardCharsets.UTF_8);
        return new Found.Raw(new RawArticle(source, body.get().format(), content, "UTF-8", metadata, others,
                notes(notes, cut, note)));
    }

    boolean isLargerThan(long limit) {
        return values.values().stream().anyMatch(value -> value.length() > limit);
    }

    /// Whether it says nothing that makes it a record.
    boolean isEmpty() {
        return body().isEmpty() && value(Field.URL) == null;
    }

    private Optional<Body> body() {
        String text = value(Field.TEXT);
        String html = value(Field.HTML);
        String lead = value(Field.LEAD);
        String summary = value(Field.SUMMARY);
        if (text != null) {
            String all = lead == null || text.startsWith(lead) ? text : lead + "\n\n" + text;
            return Optional.of(new Body(all, format(all), true));
        }
        if (html != null) {
            boolean page = PAGE.matcher(beginning(html)).find();
            return Optional.of(new Body(html, page ? Format.HTML : Format.FRAGMENT, true));
        }
        String part = lead != null ? lead : summary;
        return part == null ? Optional.empty() : Optional.of(new Body(part, format(part), false));
    }

    /// Exports keep markup in fields called text.
    private static Format format(String text) {
        return MARKUP.matcher(beginning(text)).lookingAt() && text.contains("</") ? Format.FRAGMENT : Format.TEXT;
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), BEGINNING));
    }

    private @Nullable String title() {
        String title = value(Field.TITLE);
        return title == null ? null : plain(title);
    }

    /// Titles and names are plain text, and often HTML all the same: "Q&amp;A"
    static String plain(String words) {
        return Parser.unescapeEntities(INLINE_TAG.matcher(words).replaceAll(""), false);
    }

    /// "By Ann Quill"; `['Ann Quill', 'Bo Reed']`, as tables made from lists have it
    private @Nullable String author() {
        String written = value(Field.AUTHOR);
        if (written == null) {
            return null;
        }
        if (written.matches("\\d+")) { // the number of an author is not their name
            return null;
        }
        boolean list = written.startsWith("[") && written.endsWith("]");
        String names = list
                ? Stream.of(written.substring(1, written.length() - 1).split(","))
                        .map(n -> n.replaceAll("^[\\s'\"]+|[\\s'\"]+$", ""))
                        .filter(n -> !n.isEmpty()).collect(Collectors.joining("; "))
                : written.replaceFirst("(?i)^by:?\\s+", "");
        return names.isBlank() ? null : names;
    }

    /// Null where the record says nothing, as Metadata has it.
    private @Nullable String value(Field field) {
        String value = values.getOrDefault(field, "");
        return saysNothing(value) ? null : LONE_SURROGATE.matcher(value.strip()).replaceAll("\uFFFD");
    }

    static boolean saysNothing(String value) {
        return value.isBlank() || value.length() < 12 && NOTHING.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    static String notes(String... notes) {
        return Stream.of(notes).filter(n -> !n.isEmpty()).collect(Collectors.joining("; "));
    }
}
