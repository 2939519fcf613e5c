package org.openwash.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Metadata;
import org.openwash.domain.PublicationDate;
import org.openwash.domain.UnreadableArticleException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What a Markdown file says of itself between two `---` lines at its top.
///
/// @param metadata its title, outlet, date, url and author
/// @param lines    how many lines it takes up, its borders included; 0 if there is none
/// @param note     a value that could not be used; empty if none
record FrontMatter(Metadata metadata, int lines, String note) {

    static final FrontMatter NONE = new FrontMatter(Metadata.UNKNOWN, 0, "");

    private static final int MOST_LINES = 200;
    private static final int MOST_CHARACTERS = 32_768;
    private static final Pattern BORDER = Pattern.compile("---\\s*");
    private static final Pattern END = Pattern.compile("(---|\\.\\.\\.)\\s*");
    private static final Pattern ENTRY = Pattern.compile("\\s*(#.*|[A-Za-z][\\w -]{0,40}:(\\s.*)?)");

    static FrontMatter of(List<String> lines) throws UnreadableArticleException {
        int first = 0;
        while (first < lines.size() && first < 10 && lines.get(first).replace("\uFEFF", "").isBlank()) {
            first++;
        }
        boolean opens = first + 1 < lines.size()
                && BORDER.matcher(lines.get(first).replace("\uFEFF", "")).matches()
                && ENTRY.matcher(lines.get(first + 1)).matches();
        if (!opens) { // a lone rule at the top is no front matter
            return NONE;
        }
        var yaml = new StringBuilder();
        for (int i = first + 1; i < lines.size() && i <= first + MOST_LINES && yaml.length() < MOST_CHARACTERS; i++) {
            if (END.matcher(lines.get(i)).matches()) {
                return parse(yaml.toString(), first + 1, i + 1);
            }
            yaml.append(lines.get(i)).append('\n');
        }
        throw new UnreadableArticleException(
                "front matter has no closing --- within " + MOST_LINES + " lines", "line " + (first + 1));
    }

    /// @param before lines above the YAML, to give places in the file's own lines
    private static FrontMatter parse(String yaml, int before, int lines) throws UnreadableArticleException {
        JsonNode root;
        try {
            root = YAMLMapper.shared().readTree(yaml);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new UnreadableArticleException("bad YAML in the front matter", "line " + (before + line));
        }
        if (!root.isObject()) {
            throw new UnreadableArticleException(
                    "front matter is not a list of names and values", "line " + (before + 1));
        }
        String written = text(root, "date", "published", "publish_date", "pubdate");
        Optional<LocalDate> date = written == null ? Optional.empty() : PublicationDate.parse(written);
        String note = written != null && date.isEmpty() ? "date not understood: " + excerpt(written) : "";
        return new FrontMatter(
                Metadata.from(
                        DateBasis.FRONT_MATTER,
                        text(root, "url", "link", "canonical"),
                        text(root, "outlet", "publisher", "publication", "site", "source"),
                        text(root, "title", "headline"),
                        text(root, "author", "authors", "byline"),
                        date.orElse(null)),
                lines,
                note);
    }

    /// The first of these entries that has a value; lists joined with `; `. Null where the file says nothing, as
    /// Metadata has it.
    private static @Nullable String text(JsonNode root, String... names) {
        for (String name : names) {
            List<String> values = new ArrayList<>();
            JsonNode node = root.path(name);
            for (JsonNode value : node.isArray() ? node : List.of(node)) {
                String words = Characters.line((value.isObject() ? value.path("name") : value).asString(""));
                if (!words.isEmpty()) {
                    values.add(words);
                }
            }
            if (!values.isEmpty()) {
                return String.join("; ", values);
            }
        }
        return null;
    }

    private static String excerpt(String words) {
        return words.length() <= 40 ? words : words.substring(0, 40) + "…";
    }
}
