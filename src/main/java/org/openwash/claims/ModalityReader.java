package org.openwash.claims;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Aspect;
import org.openwash.domain.Modality;

/// Decides whether a wording speaks of what is, was, will be or might be.
///
/// What might be and what will be is read here: questions, "if", "should", "will", "plans to", "React to be
/// MIT-licensed". What was is read by [PastReader].
final class ModalityReader {

    private final Set<String> will;
    private final Set<String> would;
    private final Set<String> conditional;
    private final Set<String> should;
    private final Set<String> plan;
    private final Set<String> convert;
    private final Set<String> years;
    private final Questions questions;
    private final PastReader past;

    ModalityReader(Words words) {
        will = words.of("will");
        would = words.of("would");
        conditional = words.of("if");
        should = words.of("should");
        plan = words.of("plan");
        convert = words.of("convert");
        years = words.of("years");
        questions = new Questions(words);
        past = new PastReader(words);
    }

    /// @param asOf the year that the clause speaks of, null if none is named
    /// @param how  the words that decided, for explanations
    record Reading(Modality modality, @Nullable String asOf, String how) {}

    /// @param binding  what the wording is said of
    /// @param indirect whether it is reported in indirect speech, whose tense tells nothing
    Reading read(Scene scene, Cue.Match match, Binding binding, boolean indirect) {
        boolean labelled = match.cue().aspect() == Aspect.OPEN_SOURCE || match.cue().aspect() == Aspect.WEIGHTS;
        if (binding.presupposed() && labelled) {
            return past.read(scene, match, true);
        }
        if (questions.asks(scene)) {
            return new Reading(Modality.HYPOTHETICAL, null, "a question");
        }
        return hypothetical(scene, match).map(how -> new Reading(Modality.HYPOTHETICAL, null, how))
                .or(() -> future(scene, match).map(how -> new Reading(Modality.FUTURE, null, how)))
                .orElseGet(() -> past.read(scene, match, indirect));
    }

    /// Whether a release in the past is told: "was launched under".
    boolean tellsRelease(Scene scene, Cue.Match match) {
        return past.tellsRelease(scene, match);
    }

    /// The words that make it hypothetical: "if", "if ... would", "should".
    private Optional<String> hypothetical(Scene scene, Cue.Match match) {
        int start = scene.clauseStart(match.start());
        int condition = scene.first(conditional, start, match.start());
        if (condition >= 0) {
            return Optional.of(quoted(scene, condition));
        }
        int wish = would(scene, match);
        if (wish >= 0 && scene.has(conditional, 0, start)) {
            return Optional.of("\"if ... " + scene.unit(wish).form() + "\"");
        }
        int duty = scene.first(should, start, match.start());
        return duty >= 0 ? Optional.of(quoted(scene, duty)) : Optional.empty();
    }

    /// "would" or "may" in the clause, or -1; "may be used" is a permission and none.
    private int would(Scene scene, Cue.Match match) {
        int at = scene.first(would, scene.clauseStart(match.start()), match.end());
        boolean permission = at >= 0 && match.cue().aspect() == Aspect.USE && !scene.unit(at).is("would");
        return permission ? -1 : at;
    }

    /// The words that put it into the future: "going to", "will", "React to be", "plans to".
    private Optional<String> future(Scene scene, Cue.Match match) {
        int start = scene.clauseStart(match.start());
        for (int i = start; i < match.start(); i++) {
            if (scene.unit(i).is("going") && scene.at(i + 1).is("to")) {
                return Optional.of("\"going to\"");
            }
        }
        int converts = convertsInYears(scene, match);
        if (converts >= 0) {
            return Optional.of(quoted(scene, converts) + " after years");
        }
        int wills = scene.first(will, start, match.end());
        wills = wills >= 0 ? wills : would(scene, match);
        if (wills >= 0) {
            return Optional.of(quoted(scene, wills));
        }
        if (isHeadlineInfinitive(scene, match)) {
            return Optional.of("\"to\" in a headline");
        }
        int plans = plan(scene, start, match.start());
        return plans >= 0 ? Optional.of("\"" + scene.unit(plans).form() + " to\"") : Optional.empty();
    }

    /// "turns into Apache 2.0 after four years": the verb, or -1.
    private int convertsInYears(Scene scene, Cue.Match match) {
        boolean convertible = match.cue().aspect() == Aspect.LICENCE || match.cue().aspect() == Aspect.OPEN_SOURCE;
        int verb = convertible ? scene.first(convert, scene.clauseStart(match.start()), match.start()) : -1;
        boolean later = verb >= 0 && scene.has(years, 0, scene.size()) && !scene.unit(verb).form().endsWith("ed");
        return later ? verb : -1;
    }

    /// "React to be MIT-licensed", "AWS to open-source its engine"
    private static boolean isHeadlineInfinitive(Scene scene, Cue.Match match) {
        if (!scene.isHeadline()) {
            return false;
        }
        for (int i = 1; i < match.start(); i++) {
            boolean toVerb = scene.unit(i).is("to")
                    && (scene.at(i + 1).isVerbal() || scene.at(i + 1).is("be") || i + 1 == match.start());
            if (toVerb && !scene.unit(i - 1).isWord()) {
                return true;
            }
        }
        return scene.at(match.start()).is("to");
    }

    /// "plans to", "promised to", "planned as": the plan, or -1.
    private int plan(Scene scene, int from, int to) {
        for (int i = from; i < to; i++) {
            Unit unit = scene.unit(i);
            boolean planning = unit.isWord() && plan.contains(unit.lemma())
                    && (unit.isVerbal() || unit.isNoun() || unit.tag().equals("ADJ"));
            if (planning && (scene.at(i + 1).is("to") || scene.at(i + 1).is("as"))) {
                return i;
            }
        }
        return -1;
    }

    private static String quoted(Scene scene, int unit) {
        return "\"" + scene.unit(unit).form() + "\"";
    }
}
