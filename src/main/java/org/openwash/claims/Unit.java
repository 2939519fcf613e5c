package org.openwash.claims;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Mention;
import org.openwash.domain.Organisation;
import org.openwash.domain.Span;

/// The smallest thing that a wording rule looks at: a word, a mark or a whole name.
///
/// Finer than a token (`isn't` is `is` and `n't`, `open-source` is `open` and `source`, `Meta's` is the name and
/// `'s`), and coarser for names: "Llama 3.1" is one unit.
///
/// @param form    lower case, apostrophes straight
/// @param lemma   lower case
/// @param tag     Universal Dependencies tag; names are `PROPN`, `'s` is `PART`
/// @param span    characters of the passage
/// @param mention the name that the unit is, null for words and marks
record Unit(String form, String lemma, String tag, Span span, @Nullable Mention mention) {

    /// Whether it is a word or a mark, and no name.
    boolean isWord() {
        return mention == null;
    }

    /// The name that it is, for units that are known to be one.
    Mention name() {
        if (mention == null) {
            throw new IllegalStateException("no name: " + form);
        }
        return mention;
    }

    /// The same word, read as another one.
    Unit as(String newTag, String newLemma) {
        return new Unit(form, newLemma, newTag, span, mention);
    }

    boolean is(String word) {
        return lemma.equals(word) || form.equals(word);
    }

    /// Whether the lemma or the form of a word is one of these.
    boolean isOneOf(Set<String> words) {
        return mention == null && (words.contains(lemma) || words.contains(form));
    }

    boolean isMark() {
        return isWord() && tag.equals("PUNCT") && !Character.isLetterOrDigit(form.charAt(0)) && !isPossessive();
    }

    boolean isQuote() {
        return form.equals("\"");
    }

    boolean isPossessive() {
        return form.equals("'s");
    }

    boolean isNoun() {
        return mention != null || tag.equals("NOUN") || tag.equals("PROPN");
    }

    /// A verb or auxiliary in any form.
    boolean isVerbal() {
        return mention == null && (tag.equals("VERB") || tag.equals("AUX"));
    }

    boolean isThing() {
        return mention != null
                && switch (mention.kind()) {
                    case MODEL, SOFTWARE, DATASET -> true;
                    case ORGANISATION, PERSON, LICENCE -> false;
                };
    }

    boolean isOrganisation() {
        return mention != null && mention.kind() == Mention.Kind.ORGANISATION;
    }

    /// The company that it names, also where the name is its model's too ("Mistral").
    Optional<String> organisation() {
        if (mention != null) {
            for (String id : mention.ids()) {
                if (id.startsWith(Organisation.PREFIX)) {
                    return Optional.of(id);
                }
            }
        }
        return Optional.empty();
    }

    boolean isPerson() {
        return mention != null && mention.kind() == Mention.Kind.PERSON;
    }

    boolean isLicence() {
        return mention != null && mention.kind() == Mention.Kind.LICENCE;
    }
}
