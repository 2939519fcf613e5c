package org.openwash.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.Cli;
import org.openwash.testing.OutputFolder;

/// A fact-checker's standing queries, from run to run.
class WatchCommandIT {

    @TempDir
    private Path folder;

    private Path inputs;
    private OutputFolder out;

    @BeforeEach
    void oneArticleAndTwoWatches() throws IOException {
        inputs = Files.createDirectory(folder.resolve("inputs"));
        out = new OutputFolder(folder.resolve("out"));
        article("a.md", "2024-05-01", "Llama 2 is open source.");
        assertThat(run("watch", "add", "llama", "subject:llama").exitCode()).isZero();
        assertThat(run("watch", "add", "denials & more", "polarity:denies OR subject:nothing").exitCode()).isZero();
    }

    private void article(String file, String date, String text) throws IOException {
        Files.writeString(inputs.resolve(file), """
                ---
                title: What %s says
                outlet: The Harbour <Post>
                date: %s
                url: https://harbour.example/%s
                ---
                %s
                """.formatted(file, date, file, text));
    }

    private Cli.Result run(Object... words) {
        var all = new ArrayList<Object>(List.of(words));
        all.addAll(List.of("--out", out.path()));
        return Cli.launch(all.toArray());
    }

    private Cli.Result analyze() {
        Cli.Result result = run("analyze", inputs);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private List<String> hits() {
        return out.rows("watch-hits.csv").stream().map(row -> row.get("watch") + ": " + row.get("sentence")).toList();
    }

    private SyndFeed feed() throws Exception {
        return new SyndFeedInput().build(new StringReader(Files.readString(out.path().resolve("watches.atom"))));
    }

    @Test
    void everyRunReportsWhatItFoundFirstAndTheFeedKeepsIt() throws Exception {
        assertThat(analyze().err()).contains("1 new hit of 2 watch queries (llama 1)");
        assertThat(hits()).containsExactly("llama: Llama 2 is open source.");
        String first = Files.readString(out.path().resolve("watches.atom"));

        assertThat(analyze().err()).as("nothing new").contains("0 new hits of 2 watch queries;");
        assertThat(hits()).isEmpty();
        assertThat(out.path().resolve("watches.atom")).hasContent(first);

        article("b.md", "2024-05-02", "Redis 7.4 is not open source. Llama 2 is not open source.");
        analyze();
        assertThat(hits()).containsExactly("denials & more: Redis 7.4 is not open source.",
                "denials & more: Llama 2 is not open source.", "llama: Llama 2 is not open source.");
        assertThat(feed().getEntries()).hasSize(4).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
        SyndEntry newest = feed().getEntries().getFirst();
        assertThat(newest.getLink()).isEqualTo("https://harbour.example/b.md");
        assertThat(newest.getUpdatedDate()).isEqualTo("2024-05-02T00:00:00Z");
        assertThat(newest.getAuthor()).isEqualTo("The Harbour <Post>");
        assertThat(feed().getEntries().getLast().getContents().getFirst().getValue()).contains("Llama 2 is open source.");
    }

    @Test
    void anArticleThatIsAnalysedAgainHasNoNewClaimsAlsoFromNothing() throws IOException {
        analyze();
        article("a.md", "2024-05-01", "Llama 2  is open source. It rained.");
        analyze();
        assertThat(hits()).isEmpty();
        assertThat(run("analyze", inputs, "--fresh").exitCode()).isZero();
        assertThat(hits()).isEmpty();
        article("a.md", "2024-05-01", "It rained. Llama 2 is not open source.");
        analyze();
        assertThat(hits()).hasSize(2);
    }

    @Test
    void theSameStateGivesTheSameBytes() throws IOException {
        article("b.md", "2024-05-02", "Redis 7.4 is not open source. Llama 2 is not open source. Llama 3 is open source.");
        analyze();
        var other = new OutputFolder(folder.resolve("other"));
        Files.createDirectories(other.path());
        Files.copy(out.path().resolve("watches.csv"), other.path().resolve("watches.csv"));
        assertThat(Cli.launch("analyze", inputs, "--threads", "3", "--out", other.path()).exitCode()).isZero();
        Map<String, String> reports = out.reports();
        reports.remove("watches.csv.lock");
        assertThat(other.reports()).isEqualTo(reports).containsKeys("watch-hits.csv", "watches.atom");
        assertThat(Files.readString(other.path().resolve("watches.atom"))).doesNotContain("2026").doesNotContain("\r");
    }

    @Test
    void aRunWithoutWatchesWritesNoFilesOfThem() {
        Path plain = folder.resolve("plain");
        Cli.Result result = Cli.launch("analyze", inputs, "--out", plain);
        assertThat(result.err()).doesNotContain("watch");
        assertThat(plain.resolve("watch-hits.csv")).doesNotExist();
        assertThat(plain.resolve("watches.atom")).doesNotExist();
    }

    @Test
    void aQueryThatCannotBeReadAnyMoreIsAWarning() throws IOException {
        Path file = out.path().resolve("watches.csv");
        Files.writeString(file, Files.readString(file) + "old,colour:red\n");
        Cli.Result result = analyze();
        assertThat(result.err()).contains("warning: the watch old was not asked").contains("there is no field 'colour'");
        assertThat(hits()).hasSize(1);
    }

    @Test
    void aBrokenFileStopsARunBeforeItBegins() throws IOException {
        Path file = out.path().resolve("watches.csv");
        Files.writeString(file, Files.readString(file) + "<<<<<<< ours\n");
        Cli.Result result = run("analyze", inputs);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("watches.csv, line 4");
        assertThat(out.path().resolve("claims.csv")).doesNotExist();
    }

    @Test
    void watchesAreListedAddedAndRemoved() {
        assertThat(run("watch").outLines()).containsExactly("llama\tsubject:llama", "denials & more\tpolarity:denies OR subject:nothing");
        assertThat(run("watch", "remove", "llama").exitCode()).isZero();
        assertThat(run("watch", "list").outLines()).hasSize(1);
        Cli.Result wrong = run("watch", "add", "x", "verdikt:contradicted");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("character 1").contains("no field 'verdikt'");
        assertThat(run("watch", "add", "x").exitCode()).isEqualTo(2);
        assertThat(run("watch", "remove").exitCode()).isEqualTo(2);
        assertThat(run("watch", "remove", "y").exitCode()).isEqualTo(1);
        assertThat(run("watch", "list").outLines()).hasSize(1);
    }

    @Test
    void whatRunsInAFeedReaderIsNoLink() throws Exception {
        Files.writeString(inputs.resolve("evil.jsonl"), """
                {"url": "javascript:alert(1)", "title": "T", "outlet": "<script>\\u0007", "date": "2024-05-03", "text": "Llama 2 is open source, wrote <b>somebody</b> in May."}
                """);
        analyze();
        String atom = Files.readString(out.path().resolve("watches.atom"));
        assertThat(atom).doesNotContain("<script>").doesNotContain("<b>").doesNotContain("href=\"javascript");
        assertThat(feed().getEntries()).hasSizeGreaterThanOrEqualTo(2);
    }
}
