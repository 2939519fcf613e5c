package org.openwash.claims;

import java.util.Set;

/// What is seen around a wording that tells whether it is affirmed or denied of a candidate.
final class PolarityFeatures {

    private static final int AROUND = 5;

    private final NameLists lists;
    private final Set<String> negations;
    private final Set<String> fails;

    PolarityFeatures(Words words) {
        lists = new NameLists(words);
        negations = words.of("not");
        fails = words.of("fail");
    }

    void tellOfWording(Inquiry inquiry, Case asked, PolarityReader.Reading rule) {
        Scene scene = asked.scene();
        Cue.Match match = asked.match();
        var f = new Features(inquiry, ClaimFeatures.topic(match.cue()));
        boolean turned = rule.polarity() != match.cue().polarity();
        f.add("rule", rule.polarity());
        f.add("rule", rule.polarity(), " ", rule.how());
        f.addFor("stated", match.cue().polarity(), " ", match.cue().hint());
        f.addFor("turned", match.cue().polarity(), " ", turned);
        f.add("wording", match.cue().wording());
        f.add("wording", match.cue().wording(), " ", turned);
        words(scene, match, f);
        negations(scene, match, f);
        ClaimFeatures.concepts(scene, match, f);
        f.addFor("quotes", scene.at(match.start() - 1).isQuote(), " ", scene.at(match.end()).isQuote(), " ",
                scene.quoted(match.start()));
        for (Cue.Match other : asked.matches()) {
            if (!other.equals(match) && !other.cue().hint()) {
                f.addFor("beside", other.cue().aspect(), " ", other.cue().polarity(), " ",
                        scene.sameClause(other.start(), match.start()));
            }
        }
    }

    private static void words(Scene scene, Cue.Match match, Features f) {
        for (int i = match.start(); i < match.end(); i++) {
            f.addOnlyFor("own", scene.symbol(i));
        }
        for (int d = 1; d <= AROUND; d++) {
            f.addFor("left", scene.symbol(match.start() - d));
            f.addFor("right", scene.symbol(match.end() - 1 + d));
        }
        f.addFor("-1", scene.symbol(match.start() - 1));
        f.addFor("+1", scene.symbol(match.end()));
        f.addFor("-2-1", scene.symbol(match.start() - 2), " ", scene.symbol(match.start() - 1));
        f.addFor("+1+2", scene.symbol(match.end()), " ", scene.symbol(match.end() + 1));
        for (int i = scene.clauseStart(match.start()); i < scene.clauseEnd(match.end() - 1); i++) {
            f.addOnlyFor("clause", scene.symbol(i));
        }
    }

    private void negations(Scene scene, Cue.Match match, Features f) {
        int count = 0;
        int start = scene.clauseStart(match.start());
        int end = scene.clauseEnd(match.end() - 1);
        for (int i = 0; i < scene.size(); i++) {
            Unit unit = scene.unit(i);
            if (!unit.isOneOf(negations) && !unit.isOneOf(fails) && !unit.is("no")) {
                continue;
            }
            boolean inClause = i >= start && i < end;
            String side = i < match.start() ? "before" : i < match.end() ? "inside" : "behind";
            int distance = i < match.start() ? match.start() - i : Math.max(0, i - match.end() + 1);
            if (inClause) {
                count++;
                f.addFor("negation", unit.lemma(), " ", side);
                f.addFor("negation", side, " ", Features.step(distance), " ", match.cue().polarity());
            } else {
                f.add("negation elsewhere", side);
            }
        }
        f.addFor("negations", count, " ", match.cue().polarity());
    }

    void tellOfCandidate(Inquiry inquiry, Case asked) {
        Scene scene = asked.scene();
        var f = new Features(inquiry, ClaimFeatures.topic(asked.match().cue()));
        Candidate candidate = asked.candidate();
        if (!candidate.isNamed()) {
            f.addFor("candidate", "not named");
            return;
        }
        int at = candidate.nearest(asked.match());
        Unit before = scene.before(at);
        boolean contrasted = lists.isContrasted(scene, at);
        f.addFor("contrasted", contrasted);
        f.addFor("contrasted", contrasted, " ", asked.match().cue().polarity());
        f.addFor("preceding", before.isWord() ? before.lemma() : "<name>");
        f.addFor("clauses", Features.step(scene.clausesBetween(at, asked.match().start())));
        f.addFor("kind", candidate.referent().isOrganisation());
    }
}
