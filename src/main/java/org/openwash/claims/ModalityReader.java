package org.openwash.claims;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Aspect;
import org.openwash.domain.Modality;
import org.openwash.domain.Sentence;

/// Decides whether a wording speaks of what is, was, will be or might be.
final class ModalityReader {

    private static final Set<String> AUXILIARY_STARTS = Set.of("is", "are", "was", "were", "can", "could", "does", "do", "did", "has",
            "have", "had", "will", "would", "should", "may", "might", "must");
    private static final Set<String> QUESTION_WORDS = Set.of("why", "how", "what", "who", "which", "when", "where");
    private static final Set<String> PAST_FORMS = Set.of("was", "were", "had");
    private static final Set<String> YEARS = Set.of("year", "years", "months");
    private static final Set<String> PRESENT = Set.of("is", "are", "be", "being", "now", "'re");
    private static final Pattern YEAR = Pattern.compile("(?:19[89]|20[0-4])\\d");

    private final Set<String> will;
    private final Set<String> would;
    private final Set<String> conditional;
    private final Set<String> should;
    private final Set<String> plan;
    private final Set<String> past;
    private final Set<String> until;
    private final Set<String> release;
    private final Set<String> convert;

    ModalityReader(Words words) {
        will = words.of("will");
        would = words.of("would");
        conditional = words.of("if");
        should = words.of("should");
        plan = words.of("plan");
        past = words.of("past");
        until = words.of("until");
        release = words.of("release");
        convert = words.of("convert");
    }

    /// @param asOf the year that the clause speaks of, null if none is named
    record Reading(Modality modality, @Nullable String asOf, String how) {}

    /// @param binding  what the wording is said of
    /// @param indirect whether it is reported in indirect speech, whose tense tells nothing
    Reading read(Scene scene, Cue.Match match, Binding binding, boolean indirect) {
        boolean labelled = match.cue().aspect() == Aspect.OPEN_SOURCE || match.cue().aspect() == Aspect.WEIGHTS;
        if (binding.presupposed() && labelled) {
            return past(scene, match, binding, true);
        }
        if (isQuestion(scene)) {
            return new Reading(Modality.HYPOTHETICAL, null, "a question");
        }
        int start = scene.clauseStart(match.start());
        int end = scene.clauseEnd(match.end() - 1);
        int ifs = scene.first(conditional, start, match.start());
        if (ifs >= 0) {
            return new Reading(Modality.HYPOTHETICAL, null, "\"" + scene.unit(ifs).form() + "\"");
        }
        int earlierIf = scene.first(conditional, 0, start);
        int woulds = scene.first(would, start, match.end());
        if (woulds >= 0 && match.cue().aspect() == Aspect.USE && !scene.unit(woulds).is("would")) {
            woulds = -1; // "may be used": a permission
        }
        if (earlierIf >= 0 && woulds >= 0) {
            return new Reading(Modality.HYPOTHETICAL, null, "\"if ... " + scene.unit(woulds).form() + "\"");
        }
        int shoulds = scene.first(should, start, match.start());
        if (shoulds >= 0) {
            return new Reading(Modality.HYPOTHETICAL, null, "\"" + scene.unit(shoulds).form() + "\"");
        }
        for (int i = start; i < match.start(); i++) {
            if (scene.unit(i).is("going") && scene.at(i + 1).is("to")) {
                return new Reading(Modality.FUTURE, null, "\"going to\"");
            }
        }
        int converts = match.cue().aspect() == Aspect.LICENCE || match.cue().aspect() == Aspect.OPEN_SOURCE
                ? scene.first(convert, start, match.start()) : -1;
        if (converts >= 0 && scene.has(YEARS, 0, scene.size()) && !scene.unit(converts).form().endsWith("ed")) {
            return new Reading(Modality.FUTURE, null, "\"" + scene.unit(converts).form() + "\" after years");
        }
        int wills = scene.first(will, start, match.end());
        if (wills >= 0) {
            return new Reading(Modality.FUTURE, null, "\"" + scene.unit(wills).form() + "\"");
        }
        if (woulds >= 0) {
            return new Reading(Modality.FUTURE, null, "\"" + scene.unit(woulds).form() + "\"");
        }
        if (headlineInfinitive(scene, match)) {
            return new Reading(Modality.FUTURE, null, "\"to\" in a headline");
        }
        int plans = plan(scene, start, match.start());
        if (plans >= 0) {
            return new Reading(Modality.FUTURE, null, "\"" + scene.unit(plans).form() + " to\"");
        }
        return past(scene, match, binding, indirect);
    }

