package org.openwash.text;

import java.util.List;
import java.util.Optional;
import org.openwash.domain.Article;
import org.openwash.domain.Format;
import org.openwash.domain.Metadata;
import org.openwash.domain.RawArticle;
import org.openwash.domain.UnreadableArticleException;

/// Turns the bytes of a page or file into the one clean text that every later span refers to.
///
/// The text has one paragraph a line and no blank lines. Headings are lines of their own; list items begin with `- `;
/// table rows are `| a | b |`. No I/O and no shared state: safe for many threads.
///
/// 1. decode the bytes (a PDF has characters of its own)
/// 2. take apart by format: what the text says of itself, its title, its lines
/// 3. make characters and spaces alike
/// 4. drop boilerplate
/// 5. settle title and address
public final class TextCleaner {

    /// 150,000 words, a report of some four hundred pages. What is found in a text (sentences, words, names, claims)
    /// takes up to two hundred times its characters, and several texts are at work at a time.
    static final int LONGEST = 1_000_000;

    private final Boilerplate boilerplate = Boilerplate.load();
    private final HtmlReader htmlReader = new HtmlReader(BlockNames.load());
    private final PdfReader pdfReader = new PdfReader();

    public Article clean(RawArticle raw) throws UnreadableArticleException {
        // 1. decode, 2. take apart
        Draft draft = raw.format() == Format.PDF ? pdfReader.read(raw.content()) : draft(raw, Decoded.of(raw));
        mustNotBeLonger(draft.lines().stream().mapToLong(String::length).sum());
        Metadata metadata = raw.given().orElse(draft.metadata()).orElse(raw.lacking());

        // 3. make alike, 4. drop boilerplate
        List<String> lines = boilerplate.strip(Characters.clean(draft.lines()));

        // 5. settle the title: what is given, else what the text itself marks as one
        String title = Characters.line(metadata.title() != null ? metadata.title() : draft.title().orElse(""));
        if (title.isEmpty() && (raw.format() == Format.TEXT || raw.format() == Format.PDF)) {
            title = PlainText.title(lines).orElse("");
        }
        String text = String.join("\n", Headline.of(title).removeFrom(lines));
        if (text.isEmpty() && title.isEmpty()) {
            throw new UnreadableArticleException(
                    raw.format() == Format.HTML ? "no article text found" : "no text", "");
        }
        String id = metadata.url() == null ? raw.source() : Address.canonical(metadata.url()).orElse(raw.source());
        String notes = Notes.join(raw.notes(), draft.note());
        return new Article(id, raw.source(), withTitle(metadata, title), title, Article.UNDETERMINED, text, notes);
    }

    private static void mustNotBeLonger(long characters) throws UnreadableArticleException {
        if (characters > LONGEST) {
            throw new UnreadableArticleException("a text of more than " + LONGEST + " characters", "");
        }
    }

    private Draft draft(RawArticle raw, Decoded decoded) throws UnreadableArticleException {
        if (raw.format() != Format.HTML) { // before a million lines are made of it
            mustNotBeLonger(decoded.text().length());
        }
        Draft draft = switch (raw.format()) {
            case HTML -> htmlReader.read(decoded.text());
            case MARKDOWN -> MarkdownReader.read(decoded.text());
            case TEXT -> new Draft(Metadata.UNKNOWN, Optional.empty(), PlainText.lines(decoded.text()), "");
            case PDF -> throw new IllegalArgumentException("a PDF is no text to be decoded");
        };
        return new Draft(draft.metadata(), draft.title(), draft.lines(), Notes.join(decoded.note(), draft.note()));
    }

    private static Metadata withTitle(Metadata m, String title) {
        String known = title.isEmpty() ? null : title;
        return new Metadata(m.url(), m.outlet(), known, m.author(), m.published(), m.publishedBasis());
    }
}
