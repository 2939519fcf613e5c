package org.openwash.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openwash.upstream.Samples.licence;
import static org.openwash.upstream.Samples.reading;
import static org.openwash.upstream.Samples.system;
import static org.openwash.upstream.Samples.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.facts.FactBook;
import org.openwash.upstream.Entry.Standing;
import org.openwash.upstream.Proposal.Kind;
import org.openwash.upstream.Proposal.State;

/// What an upstream's word makes of our rows: new, agreeing, disagreeing, or not told for certain.
class ComparisonTest {

    private static final FactBook BOOK = Samples.base();

    @Nested
    class OfLicences {

        @ParameterizedTest(name = "{0}: {1} is {2} there, {3}")
        @CsvSource({
            "MIT,                          osi,      yes,         AGREES,    yes",
            "MIT,                          osi,      no,          DISAGREES, yes",
            "LicenseRef-scancode-glow-1.0, category, proprietary, DISAGREES, non-commercial",
            "LicenseRef-scancode-glow-1.0, fsf,      no,          NEW,       unknown",
            "LicenseRef-Shared,            category, permissive,  NEW,       unknown"
        })
        void eachValueIsHeldAgainstOurs(String id, String column, String theirs, State state, String ours) {
            assertThat(Comparison.of(BOOK, reading(Upstream.SPDX, licence(id, Standing.CURRENT, value(column, theirs)))))
                    .extracting(Proposal::state, Proposal::kind, Proposal::id, Proposal::column, Proposal::ours, Proposal::theirs)
                    .containsExactly(tuple(state, Kind.LICENCE, id, column, ours, theirs));
        }

        @Test
        void aCoarserWordOfTheUpstreamDoesNotContradictAFinerOneOfOurs() {
            assertThat(Comparison.of(BOOK, Samples.read(Upstream.SCANCODE)))
                    .filteredOn(p -> p.id().equals("LicenseRef-scancode-glow-1.0"))
                    .extracting(Proposal::state, Proposal::ours, Proposal::theirs)
                    .containsExactly(tuple(State.AGREES, "non-commercial", "proprietary"));
        }

        @Test
        void whatNeedsNoApprovalIsNotContradictedByALackOfIt() {
            assertThat(Comparison.of(BOOK, Samples.read(Upstream.SPDX)))
                    .filteredOn(p -> p.id().equals("CC0-1.0") && p.column().equals("osi"))
                    .extracting(Proposal::state, Proposal::ours, Proposal::theirs)
                    .containsExactly(tuple(State.AGREES, "not-needed", "no"));
        }

        @Test
        void aLicenceThatWeLackComesAsARowAndSupersededIdsDoNotCome() {
            assertThat(Comparison.of(BOOK, Samples.read(Upstream.SPDX)))
                    .filteredOn(p -> p.column().equals(Proposal.ROW))
                    .extracting(Proposal::state, Proposal::id, Proposal::theirs)
                    .containsExactly(tuple(State.NEW, "Zlib",
                            "Zlib,zlib License,yes,unknown,unknown,,partial,https://spdx.org/licenses/Zlib.html,zlib License"));
        }

        @Test
        void aLicenceWhoseNameIsTakenIsNotMatchedByIt() {
            assertThat(Comparison.of(BOOK, reading(Upstream.SCANCODE, licence("shared-licence", Standing.CURRENT))))
                    .extracting(Proposal::state, Proposal::note)
                    .containsExactly(tuple(State.UNMATCHED, "several of our licences already have this name"));
        }
    }

    @Nested
    class OfSystems {

