package org.openwash.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Alias;
import org.openwash.domain.Aspect;
import org.openwash.domain.SetupException;
import org.openwash.domain.Verdict;

class FactBookTest {

    private static final FactBook BOOK = FactBook.load(null);
    private static final String FACTS =
            "id,subject,artefact,from,until,versions,scope,licence,weights,code,training_data,training_code,paper,osaid,status,becomes,summary,verified,sources\n";
    private static final String EVIDENCE = "of,about,address,through,seen,rank,says,unread\n";
    private static final String SUBJECTS = "id,name,kind,vendors,parent,superseded,aliases\n";

    @TempDir
    Path folder;

    @Test
    void holdsTheWholeBase() {
        assertThat(BOOK.licences()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(BOOK.catalogue().subjects()).hasSizeGreaterThanOrEqualTo(560);
        assertThat(BOOK.facts()).hasSizeGreaterThanOrEqualTo(780);
        assertThat(BOOK.version()).startsWith(BOOK.date().toString()).matches(".{10}\\+[0-9a-f]{12}");
    }

    @Test
    void everyFactIsQuotedAndNearlyEveryLimitOfALicence() {
        Inspection found = Inspection.of(null);
        assertThat(found.errors()).isEmpty();
        assertThat(found.unread()).isEmpty();
        assertThat(found.counts().names()).isGreaterThanOrEqualTo(1_200);
        assertThat(found.counts().quotedLimits() * 100).isGreaterThanOrEqualTo(found.counts().limits() * 97);
        assertThat(found.counts().primary() * 100).isGreaterThanOrEqualTo(found.counts().facts() * 85);
    }

    @Test
    void everyFactIsSourcedOrMarkedAsRecalled() {
        assertThat(BOOK.facts()).allMatch(f -> !f.sources().isEmpty() || f.isRecalled());
    }

    @Test
    void recalledRowsAreFew() {
        assertThat(BOOK.facts().stream().filter(Fact::isRecalled).count() * 100).isLessThanOrEqualTo(BOOK.facts().size() * 6L);
    }

    @Test
    void familiesWithMembersAreNeverJudgedByASummary() {
        assertThat(BOOK.facts()).filteredOn(Fact::summary).allSatisfy(f -> assertThat(BOOK.membersOf(f.subject())).hasSizeGreaterThan(1));
    }

    @Test
    void noSubjectBearsANameTwice() {
        BOOK.catalogue().subjects().forEach(s -> {
            Set<Alias> names = new HashSet<>();
            assertThat(s.aliases()).as(s.id()).isNotEmpty().allMatch(names::add);
        });
    }

    @ParameterizedTest(name = "{0} on {1} is {2}")
    @CsvSource(textBlock = """
            Mistral Large, 2024-03-01, mistral-large-1
            Mistral Large, 2025-01-01, mistral-large-2
            Mistral Large, 2026-01-01, mistral-large-3
            Codestral,     2024-06-01, codestral-22b
            Codestral,     2025-06-01, codestral-25.01
            Ministral,     2026-01-01, ministral-3
            LLaMA,         2023-03-01, llama-1
            LLaMA,         2024-03-01, llama
            Meta's AI models, 2026-05-01, muse-spark
            Llama3,        2024-05-01, llama-3
            DeepSeek R1,   2025-02-01, deepseek-r1
            GPT4,          2023-05-01, gpt-4
            """)
    void namesMeanWhatTheyMeantAtTheTime(String name, LocalDate day, String subject) {
        List<String> meant = BOOK.catalogue().subjects().stream()
                .filter(s -> s.aliases().stream().anyMatch(a -> a.meantOn(day)
                        && (a.caseSensitive() ? a.text().equals(name) : a.text().equalsIgnoreCase(name))))
                .map(s -> s.id())
                .toList();
        assertThat(meant).containsExactly(subject);
    }

    @ParameterizedTest(name = "{0} needs {1}")
    @CsvSource(textBlock = """
            llama-4-scout, Scout, Llama
            vault,         Vault, HashiCorp
            phi,           Phi,   Microsoft
            deepseek-r1,   R1,    DeepSeek
            o1,            o1,    OpenAI
            command-r,     Command R, Cohere
            """)
    void commonWordsNeedTheirContext(String subject, String name, String needed) {
        assertThat(BOOK.catalogue().subject(subject).orElseThrow().aliases())
                .anySatisfy(a -> {
                    assertThat(a.text()).isEqualTo(name);
                    assertThat(a.caseSensitive()).isTrue();
                    assertThat(a.needs()).contains(needed);
                });
    }

    @Test
    void usersRowsAddToTheBase() throws IOException {
        write("subjects.csv", SUBJECTS + "quill-7b,Quill 7B,model,org:ai2,,,Quill 7B\n");
        write("facts.csv", FACTS + "quill-7b#1,quill-7b,weights,2025-01-01,,,,MIT,yes,yes,no,no,no,,released,,,yes,https://example.org/quill\n");
        FactBook book = FactBook.load(folder);
        assertThat(book.about("quill-7b")).hasSize(1);
        assertThat(book.version()).isNotEqualTo(BOOK.version());
        assertThat(new Judge(book, Standard.BY_KIND)
                        .decide(Claims.about("quill-7b", Aspect.WEIGHTS).claim(), LocalDate.of(2025, 2, 1)).verdict())
                .isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void usersRowsReplaceThoseOfTheSameId() throws IOException {
        write("facts-mine.csv", FACTS + "pytorch#1,pytorch,software,2017-01,,,,SSPL-1.0,,yes,,,,,released,,,yes,https://example.org/pytorch\n");
        FactBook book = FactBook.load(folder);
        assertThat(book.facts()).hasSameSizeAs(BOOK.facts());
        assertThat(book.about("pytorch")).singleElement().satisfies(f -> assertThat(f.licence()).hasToString("SSPL-1.0"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            a#1,git,software,2005,,,x,,,yes,,,,,released,,,yes,https://example.org/a                 | a facts row that names no licence
            a#1,git,software,2005,,,x,Nope-1.0,,yes,,,,,released,,,yes,https://example.org/a         | the unknown licence 'Nope-1.0'
            a#1,git,software,2005,,,x,GPL,,yes,,,,,released,,,yes,https://example.org/a              | without its version
            a#1,git,software,2005,,,x,MIT AND,,yes,,,,,released,,,yes,https://example.org/a          | is no licence expression
            a#1,gti,software,2005,,,x,MIT,,yes,,,,,released,,,yes,https://example.org/a              | the unknown subject 'gti'
            a#1,git,software,2005-13,,,x,MIT,,yes,,,,,released,,,yes,https://example.org/a           | Write YYYY
            a#1,git,software,2005,2004,,x,MIT,,yes,,,,,released,,,yes,https://example.org/a          | lies before
            a#1,git,software,2005,,,x,MIT,,yes,,,,,released,,,yes,                                   | a row without a source that has an address
            a#1,git,software,2005,,,x,MIT,,yes,,,,,released,,,yes,somewhere                          | has no address
            a#1,git,software,2005,,,x,MIT,,yes,,,,,released,,,yes,recalled                           | a row without a source that has an address
            a#1,git,software,2006,,,,MIT,,yes,,,,,released,,,yes,https://example.org/a               | overlaps in time with
            a#1,git,software,2005,,,x,MIT,,perhaps,,,,,released,,,yes,https://example.org/a          | 'perhaps' is no value
            a#1,git,software,2005,,7.x,x,MIT,,yes,,,,,released,,,yes,https://example.org/a           | no range of versions
            a#1,git,software,2027,,,x,MIT,,yes,,,,,released,,,yes,https://example.org/a              | lies after the day up to which
            a#1,git,software,2005,,,x,CNRI-Jython,,yes,,,,,released,,,yes,https://example.org/a      | SPDX lists it: add it
            a#1,git,software,2005,,,x,MIT,,yes,,,,,released,MIT soon,,yes,https://example.org/a      | is not of the form
            a#1,git,software,2005                                                                    | cells under
            """)
    void aWrongFactIsRefusedWithFileAndLine(String row, String complaint) throws IOException {
        write("facts.csv", "# mine\n" + FACTS + row.strip() + "\n");
        assertThatThrownBy(() -> FactBook.load(folder))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("facts.csv, line 3: ")
                .hasMessageContaining(complaint);
    }

    @Test
    void anIdMayStandOnlyOnce() throws IOException {
        String row = "a#1,git,software,2004,2004,,x,MIT,,yes,,,,,released,,,yes,https://example.org/a\n";
        write("facts.csv", FACTS + row + row);
        assertThatThrownBy(() -> FactBook.load(folder)).isInstanceOf(SetupException.class)
                .hasMessageContaining("facts.csv, line 3: ").hasMessageContaining("stands already in").hasMessageContaining("line 2");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            a,A,model,org:ai2,b,,A               | the unknown parent 'b'
            a,A,model,org:nobody,,,A             | the unknown vendor 'org:nobody'
            a,A,gadget,org:ai2,,,A               | 'gadget' is no value
            a,A,model,org:ai2,,,A {soon}         | unknown condition 'soon'
            a,A,model,org:ai2,,,A {from March}   | is no day
            A b,A,model,org:ai2,,,A              | Use lower-case letters
            llama,A,model,org:ai2,llama-2,,A     | a cycle of parents
            """)
    void aWrongSubjectIsRefusedWithFileAndLine(String row, String complaint) throws IOException {
        write("subjects.csv", SUBJECTS + row.strip() + "\n");
        assertThatThrownBy(() -> FactBook.load(folder)).isInstanceOf(SetupException.class)
                .hasMessageContaining(", line ").hasMessageContaining(complaint);
    }

    @Test
    void aLicenceWithAnUnknownRestrictionIsRefused() throws IOException {
        write("licences.csv", "id,name,group,osi,fsf,category,restrictions,verified,sources,aliases\n"
                + "LicenseRef-X,X,,no,,use-restricted,no-fun,yes,https://example.org/x,X License\n");
        assertThatThrownBy(() -> FactBook.load(folder)).isInstanceOf(SetupException.class)
                .hasMessageContaining("licences.csv, line 2: ").hasMessageContaining("'no-fun' is no known restriction");
    }

    @Test
    void filesThatCannotBeReadAreRefused() throws IOException {
        assertThatThrownBy(() -> FactBook.load(folder.resolve("missing"))).isInstanceOf(SetupException.class)
                .hasMessageContaining("No facts folder at");
        write("opinions.csv", "id\nx\n");
        assertThatThrownBy(() -> FactBook.load(folder)).isInstanceOf(SetupException.class)
                .hasMessageContaining("cannot tell what it holds");
        Files.delete(folder.resolve("opinions.csv"));
        Files.write(folder.resolve("facts.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0x41});
        assertThatThrownBy(() -> FactBook.load(folder)).isInstanceOf(SetupException.class).hasMessageContaining("is not UTF-8");
        write("facts.csv", FACTS + "\"a#1,git\n");
        assertThatThrownBy(() -> FactBook.load(folder)).isInstanceOf(SetupException.class)
                .hasMessageContaining("facts.csv, line").hasMessageContaining("not readable as CSV");
    }

    @Test
    void everyMistakeIsToldAtOnce() throws IOException {
        write("subjects.csv", SUBJECTS + "a,A,gadget,org:ai2,,,A\nb,B,model,org:ai2,,,B {soon}\n");
        write("licences.csv", "id,category,verified,aliases\nLicenseRef-X,use-restricted,yes,X License\n");
        assertThatThrownBy(() -> FactBook.load(folder)).isInstanceOf(SetupException.class)
                .hasMessageContainingAll("subjects.csv, line 2: ", "subjects.csv, line 3: ", "licences.csv, line 2: ");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            pytorch#1,,https://example.org/a,,2026-01-01,primary,BSD-3-Clause,          |
            pytorch#1,licence,https://example.org/a,,,secondary,,the page is gone       |
            pytorch#9,,https://example.org/a,,2026-01-01,primary,BSD-3-Clause,          | which is no fact or licence
            pytorch#1,colour,https://example.org/a,,2026-01-01,primary,BSD,             | 'colour' is nothing that 'pytorch#1' says
            SSPL-1.0,use-policy,https://example.org/a,,2026-01-01,primary,no,           | Name one of the licence's restrictions
            pytorch#1,,somewhere,,2026-01-01,primary,BSD-3-Clause,                      | has no address
            pytorch#1,,https://example.org/a,,,primary,BSD-3-Clause,                    | without the day on which it was seen
            pytorch#1,,https://example.org/a,,2031-01-01,primary,BSD-3-Clause,          | after the day up to which
            pytorch#1,,https://example.org/a,,2026-01-01,primary,,                      | neither a clause nor a reason
            pytorch#1,,https://example.org/a,,2026-01-01,primary,BSD,gone               | a clause and a reason
            pytorch#1,,https://example.org/a,,2026-01-01,hearsay,BSD,                   | 'hearsay' is no value
            pytorch#1,,https://example.org/a,,,recalled,,not found                      | a recalled source with an address
            """)
    void aSourceSaysWhatWasReadOrWhyNothingWas(String row, String complaint) throws IOException {
        write("evidence.csv", EVIDENCE + row.strip() + "\n");
        if (complaint == null) {
            assertThat(FactBook.load(folder).about("pytorch").getFirst().sources())
                    .extracting(Source::address).contains("https://example.org/a");
        } else {
            assertThatThrownBy(() -> FactBook.load(folder)).isInstanceOf(SetupException.class)
                    .hasMessageContaining("evidence.csv, line 2: ").hasMessageContaining(complaint);
        }
    }

    @Test
    void aClauseIsShort() throws IOException {
        write("evidence.csv", EVIDENCE + "pytorch#1,,https://example.org/a,,2026-01-01,primary," + "x".repeat(200) + ",\n");
        assertThatThrownBy(() -> FactBook.load(folder)).hasMessageContaining("a clause of 200 characters");
    }

    @Test
    void aNameStandsForOneThingUnlessItIsMarked() throws IOException {
        write("subjects.csv", SUBJECTS + "quill,Quill,model,org:ai2,,,Quill; PyTorch\n");
        assertThatThrownBy(() -> FactBook.load(folder)).isInstanceOf(SetupException.class)
                .hasMessageContaining("the name 'PyTorch' stands already for 'pytorch'");
        write("subjects.csv", SUBJECTS + "quill,Quill,model,org:ai2,,,Quill; PyTorch {needs Quill}\n");
        assertThat(FactBook.load(folder).catalogue().subject("quill")).isPresent();
    }

    @Test
    void spdxSaysWhatTheOsiAndTheFsfAccept() throws IOException {
        assertThat(BOOK.licence("WTFPL").orElseThrow()).satisfies(l -> {
            assertThat(l.osi()).isEqualTo(Licence.Approval.NO);
            assertThat(l.fsf()).isEqualTo(Licence.Approval.YES);
        });
        write("licences.csv", "id,osi,category,verified,aliases\nJSON,yes,permissive,yes,JSON License\n");
        assertThatThrownBy(() -> FactBook.load(folder)).isInstanceOf(SetupException.class)
                .hasMessageContaining("column 'osi' says yes, but SPDX lists no");
        write("licences.csv", "id,category,verified,aliases\nJSON,use-restricted,yes,JSON License\n");
        assertThat(FactBook.load(folder).licence("JSON").orElseThrow().name()).isEqualTo("JSON License");
    }

    @Test
    void aFolderMaySetALaterDay() throws IOException {
        write("facts.csv", FACTS + "git#9,git,code,2027-02-01,,,,MIT,,yes,,,,,released,,,yes,https://example.org/a\n");
        write("index.csv", "kind,value\ndate,2027-03-01\n");
        assertThat(FactBook.load(folder).date()).isEqualTo(LocalDate.of(2027, 3, 1));
    }

    @Test
    void aFolderWithAnIndexOfItsFilesIsABaseOfItsOwn() throws IOException {
        write("index.csv", "kind,value\ndate,2026-01-01\nrestrictions,r.csv\nlicences,l.csv\norganisations,o.csv\nsubjects,s.csv\nfacts,f.csv\n");
        write("r.csv", "kind,effect,osd,words\nattribution,duty,,credit must be given\n");
        write("l.csv", "id,category,restrictions,verified,aliases\nMIT,permissive,attribution,yes,MIT License\n");
        write("o.csv", "id,name,flagship,people,aliases\norg:a,A,,,A Ltd\n");
        write("s.csv", SUBJECTS + "quill,Quill,software,org:a,,,Quill\n");
        write("f.csv", FACTS + "quill#1,quill,software,2020,,,,MIT,,yes,,,,,released,,,yes,https://example.org/a\n");
        assertThat(FactBook.load(folder).facts()).hasSize(1);
        write("index.csv", "kind,value\ndate,2026-01-01\nfacts,../f.csv\n");
        assertThatThrownBy(() -> FactBook.load(folder)).hasMessageContaining("names a file outside its folder");
    }

    @ParameterizedTest
    @CsvSource({"facts.yaml", "subjects.yml", "licences.json", "facts.tsv"})
    void filesOfAnotherKindAreNotPassedOverInSilence(String name) throws IOException {
        write(name, "- id: x\n");
        assertThatThrownBy(() -> FactBook.load(folder)).hasMessageContaining(name).hasMessageContaining("CSV files only");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
