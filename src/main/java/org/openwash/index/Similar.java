package org.openwash.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.openwash.domain.Claim;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Polarity;

/// Words "says the same of the same subject" as a query: what the claims were read to say counts first, then the words
/// of the sentence, then other words of their meaning.
///
/// The polarity is never a matter of degree: "is open source" and "is not open source" share all their words but one.
final class Similar {

    /// Rarer words tell more; of a long sentence only the rarest count.
    private static final int MOST_WORDS = 40;
    private static final int LONGEST_TEXT = 5_000;

    // in units of BM25, by which a rare word that two sentences share is worth about 8
    private static final float SAME_ASPECT = 15;
    private static final float SAME_SUBJECT = 6;
    private static final float SAME_MODALITY = 4;
    private static final float SAME_LICENCE = 5;
    private static final float SAME_MEANING = 1;

    private final IndexSearcher searcher;

    Similar(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /// Claims of this polarity about the claim's subject, its family or its members.
    ///
    /// @param families the subject's families as far as the caller knows them
    Query to(ClaimRow row, Polarity polarity, List<String> families) throws IOException {
        Claim claim = row.claim();
        var query = new BooleanQuery.Builder()
                .add(ClaimGrammar.ALL_CLAIMS, Occur.FILTER)
                .add(keyword(Fields.POLARITY, polarity.label()), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.ORDER, Fields.key(claim.id()))), Occur.MUST_NOT);
        if (!claim.subject().equals(Claim.UNRESOLVED)) {
            query.add(about(claim.subject(), families), Occur.FILTER);
            add(query, new TermQuery(new Term(Fields.ABOUT, Fields.key(claim.subject()))), SAME_SUBJECT);
        }
        add(query, keyword(Fields.ASPECT, claim.aspect().label()), SAME_ASPECT);
        add(query, keyword(Fields.MODALITY, claim.modality().label()), SAME_MODALITY);
        for (String licence : claim.claimedLicences()) {
            add(query, keyword(Fields.CLAIMED_LICENCE, licence), SAME_LICENCE);
        }
        addWords(query, row.sentence(), claim.mention());
        return query.build();
    }

    /// Claims that share words with a text.
    Query to(String text) throws IOException {
        var words = new BooleanQuery.Builder();
        addWords(words, text.substring(0, Math.min(text.length(), LONGEST_TEXT)), "");
        return new BooleanQuery.Builder()
                .add(ClaimGrammar.ALL_CLAIMS, Occur.FILTER)
                .add(words.build(), Occur.MUST)
                .build();
    }

    private Query about(String subject, List<String> families) throws IOException {
        var about = new BooleanQuery.Builder().add(keyword(Fields.SUBJECT, subject), Occur.SHOULD);
        Set<String> all = new LinkedHashSet<>(families);
        all.addAll(familiesOf(subject));
        all.forEach(family -> about.add(new TermQuery(new Term(Fields.ABOUT, Fields.key(family))), Occur.SHOULD));
        return about.build();
    }

    /// As the index has them with any claim about the subject.
    private List<String> familiesOf(String subject) throws IOException {
        var families = new ArrayList<String>();
        for (ScoreDoc doc : searcher.search(new TermQuery(new Term(Fields.ABOUT, Fields.key(subject))), 1).scoreDocs) {
            List<LeafReaderContext> leaves = searcher.getLeafContexts();
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc.doc, leaves));
            SortedSetDocValues subjects = DocValues.getSortedSet(leaf.reader(), Fields.facet(Fields.SUBJECT));
            if (subjects.advanceExact(doc.doc - leaf.docBase)) {
                for (int i = 0; i < subjects.docValueCount(); i++) {
                    families.add(subjects.lookupOrd(subjects.nextOrd()).utf8ToString());
                }
            }
        }
        families.remove(subject);
        return families;
    }

    /// @param but the words that name the subject: all candidates are about it, by whatever name
    private void addWords(BooleanQuery.Builder query, String text, String but) throws IOException {
        Set<String> words = new LinkedHashSet<>(ClaimAnalyzer.terms(Fields.SENTENCE, text));
        words.removeAll(ClaimAnalyzer.terms(Fields.SENTENCE, but));
        record Word(String word, int claims) {}
        var counted = new ArrayList<Word>();
        for (String word : words) {
            int claims = searcher.getIndexReader().docFreq(new Term(Fields.SENTENCE, word));
            if (claims > 0) {
                counted.add(new Word(word, claims));
            }
        }
        counted.sort(Comparator.comparing(Word::claims).thenComparing(Word::word));
        counted.stream().limit(MOST_WORDS)
                .forEach(word -> query.add(new TermQuery(new Term(Fields.SENTENCE, word.word())), Occur.SHOULD));
        for (Concepts.Concept concept : Concepts.of(words)) {
            var any = new SynonymQuery.Builder(Fields.SENTENCE);
            concept.words().forEach(word -> any.addTerm(new Term(Fields.SENTENCE, word)));
            query.add(new BoostQuery(any.build(), SAME_MEANING), Occur.SHOULD);
        }
    }

    private static void add(BooleanQuery.Builder query, Query field, float worth) {
        query.add(new BoostQuery(new ConstantScoreQuery(field), worth), Occur.SHOULD);
    }

    private static Query keyword(String field, String value) {
        return new TermQuery(new Term(field, value.toLowerCase(Locale.ROOT)));
    }
}
