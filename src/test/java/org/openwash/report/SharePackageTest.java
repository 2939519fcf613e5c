package org.openwash.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.domain.Article;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decision;
import org.openwash.domain.Decisions;
import org.openwash.domain.Metadata;
import org.openwash.domain.Outcome;
import org.openwash.domain.Verdict;
import org.openwash.testing.OutputFolder;
import org.openwash.testing.Samples;

class SharePackageTest {

    private static final String CLAIM = "Llama 3 is open source.";

    @TempDir
    private Path to;

    private static Outcome.Analysed analysed(Article article) {
        return Samples.analysed(article, Samples.claim(article, CLAIM).id("c-" + article.language()).judged(Verdict.CONTRADICTED));
    }

    private Map<String, String> write() throws IOException {
        var listed = new Article("/home/ann/secret/one.txt", "/home/ann/secret/one.txt", Metadata.UNKNOWN, "A title", "en",
                "The harbour was quiet on that day.\n" + CLAIM + " Nobody else spoke.", "");
        var online = new Article("https://sample.example/two", "/home/ann/secret/two.txt", Metadata.UNKNOWN, "A headline", "und",
                CLAIM + " A storm came in from the west.", "");
        List<Outcome.Analysed> outcomes = List.of(analysed(listed), analysed(online));
        List<Decision> decisions = outcomes.stream().flatMap(o -> ClaimRow.of(o, 0.5, Decisions.none()).stream())
                .map(row -> Decision.on(row, Decision.Kind.ACCEPTED, "Ann Reviewer", "a private note", Instant.EPOCH)).toList();
        var edition = new Edition("0.1.0", "facts-1", LocalDate.of(2025, 1, 1), List.of());
        new SharePackage(Samples.catalogue(), 0.5, new Decisions(decisions), edition, CsvStyle.PLAIN,
                new ClaimReviews("The Checkers", null)).write(to, outcomes.stream().map(o -> o));
        return new OutputFolder(to).reports();
    }

    @Test
    void nothingOfAnArticleIsHandedOnButTitlesAndQuotedSentences() throws IOException {
        Map<String, String> files = write();
        assertThat(files).containsKeys("claims.csv", "claims.jsonl", "articles.csv", "datapackage.json", "csv-metadata.json",
                "claims.schema.json", "CITATION.cff", "facts-sources.bib", "claimreview.json").doesNotContainKeys("inputs.csv");
        assertThat(files.values()).allSatisfy(text -> assertThat(text).doesNotContain("harbour", "Nobody else", "storm"));
        assertThat(files.get("claims.csv")).contains(CLAIM);
        assertThat(files.get("claimreview.json")).contains(CLAIM);
    }

    @Test
    void pathsReviewersAndNotesStayBehind() throws IOException {
        assertThat(write().values()).allSatisfy(text ->
                assertThat(text).doesNotContain("/home/ann", "secret", "Ann Reviewer", "private note"));
    }

    @Test
    void articlesWithoutAnAddressKeepAnIdThatJoins() throws IOException {
        write();
        var share = new OutputFolder(to);
        assertThat(share.column("claims.csv", "article_id")).containsExactlyInAnyOrderElementsOf(share.column("articles.csv", "article_id"))
                .contains("https://sample.example/two").anyMatch(id -> id.matches("article-[0-9a-f]{16}"));
    }

    @Test
    void theDescriptionsSpeakOfTheColumnsThatAreThere() throws IOException {
        Map<String, String> files = write();
        for (String description : List.of("datapackage.json", "csv-metadata.json", "claims.schema.json")) {
            assertThat(files.get(description)).doesNotContain("\"source\"").doesNotContain("reviewer_note").doesNotContain("inputs.csv");
        }
        try (Stream<Path> all = Files.list(to)) {
            assertThat(all.map(f -> f.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }
}
