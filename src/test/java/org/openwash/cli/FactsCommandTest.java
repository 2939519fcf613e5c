package org.openwash.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.testing.Cli;
import org.openwash.testing.Cli.Result;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FactsCommandTest {

    private static final String FACTS = "id,subject,artefact,from,licence,status,verified,sources\n";

    @TempDir
    Path folder;

    @Test
    void showsWhatHeldOnADayAndWhereItWasSeen() {
        Result shown = Cli.launch("facts", "show", "redis", "--on", "2024-10-01");
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out())
                .startsWith("Redis (redis) on 2024-10-01\n")
                .contains("open source?  contradicted.", "redis#2  software", "LicenseRef-scancode-rsalv2 OR SSPL-1.0",
                        "from          2024-03-20", "against OSD 6", "source        ", "1 row begins after that day")
                .doesNotContain("redis#1", "redis#3");
    }

    @Test
    void showsTheSameAsJson() {
        Result shown = Cli.launch("facts", "show", "Llama 3.1", "--on", "2024-10-01", "--format", "json");
        JsonNode sheet = new JsonMapper().readTree(shown.out());
        assertThat(sheet.get("subject").asString()).isEqualTo("llama-3.1");
        assertThat(sheet.get("verdict").asString()).isEqualTo("contradicted");
        JsonNode fact = sheet.get("facts").get(0);
        assertThat(fact.get("from").asString()).isEqualTo("2024-07-23");
        assertThat(fact.get("sources")).isNotEmpty();
        assertThat(fact.get("restrictions").findValuesAsString("kind")).contains("user-threshold");
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Codestral    | 2024-06-01 | codestral-22b
            Codestral    | 2025-06-01 | codestral-25.01
            LLAMA-3.1    | 2025-06-01 | llama-3.1
            """)
    void aSubjectMayBeNamedAsArticlesOfTheDayDid(String name, String on, String shown) {
        assertThat(Cli.launch("facts", "show", name, "--on", on).outLines().getFirst()).contains(" (" + shown + ") on " + on);
    }

    @Test
    void aFamilyListsItsMembers() {
        assertThat(Cli.launch("facts", "show", "gemma", "--on", "2026-06-01").out())
                .contains("members", "gemma-3", "gemma-4", "open source?  overstated.");
    }

    @Test
    void anUnknownSubjectIsToldWithThoseNearIt() {
        Result shown = Cli.launch("facts", "show", "gemma9");
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(shown.err()).contains("No subject 'gemma9'", "Near it: gemma");
        assertThat(Cli.launch("facts", "show", "zzz").err()).contains("Add it with --facts DIR");
    }

    @ParameterizedTest
    @CsvSource({"facts show redis --on yesterday", "facts show", "facts", "facts diff built-in", "facts frobnicate"})
    void wrongUsageIsExitCode2(String words) {
        assertThat(Cli.launch((Object[]) words.split(" ")).exitCode()).isEqualTo(2);
    }

    @Test
    void theBuiltInBaseIsClean() {
        Result checked = Cli.launch("facts", "check");
        assertThat(checked.exitCode()).isZero();
        assertThat(checked.out()).contains("licences (", " subjects, ", " facts from ", "Rows unverified", "No mistakes.");
    }

    @Test
    void everyMistakeOfAFolderIsListedWithFileAndLine() throws IOException {
        Files.writeString(folder.resolve("facts.csv"), FACTS
                + "a#1,git,software,2005,Nope-1.0,released,yes,https://example.org/a\n"
                + "a#2,git,gadget,2005,MIT,released,yes,https://example.org/a\n"
                + "a#3,git,software,2005,MIT,released,yes,\n");
        Result checked = Cli.launch("facts", "check", "--facts", folder);
        assertThat(checked.exitCode()).isEqualTo(1);
        assertThat(checked.outLines()).hasSize(4);
        assertThat(checked.out()).contains("facts.csv, line 2: the unknown licence 'Nope-1.0'", "facts.csv, line 3: 'gadget'",
                "facts.csv, line 4: a row without a source", "3 mistakes");
    }

    @Test
    void oldSightingsAreListedAsStale() throws IOException {
        Files.writeString(folder.resolve("facts.csv"), FACTS + "git#9,git,code,2005,MIT,released,yes,\n");
        Files.writeString(folder.resolve("evidence.csv"), "of,address,seen,rank,says\n"
                + "git#9,https://example.org/git,2024-01-01,primary,MIT License\n");
        assertThat(Cli.launch("facts", "check", "--facts", folder).out())
                .containsPattern("Rows stale[^\n]*:\n  git#9  last seen 2024-01-01");
    }

    @Test
    void tellsWhatDiffersBetweenTwoVersions() throws IOException {
        Files.writeString(folder.resolve("facts.csv"), FACTS
                + "pytorch#1,pytorch,software,2017-01,MIT,released,yes,https://example.org/a\n"
                + "git#9,git,code,2005,MIT,released,yes,https://example.org/a\n");
        Result table = Cli.launch("facts", "diff", "built-in", folder);
        assertThat(table.exitCode()).isZero();
        assertThat(table.out()).contains("facts  pytorch#1  changed  licence: 'BSD-3-Clause' → 'MIT'", "facts  git#9  added");
        Result csv = Cli.launch("facts", "diff", folder, "built-in", "--format", "csv");
        assertThat(csv.outLines()).first().isEqualTo("kind,id,change,column,before,after,place");
        assertThat(csv.out()).contains("facts,pytorch#1,changed,licence,MIT,BSD-3-Clause,", "facts,git#9,removed,");
        assertThat(Cli.launch("facts", "diff", "built-in", "built-in").out()).isEqualTo("0 differences.\n");
    }

    @ParameterizedTest
    @CsvSource({"spdx", "scancode", "osai", "mot"})
    void anUpstreamIsComparedAndNothingIsOverwritten(String upstream) {
        Path base = Path.of("src/test/resources/upstream/base");
        Path copy = Path.of("src/test/resources/upstream", upstream);
        Result table = Cli.launch("facts", "import", upstream, copy, "--facts", base);
        assertThat(table.exitCode()).as(table.err()).isZero();
        assertThat(table.err()).contains("entries read, ");
        assertThat(table.out()).contains("\n# rows for ").contains(",sources");
        Result csv = Cli.launch("facts", "import", upstream, copy, "--facts", base, "--format", "csv", "--only", "agrees,disagrees");
        assertThat(csv.outLines().getFirst()).isEqualTo("state,kind,id,upstream_id,column,ours,theirs,subject,address,place,note");
        assertThat(csv.outLines().stream().skip(1)).isNotEmpty().allMatch(l -> l.startsWith("agrees,") || l.startsWith("disagrees,"));
    }

    @Test
    void oneFileThatCannotBeReadIsNamedAndTheOthersAreCompared() throws IOException {
        Files.copy(Path.of("src/test/resources/upstream/osai/firefly.yaml"), folder.resolve("firefly.yaml"));
        Files.writeString(folder.resolve("broken.yaml"), "system:\n  name: [unclosed\n");
        Result read = Cli.launch("facts", "import", "osai", folder);
        assertThat(read.exitCode()).isEqualTo(3);
        assertThat(read.err()).contains("warning: ", "broken.yaml", "1 entries read");
    }

    @Test
    void aCopyInAnotherFormIsRefusedWithWhatToDo() throws IOException {
        Files.writeString(folder.resolve("licenses.json"), "[]");
        Result refused = Cli.launch("facts", "import", "spdx", folder);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("licenses.json, line 1");
        assertThat(Cli.launch("facts", "import", "wikipedia", folder).exitCode()).isEqualTo(2);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThat(Cli.launch("facts", "check", "--facts", folder.resolve("none")).err()).contains("No facts folder at");
        assertThat(Cli.launch("facts", "diff", "built-in", folder.resolve("none")).err()).contains("No facts folder at");
    }
}
