package org.openwash.claims;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The forms of the verbs that the rules know, back to their lemmas.
///
/// The tagger takes many a third person for a plural noun ("which Meta calls open") and the lemmatiser invents stems
/// ("describ"), so the few verbs that matter are inflected here: regular forms by rule, others from the class
/// `irregular` of words.tsv (`said=say`).
record Verbs(Map<String, String> lemmas) {

    private static final String[] CLASSES = {"say", "call", "release", "withhold", "ban", "allow", "plan", "fail", "abandon", "convert"};

    static Verbs of(Words words) {
        var lemmas = new HashMap<String, String>();
        for (String name : CLASSES) {
            for (String verb : words.of(name)) {
                inflect(verb, lemmas);
            }
        }
        for (String pair : words.of("irregular")) {
            int equals = pair.indexOf('=');
            lemmas.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return new Verbs(Map.copyOf(lemmas));
    }

    private static void inflect(String verb, Map<String, String> lemmas) {
        char last = verb.charAt(verb.length() - 1);
        boolean consonantBefore = verb.length() > 1 && "aeiou".indexOf(verb.charAt(verb.length() - 2)) < 0;
        String stem = last == 'e' ? verb.substring(0, verb.length() - 1) : verb;
        if (last == 'y' && consonantBefore) {
            String i = verb.substring(0, verb.length() - 1) + "i";
            lemmas.putIfAbsent(i + "es", verb);
            lemmas.putIfAbsent(i + "ed", verb);
        } else {
            lemmas.putIfAbsent(verb + (verb.matches(".*(?:s|x|z|ch|sh)") ? "es" : "s"), verb);
            lemmas.putIfAbsent(stem + "ed", verb);
        }
        lemmas.putIfAbsent(stem + "ing", verb);
        if (!consonantBefore && "bdgmnprt".indexOf(last) >= 0) {
            lemmas.putIfAbsent(verb + last + "ed", verb);
            lemmas.putIfAbsent(verb + last + "ing", verb);
        }
        lemmas.putIfAbsent(verb, verb);
    }

    Optional<String> lemmaOf(String form) {
        return Optional.ofNullable(lemmas.get(form));
    }

    /// Auxiliaries are a closed class, so their forms tell more than the tagger ("Llama 3 is/ADP an open model").
    private static Unit auxiliary(Unit unit) {
        String lemma = switch (unit.form()) {
            case "is", "are", "was", "were", "be", "been", "being", "am" -> "be";
            case "has", "had", "having" -> "have";
            case "does", "did" -> "do";
            default -> "";
        };
        return lemma.isEmpty() || unit.isVerbal() ? unit : new Unit(unit.form(), lemma, "AUX", unit.span(), null);
    }

    /// The unit as a verb, where its form is one and its place says so: behind a name or "which", before an object.
    Unit repaired(Unit before, Unit unit, Unit after) {
        String lemma = unit.mention() == null ? lemmas.get(unit.form()) : null;
        if (lemma == null) {
            return unit.mention() == null ? auxiliary(unit) : unit;
        }
        if (unit.isVerbal()) {
            return new Unit(unit.form(), lemma, unit.tag(), unit.span(), null);
        }
        boolean subjectBefore = before.mention() != null && !before.isLicence() || before.is("both") || before.is("neither")
                || before.tag().equals("PRON") && !before.form().endsWith("self")
                && !"its their his her our your my".contains(before.form());
        boolean finite = unit.form().endsWith("s") || unit.form().endsWith("ed") || !unit.form().equals(lemma);
        boolean objectAfter = after.mention() != null || after.isQuote()
                || switch (after.tag()) {
                    case "DET", "PRON", "ADJ", "SCONJ", "ADP", "PART", "NUM", "ADV" -> true;
                    default -> after.form().equals("open") || after.form().equals("that");
                };
        return subjectBefore && finite && objectAfter ? new Unit(unit.form(), lemma, "VERB", unit.span(), null) : unit;
    }
}
