package org.openwash.claims;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Aspect;
import org.openwash.domain.Modality;

/// Tells what no longer holds ("was open source until 2021", "used to be", "its original licence", "moved from Apache
/// 2.0 to the SSPL") from what still does.
final class PastReader {

    private static final Pattern YEAR = Pattern.compile("(?:19[89]|20[0-4])\\d");
    private static final int YEAR_DIGITS = 4;

    /// how far "until" may stand behind the clause
    private static final int UNTIL = 6;
    /// how far "was" may stand before a label
    private static final int WAS = 3;
    /// how far before a licence the verb of its release may stand, and a present form before that
    private static final int RELEASE = 12;
    private static final int PRESENT = 4;
    /// how far "from" may stand before a licence, and "to" behind it
    private static final int FROM = 13;
    private static final int TO = 10;

    private final Set<String> past;
    private final Set<String> until;
    private final Set<String> release;
    private final Set<String> convert;
    private final Set<String> pastForms;
    private final Set<String> presentForms;
    private final Set<String> superseded;

    PastReader(Words words) {
        past = words.of("past");
        until = words.of("until");
        release = words.of("release");
        convert = words.of("convert");
        pastForms = words.of("past-form");
        presentForms = words.of("present-form");
        superseded = words.of("superseded");
    }

    /// FORMER or ACTUAL.
    ///
    /// @param indirect whether the tense tells nothing
    ModalityReader.Reading read(Scene scene, Cue.Match match, boolean indirect) {
        int start = scene.clauseStart(match.start());
        int end = scene.clauseEnd(match.end() - 1);
        String year = yearIn(scene, start, end);
        if (isOnce(scene, match) || isSuperseded(scene, match) || isLeft(scene, match)) {
            return former(year, "\"once\", \"original\" or \"from ... to\"");
        }
        boolean hadBeen = scene.has(Set.of("had"), start, match.start())
                && scene.has(Set.of("been"), start, match.start());
        if (hadBeen && (!indirect || scene.has(Set.of("now"), 0, scene.size()))) {
            return former(year, "\"had been\"");
        }
        if (isUsedTo(scene, start, match.start())) {
            return former(year, "\"used to\"");
        }
        boolean noLonger = scene.at(match.start() - 1).is("longer");
        int till = scene.first(until, start, Math.min(end + UNTIL, scene.size()));
        int once = scene.first(past, start, end);
        boolean was = scene.has(pastForms, start, match.end()) || isBeforeYear(scene, till);
        if (!noLonger && was && (once >= 0 || till >= 0)) {
            int sign = once >= 0 ? once : till;
            return former(till >= 0 ? null : year, "\"" + scene.unit(sign).form() + "\"");
        }
        if (!indirect && !noLonger && wasBefore(scene, match)) {
            return former(year, "\"was\"");
        }
        return new ModalityReader.Reading(Modality.ACTUAL, openingYear(scene, match), "stated");
    }

    private static ModalityReader.Reading former(@Nullable String year, String how) {
        return new ModalityReader.Reading(Modality.FORMER, year, how);
    }

    /// "was once open source"
    private static boolean isOnce(Scene scene, Cue.Match match) {
        for (int i = scene.clauseStart(match.start()); i < Math.min(match.end() + 1, scene.size()); i++) {
            if (scene.unit(i).form().equals("once") && (scene.at(i - 1).is("be") || scene.at(i + 1).is("be"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUsedTo(Scene scene, int from, int to) {
        for (int i = from; i < to; i++) {
            if (scene.unit(i).is("used") && scene.at(i + 1).is("to")) {
                return true;
            }
        }
        return false;
    }

    /// "its original licence"
    private boolean isSuperseded(Scene scene, Cue.Match match) {
        return scene.at(match.start() - 1).isOneOf(superseded);
    }

    /// "from Apache 2.0 to the SSPL": the first of the two no longer holds.
    private static boolean isLeft(Scene scene, Cue.Match match) {
        boolean from = false;
        for (int i = match.start() - 1; i >= Math.max(0, match.start() - FROM); i--) {
            if (scene.unit(i).is("to") && scene.unit(i).tag().equals("ADP")) {
                return false;
            }
            from |= scene.unit(i).form().equals("from");
        }
        for (int i = match.end(); from && i < Math.min(scene.size(), match.end() + TO); i++) {
            if (scene.unit(i).form().equals("to")) {
                return true;
            }
        }
        return false;
    }

    /// "it was open source", "most features were open": a past state; not "was released as open source", an event.
    private boolean wasBefore(Scene scene, Cue.Match match) {
        boolean label = match.cue().aspect() == Aspect.OPEN_SOURCE;
        for (int i = match.start() - 1; label && i >= Math.max(0, match.start() - WAS); i--) {
            Unit unit = scene.unit(i);
            if (unit.is("now")) {
                return false;
            }
            if (pastForms.contains(unit.form()) || unit.form().equals("been") && scene.at(i - 1).form().equals("had")) {
                return true;
            }
            if (!unit.tag().equals("ADV") && !unit.tag().equals("DET") && !unit.is("not") && !unit.is("n't")) {
                return false;
            }
        }
        return false;
    }

    /// Whether a release or a state in the past is told, which may be over: "was launched under", "published it under",
    /// "came with", "it was AGPL".
    boolean tellsRelease(Scene scene, Cue.Match match) {
        int start = Math.max(scene.clauseStart(match.start()), match.start() - RELEASE);
        for (int i = match.start() - 1; i >= start; i--) {
            Unit unit = scene.unit(i);
            if (pastForms.contains(unit.form()) && (scene.at(i + 1).is("under") || match.start() - i <= WAS)) {
                return true;
            }
            if (unit.isVerbal() && (release.contains(unit.lemma()) || convert.contains(unit.lemma()))) {
                String form = unit.form();
                boolean pastForm = form.endsWith("ed") || form.equals("put") || form.equals("went") || form.equals("came");
                return pastForm && !isPresent(scene, i);
            }
        }
        return false;
    }

    private boolean isPresent(Scene scene, int verb) {
        for (int i = Math.max(0, verb - PRESENT); i < verb; i++) {
            if (presentForms.contains(scene.unit(i).form())) {
                return true;
            }
        }
        return false;
    }

    /// A year that opens the sentence dates it: "2018 — Redis relicensed its modules".
    private static @Nullable String openingYear(Scene scene, Cue.Match match) {
        return match.start() > 0 && isYear(scene.unit(0)) ? scene.unit(0).form() : null;
    }

    private static boolean isBeforeYear(Scene scene, int until) {
        return until >= 0 && (isYear(scene.at(until + 1)) || isYear(scene.at(until + 2)));
    }

    private static @Nullable String yearIn(Scene scene, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isYear(scene.unit(i))) {
                return scene.unit(i).form();
            }
        }
        return null;
    }

    private static boolean isYear(Unit unit) {
        return unit.form().length() == YEAR_DIGITS && YEAR.matcher(unit.form()).matches();
    }
}
