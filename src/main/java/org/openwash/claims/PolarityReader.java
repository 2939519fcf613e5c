package org.openwash.claims;

import java.util.Collections;
import java.util.Set;
import org.openwash.domain.Aspect;
import org.openwash.domain.Polarity;

/// Decides whether a wording is affirmed or denied where it stands.
///
/// A negation before it in the clause turns it round ("isn't", "no longer", "neither", "fails to"), as do "so-called"
/// and scare quotes where nobody is quoted.
final class PolarityReader {

    /// how far a negation reaches that negates only what is near, "no" before a label, and before a part
    private static final int NEAR = 6;
    private static final int LABEL = 3;
    private static final int PART = 6;
    /// how far before a label it may be given up: "dropped its open-source licence"
    private static final int GIVEN_UP = 4;

    private final Set<String> not;
    private final Set<String> fail;
    private final Set<String> notOnly;
    private final Set<String> wrong;
    private final Set<String> abandon;
    private final Set<String> ownNot;
    private final Set<String> nearNot;
    private final Set<String> bareNo;
    private final Set<String> quoting;
    private final Set<String> noMore;

    PolarityReader(Words words) {
        not = words.of("not");
        fail = words.of("fail");
        notOnly = words.of("notonly");
        wrong = words.of("false");
        abandon = words.of("abandon");
        ownNot = words.of("own-not");
        nearNot = words.of("near-not");
        bareNo = words.of("bare-no");
        quoting = words.of("quoting");
        noMore = words.of("no-more");
    }

    /// @param how the words that decided, for explanations
    record Reading(Polarity polarity, String how) {}

    /// @param attributed whether somebody's words are reported, so that quotation marks are no scare quotes
    Reading read(Scene scene, Cue.Match match, boolean attributed) {
        Polarity stated = match.cue().polarity();
        if (stated == Polarity.DENIES && !Collections.disjoint(match.cue().spelled(), ownNot)) {
            return new Reading(stated, "stated");
        }
        int negation = negation(scene, match);
        if (negation >= 0) {
            return new Reading(turned(stated), "negated by " + quoted(scene, negation));
        }
        int given = givenUp(scene, match);
        if (given >= 0) {
            return new Reading(turned(stated), "given up: " + quoted(scene, given));
        }
        if (stated == Polarity.AFFIRMS && match.cue().aspect() == Aspect.OPEN_SOURCE && !attributed) {
            if (isSoCalled(scene, match)) {
                return new Reading(Polarity.DENIES, "\"so-called\"");
            }
            if (isScareQuoted(scene, match)) {
                return new Reading(Polarity.DENIES, "scare quotes");
            }
        }
        if (scene.at(match.end()).form().equals("no") && scene.at(match.end() + 1).isOneOf(noMore)) {
            return new Reading(turned(stated), "negated by \"no more\""); // "Redis is BSD no more"
        }
        int after = scene.first(wrong, match.end(), scene.clauseEnd(match.end() - 1));
        if (after >= 0 && !negatedAt(scene, after)) {
            return new Reading(turned(stated), "called " + quoted(scene, after));
        }
        return new Reading(stated, "stated");
    }

    private static String quoted(Scene scene, int unit) {
        return "\"" + scene.unit(unit).form() + "\"";
    }

    /// "dropped its open-source licence": the verb, or -1.
    private int givenUp(Scene scene, Cue.Match match) {
        boolean held = match.cue().aspect() == Aspect.OPEN_SOURCE || match.cue().aspect() == Aspect.LICENCE;
        int from = Math.max(scene.clauseStart(match.start()), match.start() - GIVEN_UP);
        return held ? scene.first(abandon, from, match.start()) : -1;
    }

    /// "the so-called open-source Llama", also with a quotation mark between
    private static boolean isSoCalled(Scene scene, Cue.Match match) {
        int called = scene.at(match.start() - 1).is("called") ? match.start() - 1 : match.start() - 2;
        return scene.at(called).is("called") && scene.at(called - 1).is("so");
    }

    private static Polarity turned(Polarity polarity) {
        return polarity == Polarity.AFFIRMS ? Polarity.DENIES : Polarity.AFFIRMS;
    }

    /// The word that negates the wording, or -1: "isn't", "no longer", "neither", "fails to".
    private int negation(Scene scene, Cue.Match match) {
        for (int i = match.end() - 1; i >= scene.clauseStart(match.start()); i--) {
            Unit unit = scene.unit(i);
            boolean own = i >= match.start()
                    && (match.cue().spelled().contains(unit.form()) || match.cue().spelled().contains(unit.lemma()));
            if (unit.isWord() && !own && negates(scene, i, match)) {
                return i;
            }
        }
        return -1;
    }

    private boolean negates(Scene scene, int i, Cue.Match match) {
        Unit unit = scene.unit(i);
        boolean fails = fail.contains(unit.lemma()) && unit.isVerbal();
        boolean no = unit.isOneOf(not) || unit.form().equals("no") && reaches(scene, i, match);
        boolean merely = notOnly.contains(scene.at(i + 1).form()); // "not only open source"
        boolean far = nearNot.contains(unit.lemma()) && match.start() - i > NEAR;
        return (no || fails) && !merely && !far;
    }

    /// "no" negates what follows it at once ("no open-source licence", "no longer"), not "no model is as open".
    private static boolean reaches(Scene scene, int no, Cue.Match match) {
        int reach = match.cue().bind() == Cue.Bind.PART ? PART : LABEL;
        return scene.at(no + 1).is("longer") || match.start() - no <= reach;
    }

    private boolean negatedAt(Scene scene, int i) {
        return not.contains(scene.at(i - 1).form()) || not.contains(scene.at(i - 2).form());
    }

    /// "Meta's 'open source' model", where nobody is said to call it so
    private boolean isScareQuoted(Scene scene, Cue.Match match) {
        int open = match.start() - 1;
        int close = match.end();
        boolean quoted = scene.at(open).isQuote() && (scene.at(close).isQuote()
                || scene.at(close).isNoun() && scene.at(close + 1).isQuote());
        return quoted && !scene.has(quoting, 0, scene.size()) && !bareNo.contains(scene.at(open - 1).form());
    }
}
