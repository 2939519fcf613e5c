package org.openwash.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.testing.Cli;
import org.openwash.testing.Cli.Result;
import org.openwash.testing.OutputFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The project's own sample articles, handed on and taken back.
class ExportCommandIT {

    private static final Path CORPUS = Path.of("corpus");

    @TempDir
    static Path shared;

    private static Path out;

    @TempDir
    Path folder;

    @BeforeAll
    static void analyseOnce() {
        out = shared.resolve("out");
        assertThat(Cli.launch("analyze", CORPUS, "--out", out, "--quiet").exitCode()).isZero();
    }

    private static Map<String, String> contents(Path of) throws IOException {
        var contents = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(of)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    @Test
    void aGoldSetOfTheClaimsIsFoundAgain() {
        assertThat(Cli.launch("export", "--format", "gold", "--out", out, "--to", folder).exitCode()).isZero();
        Result evaluated = Cli.launch("evaluate", "--gold", folder.resolve("gold.jsonl"), "--sentences",
                folder.resolve("sentences.jsonl"), CORPUS, "--quiet");
        assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
        // evaluate places a sentence by its words, and one of the corpus stands within another
        assertThat(evaluated.out()).containsPattern("RESULT claim_f1 (1\\.000|0\\.99\\d) ").contains(" modality 1.000 attribution 1.000 verdict 1.000")
                .contains("unplaced 0").doesNotContain("left out");
    }

    @Test
    void annotatorsGetTheClaimsAndGiveThemBackAsAGoldSet() throws IOException {
        Path annotated = folder.resolve("annotated");
        assertThat(Cli.launch("export", "--format", "webanno", "--out", out, "--to", annotated).exitCode()).isZero();
        assertThat(Cli.launch("export", "--format", "gold", "--out", out, "--to", folder.resolve("gold")).exitCode()).isZero();
        Result taken = Cli.launch("import", annotated, "--to", folder.resolve("back"));
        assertThat(taken.exitCode()).as(taken.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("back/gold.jsonl")))
                .hasSize(new OutputFolder(out).rows("claims.csv").size())
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(folder.resolve("gold/gold.jsonl")));

        // one claim corrected by a second annotator
        String gold = Files.readString(folder.resolve("back/gold.jsonl"));
        Path other = Files.writeString(folder.resolve("other.jsonl"), gold.replaceFirst("\"polarity\":\"affirms\"", "\"polarity\":\"denies\""));
        Result agreement = Cli.launch("evaluate", "--gold", folder.resolve("back/gold.jsonl"), "--agreement", other,
                "--sentences", folder.resolve("back/sentences.jsonl"));
        assertThat(agreement.exitCode()).as(agreement.err()).isZero();
        assertThat(agreement.out()).contains("kappa_sentence_holds_a_claim 1.000 alpha_sentence_holds_a_claim 1.000")
                .containsPattern("kappa_polarity 0\\.9\\d\\d alpha_polarity 0\\.9\\d\\d");
    }

    @Test
    void onlyAcceptedFlagsBecomeReviews() throws IOException {
        Path own = folder.resolve("own");
        assertThat(Cli.launch("analyze", CORPUS.resolve("markdown"), "--out", own, "--quiet").exitCode()).isZero();
        assertThat(Cli.launch("export", "--format", "claimreview", "--out", own).err()).contains("no flag is accepted yet");
        String flag = new OutputFolder(own).column("flags.csv", "claim_id").getFirst();
        assertThat(Cli.launch("review", "accept", flag, "--out", own, "--reviewer", "Ann").exitCode()).isZero();
        Path file = folder.resolve("reviews.json");
        Result result = Cli.launch("export", "--format", "claimreview", "--out", own, "--to", file, "--site", "https://checks.example/a");
        assertThat(result.exitCode()).as(result.err()).isZero();
        JsonNode graph = JsonMapper.shared().readTree(Files.readString(file)).get("@graph");
        assertThat(graph.size()).isEqualTo(1);
        assertThat(graph.get(0).get("url").stringValue()).isEqualTo("https://checks.example/a#claim-" + flag);
    }

    @Test
    void theSameArticlesGiveTheSameBytesWhateverTheThreads() throws IOException {
        Path again = folder.resolve("again");
        assertThat(Cli.launch("analyze", CORPUS, "--out", again, "--threads", "3", "--quiet").exitCode()).isZero();
        for (String format : List.of("share", "webanno", "gold")) {
            Path one = folder.resolve(format + "-one");
            Path two = folder.resolve(format + "-two");
            assertThat(Cli.launch("export", "--format", format, "--out", out, "--to", one).exitCode()).isZero();
            assertThat(Cli.launch("export", "--format", format, "--out", again, "--to", two).exitCode()).isZero();
            assertThat(contents(two)).isNotEmpty().isEqualTo(contents(one));
        }
    }

    @Test
    void theSourcesAreThoseOfTheReports() throws IOException {
        Result result = Cli.launch("export", "--format", "bibtex", "--out", out);
        assertThat(result.out()).startsWith("@misc{openwash-").isEqualTo(Files.readString(out.resolve("facts-sources.bib")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            export                                                       ! Missing required option
            export --format docx                                         ! Invalid value for option '--format'
            export --format gold                                         ! needs a folder
            export --format share --to output --out output               ! the output folder itself
            export --format claimreview --site /here                     ! --site is the address of a page
            export --format claimreview --site https://a.example/#x      ! --site is the address of a page
            import                                                       ! Missing required
            evaluate --gold a --sentences b                              ! Missing required parameter: 'INPUT'
            evaluate --gold a --sentences b --agreement c INPUT          ! reads no INPUT
            report --delimiter x                                         ! --delimiter is comma, semicolon, tab or pipe
            """)
    void wrongUseIsExplained(String words, String said) {
        Object[] all = Stream.of(words.split(" ")).map(w -> w.equals("output") ? out.toString() : w).toArray();
        if (!words.contains("--out") && words.startsWith("export --format")) {
            all = Stream.concat(Stream.of(all), Stream.of("--out", out)).toArray();
        }
        Result result = Cli.launch(all);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.err()).contains(said);
    }
}
