package org.openwash.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.CitedSource;
import org.openwash.domain.SetupException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the files beside the tables say; that others' validators take them is shown in DataPackageIT.
class DescriptionsTest {

    @TempDir
    private Path out;

    private void write(CsvStyle style) throws IOException {
        NastyCells.writer(style).write(out, NastyCells.outcomes().stream(), NastyCells.INPUTS, NastyCells.run());
    }

    private JsonNode json(String file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(out.resolve(file)));
    }

    @Test
    void theDataPackageListsTypesValuesKeysAndReferences() throws IOException {
        write(CsvStyle.PLAIN);
        JsonNode described = json("datapackage.json");
        assertThat(described.at("/licenses/0/name").stringValue()).isEqualTo("Apache-2.0");
        assertThat(described.get("sources").size()).isEqualTo(2);
        assertThat(described.get("version").stringValue()).isEqualTo("0.1.0");
        JsonNode claims = described.at("/resources/0");
        assertThat(claims.at("/schema/primaryKey/0").stringValue()).isEqualTo("claim_id");
        assertThat(claims.at("/schema/foreignKeys/0/reference/resource").stringValue()).isEqualTo("articles");
        assertThat(claims.at("/schema/fields").values().stream().filter(f -> f.get("name").stringValue().equals("polarity"))
                .findFirst().orElseThrow().at("/constraints/enum").toString()).isEqualTo("[\"affirms\",\"denies\"]");
    }

    @Test
    void csvOnTheWebKnowsTheColumnsOfEveryFileAndWhatTheyReferTo() throws IOException {
        write(CsvStyle.PLAIN);
        var columns = new TreeMap<String, List<String>>();
        for (JsonNode table : json("csv-metadata.json").get("tables").values()) {
            columns.put(table.get("url").stringValue(),
                    table.at("/tableSchema/columns").values().stream().map(c -> c.get("name").stringValue()).toList());
        }
        assertThat(columns).hasSize(8);
        for (var file : columns.entrySet()) {
            assertThat(Files.readAllLines(out.resolve(file.getKey())).getFirst()).isEqualTo(String.join(",", file.getValue()));
        }
        for (JsonNode table : json("csv-metadata.json").get("tables").values()) {
            for (JsonNode key : table.at("/tableSchema/foreignKeys").values()) {
                assertThat(columns.get(key.at("/reference/resource").stringValue()))
                        .contains(key.at("/reference/columnReference").stringValue());
            }
        }
    }

    @Test
    void theDescriptionsOfTablesFollowTheStyleOfEachFile() throws IOException {
        write(CsvStyle.of("tab", false));
        NastyCells.writer(CsvStyle.of(";", true)).rewrite(out, NastyCells.outcomes().stream());
        for (JsonNode resource : json("datapackage.json").get("resources").values()) {
            if (resource.has("dialect")) {
                // inputs.csv is the run's, and the run wrote tabs
                assertThat(resource.at("/dialect/delimiter").stringValue())
                        .isEqualTo(resource.get("path").stringValue().equals("inputs.csv") ? "\t" : ";");
            }
        }
        assertThat(Files.readString(out.resolve("claims.csv"))).startsWith("\uFEFFclaim_id;source;");
        assertThat(FailedInputs.of(out)).containsExactly("=cmd.txt");
    }

    @ParameterizedTest
    @CsvSource({"comma,false", "semicolon,true", "tab,true", "pipe,false"})
    void failedInputsAreReadBackFromEveryStyle(String delimiter, boolean mark) throws IOException {
        write(CsvStyle.of(delimiter, mark));
        assertThat(FailedInputs.of(out)).containsExactly("=cmd.txt");
    }

    @Test
    void noOtherDelimiterIsTaken() {
        assertThatThrownBy(() -> CsvStyle.of("\u001bx", false)).isInstanceOf(SetupException.class)
                .hasMessage("--delimiter is comma, semicolon, tab or pipe, not '\uFFFDx'.");
    }

    @Test
    void theCitationFileIsYamlWithWhatItsFormatAsksFor() throws IOException {
        write(CsvStyle.PLAIN);
        JsonNode cff = new YAMLMapper().readTree(Files.readString(out.resolve("CITATION.cff")));
        assertThat(cff.get("cff-version").stringValue()).isEqualTo("1.2.0");
        assertThat(cff.propertyNames()).contains("message", "title", "authors");
        assertThat(cff.at("/references/1/version").stringValue()).isEqualTo("facts-1");
    }

    @Test
    void onlySourcesOfFactsThatClaimsRestOnAreListed() {
        var used = new CitedSource("https://www.facts.example/a_{b}%20c", List.of("the #1 mirror"), LocalDate.of(2024, 1, 2), List.of("f#1", "f#2"));
        var other = new CitedSource("https://facts.example/other", List.of(), null, List.of("g#1"));
        assertThat(BibTex.of(List.of(used, other), Set.of("f#2"))).matches("@misc\\{openwash-[0-9a-f]{12},\n"
                + "  title = \\{\\{facts\\.example/a\\\\_\\\\\\{b\\\\}\\\\%20c}},\n"
                + "  url = \\{https://www\\.facts\\.example/a_%7Bb%7D%20c},\n"
                + "  urldate = \\{2024-01-02},\n"
                + "  note = \\{Bears out f\\\\#2; read through the \\\\#1 mirror}\n}\n");
        assertThat(BibTex.of(List.of(used, other), Set.of())).isEmpty();
    }
}
