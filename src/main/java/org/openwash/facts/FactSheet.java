package org.openwash.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Claim;
import org.openwash.domain.Judgement;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;
import org.openwash.domain.Span;
import org.openwash.domain.Subject;

/// What the base knows of a subject on a day: what held, what its licences ask, what "open source" would have been
/// worth, and where all that was seen. For people and, as JSON, for programs; every date is text as exact as it is
/// known.
///
/// @param vendors  names of its makers
/// @param members  of a family: the ids of what lies below it
/// @param verdict  of "X is open source" said on that day, with its explanation
/// @param later    how many rows of the subject begin after the day
public record FactSheet(
        String subject, String name, String kind, List<String> vendors, String family, List<String> members, String on,
        List<Held> facts, String verdict, String explanation, long later) {

    /// One fact in force, or perhaps in force if it is dated too roughly to tell.
    public record Held(
            String id, String artefact, String scope, String versions, boolean certain, String from, String until,
            String licence, String licenceName, String osi, String fsf, String category, String becomes,
            List<Limit> restrictions, String weights, String code, String trainingData, String trainingCode,
                    String paper,
            String osaid, String mof, String status, String verified, boolean summary, String note, List<Seen> sources,
            String place) {}

    /// What a licence asks or forbids, the criterion of the Open Source Definition that this offends, and its own
    /// words.
    public record Limit(String licence, String kind, String words, String osdCriterion, String says, String address) {}

    /// A source of a fact.
    public record Seen(String address, String through, String seen, String rank, String about, String says,
            String unread) {}

    public static FactSheet of(FactBook book, Subject subject, LocalDate on) {
        List<Fact> own = book.about(subject.id());
        List<Held> held = own.stream()
                .filter(f -> f.valid().on(on) != Interval.Standing.NOT)
                .map(f -> held(f, on, book))
                .toList();
        Judgement judgement = new Judge(book, Standard.BY_KIND).decide(isOpenSource(subject), on);
        List<String> members = book.membersOf(subject.id()).stream().filter(m -> !m.equals(subject.id())).toList();
        return new FactSheet(subject.id(), subject.name(), Row.word(subject.kind()),
                subject.vendors().stream().map(v -> book.catalogue().nameOf(v)).toList(),
                        Objects.toString(subject.parent(), ""),
                members, on.toString(), held, judgement.verdict().label(), judgement.explanation(),
                own.stream().filter(f -> f.valid().from() != null && f.valid().from().earliest().isAfter(on)).count());
    }

    /// The facts with these ids, in the order given; what the base does not hold is left out.
    public static List<Held> facts(FactBook book, List<String> ids, LocalDate on) {
        Map<String, Fact> byId = book.facts().stream().filter(f -> ids.contains(f.id()))
                .collect(Collectors.toMap(Fact::id, f -> f, (a, b) -> a));
        return ids.stream().filter(byId::containsKey).map(id -> held(byId.get(id), on, book)).toList();
    }

    /// All facts about a subject at all times, in the order in which they began.
    public static List<Held> history(FactBook book, String subject) {
        return book.about(subject).stream()
                .sorted(Comparator.comparing(f -> f.valid().from() == null ? LocalDate.MIN : f.valid().from().earliest()))
                .map(f -> held(f, book.date(), book))
                .toList();
    }

    private static Held held(Fact f, LocalDate on, FactBook book) {
        Terms terms = book.termsOf(f.licence());
        return new Held(f.id(), Row.word(f.artefact()), f.scope(), f.versions().toString(),
                f.valid().on(on) == Interval.Standing.CERTAINLY, Objects.toString(f.valid().from(), ""),
                Objects.toString(f.valid().until(), ""), f.licence().toString(), book.nameOf(f.licence()),
                        Row.word(terms.osi()),
                Row.word(terms.fsf()), Row.word(terms.category()), Objects.toString(f.becomes(), ""), limits(f, book),
                Row.word(f.parts().weights()), Row.word(f.parts().code()), Row.word(f.parts().trainingData()),
                Row.word(f.parts().trainingCode()), Row.word(f.parts().paper()), Row.word(f.osaid()),
                f.artefact() == Artefact.WEIGHTS ? MofClass.words(List.of(MofClass.of(f, terms))) : "",
                        Row.word(f.status()),
                Row.word(f.confidence()), f.summary(), f.note(), f.sources().stream().map(FactSheet::seen).toList(),
                        f.place());
    }

    private static List<Limit> limits(Fact fact, FactBook book) {
        List<Limit> limits = new ArrayList<>();
        for (String id : fact.licence().ids()) {
            Licence licence = book.licence(id).orElseThrow();
            for (Restriction r : licence.restrictions()) {
                var clause = licence.clause(r);
                limits.add(new Limit(id, r.kind(), r.text(), r.osd(), clause.map(Source::says).orElse(""),
                        clause.map(Source::address).orElse("")));
            }
        }
        return limits;
    }

    private static Seen seen(Source s) {
        return new Seen(s.address(), s.through(), Objects.toString(s.seen(), ""), Row.word(s.rank()), s.about(),
                s.says(),
                s.unread());
    }

    private static Claim isOpenSource(Subject subject) {
        var words = new Span(0, 0);
        return new Claim("", "", 0, words, words, subject.id(), subject.name(), subject.name(), null,
                Aspect.OPEN_SOURCE, Sense.PLAIN,
                Polarity.AFFIRMS, Modality.ACTUAL, Attribution.OUTLET, null, "open source", List.of(), false, null, 1,
                        true, "");
    }
}
