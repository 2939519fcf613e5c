package org.openwash.claims;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Mention;

/// What is seen between a wording and something it may be said of: how they stand to each other in the sentence, or how
/// present the thing is that a pronoun or description may stand for, and what the rules make of it.
final class SubjectFeatures {

    /// So far apart at most the words between are looked at.
    private static final int PATH = 6;

    private final Catalogue catalogue;
    private final NameLists lists;
    private final NounPhrases phrases;
    private final Pronouns pronouns;
    private final ThingNouns nouns;
    private final Set<String> companies;

    SubjectFeatures(Catalogue catalogue, Words words) {
        this.catalogue = catalogue;
        lists = new NameLists(words);
        nouns = new ThingNouns(words);
        phrases = new NounPhrases(words, nouns);
        pronouns = new Pronouns(words, nouns);
        companies = words.of("company");
    }

    /// What to know of the candidates before any of them is asked about.
    Peers peers(Scene scene, List<Candidate> candidates, Salience salience) {
        return new Peers(scene, candidates, catalogue, pronouns, salience);
    }

    /// @param number of the candidate among its peers
    void tell(Inquiry inquiry, Case asked, Binding bound, Peers peers, int number) {
        Peers.Standing standing = peers.of(number);
        Scene scene = asked.scene();
        Cue.Match match = asked.match();
        Candidate candidate = asked.candidate();
        Referent referent = candidate.referent();
        String kind = referent.isOrganisation() ? "org" : "thing";
        var f = new Features(inquiry, ClaimFeatures.topic(match.cue()) + " " + kind);
        rules(bound, candidate, f);
        f.addFor("kind", referent.kind() == null ? "none" : referent.kind());
        f.addFor("known", referent.isOrganisation() || catalogue.subject(referent.id()).isPresent());
        f.addFor("bind", match.cue().bind());
        f.addOnlyFor("wording", match.cue().wording());
        f.addFor("polarity", match.cue().polarity());
        f.addFor("place", scene.sentence().kind().name().toLowerCase(Locale.ROOT));
        relatives(candidate, standing, f);
        if (candidate.isNamed()) {
            named(scene, match, candidate, f);
        } else {
            spokenOf(scene, match, candidate, peers, number, f);
        }
        presence(scene, candidate, standing, f);
    }

    private static void rules(Binding bound, Candidate candidate, Features f) {
        boolean chosen = bound.referents().stream().anyMatch(r -> r.id().equals(candidate.referent().id()));
        String rule = !bound.found() ? "none" : chosen ? "this" : "other";
        f.addFor("rule", rule);
        f.addFor("rule", rule, " ", bound.how());
        f.addFor("rule named", rule, " ", candidate.isNamed());
        f.add("rule sure", rule, " ", Math.round(bound.confidence() * 10));
        f.addIf(chosen && bound.referents().size() > 1, "rule lists");
    }

    /// Families and members, things and makers among the other candidates.
    private static void relatives(Candidate candidate, Peers.Standing standing, Features f) {
        f.addFor("member named", standing.memberNamed());
        f.addFor("member about", standing.memberAbout());
        f.addFor("family named", standing.familyNamed());
        f.addFor("rivals", Features.step(standing.rivals()), " ", candidate.isNamed());
        f.addFor("family", standing.family());
    }

