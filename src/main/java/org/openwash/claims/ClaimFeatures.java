package org.openwash.claims;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// What is seen around a wording that tells whether it makes a claim: its own words, those beside it, what the clause
/// and the sentence name, and what the rules make of it.
final class ClaimFeatures {

    /// how far the words around a wording are looked at
    private static final int AROUND = 6;
    /// how far the meanings of words around it, and how far apart two of them may stand
    private static final int WINDOW = 12;
    private static final int PAIR = 7;

    private final NounPhrases phrases;
    private final Predicates predicates;
    private final ThingNouns nouns;
    private final Pronouns pronouns;
    private final Questions questions;

    ClaimFeatures(Words words) {
        nouns = new ThingNouns(words);
        phrases = new NounPhrases(words, nouns);
        pronouns = new Pronouns(words, nouns);
        predicates = new Predicates(words, pronouns, nouns);
        questions = new Questions(words);
    }

    /// @param bound      what the rules find the wording said of
    /// @param candidates what it may be said of
    void tell(Inquiry inquiry, Case asked, Binding bound, List<Candidate> candidates, Salience salience) {
        Scene scene = asked.scene();
        Cue.Match match = asked.match();
        Cue cue = match.cue();
        var f = new Features(inquiry, topic(cue));
        f.add(topic(cue));
        f.add("wording", cue.wording());
        f.addFor("strength", cue.hint() ? "hint" : "cue");
        if (match.except() != null) {
            f.addFor("except", true);
            f.add("except", match.except());
        }
        words(scene, match, f);
        clause(scene, match, f);
        concepts(scene, match, f);
        others(asked, f);
        f.addFor("bound", bound.found() ? bound.how() : "none");
        f.addFor("sure", bound.found() ? Math.round(bound.confidence() * 10) : 0);
        named(scene, match, candidates, salience, f);
        grammar(scene, match, f);
    }

    static String topic(Cue cue) {
        return Objects.requireNonNull(cue.aspect()).name();
    }

    private static void words(Scene scene, Cue.Match match, Features f) {
        var own = new StringBuilder();
        for (int i = match.start(); i < match.end(); i++) {
            f.addOnlyFor("own", scene.symbol(i));
            if (match.length() <= 4) {
                own.append(scene.symbol(i)).append(' ');
            }
        }
        f.addOnlyFor("owns", own.toString().strip());
        String before = scene.symbol(match.start() - 1);
        String before2 = scene.symbol(match.start() - 2);
        String after = scene.symbol(match.end());
        String after2 = scene.symbol(match.end() + 1);
        f.addOnlyFor("-1", before);
        f.addOnlyFor("+1", after);
        f.addOnlyFor("-2-1", before2, " ", before);
        f.addOnlyFor("+1+2", after, " ", after2);
        f.addOnlyFor("-1 own", before, " ", scene.symbol(match.start()));
        f.addOnlyFor("own +1", scene.symbol(match.end() - 1), " ", after);
        f.addOnlyFor("-1+1", before, " _ ", after);
        f.addFor("tags", scene.at(match.start() - 1).tag(), " _ ", scene.at(match.end()).tag());
        for (int d = 1; d <= AROUND; d++) {
            f.addOnlyFor("near", scene.symbol(match.start() - d));
            f.addOnlyFor("near", scene.symbol(match.end() - 1 + d));
            if (d > 1 && d < 5) {
                f.addOnlyFor("left", scene.symbol(match.start() - d));
                f.addOnlyFor("right", scene.symbol(match.end() - 1 + d));
            }
        }
    }

    private static void clause(Scene scene, Cue.Match match, Features f) {
        for (int i = scene.clauseStart(match.start()); i < scene.clauseEnd(match.end() - 1); i++) {
            if (i < match.start() || i >= match.end()) {
                f.addOnlyFor("clause", scene.symbol(i));
            }
        }
        int subject = scene.subjectOf(match.start());
        f.addFor("subject", subject < 0 ? "none" : scene.symbol(subject));
        int verb = scene.verb(scene.clauseStart(match.start()), scene.clauseEnd(match.start()));
        f.addOnlyFor("verb", verb < 0 ? "none" : scene.symbol(verb));
        f.addFor("opens", scene.symbol(scene.clauseStart(match.start())));
    }

