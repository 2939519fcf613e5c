package org.openwash.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.domain.Circulation;
import org.openwash.domain.Outcome;
import org.openwash.index.ArticleIndex;
import org.openwash.testing.CommandProcess;
import org.openwash.testing.GeneratedClaims;

/// A hundred thousand claims: the page is written in the smallest memory that runs are promised to fit, and stays as small
/// as any browser opens at once.
class LargeReportIT {

    private static final int ARTICLES = 100_000 / GeneratedClaims.CLAIMS_PER_ARTICLE;
    private static final int COPIES = 4;
    private static final int LARGEST = 2_000_000;

    @TempDir
    private Path folder;

    @Test
    void aHundredThousandClaimsFitIntoMemoryAndOnThePage() throws Exception {
        var generated = new GeneratedClaims();
        try (var index = ArticleIndex.openForWriting(folder.resolve(ArticleIndex.FOLDER), GeneratedClaims.families())) {
            for (int i = 0; i < ARTICLES; i++) {
                Outcome.Analysed article = generated.article(i);
                // every other article is one of four copies
                String story = i % 2 == 0 ? "alone-" + i : "story-" + i / (2 * COPIES);
                index.put(article.withCirculation(new Circulation(story, List.of())));
            }
            var state = new TreeMap<String, String>();
            new Method("0.1.0", "facts-1", null, "by-kind", state).into(state);
            index.commit(state);
        }
        Path messages = folder.resolve("messages.txt");
        int exit = CommandProcess.run(messages, List.of("-Xmx512m"),
                List.of("report", "--out", folder.toString(), "--around", "2023-01-01"));
        assertThat(exit).as(Files.readString(messages)).isZero();
        Path report = folder.resolve(HtmlReport.FILE);
        assertThat(Files.size(report)).isLessThan(LARGEST);
        Document page = Jsoup.parse(Files.readString(report));
        assertThat(page.select(".flag")).hasSize(Page.MOST_FLAGS);
        assertThat(page.select("#flags").text()).contains("flags more are in flags.csv");
        assertThat(page.select("#table-repeats tbody tr")).hasSize(Page.MOST_ROWS);
    }
}