    private void named(Scene scene, Cue.Match match, Candidate candidate, Features f) {
        int at = candidate.nearest(match);
        boolean before = at < match.start();
        boolean inside = at >= match.start() && at < match.end();
        String side = inside ? "inside" : before ? "before" : "behind";
        int distance = inside ? 0 : before ? match.start() - at - 1 : at - match.end();
        String where = side + " " + Features.step(distance);
        f.addFor("named", side);
        f.addFor("where", where);
        boolean same = scene.sameClause(at, match.start());
        int clauses = scene.clausesBetween(at, match.start());
        f.addFor("clauses", side, " ", Features.step(clauses));
        f.addFor("acts", scene.actsAsCompany(at), " ", candidate.referent().isOrganisation());
        f.addFor("person", scene.unit(at).isPerson());
        int from = before ? at + 1 : match.end();
        int to = before ? match.start() : at;
        int between = inside || from > to ? 0 : scene.things(from, to).size();
        f.addFor("between", side, " ", Features.step(between));
        f.addFor("nearest", side, " ", between == 0, " ", same);
        f.addFor("contrasted", lists.isContrasted(scene, at));
        f.addFor("listed", listed(scene, at), " ", side);
        path(scene, from, to, distance, side, f);
        Unit preceding = scene.before(at);
        f.addFor("preceding", side, " ", preceding.isWord() ? preceding.lemma() : "<name>");
        f.addFor("following", side, " ", scene.symbol(at + 1));
        f.addFor("following2", side, " ", scene.symbol(at + 1), " ", scene.symbol(at + 2));
        f.addFor("preceded", side, " ", scene.symbol(at - 2), " ", scene.symbol(at - 1));
        int subject = scene.subjectOf(at);
        boolean isSubject = subject == at;
        f.addFor("role", (isSubject ? "subject" : "other"), " ", same, " ", side);
        int own = scene.subjectOf(match.start());
        f.addFor("clause subject", own < 0 ? "none" : own == at ? "this" : scene.symbol(own));
        int verb = scene.verb(at + 1, scene.clauseEnd(at));
        f.addFor("verb behind", side, " ", verb < 0 ? "none" : scene.symbol(verb));
        int verbBefore = lastVerb(scene, scene.clauseStart(at), at);
        f.addFor("verb before", side, " ", verbBefore < 0 ? "none" : scene.symbol(verbBefore));
        NounPhrases.Phrase phrase = phrases.openedBy(scene, match);
        f.addFor("phrase", phrase.thing() == at ? "opens" : phrase.hasHead() ? scene.symbol(phrase.head()) + " " + side
                : "none");
        f.addFor("cue edge", side, " ", scene.symbol(phrases.leftEdge(scene, match.start())));
        f.addFor("behind cue", side, " ", scene.symbol(match.end()));
        f.addFor("quoted", scene.quoted(at), " ", scene.quoted(match.start()));
        String known = candidate.referent().isOrganisation() ? "org"
                : catalogue.subject(candidate.referent().id()).isPresent() ? "known" : "unknown";
        String bind = match.cue().bind() + (match.cue().hint() ? " hint " : " cue ");
        boolean contrasted = lists.isContrasted(scene, at);
        f.add("set", known, " ", side, " ", same, " ", Features.step(distance), " ", between == 0);
        f.add("set", known, " ", side, " ", Features.step(clauses), " ", isSubject, " ", contrasted);
        f.add("set", bind, side, " ", same, " ", isSubject, " ", between == 0, " ", contrasted);
        f.add("set", bind, side, " ", own == at, " ", own >= 0 && scene.unit(own).isThing(), " ",
                preceding.tag().equals("ADP") ? preceding.lemma() : preceding.tag());
        f.add("set", known, " ", side, " ", scene.symbol(at + 1), " ", Features.step(distance));
        f.addFor("set2", side, " ", Features.step(between), " ", Features.step(clauses), " ", isSubject);
        f.addFor("first thing", scene.firstThing(0, scene.size()) == at);
    }

