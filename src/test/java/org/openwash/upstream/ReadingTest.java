package org.openwash.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.upstream.Entry.LicenceEntry;
import org.openwash.upstream.Entry.Standing;
import org.openwash.upstream.Entry.SystemEntry;

/// Each upstream's own form, read from a small sample of it.
class ReadingTest {

    @Test
    void spdxTellsWhatTheOsiAndTheFsfSay() {
        Reading reading = Samples.read(Upstream.SPDX);

        assertThat(reading.version()).isEqualTo("9.99");
        assertThat(reading.entries()).extracting(Entry::upstreamId).containsExactly("MIT", "CC0-1.0", "Zlib", "GPL-2.0");
        assertThat(entry(reading, "MIT").values())
                .extracting(Value::column, Value::text)
                .containsExactly(tuple("osi", "yes"), tuple("fsf", "yes"));
        assertThat(entry(reading, "MIT").place()).endsWith("spdx/json/licenses.json, line 4");
        assertThat(entry(reading, "MIT").values().getFirst().place()).endsWith("licenses.json, line 12");
        assertThat(entry(reading, "MIT").address()).isEqualTo("https://spdx.org/licenses/MIT.html");
    }

    @Test
    void aMissingFsfFlagOfSpdxSaysNothing() {
        assertThat(entry(Samples.read(Upstream.SPDX), "Zlib").values()).extracting(Value::column).containsExactly("osi");
    }

    @ParameterizedTest(name = "{1} of {0} is {2}")
    @CsvSource({
        "SPDX, MIT, CURRENT", "SPDX, GPL-2.0, DEPRECATED", "SCANCODE, glow-1.0, CURRENT", "SCANCODE, lantern-exception, EXCEPTION"
    })
    void supersededIdsAndExceptionsAreKnownAsSuch(Upstream upstream, String id, Standing standing) {
        assertThat(((LicenceEntry) entry(Samples.read(upstream), id)).standing()).isEqualTo(standing);
    }

    @ParameterizedTest(name = "{0} is {1}, which fits {2}")
    @CsvSource({
        "mit, permissive, ''",
        "glow-1.0, proprietary, use-restricted|non-commercial|research-only|source-available",
        "lantern-2030, use-restricted, non-commercial|research-only|source-available"
    })
    void scanCodesCategoriesBecomeOurs(String key, String category, String fits) {
        Value value = entry(Samples.read(Upstream.SCANCODE), key).values().getFirst();

        assertThat(value.column()).isEqualTo("category");
        assertThat(value.text()).isEqualTo(category);
        assertThat(String.join("|", value.alsoFits())).isEqualTo(fits);
    }

    @Test
    void scanCodeKnowsALicenceByEveryIdItEverHad() {
        assertThat(((LicenceEntry) entry(Samples.read(Upstream.SCANCODE), "mit")).ids())
                .containsExactly("MIT", "LicenseRef-MIT-Bootstrap", "LicenseRef-scancode-mit");
    }

    @Test
    void osaisDimensionsBecomeColumnsOfTheVersionThatTheEntryDescribes() {
        SystemEntry entry = (SystemEntry) entry(Samples.read(Upstream.OSAI), "firefly");

        assertThat(entry.name()).isEqualTo("Firefly-2-70B-Instruct");
        assertThat(entry.family()).isEqualTo("Firefly");
        assertThat(entry.vendor()).isEqualTo("Glow AI");
        assertThat(entry.values())
                .extracting(Value::column, Value::text)
                .containsExactly(
                        tuple("weights", "partial"),
                        tuple("training_data", "partial"), // that of the base model is closed, that of the tuning open
                        tuple("training_code", "no"),
                        tuple("paper", "yes"),
                        tuple("licence", "Glow Community License Agreement"),
                        tuple("from", "2030-03"));
    }

    @Test
    void anOsaiValueCitesTheLinkOfItsDimensionElseTheEntry() {
        assertThat(entry(Samples.read(Upstream.OSAI), "firefly").values())
                .extracting(Value::address)
                .startsWith("https://hub.example.org/glow/firefly-2")
                .contains("https://papers.example.org/firefly")
                .endsWith("https://github.com/Language-Technology-Assessment/main-database/blob/main/firefly.yaml");
    }

    @Test
    void anOsaiFileNameBecomesAnAddressThatASourcesCellCanHold() {
        assertThat(entry(Samples.read(Upstream.OSAI), "Moth & Lamp").address()).endsWith("/Moth%20%26%20Lamp.yaml");
    }

    @Test
    void osaisBlankFormAndItsOwnParametersAreNoEntries() {
        Reading reading = Samples.read(Upstream.OSAI);

        assertThat(reading.entries()).extracting(Entry::upstreamId).containsExactly("Moth & Lamp", "firefly");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void motsListedComponentsAreOutAndTheOthersSayNothing() {
        assertThat(entry(Samples.read(Upstream.MOT), "Firefly-2-7B").values())
                .extracting(Value::column, Value::text)
                .containsExactlyInAnyOrder(
                        tuple("code", "yes"),
                        tuple("code licence", "Apache-2.0"),
                        tuple("weights", "yes"),
                        tuple("licence", "Glow Community License"),
                        tuple("training_data", "no"),
                        tuple("paper", "yes"));
    }

    @Test
    void motsDateIsThatOfTheRecordAndNeverTaken() {
        assertThat(Samples.read(Upstream.MOT).entries())
                .flatExtracting(Entry::values)
                .extracting("column")
                .doesNotContain("from");
    }

    @Test
    void motsLicenceOfTheWholeReleaseHoldsWhereTheComponentsNameNone() {
        assertThat(entry(Samples.read(Upstream.MOT), "Moth-1").values())
                .extracting(Value::column, Value::text, Value::address)
                .contains(
                        tuple("licence", "Apache-2.0", "https://github.com/lfai/model_openness_tool/blob/main/models/Moth-1.yml"),
                        tuple("code licence", "MIT", "https://code.example.org/moth/LICENSE"));
    }

    @Test
    void theFileItselfCanBeGivenInPlaceOfItsFolder() {
        assertThat(Upstream.SPDX.read(Samples.FOLDER.resolve("spdx/json/licenses.json")).entries()).hasSize(4);
        assertThat(Upstream.OSAI.read(Samples.FOLDER.resolve("osai/firefly.yaml")).entries()).hasSize(1);
        assertThat(Upstream.MOT.read(Samples.FOLDER.resolve("mot/models")).entries()).hasSize(2);
    }

    private static Entry entry(Reading reading, String id) {
        List<Entry> found = reading.entries().stream().filter(e -> e.upstreamId().equals(id)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