        @ParameterizedTest(name = "{0}: {1} = {2} {3} {4}")
        @CsvSource({
            // system,     column,        theirs,                   state,     ours,                         facts
            "Firefly-1,    licence,       MIT,                      AGREES,    MIT,                          firefly-1#1",
            "Firefly-1,    licence,       Apache 2.0,               DISAGREES, MIT,                          firefly-1#1",
            "Firefly-1,    licence,       Shared Licence,           UNMATCHED, MIT,                          firefly-1#1",
            "Firefly-1,    licence,       Night Licence,            UNMATCHED, MIT,                          firefly-1#1",
            "Firefly-2,    licence,       Glow License,             AGREES,    LicenseRef-scancode-glow-1.0, firefly-2#1", // a group
            "Firefly-2,    licence,       MIT,                      DISAGREES, LicenseRef-scancode-glow-1.0, firefly-2#1", // that of the code
            "Firefly-2,    code licence,  MIT,                      AGREES,    MIT,                          firefly-2#2",
            "Firefly-2-3B, licence,       Apache-2.0,               DISAGREES, MIT,                          firefly-2-3b#1",
            "Ember,        licence,       Apache-2.0,               NEW,       LicenseRef-unknown,           ember#2",
            "Lamp,         licence,       MIT,                      AGREES,    MIT,                          lamp#1",
            "Firefly-1,    weights,       yes,                      AGREES,    yes,                          firefly-1#1",
            "Firefly-1,    training_data, partial,                  DISAGREES, no,                           firefly-1#1",
            "Firefly-2-3B, code,          yes,                      NEW,       unknown,                      firefly-2-3b#1",
            "Firefly-2,    code,          yes,                      AGREES,    partial;yes,                  firefly-2#1;firefly-2#2",
            "Ember,        weights,       yes,                      DISAGREES, no,                           ember#2",
            "Firefly-1,    from,          2029-05,                  AGREES,    2029-05-01,                   firefly-1#1",
            "Firefly-1,    from,          2028,                     DISAGREES, 2029-05-01,                   firefly-1#1",
            "Ember,        from,          2028-02,                  AGREES,    2028;2030,                    ember#1;ember#2"
        })
        void eachValueIsHeldAgainstTheFactsOfItsKind(
                String name, String column, String theirs, State state, String ours, String facts) {
            List<Proposal> proposals = Comparison.of(BOOK, reading(Upstream.OSAI, system(name, "Glow", value(column, theirs))));

            assertThat(proposals)
                    .extracting(Proposal::state, Proposal::kind, Proposal::column, Proposal::ours, Proposal::id)
                    .containsExactly(tuple(state, Kind.FACT, column, ours, facts));
        }

        @ParameterizedTest(name = "{0}: {1} = {2}")
        @CsvSource({
            "Firefly-1, from,         2030-01", // a later edition may be meant
            "Lamp,      from,         2020", // a family has no one day
            "Firefly-1, licence,      Unknown",
            "Firefly-1, code licence, MIT" // we know nothing of its code by itself
        })
        void whatCannotBearOnOursIsPassedOver(String name, String column, String theirs) {
            assertThat(Comparison.of(BOOK, reading(Upstream.OSAI, system(name, "Glow", value(column, theirs))))).isEmpty();
        }

        @Test
        void aDisagreementSaysWhoseWordWeighsMoreAndWhatOursRestsOn() {
            assertThat(noteOf("Firefly-1", value("licence", "Apache 2.0")))
                    .isEqualTo("their words: Apache 2.0; ours is kept; osai stands below the vendor, the package, the OSI and the"
                            + " FSF, above MOT and the press");
            assertThat(noteOf("Firefly-2-3B-Instruct", value("weights", "no")))
                    .startsWith("they speak of Firefly-2-3B-Instruct; ours is kept")
                    .endsWith("ours is only recalled: check it first");
            assertThat(noteOf("Wick", value("licence", "MIT"))).startsWith("it is one part of ours; ours is kept");
            assertThat(noteOf("Ember", value("weights", "yes"))).startsWith("ours said so until 2029 (ember#1); ours is kept");
        }

        private String noteOf(String name, Value value) {
            return Comparison.of(BOOK, reading(Upstream.OSAI, system(name, "Glow", value))).getFirst().note();
        }

        @Test
        void aSystemThatWeLackComesAsASubjectAndAFact() {
            assertThat(Comparison.of(BOOK, Samples.read(Upstream.OSAI)))
                    .filteredOn(p -> p.column().equals(Proposal.ROW))
                    .extracting(Proposal::state, Proposal::kind, Proposal::id, Proposal::theirs)
                    .containsExactly(
                            tuple(State.NEW, Kind.SUBJECT, "moth-1", "moth-1,Moth-1,model,,,Moth-1"),
                            tuple(State.NEW, Kind.FACT, "moth-1#1", "moth-1#1,moth-1,weights,2031-01,Apache-2.0,yes,,yes,yes,partial,"
                                    + "released,partial,https://github.com/Language-Technology-Assessment/main-database/blob/main/"
                                    + "Moth%20%26%20Lamp.yaml,"));
        }