    private static int lastVerb(Scene scene, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (scene.unit(i).isWord() && scene.unit(i).tag().equals("VERB")) {
                return i;
            }
        }
        return -1;
    }

    private String listed(Scene scene, int at) {
        boolean behind = scene.at(at + 2).isThing() && lists.isListedBehind(scene, at + 1)
                || scene.at(at + 3).isThing() && lists.isListedBehind(scene, at + 2);
        boolean before = at > 1 && lists.isListedBehind(scene, at - 1);
        return (before ? "-" : "") + "list" + (behind ? "-" : "");
    }

    private static void path(Scene scene, int from, int to, int distance, String side, Features f) {
        if (from > to) {
            return;
        }
        if (distance <= PATH) {
            var words = new StringBuilder(side);
            var tags = new StringBuilder(side);
            for (int i = from; i < to; i++) {
                words.append(' ').append(scene.symbol(i));
                tags.append(' ').append(scene.unit(i).tag());
            }
            f.addFor("path", words);
            f.addFor("tags", tags);
        }
        if (distance <= 2 * PATH) {
            var concepts = new StringBuilder(side);
            for (int i = from; i < to; i++) {
                for (String concept : scene.concepts(i)) {
                    f.addFor("via*", side, " ", concept);
                }
                concepts.append(scene.concepts(i).isEmpty() ? "" : " " + scene.concepts(i).getFirst());
            }
            f.addFor("path*", concepts);
        }
        Set<String> seen = new HashSet<>();
        for (int i = from; i < to && i < from + 2 * PATH; i++) {
            Unit unit = scene.unit(i);
            boolean small = unit.isMark() || switch (unit.tag()) {
                case "ADP", "SCONJ", "CCONJ", "AUX", "PART", "PRON" -> true;
                default -> unit.isVerbal();
            };
            if (small && seen.add(unit.lemma())) {
                f.addFor("via", side, " ", scene.symbol(i));
            }
        }
    }

    /// What the sentence has that may stand for something named before.
    private void spokenOf(
            Scene scene, Cue.Match match, Candidate candidate, Peers peers, int number, Features f) {
        Peers.Standing standing = peers.of(number);
        boolean company = candidate.referent().isOrganisation();
        int gap = candidate.trace().map(t -> scene.number() - t.sentence()).orElse(99);
        String near = Features.step(gap);
        for (String origin : candidate.origins()) {
            f.addFor("origin", origin);
        }
        int rank = standing.rank();
        f.addFor("rank", rank, " ", near);
        int start = scene.clauseStart(match.start());
        int end = scene.clauseEnd(match.end() - 1);
        boolean any = !peers.pointers().isEmpty();
        for (Peers.Pointer pointer : peers.pointers()) {
            boolean inClause = pointer.at() >= start && pointer.at() < end;
            boolean called = pointer.called().get(number);
            boolean otherCalled = !called && !pointer.called().isEmpty();
            String fits = called ? "called" : otherCalled ? "other called" : fits(candidate, scene.unit(pointer.at()));
            f.addIf(called && inClause, "called in clause");
            f.addIf(called, "called");
            f.addIf(otherCalled, "other called");
            f.addFor("refers", pointer.description(), " ", (inClause ? "clause" : "sentence"), " ", fits);
            f.addFor("refers", (inClause ? "clause " : "sentence "), fits, " ", near);
        }
        f.addFor("refers", any, " ", near);
        int subject = scene.subjectOf(match.start());
        f.addFor("clause subject", (subject < 0 ? "none" : scene.symbol(subject)), " ", rank);
        f.addFor("edge", scene.symbol(phrases.leftEdge(scene, match.start())), " ", Math.min(rank, 2));
        int thingsHere = scene.things(0, scene.size()).size();
        f.addFor("things here", Features.step(thingsHere), " ", near);
        f.addFor("maker here", standing.makerHere(), " ", Features.step(thingsHere));
        int owner = possessive(scene, match);
        String subjectKind = subject < 0 ? "none" : scene.unit(subject).isThing() ? "thing"
                : peers.isPointer(subject) ? "reference" : scene.unit(subject).isOrganisation() ? "org"
                : "other";
        boolean main = candidate.origins().contains("main");
        boolean title = candidate.trace().map(Salience.Trace::inTitle).orElse(false);
        String presence = (company ? "org " : "thing ") + Math.min(rank, 3) + " " + (gap <= 1 ? "near" : gap <= 4 ? "mid" : "far");
        f.add("set", presence, " ", main, " ", title);
        f.add("set", presence, " ", subjectKind, " ", Math.min(thingsHere, 1));
        f.add("set", presence, " ", any, " ", Math.min(thingsHere, 1), " ", main);
        f.add("set", presence, " ", match.cue().aspect(), " ", owner < 0 ? "none" : scene.symbol(owner));
        f.add("set", presence, " ", candidate.trace().map(t -> t.leading()).orElse(false), " ",
                candidate.trace().map(t -> scene.number() - t.claimed() <= 2).orElse(false));
        f.add("set", main, " ", title, " ", Math.min(thingsHere, 1), " ", subjectKind, " ", company);
        f.addFor("owner", owner < 0 ? "none" : scene.symbol(owner) + " " + Math.min(rank, 2));
    }

    /// "its", "Meta's" close before the wording or within it; -1 if there is none.
    private int possessive(Scene scene, Cue.Match match) {
        for (int i = match.end() - 1; i >= Math.max(scene.clauseStart(match.start()), match.start() - PATH); i--) {
            if (pronouns.isOwner(scene.unit(i))) {
                return i;
            }
            if (scene.unit(i).isPossessive() && i > 0) {
                return i - 1;
            }
        }
        return -1;
    }

    /// Whether a pronoun or noun can stand for the candidate, by its kind.
    private String fits(Candidate candidate, Unit unit) {
        if (unit.tag().equals("NOUN")) {
            boolean company = companies.contains(unit.lemma());
            if (company || candidate.referent().isOrganisation()) {
                return company == candidate.referent().isOrganisation() ? "fits" : "misfits";
            }
            return nouns.kind(unit).map(kind -> kind == kindOf(candidate) ? "fits" : "misfits").orElse("part");
        }
        return pronouns.isPlural(unit) ? "plural" : "singular";
    }

    private static Mention.Kind kindOf(Candidate candidate) {
        Mention.Kind kind = candidate.referent().kind();
        return kind == null ? Mention.Kind.MODEL : kind;
    }

    private static void presence(Scene scene, Candidate candidate, Peers.Standing standing, Features f) {
        String named = candidate.isNamed() ? "named " : "not ";
        f.addFor("main", named, candidate.origins().contains("main"));
        candidate.trace().ifPresentOrElse(trace -> {
            f.addFor("times", named, Features.step(trace.times()));
            f.addFor("title", named, trace.inTitle());
            f.addFor("leading", named, trace.leading());
            f.addFor("claimed", named, Features.step(scene.number() - trace.claimed()));
            f.addFor("paragraphs", named, Features.step(scene.sentence().paragraph() - trace.paragraph()));
        }, () -> f.addFor("times", named, "0"));
        f.addFor("only thing", named, standing.onlyThing());
    }
}
