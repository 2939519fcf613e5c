package org.openwash.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Article;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Outcome;
import org.openwash.domain.Span;
import org.openwash.index.ClaimSearch;
import org.openwash.publication.Words;

/// An article as it was read, with its claims marked in their places.
///
/// @param gaps whether paragraphs without claims were left out, since the text is very long
record ArticlePage(String title, List<Part> titleParts, String outlet, String published, @Nullable String author,
        @Nullable String original, String source, List<List<Part>> paragraphs, List<ClaimLine> claims, boolean gaps) {

    /// Of a longer text only the paragraphs that hold claims are shown.
    private static final int LONGEST = 1_000_000;

    /// A piece of text: plain, or a sentence that makes claims.
    ///
    /// @param sentence its number; null for plain text
    /// @param anchor   whether the address of the sentence points here
    /// @param claims   the claims of the sentence that ends here
    record Part(String text, @Nullable Integer sentence, boolean anchor, List<ClaimLine> claims) {}

    /// Nothing if there is no such article.
    static Optional<ArticlePage> of(String id, ClaimSearch search) throws IOException {
        Optional<Outcome> outcome = search.article(id);
        if (outcome.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(switch (outcome.get()) {
            case Outcome.Analysed analysed -> of(analysed.article(), search.claimsOf(id));
            case Outcome.OtherLanguage other -> of(other.article(), List.of());
            case Outcome.Failed failed -> throw new IllegalStateException("stored, but not read: " + failed.source());
            case Outcome.Skipped skipped -> throw new IllegalStateException("stored, but not read: " + skipped.source());
        });
    }

    private static ArticlePage of(Article article, List<ClaimRow> claims) {
        var sentences = new TreeMap<Span, List<ClaimRow>>();
        var ofTitle = new ArrayList<ClaimRow>();
        for (ClaimRow row : claims) {
            if (row.claim().sentence() == 0) {
                ofTitle.add(row);
            } else {
                sentences.computeIfAbsent(row.claim().sentenceSpan(), s -> new ArrayList<>()).add(row);
            }
        }
        boolean gaps = article.text().length() > LONGEST;
        List<Part> title = ofTitle.isEmpty() ? List.of(plain(article.title()))
                : List.of(new Part(article.title(), 0, true, ofTitle.stream().map(ClaimLine::of).toList()));
        return new ArticlePage(article.title(), title, Objects.toString(article.metadata().outlet(), "unknown outlet"),
                Objects.toString(article.published(), "undated"), article.metadata().author(),
                Words.web(article.metadata().url()), article.source(), paragraphs(article.text(), sentences, gaps),
                claims.stream().map(ClaimLine::of).toList(), gaps);
    }

    private static List<List<Part>> paragraphs(String text, TreeMap<Span, List<ClaimRow>> sentences, boolean gaps) {
        var paragraphs = new ArrayList<List<Part>>();
        var anchored = new HashSet<Integer>();
        int start = 0;
        while (start < text.length()) {
            int line = text.indexOf('\n', start);
            int end = line < 0 ? text.length() : line;
            List<Part> parts = parts(text, new Span(start, end), sentences, anchored);
            boolean plain = parts.stream().allMatch(p -> p.sentence() == null);
            if (!text.substring(start, end).isBlank() && !(plain && gaps)) {
                paragraphs.add(parts);
            }
            start = end + 1;
        }
        return paragraphs;
    }

    /// @param line     a line of the text; sentences may begin before it or end behind it
    /// @param anchored sentences whose address has its place already
    private static List<Part> parts(
            String text, Span line, TreeMap<Span, List<ClaimRow>> sentences, Set<Integer> anchored) {
        var parts = new ArrayList<Part>();
        int at = line.start();
        Span first = sentences.floorKey(new Span(line.start(), line.start()));
        for (Map.Entry<Span, List<ClaimRow>> entry
                : (first == null ? sentences : sentences.tailMap(first, true)).entrySet()) {
            Span sentence = entry.getKey();
            if (sentence.start() >= line.end()) {
                break;
            }
            int from = Math.max(at, sentence.start());
            int to = Math.min(line.end(), sentence.end());
            if (from < to) {
                if (at < from) {
                    parts.add(plain(text.substring(at, from)));
                }
                int number = entry.getValue().getFirst().claim().sentence();
                parts.add(new Part(text.substring(from, to), number, anchored.add(number), to == sentence.end()
                        ? entry.getValue().stream().map(ClaimLine::of).toList() : List.of()));
                at = to;
            }
        }
        if (at < line.end()) {
            parts.add(plain(text.substring(at, line.end())));
        }
        return parts;
    }

    private static Part plain(String text) {
        return new Part(text, null, false, List.of());
    }
}
