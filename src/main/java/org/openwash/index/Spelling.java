package org.openwash.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.LevenshteinDistance;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.util.BytesRef;

/// Finds what an index holds that is spelt almost like something that it does not hold.
final class Spelling {

    /// Fields with more values are searched by spelling alone, not by parts.
    private static final int MOST_VALUES_LOOKED_AT = 50_000;
    private static final int LONGEST = 200;
    private static final int SHORTEST = 3;
    private static final float NEAR = 0.6f;

    private final IndexReader reader;
    private final DirectSpellChecker checker = new DirectSpellChecker();

    Spelling(IndexReader reader) {
        this.reader = reader;
        checker.setMinPrefix(0);
        checker.setMinQueryLength(SHORTEST);
        checker.setMaxQueryLength(LONGEST);
    }

    /// Values of a keyword field, in lower case: spelt alike, or holding all that was typed.
    List<String> values(String field, String typed, int most) throws IOException {
        String value = typed.toLowerCase(Locale.ROOT).strip();
        if (value.length() < 2 || value.length() > LONGEST || reader.docFreq(new Term(field, value)) > 0) {
            return List.of();
        }
        var found = new LinkedHashSet<>(near(field, value, most));
        found.addAll(holding(field, value, most));
        return found.stream().limit(most).toList();
    }

    /// Words of a field of words, where the claims hold none like the one typed.
    List<String> words(String field, String typed, int most) throws IOException {
        String word = typed.toLowerCase(Locale.ROOT);
        if (word.length() < SHORTEST || !isOneWord(word) || holdsAny(field, ClaimAnalyzer.terms(field, word))) {
            return List.of();
        }
        boolean stemmed = field.equals(Fields.ANY) || field.equals(Fields.SENTENCE); // stems are no words to propose
        if (!stemmed) {
            return near(field, word, most);
        }
        return Stream.concat(near(Fields.SENTENCE_EXACT, word, most).stream(), near("subject_name", word, most).stream())
                .distinct()
                .sorted(Comparator.comparing((String candidate) -> -similarity(word, candidate)))
                .limit(most)
                .toList();
    }

    private boolean holdsAny(String field, List<String> terms) throws IOException {
        for (String term : terms) {
            if (reader.docFreq(new Term(field, term)) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneWord(String word) {
        return word.chars().allMatch(Character::isLetterOrDigit);
    }

    private List<String> near(String field, String value, int most) throws IOException {
        SuggestWord[] words = checker.suggestSimilar(new Term(field, value), most, reader,
                SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        return Stream.of(words).map(word -> word.string).toList();
    }

    private List<String> holding(String field, String value, int most) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null || value.length() < SHORTEST) {
            return List.of();
        }
        record Value(String value, int claims) {}
        var holding = new ArrayList<Value>();
        TermsEnum all = terms.iterator();
        int looked = 0;
        for (BytesRef term = all.next(); term != null && looked < MOST_VALUES_LOOKED_AT; term = all.next()) {
            looked++;
            String candidate = term.utf8ToString();
            if (candidate.contains(value)) {
                holding.add(new Value(candidate, all.docFreq()));
            }
        }
        holding.sort(Comparator.comparing(Value::claims).reversed().thenComparing(Value::value));
        return holding.stream().limit(most).map(Value::value).toList();
    }

    /// Those of a few names that are spelt alike or go on as the typed one begins, nearest first.
    static List<String> nearest(String typed, Collection<String> names, int most) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> similarity(lower, name) >= NEAR || lower.length() >= SHORTEST && name.startsWith(lower))
                .sorted(Comparator.comparing((String name) -> -similarity(lower, name)).thenComparing(name -> name))
                .limit(most)
                .toList();
    }

    private static float similarity(String a, String b) {
        return new LevenshteinDistance().getDistance(a, b);
    }
}
