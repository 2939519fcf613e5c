package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.Cli;
import org.openwash.testing.OutputFolder;

/// What takes more than one article, from files to reports: copies of an agency's report at several outlets, which come
/// in several runs, and a promotion that one outlet prints below everything.
class SyndicationIT {

    private static final String REPORT = """
            HAVENMOOR, May 2 (AP) - The town of Havenmoor has moved its library desk to a language model that runs in the cellar of the town hall.
            The clerks had asked for it since the autumn, when the old service was raised in price for the third time within two years.
            Llama 3 is open source, says the paper that the council voted on, and so nobody has to be asked before it is put to use.
            The model answers questions about opening hours, lost books and the way to the reading room, and hands over to a person when it does not know.
            Two neighbouring towns have sent people to look at it, and one of them has ordered a machine of the same kind for its own cellar.
            A reader who was asked on Tuesday said that she had not noticed any change, and that her book was still lost.
            """;
    private static final String PROMOTION = "Read our guide to office suites: Llama 3 is open source and every reader may try it at the front desk of this paper.";

    @TempDir
    Path folder;

    private Path write(String name, String outlet, int day, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".md"), "---\ntitle: Headline of %s\noutlet: %s\nurl: https://%s.example/%s\ndate: 2024-05-%02d\n---\n\n%s"
                .formatted(outlet, outlet, name, name, day, text.replace("\n", "\n\n")));
    }

    private OutputFolder analyse(String out, List<Path> files) {
        var words = new ArrayList<Object>(List.of("analyze", "--quiet", "--out", folder.resolve(out)));
        words.addAll(files);
        Cli.Result result = Cli.launch(words.toArray());
        assertThat(result.exitCode()).as(result.err()).isZero();
        return new OutputFolder(folder.resolve(out));
    }

    @Test
    void copiesAreOneStoryWhicheverRunBroughtThem() throws IOException {
        String brief = REPORT.lines().limit(3).reduce((a, b) -> a + "\n" + b).orElseThrow();
        String longer = REPORT.replace("cellar", "basement") + "The library here has no such plans, its head said on the telephone, but will watch.\n";
        Path second = write("second", "Harbour Ledger", 3, longer);
        Path third = write("third", "Quarry Journal", 4, brief);
        Path first = write("first", "Bay Observer", 2, REPORT);
        var later = analyse("several", List.of(second, third));
        String before = later.column("articles.csv", "story").getFirst();
        assertThat(later.column("articles.csv", "story")).containsExactly(before, before);
        later = analyse("several", List.of(first));
        assertThat(later.column("articles.csv", "story")).as("the first names the story").hasSize(3).doesNotContain(before);
        assertThat(later.column("articles.csv", "story").stream().distinct()).hasSize(1);
        assertThat(later.column("articles.csv", "wire")).containsOnly("AP");
        assertThat(later.column("claims.csv", "story").stream().distinct()).hasSize(1);
        assertThat(later.tables()).isEqualTo(analyse("one", List.of(third, first, second)).tables());
        assertThat(later.rows("subjects.csv").stream().filter(row -> row.get("subject").equals("llama-3")))
                .allSatisfy(row -> assertThat(row.get("articles") + " " + row.get("stories")).isEqualTo("3 1"));
        Cli.Result found = Cli.launch("search", "story:" + later.column("articles.csv", "story").getFirst(), "--out",
                folder.resolve("several"), "--format", "csv");
        assertThat(found.outLines()).hasSize(1 + later.rows("claims.csv").size());
    }

    @Test
    void whatAnOutletPrintsBelowEverythingIsNoClaimOfAnyArticle() throws IOException {
        var files = new ArrayList<Path>();
        for (int i = 1; i <= 5; i++) {
            files.add(write("report" + i, "Tideway Review", i, "The boat number " + i + " came home on day " + i + " with " + 10 * i
                    + " crates of fish, which the harbour master counted twice.\n" + PROMOTION + "\n"));
        }
        var four = analyse("out", files.subList(0, 4));
        assertThat(four.column("claims.csv", "repeated")).isNotEmpty().containsOnly("false");
        assertThat(four.rows("flags.csv")).isNotEmpty();
        var five = analyse("out", files.subList(4, 5));
        assertThat(five.column("claims.csv", "repeated")).hasSizeGreaterThanOrEqualTo(5).containsOnly("true");
        assertThat(five.rows("flags.csv")).isEmpty();
        assertThat(five.column("articles.csv", "claims")).containsOnly("0");
        assertThat(five.tables()).isEqualTo(analyse("one", files).tables());
    }
}
