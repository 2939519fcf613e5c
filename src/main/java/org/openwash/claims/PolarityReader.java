package org.openwash.claims;

import java.util.Set;
import java.util.regex.Pattern;
import org.openwash.domain.Aspect;
import org.openwash.domain.Polarity;

/// Decides whether a wording is affirmed or denied where it stands.
///
/// A negation before it in the clause turns it round ("isn't", "no longer", "neither", "fails to"), as do "so-called"
/// and scare quotes where nobody is quoted.
final class PolarityReader {

    private static final Set<String> BARE_NO = Set.of("no", "without");
    private static final Set<String> ONLY_IF_NEAR = Set.of("nothing", "nobody", "none", "without", "no", "lack");
    /// words by which a cue says no itself
    private static final Pattern OWN_NEGATION = Pattern.compile("(?:^|[ |])(?:not|n't|nor|neither|never|no|without|cannot|nobody)(?:[ |?]|$)");
    private static final Set<String> CALL_FRAME = Set.of("call", "describe", "label", "refer", "say", "bill", "brand", "term", "dub");

    private final Set<String> not;
    private final Set<String> fail;
    private final Set<String> notOnly;
    private final Set<String> wrong;
    private final Set<String> abandon;

    PolarityReader(Words words) {
        not = words.of("not");
        fail = words.of("fail");
        notOnly = words.of("notonly");
        wrong = words.of("false");
        abandon = words.of("abandon");
    }

    record Reading(Polarity polarity, String how) {}

    /// @param attributed whether somebody's words are reported, so that quotation marks are no scare quotes
    Reading read(Scene scene, Cue.Match match, boolean attributed) {
        Polarity stated = match.cue().polarity();
        if (stated == Polarity.DENIES && OWN_NEGATION.matcher(match.cue().wording()).find()) {
            return new Reading(stated, "stated");
        }
        int negation = negation(scene, match);
        if (negation >= 0) {
            return new Reading(turned(stated), "negated by \"" + scene.unit(negation).form() + "\"");
        }
        boolean held = match.cue().aspect() == Aspect.OPEN_SOURCE || match.cue().aspect() == Aspect.LICENCE;
        int given = held ? scene.first(abandon, Math.max(scene.clauseStart(match.start()), match.start() - 4), match.start()) : -1;
        if (given >= 0) {
            return new Reading(turned(stated), "given up: \"" + scene.unit(given).form() + "\"");
        }
        if (stated == Polarity.AFFIRMS && match.cue().aspect() == Aspect.OPEN_SOURCE && !attributed) {
            if (scene.at(match.start() - 1).is("called") && scene.at(match.start() - 2).is("so")
                    || scene.at(match.start() - 2).is("called") && scene.at(match.start() - 3).is("so")) {
                return new Reading(Polarity.DENIES, "\"so-called\"");
            }
            if (scareQuoted(scene, match)) {
                return new Reading(Polarity.DENIES, "scare quotes");
            }
        }
        int after = scene.first(wrong, match.end(), scene.clauseEnd(match.end() - 1));
        if (after >= 0 && !negatedAt(scene, after)) {
            return new Reading(turned(stated), "called \"" + scene.unit(after).form() + "\"");
        }
        return new Reading(stated, "stated");
    }

    private static Polarity turned(Polarity polarity) {
        return polarity == Polarity.AFFIRMS ? Polarity.DENIES : Polarity.AFFIRMS;
    }

    /// The word that negates the wording, or -1.
    private int negation(Scene scene, Cue.Match match) {
        int start = scene.clauseStart(match.start());
        int firstWord = match.start();
        int end = match.end();
        for (int i = end - 1; i >= start; i--) {
            Unit u = scene.unit(i);
            if (u.mention() != null || i >= firstWord && wordedIn(match, u)) {
                continue;
            }
            boolean negates = not.contains(u.lemma()) || not.contains(u.form()) || u.form().equals("no") && !nounFollows(scene, i, match);
            boolean fails = fail.contains(u.lemma()) && u.isVerbal();
            if (!negates && !fails) {
                continue;
            }
            if (notOnly.contains(scene.at(i + 1).form()) || ONLY_IF_NEAR.contains(u.lemma()) && match.start() - i > 6) {
                continue;
            }
            return i;
        }
        return -1;
    }

    /// Whether the wording itself asks for this word ("no restrictions"), so that it negates nothing more.
    private static boolean wordedIn(Cue.Match match, Unit u) {
        for (String part : match.cue().wording().split("[ |?]+")) {
            if (part.equals(u.form()) || part.equals(u.lemma())) {
                return true;
            }
        }
        return false;
    }

    /// "no" negates what follows it at once ("no open-source licence", "no longer"), not "no model is as open".
    private static boolean nounFollows(Scene scene, int no, Cue.Match match) {
        int reach = match.cue().bind() == Cue.Bind.PART ? 6 : 3;
        return !scene.at(no + 1).is("longer") && match.start() - no > reach;
    }

    private boolean negatedAt(Scene scene, int i) {
        return not.contains(scene.at(i - 1).form()) || not.contains(scene.at(i - 2).form());
    }

    private static boolean scareQuoted(Scene scene, Cue.Match match) {
        int open = match.start() - 1;
        int close = match.end();
        boolean quoted = scene.at(open).isQuote() && scene.at(close).isQuote()
                || scene.at(open).isQuote() && scene.at(close).isNoun() && scene.at(close + 1).isQuote();
        return quoted && !scene.has(CALL_FRAME, 0, scene.size()) && !BARE_NO.contains(scene.at(open - 1).form());
    }
}
