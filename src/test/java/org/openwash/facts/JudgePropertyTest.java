package org.openwash.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
        List<Fact> bare = BOOK.facts().stream().map(JudgePropertyTest::withoutSources).toList();
        Judge other = new Judge(BOOK.with(bare), Standard.BY_KIND);
        everywhere((claim, day) ->
                assertThat(other.decide(claim.claim(), day).verdict()).isIn(Verdict.UNVERIFIABLE, Verdict.SUPPORTED));
    }

    @Test
    void losingOneSourceNeverTurnsTheUnknownIntoAContradiction() {
        List<Fact> facts = BOOK.facts();
        for (int i = 0; i < facts.size(); i += 7) {
            List<Fact> fewer = new ArrayList<>(facts);
            fewer.set(i, withoutSources(facts.get(i)));
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

    private static List<String> related(String subject) {
        List<String> all = new ArrayList<>(BOOK.catalogue().ancestorsOf(subject));
        all.add(subject);
        return all;
    }

    private static Fact withoutSources(Fact f) {
        return new Fact(f.id(), f.subject(), f.artefact(), f.valid(), f.versions(), f.scope(), f.licence(), f.parts(),
                f.osaid(), f.status(), f.becomes(), f.summary(), Confidence.UNVERIFIED, List.of(), "", f.place());
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
