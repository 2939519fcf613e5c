package org.openwash.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Aspect;
import org.openwash.domain.Claim;
import org.openwash.domain.Judgement;
import org.openwash.domain.Modality;
import org.openwash.domain.Sense;
import org.openwash.domain.Subject;
import org.openwash.domain.Verdict;
import org.openwash.domain.Yardstick;

/// Holds a claim against the facts. Pure: the same claim, day and facts give the same judgement.
///
/// 1. What cannot be checked (plans, questions, praise, companies, unknown things) is unverifiable.
/// 2. The day: the time the sentence speaks of, else the article's; of a past left open, any day so far.
/// 3. The subject: a family is judged by the members out by then, a version by the row that covers it.
/// 4. The rule of the aspect, on every variant; where they differ, the claim is overstated.
/// 5. A denial turns the verdict round.
public final class Judge {

    /// More turning points than any subject has; bounds the work for one claim.
    private static final int MOST_DAYS = 400;

    private final FactBook book;
    private final OpenSourceRule openSource;
    private final LicenceRule licence;
    /// By one definition each, for what an explanation says of the others.
    private final Map<Yardstick, Judge> others;

    public Judge(FactBook book, Standard standard) {
        this(book, new OpenSourceRule(standard), Map.of(
                Yardstick.OSD, new Judge(book, new OpenSourceRule(Yardstick.OSD), Map.of()),
                Yardstick.OSAID, new Judge(book, new OpenSourceRule(Yardstick.OSAID), Map.of()),
                Yardstick.FSF, new Judge(book, new OpenSourceRule(Yardstick.FSF), Map.of())));
    }

    private Judge(FactBook book, OpenSourceRule openSource, Map<Yardstick, Judge> others) {
        this.book = book;
        this.openSource = openSource;
        this.licence = new LicenceRule(openSource);
        this.others = others;
    }

    /// @param published the article's date, null if unknown
    public Judgement decide(Claim claim, @Nullable LocalDate published) {
        Dated now = ruling(claim, published);
        Verdict today = ruling(claim, book.date()).ruling().verdict();
        return Explanation.judgement(claim, now.ruling(), now.on(), elsewhere(claim, published, now.ruling()), today,
                book);
    }

    /// What the same words come to by the definitions that the verdict does not rest on; empty if they are no matter of
    /// definitions.
    private List<String> elsewhere(Claim claim, @Nullable LocalDate published, Ruling ruling) {
        if (claim.aspect() != Aspect.OPEN_SOURCE || !ruling.isVerifiable()) {
            return List.of();
        }
        boolean model = book.catalogue().subject(claim.subject()).filter(Subject::isModel).isPresent();
        Yardstick other = switch (ruling.yardstick()) {
            case OSAID, FSF -> Yardstick.OSD;
            case OSD -> model ? Yardstick.OSAID : Yardstick.FSF;
            case OPEN_DEFINITION, FACTS -> null;
        };
        List<String> outcomes = new ArrayList<>();
        if (other != null) {
            Ruling byOther = others.get(other).ruling(claim, published).ruling();
            if (byOther.yardstick() == other) { // a sense such as "mostly" is held against one definition only
                outcomes.add(Explanation.by(other).strip() + ": " + byOther.verdict().label());
            }
        }
        List<MofClass> classes = ruling.facts().stream()
                .filter(f -> f.artefact() == Artefact.WEIGHTS)
                .map(f -> MofClass.of(f, book.termsOf(f.licence())))
                .toList();
        if (model && !classes.isEmpty()) {
            outcomes.add("by the Model Openness Framework: " + MofClass.words(classes));
        }
        return outcomes;
    }

    /// A ruling and the time it was made for, in words.
    private record Dated(Ruling ruling, String on) {}

    private Dated ruling(Claim claim, @Nullable LocalDate published) {
        String obstacle = obstacle(claim);
        if (obstacle != null) {
            return new Dated(Ruling.unverifiable(obstacle), "");
        }
        List<Fact> facts = factsOf(claim.subject());
        PartialDate asOf = asOf(claim);
        if (asOf != null) {
            LocalDate last = published != null && published.isBefore(asOf.latest())
                    && !published.isBefore(asOf.earliest())
                    ? published : asOf.latest();
            return new Dated(best(claim, Reach.turningPoints(facts, asOf.earliest(), last)), "for " + asOf);
        }
        if (published == null) {
            return new Dated(always(claim, facts), "without a date");
        }
        if (claim.modality() == Modality.FORMER || claim.sense() == Sense.ONCE_RELEASED) {
            return new Dated(best(claim, Reach.turningPoints(facts, null, published)), "for the time up to "
                    + published);
        }
        return new Dated(on(claim, published), "on " + published);
    }

    /// Why a claim cannot be checked at all; null if it can.
    private @Nullable String obstacle(Claim claim) {
        if (claim.aspect() == Aspect.RHETORIC) {
            return "praise or a promise of openness names nothing that could be checked";
        }
        if (claim.modality() == Modality.FUTURE) {
            return "a plan cannot be checked yet";
        }
        if (claim.modality() == Modality.HYPOTHETICAL) {
            return "a question, condition or wish asserts nothing that could be checked";
        }
        if (claim.subject().equals(Claim.UNRESOLVED)) {
            return "what the claim is about cannot be told";
        }
        if (claim.isAboutCompany()) {
            return "a claim about a company's conduct is not a matter of licence facts";
        }
        return factsOf(claim.subject()).isEmpty() ? "no fact is known about " + claim.subjectName() : null;
    }

    private static @Nullable PartialDate asOf(Claim claim) {
        if (claim.asOf() == null) {
            return null;
        }
        try {
            return PartialDate.parse(claim.asOf());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the claim speaks of '" + claim.asOf() + "', which is no date", e);
        }
    }

