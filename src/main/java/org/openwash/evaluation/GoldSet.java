package org.openwash.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;

/// What people found in a set of articles: the measure that claims and flags are held against.
public record GoldSet(List<GoldClaim> claims, List<GoldArticle> articles, SubjectClasses subjects) {

    /// The line of an article's file that names its outlet is no sentence of the article.
    private static final String OUTLET_LINE = "# outlet:";

    public GoldSet {
        claims = List.copyOf(claims);
        articles = List.copyOf(articles);
    }

    /// Reads a gold set from JSON lines.
    ///
    /// @param gold      one claim a line: article, n (the sentence), subject, aspect, polarity, modality, voice,
    ///                  verdict (the last three a value or a list of accepted values), optional (may be left out)
    /// @param sentences one sentence a line: article, n, text
    /// @param subjectClasses see [SubjectClasses]; null for the file of that name beside the gold file, if there is one
    /// @throws SetupException if a file or a line cannot be used
    public static GoldSet read(Path gold, Path sentences, @Nullable Path subjectClasses) throws IOException {
        List<GoldClaim> claims = new ArrayList<>();
        for (JsonRow row : JsonRow.read(gold, "the file of gold claims")) {
            claims.add(GoldClaim.of(row));
        }
        return new GoldSet(claims, articles(sentences), subjects(gold, subjectClasses));
    }

    private static List<GoldArticle> articles(Path file) throws IOException {
        Map<String, Map<Integer, String>> articles = new LinkedHashMap<>();
        for (JsonRow row : JsonRow.read(file, "the file of numbered sentences")) {
            String text = row.text("text");
            int number = row.number("n");
            String article = row.text("article");
            if (!text.startsWith(OUTLET_LINE)) {
                // a number that is given twice keeps its first place and its last text
                articles.computeIfAbsent(article, id -> new LinkedHashMap<>()).put(number, text);
            }
        }
        if (articles.isEmpty()) {
            throw new SetupException(
                    file + " line 1: holds no sentence. Give the numbered sentences of the gold articles.");
        }
        return articles.entrySet().stream()
                .map(article -> new GoldArticle(article.getKey(), article.getValue()))
                .toList();
    }

    private static SubjectClasses subjects(Path gold, @Nullable Path named) throws IOException {
        Path file = named != null ? named : gold.resolveSibling(SubjectClasses.FILE_NAME);
        return named != null || Files.exists(file) ? SubjectClasses.read(file) : SubjectClasses.none();
    }
}
