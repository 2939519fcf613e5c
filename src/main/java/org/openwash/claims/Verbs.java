package org.openwash.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The forms of the verbs that the rules know, back to their lemmas.
///
/// The tagger takes many a third person for a plural noun ("which Meta calls open") and the lemmatiser invents stems
/// ("describ"), so the few verbs that matter are inflected here: regular forms by rule, others from the class
/// `irregular` of words.tsv (`said=say`).
///
/// @param lemmas      of the forms of those verbs
/// @param auxiliaries lemmas of the forms of "be", "have" and "do"
/// @param noSubject   pronouns behind which a doubtful form is no finite verb: "its"
/// @param companies   nouns behind which it is one: "the company calls Llama 3 open"
record Verbs(
        Map<String, String> lemmas, Map<String, String> auxiliaries, Set<String> noSubject, Set<String> companies) {

    /// The word classes that hold verbs.
    private static final List<String> CLASSES =
            List.of("say", "call", "release", "withhold", "ban", "allow", "plan", "fail", "abandon", "convert");
    private static final Pattern HISSING = Pattern.compile(".*(?:s|x|z|ch|sh)");
    private static final String VOWELS = "aeiou";
    /// consonants that are doubled before "-ed"
    private static final String DOUBLED = "bdgmnprt";

    static Verbs of(Words words) {
        var lemmas = new HashMap<String, String>();
        for (String name : CLASSES) {
            for (String verb : words.of(name)) {
                inflect(verb, lemmas);
            }
        }
        lemmas.putAll(words.pairs("irregular"));
        return new Verbs(Map.copyOf(lemmas), words.pairs("auxiliary"), words.of("no-subject"),
                words.of("company"));
    }

    static void inflect(String verb, Map<String, String> lemmas) {
        char last = verb.charAt(verb.length() - 1);
        boolean consonantBefore = verb.length() > 1 && VOWELS.indexOf(verb.charAt(verb.length() - 2)) < 0;
        String stem = last == 'e' ? verb.substring(0, verb.length() - 1) : verb;
        if (last == 'y' && consonantBefore) {
            String i = verb.substring(0, verb.length() - 1) + "i";
            lemmas.putIfAbsent(i + "es", verb);
            lemmas.putIfAbsent(i + "ed", verb);
        } else {
            lemmas.putIfAbsent(verb + (HISSING.matcher(verb).matches() ? "es" : "s"), verb);
            lemmas.putIfAbsent(stem + "ed", verb);
        }
        lemmas.putIfAbsent(stem + "ing", verb);
        if (!consonantBefore && DOUBLED.indexOf(last) >= 0) {
            lemmas.putIfAbsent(verb + last + "ed", verb);
            lemmas.putIfAbsent(verb + last + "ing", verb);
        }
        lemmas.putIfAbsent(verb, verb);
    }

    /// Auxiliaries are a closed class, so their forms tell more than the tagger ("Llama 3 is/ADP an open model").
    private Unit auxiliary(Unit unit) {
        String lemma = auxiliaries.get(unit.form());
        return lemma == null || unit.isVerbal() ? unit : unit.as("AUX", lemma);
    }

    /// The unit as a verb, where its form is one and its place says so: behind a name or "which", before an object.
    Unit repaired(Unit before, Unit unit, Unit after) {
        if (!unit.isWord()) {
            return unit;
        }
        String lemma = lemmas.get(unit.form());
        if (lemma == null) {
            return auxiliary(unit);
        }
        if (unit.isVerbal()) {
            return unit.as(unit.tag(), lemma);
        }
        boolean finite = unit.form().endsWith("s") || unit.form().endsWith("ed") || !unit.form().equals(lemma);
        return finite && isSubject(before) && beginsObject(after) ? unit.as("VERB", lemma) : unit;
    }

    private boolean isSubject(Unit before) {
        boolean pronoun = before.tag().equals("PRON") && !before.form().endsWith("self")
                && !noSubject.contains(before.form());
        return !before.isWord() && !before.isLicence() || before.is("both") || before.is("neither") || pronoun
                || before.tag().equals("NOUN") && companies.contains(before.form());
    }

    private static boolean beginsObject(Unit after) {
        if (!after.isWord() || after.isQuote()) {
            return true;
        }
        return switch (after.tag()) {
            case "DET", "PRON", "ADJ", "SCONJ", "ADP", "PART", "NUM", "ADV" -> true;
            default -> after.form().equals("open") || after.form().equals("that");
        };
    }
}
