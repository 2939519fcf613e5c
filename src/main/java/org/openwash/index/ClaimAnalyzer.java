package org.openwash.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Cuts the values of a field, and the words of a query for it, into terms that can be compared, by the field's kind.
final class ClaimAnalyzer extends AnalyzerWrapper {

    /// For all threads; analyzers keep what they need for each.
    static final ClaimAnalyzer INSTANCE = new ClaimAnalyzer();

    /// Longer keywords are compared by their beginnings.
    private static final int LONGEST_KEYWORD = 2000;

    private final Analyzer keywords = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer whole = new KeywordTokenizer();
            return new TokenStreamComponents(whole, new TruncateTokenFilter(new LowerCaseFilter(whole), LONGEST_KEYWORD));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new LowerCaseFilter(in);
        }
    };

    private final Analyzer words = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer split = new StandardTokenizer();
            return new TokenStreamComponents(split, new LowerCaseFilter(split));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new LowerCaseFilter(in);
        }
    };

    /// Keeps each word beside its stem, so that wildcards meet words as people write them. Keeps stop words: "is not
    /// open" turns on them.
    private final Analyzer english = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer split = new StandardTokenizer();
            TokenStream lower = new LowerCaseFilter(new EnglishPossessiveFilter(split));
            TokenStream both = new RemoveDuplicatesTokenFilter(new PorterStemFilter(new KeywordRepeatFilter(lower)));
            return new TokenStreamComponents(split, both);
        }

        /// Keeps phrases from running on from the sentence into the subject's name.
        @Override
        public int getPositionIncrementGap(String field) {
            return 100;
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new LowerCaseFilter(in);
        }
    };

    private ClaimAnalyzer() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    /// The terms that a field's analysis makes of a text, in order.
    static List<String> terms(String field, String text) {
        var terms = new ArrayList<String>();
        try (TokenStream tokens = INSTANCE.tokenStream(field, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // from a string: cannot happen
        }
        return terms;
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String name) {
        Fields.Field field = Fields.named(name);
        if (field == null) {
            return keywords;
        }
        return switch (field.kind()) {
            case TEXT -> english;
            case WORDS -> words;
            case KEYWORD, NUMBER, DAY, DERIVED -> keywords;
        };
    }
}
