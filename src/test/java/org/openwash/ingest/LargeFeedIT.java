package org.openwash.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A feed near the limit of size.
class LargeFeedIT {

    @TempDir
    private Path folder;

    @Test
    @Timeout(180)
    void aHundredThousandEntriesAreRead() throws IOException {
        String entry = "<item><link>https://quay.example/a</link><title>T</title><pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate>"
                + "<description>&lt;p&gt;Some words of an article, and no more than some words.&lt;/p&gt;</description></item>\n";
        Path file = folder.resolve("f.xml");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("<rss version=\"2.0\"><channel><title>The Quay Post</title>");
            for (int i = 0; i < 100_000; i++) {
                out.write(entry);
            }
            out.write("</channel></rss>");
        }
        List<String> rejected = new ArrayList<>();
        int[] articles = {0};
        new Sources(SourceOptions.defaults()).forEach(List.of(file.toString()), System.in, found -> {
            switch (found) {
                case Found.Raw raw -> articles[0]++;
                case Found.Rejected it -> rejected.add(it.outcome().toString());
            }
        });
        assertThat(articles[0]).isEqualTo(100_000);
        assertThat(rejected).isEmpty();
    }

    @Test
    @Timeout(60)
    void ofAFeedBeyondTheLimitTheEntriesBeforeItAreRead() throws IOException {
        String entry = "<item><link>https://quay.example/a</link><description>" + "x".repeat(100_000) + "</description></item>";
        Harvest harvest = Harvest.of(Files.writeString(folder.resolve("f.xml"),
                "<rss version=\"2.0\"><channel>" + entry.repeat(340) + "</channel></rss>"));
        assertThat(harvest.articles()).hasSizeBetween(330, 336);
        assertThat(harvest.failed()).singleElement()
                .satisfies(f -> assertThat(f.reason()).startsWith("larger than the limit of 32 MB for feeds"));
    }
}
