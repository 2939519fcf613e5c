package org.openwash.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openwash.domain.Article;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Format;
import org.openwash.domain.Metadata;
import org.openwash.domain.Provenance;
import org.openwash.domain.RawArticle;
import org.openwash.domain.Sureness;
import org.openwash.domain.UnreadableArticleException;
import org.openwash.domain.Wire;

/// Turns the bytes of a page or file into the one clean text that every later span refers to.
///
/// The text has one paragraph a line and no blank lines. Headings are lines of their own; list items begin with `- `;
/// table rows are `| a | b |`. No I/O and no shared state: safe for many threads.
///
/// 1. decode the bytes (a PDF has characters of its own)
/// 2. take apart by format: what the text says of itself, its title, its lines
/// 3. make characters and spaces alike
/// 4. read whom the text credits, then drop boilerplate
/// 5. settle title and address
public final class TextCleaner {

    /// In the notes of an article whose date lies after the run's day.
    public static final String DATE_REFUSED = "date refused, it lies after ";

    private final LocalDate latest;

    /// 150,000 words, a report of some four hundred pages. What is found in a text (sentences, words, names, claims)
    /// takes up to two hundred times its characters, and several texts are at work at a time.
    static final int LONGEST = 1_000_000;
    private final Boilerplate boilerplate = Boilerplate.load();
    private final WireCredits wireCredits = WireCredits.load();
    private final PdfReader pdfReader = new PdfReader();
    private final PageMetadata pageMetadata;
    private final HtmlReader htmlReader;

    /// Believes any date.
    public TextCleaner() {
        this(LocalDate.MAX);
    }

    /// @param latest the run's day: no article appeared after it
    public TextCleaner(LocalDate latest) {
        this.latest = latest;
        pageMetadata = new PageMetadata(latest);
        htmlReader = new HtmlReader(pageMetadata);
    }

    public Article clean(RawArticle raw) throws UnreadableArticleException {
        Reading reading = read(raw, PageLines.Detail.ARTICLE);
        if (reading.article().isEmpty()) {
            throw new UnreadableArticleException(
                    raw.format() == Format.HTML ? "no article text found" : "no text", "");
        }
        return reading.article().get();
    }

    /// The same with every line of the document and what became of it.
    public Reading explain(RawArticle raw) throws UnreadableArticleException {
        return read(raw, PageLines.Detail.WHOLE_PAGE);
    }

    private Reading read(RawArticle raw, PageLines.Detail detail) throws UnreadableArticleException {
        // 1. decode, 2. take apart
        Draft draft = raw.format() == Format.PDF ? pdfReader.read(raw.content()) : draft(raw, detail);
        mustNotBeLonger(draft.lines().stream().mapToLong(line -> line.text().length()).sum());
        Metadata stated = raw.given().orElse(draft.metadata()).orElse(raw.lacking());
        Metadata metadata = stated.until(latest);

        // 3. make alike
        List<Line> all = Characters.clean(draft.lines());

        // 4. read credits, which boilerplate may hold, and drop boilerplate
        Wire wire = wireCredits.in(all.stream().filter(Line::isKept).map(Line::text).toList(), metadata.author())
                .orElse(null);
        List<Line> lines = boilerplate.strip(all);

        // 5. settle the title: what is given, else what the text itself marks as one
        String title = Characters.line(metadata.title() != null ? metadata.title() : draft.title().orElse(""));
        Provenance titleOrigin = metadata.title() != null ? metadata.origins().title()
                : new Provenance(DateBasis.HEADING, Sureness.HIGH);
        if (title.isEmpty() && (raw.format() == Format.TEXT || raw.format() == Format.PDF)) {
            title = PlainText.title(lines.stream().filter(Line::isKept).map(Line::text).toList()).orElse("");
            titleOrigin = new Provenance(DateBasis.TEXT, Sureness.LOW);
        }
        lines = Headline.of(title).removeFrom(lines);
        lines = pageMetadata.byline().removeFrom(lines, metadata);
        String text = lines.stream().filter(Line::isKept).map(Line::text).collect(Collectors.joining("\n"));

        String late = stated.published() != null && metadata.published() == null
                ? DATE_REFUSED + latest + ": " + stated.published() : "";
        metadata = metadata.withTitle(title.isEmpty() ? null : title, title.isEmpty() ? Provenance.NONE : titleOrigin);
        String id = metadata.url() == null ? raw.source() : Address.canonical(metadata.url()).orElse(raw.source());
        String notes = Notes.join(raw.notes(), draft.note(), late);
        Optional<Article> article = text.isEmpty() && title.isEmpty() ? Optional.empty()
                : Optional.of(new Article(id, raw.source(), metadata, title, Article.UNDETERMINED, text, notes)
                        .withWire(wire));
        return new Reading(article, metadata, lines, draft.remarks());
    }

    private static void mustNotBeLonger(long characters) throws UnreadableArticleException {
        if (characters > LONGEST) {
            throw new UnreadableArticleException("a text of more than " + LONGEST + " characters", "");
        }
    }

    private Draft draft(RawArticle raw, PageLines.Detail detail) throws UnreadableArticleException {
        Decoded decoded = Decoded.of(raw);
        if (raw.format() != Format.HTML) { // before a million lines are made of it
            mustNotBeLonger(decoded.text().length());
        }
        Draft draft = switch (raw.format()) {
            case HTML -> htmlReader.read(decoded.text(), detail);
            case FRAGMENT -> htmlReader.fragment(decoded.text(), detail);
            case MARKDOWN -> MarkdownReader.read(decoded.text());
            case TEXT -> new Draft(Metadata.UNKNOWN, Optional.empty(), PlainText.lines(decoded.text()), "");
            case PDF -> throw new IllegalArgumentException("a PDF is no text to be decoded");
        };
        return draft.withNote(Notes.join(decoded.note(), draft.note()));
    }
}