    private Reading past(Scene scene, Cue.Match match, Binding binding, boolean indirect) {
        int start = scene.clauseStart(match.start());
        int end = scene.clauseEnd(match.end() - 1);
        String year = yearIn(scene, start, end);
        boolean noLonger = scene.at(match.start() - 1).is("longer");
        boolean usedTo = false;
        for (int i = start; i < match.start(); i++) {
            usedTo |= scene.unit(i).is("used") && scene.at(i + 1).is("to");
        }
        boolean was = scene.has(PAST_FORMS, start, match.end());
        int once = scene.first(past, start, end);
        boolean onceWas = false;
        for (int i = start; i < match.end() + 1 && i < scene.size(); i++) {
            onceWas |= scene.unit(i).form().equals("once") && (scene.at(i - 1).is("be") || scene.at(i + 1).is("be"));
        }
        if (onceWas || original(scene, match) || from(scene, match)) {
            return new Reading(Modality.FORMER, year, "\"once\", \"original\" or \"from ... to\"");
        }
        boolean hadBeen = scene.has(Set.of("had"), start, match.start()) && scene.has(Set.of("been"), start, match.start());
        if (hadBeen && scene.has(Set.of("now"), 0, scene.size())) {
            return new Reading(Modality.FORMER, year, "\"had been ... now\"");
        }
        int till = scene.first(until, start, Math.min(end + 6, scene.size()));
        if (usedTo) {
            return new Reading(Modality.FORMER, year, "\"used to\"");
        }
        if (!noLonger && (was || yearBefore(scene, till)) && (once >= 0 || till >= 0)) {
            int sign = once >= 0 ? once : till;
            return new Reading(Modality.FORMER, till >= 0 ? null : year, "\"" + scene.unit(sign).form() + "\"");
        }
        if (!indirect && wasBefore(scene, match) && !noLonger) {
            return new Reading(Modality.FORMER, year, "\"was\"");
        }
        return new Reading(Modality.ACTUAL, yearBeforeCue(scene, match), "stated");
    }

    /// "it was open source", "most features were open": a past state; not "was released as open source", an event.
    private static boolean wasBefore(Scene scene, Cue.Match match) {
        boolean label = match.cue().aspect() == Aspect.OPEN_SOURCE;
        for (int i = match.start() - 1; label && i >= Math.max(0, match.start() - 3); i--) {
            Unit u = scene.unit(i);
            if (u.is("now")) {
                return false;
            }
            if (PAST_FORMS.contains(u.form()) || u.form().equals("been") && scene.at(i - 1).form().equals("had")) {
                return true;
            }
            if (!u.tag().equals("ADV") && !u.tag().equals("DET") && !u.is("not") && !u.is("n't")) {
                return false;
            }
        }
        return false;
    }

    /// Whether a release in the past is told: "was launched under", "published it under", "licensing them under".
    boolean tellsRelease(Scene scene, Cue.Match match) {
        for (int i = match.start() - 1; i >= Math.max(scene.clauseStart(match.start()), match.start() - 12); i--) {
            Unit u = scene.unit(i);
            if (PAST_FORMS.contains(u.form()) && scene.at(i + 1).is("under")) {
                return true;
            }
            if (u.mention() == null && (release.contains(u.lemma()) || convert.contains(u.lemma())) && u.isVerbal()) {
                return (u.form().endsWith("ed") || u.form().equals("put") || u.form().equals("went")) && !isPresent(scene, i);
            }
        }
        return false;
    }

