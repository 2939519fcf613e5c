package org.openwash.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.openwash.domain.UnreadableArticleException;

/// Takes the markup off Markdown line by line and keeps what a reader would read.
///
/// Headings stay as lines, list items begin with `- `, table rows stay `| a | b |`; images, comments, fenced code and
/// link targets go. Inline marks are handled within one line: an emphasis that runs over a line end keeps its marks.
final class MarkdownReader {

    private static final Pattern FENCE = Pattern.compile("^ {0,3}(```+|~~~+).*");
    private static final Pattern HEADING = Pattern.compile("^ {0,3}(#{1,6})\\s+(.*?)\\s*#*\\s*$");
    private static final Pattern RULE = Pattern.compile("^ {0,3}([-*_=])\\s*(\\1\\s*)+$");
    private static final Pattern QUOTE = Pattern.compile("^\\s{0,3}(>\\s?)+");
    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+]|\\d{1,3}[.)])\\s+(?:\\[[ xX]]\\s+)?(?=\\S)");
    private static final Pattern DEFINITION = Pattern.compile("^ {0,3}\\[([^\\]^]{1,200})]:\\s*\\S+.*$");
    private static final Pattern FOOTNOTE = Pattern.compile("^ {0,3}\\[\\^[^\\]]{1,50}]:\\s*");

    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]{0,500}](?:\\([^()]{0,2000}\\)|\\[[^\\]]{0,200}])");
    private static final Pattern LINK = Pattern.compile(
            "\\[([^\\[\\]]{1,1000})]\\([^()]{0,2000}+(?:\\([^()]{0,500}\\)[^()]{0,2000}+){0,8}\\)");
    private static final Pattern REFERENCE = Pattern.compile("\\[([^\\[\\]]{1,1000})]\\[([^\\[\\]]{0,200})]");
    private static final Pattern FOOTNOTE_MARK = Pattern.compile("\\[\\^[^\\]]{1,50}]");
    private static final Pattern AUTOLINK = Pattern.compile("<((?:https?|mailto):[^<>\\s]{1,2000})>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,2000}>");
    private static final Pattern CODE = Pattern.compile("(`+)([^`]{1,1000})\\1");
    private static final Pattern STARS = Pattern.compile(
            "(?<![\\\\*])(\\*{1,3})(?=[^\\s*])([^*]{1,5000})(?<=[^\\s\\\\])\\1");
    private static final Pattern UNDERLINES =
            Pattern.compile("(?<![\\p{L}\\p{N}_\\\\])(_{1,3})(?=[^\\s_])([^_]{1,5000})(?<=[^\\s\\\\])\\1(?![\\p{L}\\p{N}_])");
    private static final Pattern STRIKE = Pattern.compile("~~([^~]{1,5000})~~");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!~<>|-])");

    private MarkdownReader() {}

    static Draft read(String text) throws UnreadableArticleException {
        List<String> all = Characters.split(text);
        FrontMatter frontMatter = FrontMatter.of(all);
        List<String> body = withoutComments(all.subList(frontMatter.lines(), all.size()));

        Set<String> references = new HashSet<>();
        body.forEach(line -> {
            Matcher m = DEFINITION.matcher(line);
            if (m.matches()) {
                references.add(m.group(1).toLowerCase(Locale.ROOT));
            }
        });
        Optional<String> title = Optional.empty();
        boolean anyText = false;
        List<String> lines = new ArrayList<>();
        for (String line : withoutCode(body)) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String words = inline(heading.group(2), references);
                if (!anyText && heading.group(1).length() == 1) {
                    title = Optional.of(words);
                }
                lines.addAll(List.of("", words, ""));
                anyText = true;
            } else if (RULE.matcher(line).matches() || DEFINITION.matcher(line).matches()) {
                lines.add("");
            } else {
                String words = block(line, references);
                lines.add(words);
                anyText |= !words.isBlank();
            }
        }
        return new Draft(frontMatter.metadata(), title, PlainText.unwrap(lines), frontMatter.note());
    }

    private static String block(String line, Set<String> references) {
        String rest = QUOTE.matcher(line).replaceFirst("");
        rest = FOOTNOTE.matcher(rest).replaceFirst("");
        Matcher item = ITEM.matcher(rest);
        if (item.lookingAt()) {
            return "- " + inline(rest.substring(item.end()), references);
        }
        return inline(rest.strip(), references);
    }

    private static String inline(String line, Set<String> references) {
        String text = IMAGE.matcher(line).replaceAll("");
        text = LINK.matcher(text).replaceAll("$1");
        text = REFERENCE.matcher(text).replaceAll(m -> {
            String name = m.group(2).isEmpty() ? m.group(1) : m.group(2);
            boolean known = references.contains(name.toLowerCase(Locale.ROOT));
            return Matcher.quoteReplacement(known ? m.group(1) : m.group());
        });
        text = FOOTNOTE_MARK.matcher(text).replaceAll("");
        text = AUTOLINK.matcher(text).replaceAll("$1");
        text = TAG.matcher(text).replaceAll(" ");
        text = CODE.matcher(text).replaceAll("$2");
        for (int i = 0; i < 2; i++) { // twice, for emphasis within strong emphasis
            text = STARS.matcher(text).replaceAll("$2");
            text = UNDERLINES.matcher(text).replaceAll("$2");
        }
        text = STRIKE.matcher(text).replaceAll("$1");
        text = ESCAPE.matcher(text).replaceAll("$1");
        return text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text;
    }

    /// Comments may run over many lines; one that never ends is left alone, since it would swallow the article.
    private static List<String> withoutComments(List<String> lines) {
        String text = String.join("\n", lines);
        var kept = new StringBuilder();
        int from = 0;
        while (true) {
            int start = text.indexOf("<!--", from);
            int end = start < 0 ? -1 : text.indexOf("-->", start + 4);
            if (end < 0) {
                return List.of(kept.append(text, from, text.length()).toString().split("\n", -1));
            }
            kept.append(text, from, start);
            from = end + 3;
        }
    }

    /// Fenced code is no prose. A fence that is never closed only loses its own line.
    private static List<String> withoutCode(List<String> lines) {
        List<String> kept = new ArrayList<>();
        int opened = -1; // size of kept where the open fence stands
        String fence = "";
        for (String line : lines) {
            Matcher m = FENCE.matcher(line);
            if (!m.matches()) {
                kept.add(line);
            } else if (opened < 0) {
                opened = kept.size();
                fence = m.group(1);
                kept.add("");
            } else if (m.group(1).startsWith(fence)) {
                kept.subList(opened, kept.size()).clear();
                kept.add("");
                opened = -1;
            } else {
                kept.add(line);
            }
        }
        return kept;
    }
}