    private List<Fact> factsOf(String subject) {
        if (!book.isFamily(subject)) {
            return book.about(subject).stream().filter(f -> !f.summary()).toList();
        }
        return book.membersOf(subject).stream().flatMap(m -> book.about(m).stream()).filter(f -> !f.summary()).toList();
    }

    /// For a stretch of time: true if it was true at some time in it.
    private Ruling best(Claim claim, Set<LocalDate> days) {
        List<Ruling> rulings = days.stream().limit(MOST_DAYS).map(d -> on(claim, d)).toList();
        List<Ruling> known = rulings.stream().filter(Ruling::isVerifiable).toList();
        return known.isEmpty() ? rulings.getLast() : LicenceRule.best(known);
    }

    /// Without a date only what holds at all times counts.
    private Ruling always(Claim claim, List<Fact> facts) {
        List<Ruling> rulings = Reach.turningPoints(facts, null, book.date()).stream()
                .limit(MOST_DAYS)
                .map(d -> on(claim, d))
                .filter(r -> r.isVerifiable() || !r.facts().isEmpty())
                .toList();
        if (rulings.isEmpty()) {
            return Ruling.unverifiable("no fact is known about " + claim.subjectName());
        }
        boolean alike = rulings.stream().allMatch(r -> r.verdict() == rulings.getFirst().verdict());
        return alike ? rulings.getLast()
                : Ruling.unverifiable("the article has no date, and the facts about " + claim.subjectName()
                        + " have changed");
    }

    private Ruling on(Claim claim, LocalDate day) {
        Ruling affirmed = book.isFamily(claim.subject()) ? family(claim, day) : single(claim, claim.subject(), day);
        return affirmed.in(claim.polarity()).guarded();
    }

    private Ruling family(Claim claim, LocalDate day) {
        List<Ruling> members = new ArrayList<>();
        for (String member : book.membersOf(claim.subject())) {
            boolean out = book.about(member).stream()
                    .anyMatch(f -> !f.summary() && f.status().isOut() && f.valid()
                            .on(day) == Interval.Standing.CERTAINLY);
            if (out && !book.isSuperseded(member, day)) {
                members.add(single(claim, member, day));
            }
        }
        return members.isEmpty()
                ? Ruling.unverifiable("no fact covers " + claim.subjectName() + " on " + day)
                : together(claim, members, "members of " + book.catalogue().nameOf(claim.subject()));
    }

    private Ruling single(Claim claim, String subject, LocalDate day) {
        List<Fact> facts = book.about(subject).stream().filter(f -> !f.summary()).toList();
        List<List<Fact>> answers = List.of();
        if (claim.version() != null) {
            answers = Reach.ofVersion(claim.version(), day, facts);
        }
        if (answers.isEmpty()) {
            answers = Reach.on(day, facts);
        }
        if (answers.isEmpty()) {
            return Ruling.unverifiable("no fact covers " + claim.subjectName() + " on " + day);
        }
        List<Ruling> rulings = answers.stream().filter(a -> !a.isEmpty()).map(a -> variants(claim, subject, a))
                .toList();
        Ruling first = rulings.getFirst();
        if (rulings.stream().allMatch(r -> r.verdict() == first.verdict())) {
            return rulings.size() < answers.size() ? first.weakly() : first;
        }
        return new Ruling(Verdict.UNVERIFIABLE, first.yardstick(), "the facts about " + claim.subjectName()
                + " changed at about that time, too roughly dated to tell", Ruling.allFacts(rulings), false);
    }

    private Ruling variants(Claim claim, String id, List<Fact> facts) {
        var subject = book.catalogue().subject(id).orElseThrow();
        List<Fact> code = facts.stream().filter(f -> f.artefact() == Artefact.CODE).toList();
        List<Fact> main = facts.stream().filter(f -> f.artefact() != Artefact.CODE).toList();
        List<Ruling> rulings = (main.isEmpty() ? code : main).stream()
                .map(f -> rule(claim, new Variant(subject, f, main.isEmpty() ? List.of() : code, book)))
                .toList();
        boolean each = claim.aspect() == Aspect.LICENCE && claim.claimedLicences().size() > 1;
        return rulings.size() > 1 && each && rulings.stream().anyMatch(r -> r.verdict() == Verdict.SUPPORTED)
                ? LicenceRule.best(rulings)
                : together(claim, rulings, "editions of " + subject.name());
    }

    /// "Some" and "mostly" are true if they are true of one; anything else must be true of all.
    private static Ruling together(Claim claim, List<Ruling> rulings, String of) {
        if (claim.sense() == Sense.SOME || claim.sense() == Sense.PARTLY) {
            for (Ruling ruling : rulings) {
                if (ruling.verdict() == Verdict.SUPPORTED) {
                    return ruling;
                }
            }
        }
        return Ruling.mixed(rulings, of);
    }

    private Ruling rule(Claim claim, Variant variant) {
        return switch (claim.aspect()) {
            case OPEN_SOURCE -> byLicence(openSource.rule(claim.sense(), variant), variant);
            case LICENCE -> byLicence(licence.rule(claim.claimedLicences(), variant), variant);
            case USE -> byLicence(UseRule.rule(claim, variant), variant);
            case WEIGHTS, TRAINING_DATA, CODE -> AvailabilityRule.rule(claim.aspect(), claim.sense(), variant);
            case RHETORIC -> Ruling.unverifiable("praise cannot be checked");
        };
    }

    /// What rests on a licence's terms is no surer than they are.
    private static Ruling byLicence(Ruling ruling, Variant variant) {
        return variant.terms().recalled() && ruling.isVerifiable() ? ruling.weakly() : ruling;
    }
}