    private static boolean isPresent(Scene scene, int verb) {
        for (int i = Math.max(0, verb - 4); i < verb; i++) {
            if (PRESENT.contains(scene.unit(i).form())) {
                return true;
            }
        }
        return false;
    }

    /// A year that opens the sentence dates it: "2018 — Redis relicensed its modules".
    private static @Nullable String yearBeforeCue(Scene scene, Cue.Match match) {
        return scene.size() > 1 && match.start() > 0 && YEAR.matcher(scene.unit(0).form()).matches() ? scene.unit(0).form() : null;
    }

    /// "React to be MIT-licensed", "AWS to open-source its engine"
    private static boolean headlineInfinitive(Scene scene, Cue.Match match) {
        if (scene.sentence.kind() != Sentence.Kind.TITLE && scene.sentence.kind() != Sentence.Kind.HEADING) {
            return false;
        }
        for (int i = 1; i < match.start(); i++) {
            if (scene.unit(i).is("to") && scene.unit(i - 1).mention() != null && (scene.at(i + 1).isVerbal() || scene.at(i + 1).is("be") || i + 1 == match.start())) {
                return true;
            }
        }
        return scene.at(match.start()).is("to");
    }

    /// "its original licence"
    private static boolean original(Scene scene, Cue.Match match) {
        return scene.at(match.start() - 1).is("original") || scene.at(match.start() - 1).is("old") || scene.at(match.start() - 1).is("former");
    }

    /// "from Apache 2.0 to the SSPL": the first of the two no longer holds.
    private static boolean from(Scene scene, Cue.Match match) {
        boolean from = false;
        for (int i = match.start() - 1; i >= Math.max(0, match.start() - 13); i--) {
            if (scene.unit(i).is("to") && scene.unit(i).tag().equals("ADP")) {
                return false;
            }
            from |= scene.unit(i).form().equals("from");
        }
        boolean to = false;
        for (int i = match.end(); from && i < Math.min(scene.size(), match.end() + 10); i++) {
            to |= scene.unit(i).form().equals("to");
        }
        return to;
    }

    private static boolean yearBefore(Scene scene, int till) {
        return till >= 0 && (YEAR.matcher(scene.at(till + 1).form()).matches() || YEAR.matcher(scene.at(till + 2).form()).matches());
    }

    private static @Nullable String yearIn(Scene scene, int from, int to) {
        for (int i = from; i < to; i++) {
            Matcher year = YEAR.matcher(scene.unit(i).form());
            if (year.matches()) {
                return scene.unit(i).form();
            }
        }
        return null;
    }

    /// "plans to", "promised to", "planned as": the plan, or -1.
    private int plan(Scene scene, int from, int to) {
        for (int i = from; i < to; i++) {
            Unit u = scene.unit(i);
            boolean planning = u.mention() == null && plan.contains(u.lemma()) && (u.isVerbal() || u.isNoun() || u.tag().equals("ADJ"));
            if (planning && (scene.at(i + 1).is("to") || scene.at(i + 1).is("as"))) {
                return i;
            }
        }
        return -1;
    }

    /// A yes/no question asks; a why-question takes for granted.
    private static boolean isQuestion(Scene scene) {
        int last = scene.size() - 1;
        while (last > 0 && (scene.unit(last).isQuote() || scene.unit(last).is(")"))) {
            last--;
        }
        if (last < 0 || !scene.unit(last).form().endsWith("?")) {
            return false;
        }
        for (int i = 0; i < Math.min(4, scene.size()); i++) {
            if (QUESTION_WORDS.contains(scene.unit(i).form())) {
                return false;
            }
            if (AUXILIARY_STARTS.contains(scene.unit(i).form())) {
                return true;
            }
        }
        return scene.sentence.kind() != Sentence.Kind.BODY || scene.size() < 14;
    }
}