        @Test
        void aNameThatIsOnlyNearComesAsARowWithTheNearOnes() {
            assertThat(Comparison.of(BOOK, reading(Upstream.MOT, system("Firefly-2-Vision", "Glow", value("weights", "no")))))
                    .extracting(Proposal::state, Proposal::kind, Proposal::note)
                    .containsExactly(
                            tuple(State.UNMATCHED, Kind.SUBJECT, "no name of ours is the same, near: firefly-2, firefly"),
                            tuple(State.UNMATCHED, Kind.FACT, "no name of ours is the same, near: firefly-2, firefly"));
        }

        @Test
        void aSubjectWithoutFactsGetsARowForThem() {
            assertThat(Comparison.of(BOOK, reading(Upstream.MOT, system("Ash", "Glow", value("licence", "Night Licence")))))
                    .extracting(Proposal::state, Proposal::kind, Proposal::theirs)
                    .containsExactly(tuple(State.NEW, Kind.FACT, "ash#1,ash,weights,,LicenseRef-unknown,,,,,,released,partial,"
                            + "https://index.example.org/entry,the upstream names the licence 'Night Licence'"));
        }
    }

    @Test
    void theOrderOfTheEntriesChangesNothing() {
        for (Upstream upstream : Upstream.values()) {
            Reading reading = Samples.read(upstream);
            List<Entry> reversed = new ArrayList<>(reading.entries());
            Collections.reverse(reversed);

            assertThat(Comparison.of(BOOK, new Reading(upstream, reading.version(), reversed, List.of())))
                    .isEqualTo(Comparison.of(BOOK, reading))
                    .isNotEmpty();
        }
    }

    @Test
    void proposedRowsCanBePastedAsTheyAre(@TempDir Path folder) throws IOException {
        List<Proposal> rows = new ArrayList<>();
        for (Upstream upstream : List.of(Upstream.SPDX, Upstream.SCANCODE, Upstream.OSAI)) {
            rows.addAll(Comparison.of(BOOK, Samples.read(upstream)).stream().filter(p -> p.column().equals(Proposal.ROW)).toList());
        }
        rows.addAll(Comparison.of(BOOK, reading(Upstream.MOT,
                system("Quote \"d\", comma; and {brace}", "Glow, Other Works", value("weights", "no"), value("licence", "a, \"b\"")))));
        write(folder, "licences.csv", PastedRow.LICENCES, rows, Kind.LICENCE);
        write(folder, "subjects.csv", PastedRow.SUBJECTS, rows, Kind.SUBJECT);
        write(folder, "facts.csv", PastedRow.FACTS, rows, Kind.FACT);

        Files.copy(Samples.FOLDER.resolve("base/organisations.csv"), folder.resolve("organisations.csv"));
        Files.writeString(folder.resolve("index.csv"), "kind,value\ndate,2032-01-01\n");

        FactBook book = FactBook.load(folder);

        assertThat(book.licence("LicenseRef-scancode-lantern-2030")).isPresent();
        assertThat(book.about("moth-1")).hasSize(1);
        assertThat(book.catalogue().subject("quote-d-comma-and-brace").orElseThrow().name())
                .isEqualTo("Quote \"d\", comma; and {brace}");
    }

    private static void write(Path folder, String name, PastedRow form, List<Proposal> rows, Kind kind) throws IOException {
        List<String> lines = new ArrayList<>(List.of(form.header()));
        rows.stream().filter(p -> p.kind() == kind && p.column().equals(Proposal.ROW)).map(Proposal::theirs).forEach(lines::add);
        assertThat(lines).as(name).hasSizeGreaterThan(1);
        Files.write(folder.resolve(name), lines);
    }

    @Test
    void theTallyCountsEntriesAndValues() {
        Reading reading = Samples.read(Upstream.OSAI);

        assertThat(Tally.of(reading, Comparison.of(BOOK, reading))).isEqualTo(new Tally(2, 1, 0, 1, 0, 1, 6, 4, 2, 0));
        assertThat(new Tally(2, 1, 0, 1, 0, 1, 6, 4, 2, 3).text())
                .isEqualTo("2 entries read, 1 known to be ours (0 agree in everything, 1 do not), 0 perhaps ours, 1 new;"
                        + " 6 values compared, 4 agree, 2 disagree; 3 files could not be read");
    }
}
