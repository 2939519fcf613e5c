package org.openwash.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.openwash.domain.Aspect;
import org.openwash.domain.Judgement;
import org.openwash.domain.Sense;
import org.openwash.domain.Subject;
import org.openwash.domain.Verdict;

/// What must hold for every subject on every day, whatever the facts say.
class JudgePropertyTest {

    private static final FactBook BOOK = FactBook.load(null);
    private static final Judge JUDGE = new Judge(BOOK, Standard.BY_KIND);

    @Test
    void aDenialMirrorsTheAffirmation() {
        everywhere((claim, day) -> {
            Judgement affirmed = JUDGE.decide(claim.claim(), day);
            Judgement denied = JUDGE.decide(claim.denied().claim(), day);
            String where = claim + " on " + day + ": " + affirmed.explanation();
            boolean bothKnown = affirmed.verdict() != Verdict.UNVERIFIABLE && denied.verdict() != Verdict.UNVERIFIABLE;
            if (bothKnown) {
                assertThat(affirmed.verdict() == Verdict.SUPPORTED).as(where).isNotEqualTo(denied.verdict() == Verdict.SUPPORTED);
            } else {
                // a recalled or roughly dated fact supports one side and keeps silent on the other
                assertThat(List.of(affirmed.verdict(), denied.verdict())).as(where)
                        .allMatch(v -> v == Verdict.UNVERIFIABLE || v == Verdict.SUPPORTED);
            }
            assertThat(denied.verdict()).isNotEqualTo(Verdict.OVERSTATED);
        });
    }

    @Test
    void anUnrelatedFactChangesNothing() {
        Fact related = BOOK.about("pytorch").getFirst();
        List<Fact> more = new ArrayList<>(BOOK.facts());
        more.add(new Fact("new#1", "proton-drive", Artefact.SOFTWARE, related.valid(), VersionRange.NONE, "",
                related.licence(), related.parts(), related.osaid(), related.status(), null, false, Confidence.YES,
                related.sources(), "", "here"));
        Judge other = new Judge(BOOK.with(more), Standard.BY_KIND);
        everywhere((claim, day) -> {
            if (!claim.subject().equals("proton-drive")) {
                assertThat(other.decide(claim.claim(), day)).isEqualTo(JUDGE.decide(claim.claim(), day));
            }
        });
    }

    @Test
    void withoutItsSourcesNoFactContradicts() {
        List<Fact> bare = BOOK.facts().stream().map(Claims::recalled).toList();
        Judge other = new Judge(BOOK.with(bare), Standard.BY_KIND);
        everywhere((claim, day) ->
                assertThat(other.decide(claim.claim(), day).verdict()).isIn(Verdict.UNVERIFIABLE, Verdict.SUPPORTED));
    }

    @Test
    void losingOneSourceNeverTurnsTheUnknownIntoAContradiction() {
        List<Fact> facts = BOOK.facts();
        for (int i = 0; i < facts.size(); i += 7) {
            List<Fact> fewer = new ArrayList<>(facts);
            fewer.set(i, Claims.recalled(facts.get(i)));
            Judge other = new Judge(BOOK.with(fewer), Standard.BY_KIND);
            String subject = facts.get(i).subject();
            for (String about : related(subject)) {
                for (LocalDate day : days()) {
                    var claim = Claims.about(about, Aspect.OPEN_SOURCE).claim();
                    if (JUDGE.decide(claim, day).verdict() == Verdict.UNVERIFIABLE) {
                        assertThat(other.decide(claim, day).verdict()).isIn(Verdict.UNVERIFIABLE, Verdict.SUPPORTED);
                    }
                }
            }
        }
    }

    /// The same three laws over facts that nobody would write down by hand: any licence, artefact, time and sourcing.
    @Test
    void theLawsHoldForRandomFacts() {
        var random = new Random(20261121);
        int unverifiable = 0;
        int contradicted = 0;
        for (int round = 0; round < 300; round++) {
            List<Fact> facts = randomFacts(random);
            Judge judge = new Judge(BOOK.with(facts), Standard.values()[round % 3]);
            Fact unrelated = randomFact(random, "proton-drive", 99);
            Judge wider = new Judge(BOOK.with(with(facts, unrelated)), Standard.values()[round % 3]);
            int bared = random.nextInt(facts.size());
            List<Fact> fewer = new ArrayList<>(facts);
            fewer.set(bared, Claims.recalled(facts.get(bared)));
            Judge poorer = new Judge(BOOK.with(fewer), Standard.values()[round % 3]);
            for (int i = 0; i < 40; i++) {
                Claims claim = randomClaim(random);
                LocalDate day = random.nextInt(5) == 0 ? null : LocalDate.of(2016, 1, 1).plusDays(random.nextInt(4000));
                Judgement affirmed = judge.decide(claim.claim(), day);
                Verdict denied = judge.decide(claim.denied().claim(), day).verdict();
                String where = claim + " on " + day + " by " + facts;
                assertThat(denied).as(where).isNotEqualTo(Verdict.OVERSTATED);
                if (affirmed.verdict() != Verdict.UNVERIFIABLE && denied != Verdict.UNVERIFIABLE) {
                    assertThat(denied == Verdict.SUPPORTED).as(where).isNotEqualTo(affirmed.verdict() == Verdict.SUPPORTED);
                }
                assertThat(wider.decide(claim.claim(), day)).as(where).isEqualTo(affirmed);
                if (affirmed.verdict() == Verdict.UNVERIFIABLE) {
                    unverifiable++;
                    assertThat(poorer.decide(claim.claim(), day).verdict()).as(where).isNotEqualTo(Verdict.CONTRADICTED);
                } else if (affirmed.verdict() == Verdict.CONTRADICTED) {
                    contradicted++;
                }
            }
        }
        assertThat(unverifiable).as("claims that could have turned").isGreaterThan(1000);
        assertThat(contradicted).isGreaterThan(1000);
    }