    /// The same by what the words mean, and which meaning comes before which.
    static void concepts(Scene scene, Cue.Match match, Features f) {
        int start = Math.max(scene.clauseStart(match.start()), match.start() - WINDOW);
        int end = Math.min(scene.clauseEnd(match.end() - 1), match.end() + WINDOW);
        for (int i = start; i < end; i++) {
            boolean own = i >= match.start() && i < match.end();
            for (String concept : scene.concepts(i)) {
                f.addOnlyFor(own ? "own*" : i < match.start() ? "left*" : "right*", concept);
                f.addOnlyFor("clause*", concept);
                if (!own) {
                    int distance = i < match.start() ? i - match.start() : i - match.end() + 1;
                    if (Math.abs(distance) <= 3) {
                        f.addOnlyFor(distance + "*", concept);
                    }
                }
                for (int k = i + 1; k < Math.min(end, i + PAIR); k++) {
                    for (String next : scene.concepts(k)) {
                        f.addOnlyFor("pair*", concept, ">", next);
                    }
                }
            }
        }
        for (int i = 0; i < scene.size(); i++) {
            if (i < start || i >= end) {
                scene.concepts(i).forEach(concept -> f.addOnlyFor("elsewhere*", concept));
            }
        }
    }

    private static void others(Case asked, Features f) {
        Set<String> aspects = new TreeSet<>();
        int same = 0;
        for (Cue.Match other : asked.matches()) {
            boolean self = other.equals(asked.match());
            boolean alike = other.cue().aspect() == asked.match().cue().aspect();
            if (!self && !other.cue().hint()) {
                aspects.add(other.cue().aspect() + (alike ? "" : asked.scene().sameClause(
                        other.start(), asked.match().start()) ? " near" : ""));
                same += alike ? 1 : 0;
            }
            if (!self && other.overlaps(asked.match())) {
                f.addOnlyFor("overlaps", other.cue().aspect(), other.cue().hint() ? " hint" : "");
            }
        }
        aspects.forEach(aspect -> f.addOnlyFor("beside", aspect));
        f.addFor("others", Features.step(same));
    }

    private void named(
            Scene scene, Cue.Match match, List<Candidate> candidates, Salience salience, Features f) {
        int start = scene.clauseStart(match.start());
        int end = scene.clauseEnd(match.end() - 1);
        int inClause = scene.things(start, end).size();
        int inSentence = scene.things(0, scene.size()).size();
        f.addFor("things", inClause > 0 ? "clause" : inSentence > 0 ? "sentence" : "none");
        boolean company = false;
        boolean licence = false;
        for (int i = 0; i < scene.size(); i++) {
            company |= scene.unit(i).organisation().isPresent();
            licence |= scene.unit(i).isLicence();
        }
        f.addFor("company", company);
        f.addFor("licence", licence);
        f.addFor("refers back", inSentence > 0 ? "names" : pronouns.refersBack(scene));
        f.addFor("candidates", candidates.isEmpty() ? "none" : "some");
        f.add("article things", Features.step(salience.things()));
        boolean claimedBefore = candidates.stream()
                .anyMatch(c -> c.trace().filter(t -> scene.number() - t.claimed() <= 2).isPresent());
        f.addFor("claimed before", claimedBefore);
    }

    private void grammar(Scene scene, Cue.Match match, Features f) {
        f.addFor("place", scene.sentence().kind().name().toLowerCase(Locale.ROOT));
        f.addFor("asks", questions.asks(scene));
        f.addFor("quoted", scene.quoted(match.start()));
        f.addFor("length", Features.step(scene.size() / 3));
        NounPhrases.Phrase phrase = phrases.openedBy(scene, match);
        if (phrase.hasThing()) {
            f.addFor("phrase", "names a thing");
        } else if (phrase.hasHead()) {
            Unit head = scene.unit(phrase.head());
            f.addFor("head", scene.symbol(phrase.head()));
            f.addFor("phrase", nouns.isThing(head) ? "thing noun" : "other noun",
                    head.form().endsWith("s") ? " plural" : "", phrase.definite() ? " definite" : "");
        } else {
            f.addFor("phrase", "none");
        }
        f.addFor("predicate", predicates.isPredicate(scene, match.start()));
        if (match.cue().isLabel()) {
            f.addFor("topic", predicates.isTopic(scene, match, phrase));
        }
        int left = phrases.leftEdge(scene, match.start());
        f.addFor("edge", scene.symbol(left));
        f.addOnlyFor("edge2", scene.symbol(left - 1), " ", scene.symbol(left));
    }
}
