package org.openwash.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Aspect;
import org.openwash.domain.Finding;
import org.openwash.domain.Judgement;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;
import org.openwash.domain.Severity;
import org.openwash.domain.Verdict;
import org.openwash.domain.Yardstick;

class JudgeTest {

    private static final FactBook BOOK = FactBook.load(null);
    private static final Judge JUDGE = new Judge(BOOK, Standard.BY_KIND);

    /// Claims that a naive checker misjudges.
    @ParameterizedTest(name = "{0} {2} {3} {4}: {6}")
    @CsvSource(delimiter = '|', textBlock = """
            # subject | date | aspect | sense | polarity | named | verdict
            # one version of a family, one size of a version
            gemma            | 2026-05-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | OVERSTATED
            gemma            | 2026-05-01 | LICENCE       | PLAIN | AFFIRMS | Apache-2.0 | OVERSTATED
            gemma-4          | 2026-05-01 | LICENCE       | PLAIN | AFFIRMS | Apache-2.0 | SUPPORTED
            gemma-3          | 2025-04-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | CONTRADICTED
            gemma-1          | 2024-03-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | CONTRADICTED
            qwen-2.5-72b     | 2024-10-01 | LICENCE       | PLAIN | AFFIRMS | Apache-2.0 | CONTRADICTED
            qwen-2.5         | 2024-10-01 | LICENCE       | PLAIN | AFFIRMS | Apache-2.0 | OVERSTATED
            # what was true at the time
            redis            | 2024-06-01 | OPEN_SOURCE   | PLAIN | DENIES  |            | SUPPORTED
            redis            | 2025-09-01 | OPEN_SOURCE   | PLAIN | DENIES  |            | CONTRADICTED
            grok-2           | 2025-06-01 | WEIGHTS       | PLAIN | DENIES  |            | SUPPORTED
            grok-2           | 2025-09-01 | WEIGHTS       | PLAIN | DENIES  |            | CONTRADICTED
            cockroachdb      | 2019-06-05 | LICENCE       | PLAIN | AFFIRMS | BUSL-1.1   | SUPPORTED
            neo4j-enterprise | 2018-06-01 | LICENCE       | PLAIN | AFFIRMS | AGPL-3.0-only;LicenseRef-scancode-commons-clause | SUPPORTED
            neo4j-enterprise | 2018-06-01 | LICENCE       | PLAIN | AFFIRMS | AGPL-3.0-only | OVERSTATED
            # families
            mistral          | 2025-02-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | OVERSTATED
            llama            | 2025-02-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | CONTRADICTED
            llama            | 2024-10-20 | OPEN_SOURCE   | PLAIN | DENIES  |            | SUPPORTED
            llama            | 2024-10-20 | WEIGHTS       | PLAIN | AFFIRMS |            | SUPPORTED
            mistral          | 2025-02-01 | WEIGHTS       | PLAIN | AFFIRMS |            | OVERSTATED
            mistral          | 2025-02-01 | WEIGHTS       | SOME  | AFFIRMS |            | SUPPORTED
            timescaledb      | 2022-06-14 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | OVERSTATED
            timescaledb      | 2022-06-14 | OPEN_SOURCE   | PARTLY | AFFIRMS |           | SUPPORTED
            timescaledb      | 2022-06-14 | LICENCE       | PLAIN | AFFIRMS | Apache-2.0;LicenseRef-Timescale-TSL | SUPPORTED
            timescaledb      | 2022-06-14 | LICENCE       | PLAIN | AFFIRMS | Apache-2.0 | OVERSTATED
            docker           | 2022-01-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | OVERSTATED
            docker-engine    | 2022-01-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | SUPPORTED
            # a derivative keeps its base's licence
            tulu-3           | 2024-12-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | CONTRADICTED
            deepseek-r1-distill-llama | 2025-02-01 | LICENCE | PLAIN | AFFIRMS | MIT      | OVERSTATED
            deepseek-r1      | 2025-02-01 | LICENCE       | PLAIN | AFFIRMS | MIT        | SUPPORTED
            # code and weights apart
            deepseek-v3      | 2025-01-05 | LICENCE       | PLAIN | AFFIRMS | MIT        | OVERSTATED
            llama-3          | 2024-05-01 | WEIGHTS       | PLAIN | AFFIRMS |            | SUPPORTED
            llama-1          | 2023-04-01 | WEIGHTS       | PLAIN | AFFIRMS |            | CONTRADICTED
            llama-3          | 2024-05-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | CONTRADICTED
            gpt-4            | 2024-05-01 | OPEN_SOURCE   | PLAIN | DENIES  |            | SUPPORTED
            gpt-oss          | 2025-08-06 | WEIGHTS       | PLAIN | AFFIRMS |            | SUPPORTED
            gpt-oss          | 2025-08-06 | LICENCE       | PLAIN | AFFIRMS | Apache-2.0 | SUPPORTED
            whisper          | 2023-01-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | OVERSTATED
            whisper          | 2023-01-01 | TRAINING_DATA | PLAIN | AFFIRMS |            | CONTRADICTED
            falcon-40b       | 2023-07-01 | TRAINING_DATA | PLAIN | AFFIRMS |            | OVERSTATED
            the-pile         | 2024-01-01 | TRAINING_DATA | PLAIN | AFFIRMS |            | OVERSTATED
            the-pile         | 2022-01-01 | TRAINING_DATA | PLAIN | AFFIRMS |            | SUPPORTED
            webtext          | 2024-01-01 | TRAINING_DATA | PLAIN | DENIES  |            | SUPPORTED
            # uses
            llama-2          | 2023-07-20 | USE | COMMERCIAL_USE | AFFIRMS |           | OVERSTATED
            codestral-22b    | 2024-06-01 | USE | COMMERCIAL_USE | AFFIRMS |           | CONTRADICTED
            gpt-oss          | 2025-08-12 | USE | RESEARCH_USE   | DENIES  |           | CONTRADICTED
            codestral-22b    | 2024-06-01 | USE | RESEARCH_USE   | DENIES  |           | SUPPORTED
            mistral-7b       | 2024-06-01 | USE | ANY_USE        | AFFIRMS |           | SUPPORTED
            gpt-4            | 2024-06-01 | USE | MODIFICATION   | DENIES  |           | SUPPORTED
            # free, though widely thought not to be
            grafana          | 2021-05-01 | OPEN_SOURCE   | PLAIN | DENIES  |            | CONTRADICTED
            kafka            | 2024-01-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | SUPPORTED
            ollama           | 2025-01-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | SUPPORTED
            sqlite           | 2024-01-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | SUPPORTED
            mongodb          | 2019-02-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | CONTRADICTED
            mongodb          | 2019-02-01 | LICENCE       | PLAIN | AFFIRMS | SSPL-1.0   | SUPPORTED
            gemini           | 2024-01-15 | OPEN_SOURCE   | PLAIN | DENIES  |            | SUPPORTED
            elasticsearch    | 2024-09-17 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | SUPPORTED
            lumo             | 2025-08-04 | CODE          | SOURCE_CODE | AFFIRMS |      | OVERSTATED
            # systems that the OSI has named
            t5               | 2024-11-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | SUPPORTED
            olmo             | 2024-06-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | SUPPORTED
            grok-1           | 2024-04-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | OVERSTATED
            grok-1           | 2024-04-01 | OPEN_SOURCE   | LICENCE_ONLY | AFFIRMS |     | SUPPORTED
            llama-3.1        | 2025-02-01 | OPEN_SOURCE   | FREE_SOFTWARE | AFFIRMS |    | CONTRADICTED
            c4               | 2024-02-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | SUPPORTED
            # kinds of licence
            llama-3          | 2025-07-01 | LICENCE | PLAIN | AFFIRMS | kind:permissive  | OVERSTATED
            llama-3          | 2025-07-01 | LICENCE | PLAIN | AFFIRMS | kind:permissive;kind:restrictive | SUPPORTED
            llama-2          | 2025-07-01 | LICENCE | PLAIN | AFFIRMS | kind:custom      | SUPPORTED
            llama-2          | 2025-07-01 | LICENCE | PLAIN | AFFIRMS | LicenseRef-Llama-Community | SUPPORTED
            mongodb          | 2019-02-01 | LICENCE | PLAIN | AFFIRMS | kind:source-available | SUPPORTED
            mixtral-8x7b     | 2024-02-01 | LICENCE | PLAIN | AFFIRMS | kind:open-source | SUPPORTED
            codestral-22b    | 2024-06-01 | LICENCE | PLAIN | AFFIRMS | kind:research-only | OVERSTATED
            codestral-22b    | 2024-06-01 | LICENCE | PLAIN | AFFIRMS | kind:non-commercial | SUPPORTED
            # announced under another name, not out yet
            muse-spark       | 2026-02-01 | OPEN_SOURCE   | PLAIN | DENIES  |            | SUPPORTED
            # nobody knows
            llama-5          | 2025-06-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | UNVERIFIABLE
            quantum-kettle   | 2025-06-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | UNVERIFIABLE
            org:meta         | 2024-07-24 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | UNVERIFIABLE
            org:meta         | 2024-07-24 | RHETORIC      | PLAIN | AFFIRMS |            | UNVERIFIABLE
            llama            | 2024-07-24 | RHETORIC      | PLAIN | AFFIRMS |            | UNVERIFIABLE
            ?                | 2024-07-24 | OPEN_SOURCE   | PLAIN | DENIES  |            | UNVERIFIABLE
            redis            | 2001-01-01 | OPEN_SOURCE   | PLAIN | AFFIRMS |            | UNVERIFIABLE
            """)
    void judgesByTheFactsOfTheDay(String subject, LocalDate day, Aspect aspect, Sense sense, Polarity polarity,
            @Nullable String named, Verdict verdict) {
        List<String> licences = named == null ? List.of() : List.of(named.split(";"));
        Judgement judgement = JUDGE.decide(
                Claims.about(subject, aspect).sense(sense).polarity(polarity).naming(licences).claim(), day);
        assertThat(judgement.verdict()).as(judgement.explanation()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            FUTURE,       llama-4-behemoth
            HYPOTHETICAL, llama
            """)
    void plansAndQuestionsCannotBeChecked(Modality modality, String subject) {
        Judgement judgement = JUDGE.decide(
                Claims.about(subject, Aspect.OPEN_SOURCE).modality(modality).claim(), LocalDate.of(2025, 5, 1));
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(judgement.finding()).isEqualTo(Finding.NONE);
    }

    @Test
    void whatWasAnnouncedButNeverReleasedIsNotOpen() {
        Judgement judgement = on(Claims.about("llama-4-behemoth", Aspect.OPEN_SOURCE), "2025-05-01");
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(judgement.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(judgement.explanation()).contains("has not been released");
    }

    @ParameterizedTest(name = "{1} of {0}: {2}")
    @CsvSource(textBlock = """
            LicenseRef-BSD-PATENTS-Facebook, react,   SUPPORTED
            Apache-2.0,                      grafana, SUPPORTED
            SSPL-1.0,                        grafana, CONTRADICTED
            """)
    void thePastIsJudgedAtAnyEarlierTime(String licence, String subject, Verdict verdict) {
        Judgement judgement = on(Claims.about(subject, Aspect.LICENCE).modality(Modality.FORMER).naming(List.of(licence)), "2024-01-01");
        assertThat(judgement.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "as of {0}: {1}")
    @CsvSource(textBlock = """
            2018,       SUPPORTED
            2018-10-15, SUPPORTED
            2018-10-17, CONTRADICTED
            2020,       CONTRADICTED
            """)
    void theTimeThatTheSentenceSpeaksOfComesFirst(String asOf, Verdict verdict) {
        assertThat(on(Claims.about("mongodb", Aspect.OPEN_SOURCE).asOf(asOf), "2024-01-01").verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0} {1} on {2}: {3}")
    @CsvSource(textBlock = """
            redis,     7.2,   2025-01-01, SUPPORTED
            redis,     7.4,   2025-09-01, CONTRADICTED
            redis,     8.0,   2025-09-01, SUPPORTED
            terraform, 1.5.7, 2025-01-01, SUPPORTED
            terraform, 1.6,   2025-01-01, CONTRADICTED
            sentry,    20.1,  2025-01-01, UNVERIFIABLE
            sentry,    20.1,  2026-12-01, SUPPORTED
            """)
    void releasedVersionsKeepTheirLicenceAndDelayedOnesOpenUp(String subject, String version, LocalDate day, Verdict verdict) {
        Judgement judgement = JUDGE.decide(Claims.about(subject, Aspect.OPEN_SOURCE).version(version).claim(), day);
        assertThat(judgement.verdict()).as(judgement.explanation()).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0} undated: {1}")
    @CsvSource(textBlock = """
            llama,   CONTRADICTED
            pytorch, SUPPORTED
            redis,   UNVERIFIABLE
            """)
    void withoutADateOnlyWhatWasAlwaysTrueCounts(String subject, Verdict verdict) {
        assertThat(JUDGE.decide(Claims.about(subject, Aspect.OPEN_SOURCE).claim(), null).verdict()).isEqualTo(verdict);
    }

    @Test
    void aChangeDatedToTheMonthDoesNotContradictInThatMonth() {
        List<Fact> minio = BOOK.about("minio");
        var judge = new Judge(BOOK.with(List.of(
                Claims.valid(minio.get(0), "2014", "2021-05"), Claims.valid(minio.get(1), "2021-05", null))), Standard.BY_KIND);
        var claim = Claims.about("minio", Aspect.LICENCE).naming(List.of("Apache-2.0")).claim();
        assertThat(judge.decide(claim, LocalDate.of(2021, 4, 10)).verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(judge.decide(claim, LocalDate.of(2021, 5, 10)).verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(judge.decide(claim, LocalDate.of(2021, 6, 10)).verdict()).isEqualTo(Verdict.CONTRADICTED);
    }

    @Test
    void aFirstFactDatedToTheMonthHoldsForWhoeverSpeaksOfTheThingInThatMonth() {
        Fact kimi = Claims.valid(BOOK.about("kimi-k2.5").getFirst(), "2026-01", null);
        var judge = new Judge(BOOK.with(List.of(kimi)), Standard.BY_KIND);
        var claim = Claims.about("kimi-k2.5", Aspect.OPEN_SOURCE);
        LocalDate day = LocalDate.of(2026, 1, 15);
        assertThat(judge.decide(claim.claim(), day).verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(judge.decide(claim.denied().claim(), day).verdict()).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void aRecalledFactSupportsButDoesNotContradict() {
        List<Fact> recalled = BOOK.about("titan").stream().map(Claims::recalled).toList();
        var judge = new Judge(BOOK.with(recalled), Standard.BY_KIND);
        var claim = Claims.about("titan", Aspect.OPEN_SOURCE);
        LocalDate day = LocalDate.of(2025, 1, 15);
        assertThat(JUDGE.decide(claim.claim(), day).verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(judge.decide(claim.claim(), day).verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(judge.decide(claim.denied().claim(), day).verdict()).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void aLimitInTheSameSentenceMakesTheGrantRight() {
        var claim = Claims.about("llama-2", Aspect.USE).sense(Sense.COMMERCIAL_USE);
        assertThat(on(claim, "2023-08-01").verdict()).isEqualTo(Verdict.OVERSTATED);
        assertThat(on(claim.withLimit(true), "2023-08-01").verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(on(claim.withLimit(true).denied(), "2023-08-01").verdict()).isEqualTo(Verdict.SUPPORTED);
    }

    @ParameterizedTest(name = "{0} \"{1}\": {2}")
    @CsvSource(textBlock = """
            llama-2,          free for commercial use without restrictions, CONTRADICTED
            llama-3.2-vision, 'by anyone, anywhere',   CONTRADICTED
            llama-2,          anyone can use,          OVERSTATED
            codestral-22b,    anyone can use,          CONTRADICTED
            mistral-7b,       without any restriction, SUPPORTED
            """)
    void anAbsoluteGrantIsContradictedByAnyLimit(String subject, String cue, Verdict verdict) {
        Judgement judgement = on(Claims.about(subject, Aspect.USE).sense(Sense.ANY_USE).cue(cue), "2024-12-01");
        assertThat(judgement.verdict()).as(judgement.explanation()).isEqualTo(verdict);
    }

    @Test
    void findingsAreTold() {
        assertThat(on(Claims.about("grafana", Aspect.OPEN_SOURCE).denied(), "2022-01-01").finding()).isEqualTo(Finding.FALSE_DENIAL);
        Judgement under = on(Claims.about("mistral-7b", Aspect.LICENCE).naming(List.of("LicenseRef-MRL-0.1")), "2024-01-01");
        assertThat(under.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(under.finding()).isEqualTo(Finding.UNDER_CLAIM);
        Judgement over = on(Claims.about("llama-3", Aspect.LICENCE).naming(List.of("Apache-2.0")), "2024-05-01");
        assertThat(over.finding()).isEqualTo(Finding.OPEN_WASHING);
        Judgement use = on(Claims.about("codestral-22b", Aspect.USE).sense(Sense.COMMERCIAL_USE), "2024-06-01");
        assertThat(use.severity()).isEqualTo(Severity.HIGH);
        assertThat(on(Claims.about("llama", Aspect.OPEN_SOURCE), "2024-06-01").severity()).isEqualTo(Severity.MEDIUM);
        assertThat(on(Claims.about("whisper", Aspect.OPEN_SOURCE), "2024-06-01").severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void theExplanationNamesFactLicenceRestrictionAndDate() {
        Judgement judgement = on(Claims.about("llama-3.1", Aspect.OPEN_SOURCE), "2024-08-15");
        assertThat(judgement.explanation()).isEqualTo("Llama 3.1 has been under the Llama 3.1 Community License Agreement since "
                + "2024-07-23 (services beyond a number of users need permission (700M MAU); a use policy forbids some uses), "
                + "which is not OSI-approved; judged on 2024-08-15 by the Open Source AI Definition "
                + "(by the Open Source Definition: contradicted; by the Model Openness Framework: no class).");
        assertThat(judgement.yardstick()).isEqualTo(Yardstick.OSAID);
        assertThat(judgement.factIds()).containsExactly("llama-3.1#1");
        assertThat(judgement.factLicence()).isEqualTo("LicenseRef-scancode-llama-3.1-license-2024");
        assertThat(judgement.factSources()).isNotEmpty().allMatch(s -> s.startsWith("https://"));
    }

    /// Each verdict says what the other definitions would make of the words.
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            deepseek-r1 | 2025-02-01 | (by the Open Source Definition: supported; by the Model Openness Framework: class III at best)
            olmo-2      | 2025-02-01 | by the Model Openness Framework: class I at best)
            mistral     | 2025-02-01 | by the Model Openness Framework: from no class to class III at best)
            mongodb     | 2019-06-01 | by the Open Source Definition.
            kubernetes  | 2024-06-01 | by the Open Source Definition (by the Free Software Definition: supported).
            """)
    void theOutcomeByOtherDefinitionsIsTold(String subject, String day, String told) {
        assertThat(on(Claims.about(subject, Aspect.OPEN_SOURCE), day).explanation()).endsWith(told.endsWith(".") ? told : told + ".");
    }

    @Test
    void todayIsTheDayOfTheBase() {
        Judgement judgement = on(Claims.about("redis", Aspect.OPEN_SOURCE), "2024-06-01");
        assertThat(judgement.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(judgement.verdictToday()).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void theStandardCanBeForced() {
        var claim = Claims.about("deepseek-r1", Aspect.OPEN_SOURCE).claim();
        LocalDate day = LocalDate.of(2025, 2, 1);
        assertThat(JUDGE.decide(claim, day).verdict()).isEqualTo(Verdict.OVERSTATED);
        assertThat(new Judge(BOOK, Standard.OSAID).decide(claim, day).verdict()).isEqualTo(Verdict.OVERSTATED);
        Judgement osd = new Judge(BOOK, Standard.OSD).decide(claim, day);
        assertThat(osd.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(osd.yardstick()).isEqualTo(Yardstick.OSD);
    }

    private static Judgement on(Claims claim, String day) {
        return JUDGE.decide(claim.claim(), LocalDate.parse(day));
    }
}
