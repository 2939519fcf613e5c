package org.openwash.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openwash.domain.SetupException;

/// Copies that are older, damaged or something else: refused with file, line and remedy.
class DamagedCopyTest {

    private static final String OSAI_HEAD = """
            system:
                name: Firefly
                endmodelname: Firefly-2
                releasedate: 2030-03
            org:
                name: Glow
            """;
    private static final String GRADES = """
            datasources_basemodel: {class: open}
            datasources_endmodel: {class: open}
            weights_endmodel: {class: open}
            trainingcode: {class: open}
            preprint: {class: open}
            paper: {class: closed}
            """;

    @TempDir
    Path folder;

    static Stream<Arguments> damage() {
        return Stream.of(
                // upstream, file, text, line, what is said
                a("SPDX", "licenses.json", "[]", 1, "no set of named values"),
                a("SPDX", "licenses.json", "{\"licenses\": []}", 1, "no 'licenseListVersion'"),
                a("SPDX", "licenses.json", "{\"licenseListVersion\": \"3\",\n\"licenses\": {}}", 2, "'licenses' is no list"),
                a("SPDX", "licenses.json", "{\"licenseListVersion\": \"1\", \"licenses\": [\n{\"licenseId\": \"MIT\", \"name\": \"MIT\",\n\"isOsiApproved\": true}]}",
                        2, "the licence 'MIT' has no 'isDeprecatedLicenseId'"),
                a("SPDX", "licenses.json", "{\"licenseListVersion\": \"1\", \"licenses\": [{\"licenseId\": \"MIT\", \"name\": \"MIT\",\n\"isOsiApproved\": \"perhaps\", \"isDeprecatedLicenseId\": false}]}",
                        2, "'isOsiApproved' is neither true nor false"),
                a("SPDX", "licenses.json", "{\"licenseListVersion\": \"3\",\n\"licenses\": [", 2, "no valid JSON"),
                a("SPDX", "licenses.json", "{\"licenseListVersion\": \"3\",\n\"licenseListVersion\": \"4\"}", 2, "stands twice"),
                a("SPDX", "licenses.json", "", 1, "the file is empty"),
                a("SPDX", "licenses.json", "[".repeat(100), 1, "no valid JSON"),
                a("SPDX", "licenses.json", "[" + "0,".repeat(1_000_001) + "0]", 1, "more than 1000000 values"),
                a("SCANCODE", "index.json", "{\"mit\": {}}", 1, "the index is no list"),
                a("SCANCODE", "index.json", "[\n{\"key\": \"mit\", \"category\": \"Permissive\"}]", 2, "no 'license_key'"),
                a("SCANCODE", "index.json", "[{\"license_key\": \"x\",\n\"category\": \"Generous\", \"spdx_license_key\": \"X\", \"other_spdx_license_keys\": [], \"is_exception\": false, \"is_deprecated\": false}]",
                        2, "the unknown category 'Generous'"),
                a("OSAI", "firefly.yaml", "project:\n    name: Firefly\n", 1, "no 'system'"),
                a("OSAI", "firefly.yaml", OSAI_HEAD, 1, "no 'weights_endmodel'"),
                a("OSAI", "firefly.yaml", OSAI_HEAD + GRADES.replace("class: closed", "class: ajar"), 12, "'ajar' is none of"),
                a("OSAI", "firefly.yaml", OSAI_HEAD.replace("2030-03", "2030-13") + GRADES, 4, "'2030-13' is no date"),
                a("OSAI", "firefly.yaml", "system:\n    name: \"Firefly\nend", 2, "no valid YAML"),
                a("OSAI", "firefly.yaml", "system:\n    name: a\n    name: b\n", 3, "stands twice"),
                a("OSAI", "firefly.yaml", "base: &b [1]\nsystem: *b\n", 2, "a YAML alias"),
                a("OSAI", "firefly.yaml", "- system\n", 1, "no set of named values"),
                a("MOT", "firefly.yml", "framework: {}\nrelease:\n  name: Firefly\n", 3, "no 'producer'"),
                a("MOT", "firefly.yml", "release:\n  name: Firefly\n  producer: Glow\n  license: MIT\n  components:\n    - 12\n    - 14\n",
                        6, "older records list numbers"),
                a("MOT", "firefly-2.yml", "release:\n  name: Firefly-3\n  producer: Glow\n  license: {}\n  components: []\n",
                        2, "a file of another name"));
    }

    private static Arguments a(Object... values) {
        return Arguments.of(values);
    }

    @ParameterizedTest(name = "{0}: {4}")
    @MethodSource("damage")
    void anotherFormIsRefusedWithFileLineAndRemedy(Upstream upstream, String file, String text, int line, String what)
            throws IOException {
        Path path = Files.writeString(folder.resolve(file), text);

        for (Path given : new Path[] {folder, path}) {
            assertThatThrownBy(() -> upstream.read(given))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining(file + ", line " + line + ": ")
                    .hasMessageContaining(what)
                    .hasMessageContaining("Expected the layout of ")
                    .hasMessageEndingWith("; get the current release.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SPDX, licenses.json, json/licenses.json of spdx/license-list-data",
        "SCANCODE, index.json, docs/index.json of aboutcode-org/scancode-licensedb",
        "OSAI, no YAML file, Language-Technology-Assessment/main-database",
        "MOT, no YAML file, models/*.yml"
    })
    void aFolderWithoutTheFilesSaysWhatItLacks(Upstream upstream, String lacks, String layout) throws IOException {
        Files.writeString(folder.resolve("readme.md"), "something else");

        assertThatThrownBy(() -> upstream.read(folder))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(lacks)
                .hasMessageContaining(layout);
    }

    @ParameterizedTest
    @CsvSource({"SPDX", "SCANCODE", "OSAI", "MOT"})
    void aPathWithNothingThereIsRefused(Upstream upstream) {
        assertThatThrownBy(() -> upstream.read(folder.resolve("gone")))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("Nothing at ")
                .hasMessageContaining("gone");
    }

    @Test
    void oneBadFileAmongGoodOnesIsCountedAndTheOthersAreRead() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), "system:\n    name: [unclosed\n");
        Files.writeString(folder.resolve("good.yaml"), OSAI_HEAD + GRADES);
        Files.write(folder.resolve("latin.yaml"), new byte[] {'n', ':', ' ', (byte) 0xe9, '\n'});

        Reading reading = Upstream.OSAI.read(folder);

        assertThat(reading.entries()).extracting(Entry::upstreamId).containsExactly("good");
        assertThat(reading.problems()).hasSize(2);
        assertThat(reading.problems().getFirst().place()).contains("bad.yaml, line ");
        assertThat(reading.problems().getFirst().what()).startsWith("no valid YAML");
        assertThat(reading.problems().getLast().what()).isEqualTo("the file is not UTF-8");
    }

    @Test
    void aFileBeyondTheLimitIsNotReadIntoMemory() throws IOException {
        Path huge = folder.resolve("licenses.json");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(LocalCopy.LARGEST + 1); // sparse: it takes no room on the disk
        }

        assertThatThrownBy(() -> Upstream.SPDX.read(huge))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("bytes, more than " + LocalCopy.LARGEST);
    }
}
