package org.openwash.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Metadata;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.SetupException;
import org.openwash.domain.Span;

/// An article that the project wrote, with the claims that a person marked in it: what classifiers learn from.
///
/// A file holds several. `models/claims/README.md` tells its form:
///
///     @ id | 2024-02-22 | outlet | kind
///     # title
///     > subject | aspect | polarity | modality | attribution | speaker | words that carry it
///     A sentence a line; below it its claims; an empty line between paragraphs.
///     >? a claim that a second reader might not mark
///
/// @param lines the title first, if there is one, then the sentences, each with its place in the passage
public record LabelledArticle(String id, Article article, List<Line> lines) {

    private static final String TITLE = "# ";
    private static final int FIELDS = 7;

    /// @param title  it is the title, and its span is one of the title
    /// @param claims marked in it
    public record Line(boolean title, Span span, List<Marked> claims) {

        public Line {
            claims = List.copyOf(claims);
        }
    }

    /// A marked claim.
    ///
    /// @param cue      characters of the passage; null if the words are not marked
    /// @param optional a second reader might not mark it
    public record Marked(String subject, Aspect aspect, Polarity polarity, Modality modality, Attribution attribution,
            String speaker, @Nullable Span cue, boolean optional) {}

    public LabelledArticle {
        lines = List.copyOf(lines);
    }

    /// The articles of all `.txt` files of a folder, by the names of the files.
    ///
    /// @throws SetupException if a line is wrong: file, line and what is wrong with it
    public static List<LabelledArticle> read(Path folder) throws IOException {
        var articles = new ArrayList<LabelledArticle>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                articles.addAll(new Parser(file.getFileName().toString()).parse(Files.readAllLines(file)));
            }
        }
        return articles;
    }

    private static final class Parser {

        private final String file;
        private final List<LabelledArticle> articles = new ArrayList<>();
        private String[] head = {};
        private String title = "";
        private final StringBuilder text = new StringBuilder();
        private final List<Line> lines = new ArrayList<>();
        private @Nullable Line open;
        private boolean newParagraph = true;

        Parser(String file) {
            this.file = file;
        }

        List<LabelledArticle> parse(List<String> all) {
            for (int i = 0; i < all.size(); i++) {
                String line = all.get(i).strip();
                try {
                    take(line);
                } catch (IllegalArgumentException e) {
                    throw new SetupException(file + " line " + (i + 1) + ": " + e.getMessage() + ": " + line);
                }
            }
            endArticle();
            return articles;
        }

        private void take(String line) {
            if (line.startsWith("@ ")) {
                endArticle();
                head = line.substring(2).split("\\|", -1);
                if (head.length != 4) {
                    throw new IllegalArgumentException("id, date, outlet and kind expected");
                }
            } else if (line.isEmpty()) {
                newParagraph = true;
            } else if (line.startsWith("> ") || line.startsWith(">? ")) {
                mark(line);
            } else if (line.startsWith(TITLE) && lines.isEmpty() && open == null) {
                title = line.substring(TITLE.length());
                open = new Line(true, new Span(0, title.length()), List.of());
            } else {
                endLine();
                if (!text.isEmpty()) {
                    text.append(newParagraph ? "\n\n" : ownLine(line) ? "\n" : " ");
                }
                newParagraph = ownLine(line);
                open = new Line(false, new Span(text.length(), text.length() + line.length()), List.of());
                text.append(line);
            }
        }

        /// Headings, list items and table rows are lines of their own.
        private static boolean ownLine(String line) {
            return line.startsWith("#") || line.startsWith("- ") || line.startsWith("* ") || line.contains(" | ");
        }

        private void mark(String line) {
            if (open == null) {
                throw new IllegalArgumentException("a claim without a sentence");
            }
            boolean optional = line.startsWith(">?");
            String[] f = line.substring(optional ? 3 : 2).split("\\|", -1);
            if (f.length < FIELDS) {
                throw new IllegalArgumentException(FIELDS + " fields expected");
            }
            String passage = open.title ? title : text.toString();
            String words = f[6].strip();
            int at = words.isEmpty() ? -1 : passage.indexOf(words, open.span.start());
            Span cue = at < 0 ? null : new Span(at, at + words.length());
            var claims = new ArrayList<>(open.claims);
            claims.add(new Marked(f[0].strip(), Aspect.valueOf(constant(f[1])), Polarity.valueOf(constant(f[2])),
                    Modality.valueOf(constant(f[3])), Attribution.valueOf(constant(f[4])), f[5].strip(), cue, optional));
            open = new Line(open.title, open.span, claims);
        }

        private static String constant(String field) {
            return field.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        }

        private void endLine() {
            if (open != null) {
                lines.add(open);
                open = null;
            }
        }

        private void endArticle() {
            endLine();
            if (!lines.isEmpty()) {
                String id = head[0].strip();
                var metadata = new Metadata(null, head[2].strip(), title.isEmpty() ? null : title, null,
                        LocalDate.parse(head[1].strip()), DateBasis.RECORD);
                articles.add(new LabelledArticle(id,
                        new Article(id, id, metadata, title, "en", text.toString(), ""), lines));
            }
            lines.clear();
            text.setLength(0);
            title = "";
            newParagraph = true;
        }
    }
}