    private static final List<String> SUBJECTS = List.of("llama", "llama-2", "llama-3", "git", "the-pile", "gpt-4");

    private static List<Fact> randomFacts(Random random) {
        List<Fact> facts = new ArrayList<>();
        int number = 3 + random.nextInt(8);
        for (int i = 0; i < number; i++) {
            facts.add(randomFact(random, any(SUBJECTS, random), i));
        }
        return facts;
    }

    private static Fact randomFact(Random random, String subject, int n) {
        List<Licence> licences = BOOK.licences().values().stream().filter(l -> !l.generic()).toList();
        String licence = any(licences, random).id();
        String expression = switch (random.nextInt(4)) {
            case 0 -> licence + " OR " + any(licences, random).id();
            case 1 -> licence + " AND " + any(licences, random).id();
            default -> licence;
        };
        PartialDate from = randomDate(random, 2016);
        PartialDate until = random.nextBoolean() ? null : randomDate(random, 2022);
        Confidence confidence = any(List.of(Confidence.values()), random);
        List<Source> sources = confidence == Confidence.UNVERIFIED ? List.of() : List.of(Source.parse("https://example.org/" + n));
        return new Fact(subject + "#" + n, subject, any(List.of(Artefact.values()), random), new Interval(from, until),
                VersionRange.NONE, random.nextBoolean() ? "" : "edition " + n, LicenceExpression.parse(expression),
                new Fact.Parts(part(random), part(random), part(random), part(random), part(random)),
                any(List.of(Fact.Osaid.values()), random), any(List.of(Fact.Status.values()), random), null,
                random.nextInt(8) == 0, confidence, sources, "", "random, row " + n);
    }

    private static PartialDate randomDate(Random random, int first) {
        LocalDate day = LocalDate.of(first, 1, 1).plusDays(random.nextInt(1800));
        return PartialDate.parse(day.toString().substring(0, any(List.of(4, 7, 10), random)));
    }

    private static Availability part(Random random) {
        return any(List.of(Availability.values()), random);
    }

    private static Claims randomClaim(Random random) {
        Aspect aspect = any(List.of(Aspect.OPEN_SOURCE, Aspect.WEIGHTS, Aspect.TRAINING_DATA, Aspect.CODE, Aspect.USE, Aspect.LICENCE), random);
        Claims claim = Claims.about(any(SUBJECTS, random), aspect);
        return switch (aspect) {
            case LICENCE -> claim.naming(List.of(any(List.of("Apache-2.0", "MIT", "kind:restrictive", "kind:open-source"), random)));
            case USE -> claim.sense(any(List.of(Sense.PLAIN, Sense.COMMERCIAL_USE), random));
            case OPEN_SOURCE -> claim.sense(any(List.of(Sense.PLAIN, Sense.FREE_SOFTWARE, Sense.LICENCE_ONLY, Sense.PARTLY), random));
            default -> claim;
        };
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<Fact> with(List<Fact> facts, Fact more) {
        List<Fact> all = new ArrayList<>(facts);
        all.add(more);
        return all;
    }

    private static List<String> related(String subject) {
        List<String> all = new ArrayList<>(BOOK.catalogue().ancestorsOf(subject));
        all.add(subject);
        return all;
    }

    private static void everywhere(BiConsumer<Claims, LocalDate> check) {
        for (Subject subject : BOOK.catalogue().subjects()) {
            for (LocalDate day : days()) {
                for (Aspect aspect : List.of(Aspect.OPEN_SOURCE, Aspect.WEIGHTS, Aspect.TRAINING_DATA, Aspect.CODE, Aspect.USE)) {
                    check.accept(Claims.about(subject.id(), aspect), day);
                }
                check.accept(Claims.about(subject.id(), Aspect.LICENCE).naming(List.of("Apache-2.0")), day);
                check.accept(Claims.about(subject.id(), Aspect.LICENCE).naming(List.of("kind:restrictive")), day);
                check.accept(Claims.about(subject.id(), Aspect.USE).sense(Sense.COMMERCIAL_USE), day);
                check.accept(Claims.about(subject.id(), Aspect.OPEN_SOURCE).sense(Sense.FREE_SOFTWARE), day);
            }
        }
    }

    private static List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2017, 3, 31); day.isBefore(BOOK.date()); day = day.plusDays(331)) {
            days.add(day);
        }
        return days;
    }
}
