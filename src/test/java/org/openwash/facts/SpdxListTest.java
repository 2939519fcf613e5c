package org.openwash.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.facts.Licence.Approval;
import org.spdx.core.InvalidSPDXAnalysisException;
import org.spdx.library.LicenseInfoFactory;
import org.spdx.library.ListedLicenses;
import org.spdx.library.SpdxModelFactory;

/// Keeps `facts/spdx.tsv` equal to the list in the SPDX library, and what we read ourselves to what the library reads.
class SpdxListTest {

    private static final Path TABLE = Path.of("src/main/resources", SpdxList.TABLE);

    @BeforeAll
    static void takeTheListInTheJar() {
        System.setProperty("org.spdx.useJARLicenseInfoOnly", "true");
        SpdxModelFactory.init();
    }

    /// Run with `-Dopenwash.update-docs=true` when the library is a new one; the diff is the review.
    @Test
    void theTableIsTheListOfTheLibrary() throws Exception {
        String wanted = table();
        if (Boolean.getBoolean("openwash.update-docs")) {
            Files.writeString(TABLE, wanted);
            return;
        }
        assertThat(Files.readString(TABLE)).as(TABLE + " is stale: run this test with -Dopenwash.update-docs=true").isEqualTo(wanted);
    }

    private static String table() throws InvalidSPDXAnalysisException, IOException {
        var lines = new StringBuilder("""
                # The SPDX licence list (https://spdx.org/licenses/, CC0-1.0) as the SPDX library in pom.xml holds it. Generated:
                # SpdxListTest says how. Kinds: list (its version in place of an id), licence (its name, and whether the OSI and
                # the FSF accept it), exception (what may follow WITH).
                kind\tid\tname\tosi\tfsf
                """);
        lines.append("list\t").append(LicenseInfoFactory.getLicenseListVersion()).append("\t\t\t\n");
        var list = ListedLicenses.getListedLicenses();
        for (String id : new TreeSet<>(list.getSpdxListedLicenseIds())) {
            var licence = list.getListedLicenseById(id);
            lines.append(String.join("\t", "licence", id, licence.getName().orElse(id), flag(licence.getIsOsiApproved()),
                    flag(licence.getIsFsfLibre()))).append('\n');
        }
        new TreeSet<>(list.getSpdxListedExceptionIds()).forEach(id -> lines.append("exception\t").append(id).append("\t\t\t\n"));
        return lines.toString();
    }

    private static String flag(Optional<Boolean> flag) {
        return flag.map(f -> f ? Approval.YES : Approval.NO).orElse(Approval.UNKNOWN).name();
    }

    @Test
    void everyExpressionOfTheBaseIsReadAsTheLibraryReadsIt() {
        List<String> written = FactBook.load(null).facts().stream().map(f -> String.valueOf(f.licence())).distinct().toList();
        assertThat(written).hasSizeGreaterThan(10).allSatisfy(text ->
                assertThat(SpdxList.parse(text)).isEqualTo(SpdxList.read(text)));
        assertThat(written).as("read without the library, which takes half a second").allSatisfy(text ->
                assertThat(SpdxList.simple(text)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIT OR MIT", "mit OR Apache-2.0", "MIT OR ISC AND Zlib", "(MIT OR ISC) AND Zlib", "Unheard-of OR MIT",
            "MIT WITH Unheard-of", "MIT  OR ISC", "MIT OR ", "mit"})
    void whatHasMoreToItIsLeftToTheLibrary(String text) {
        assertThat(SpdxList.simple(text)).isEmpty();
    }
}
