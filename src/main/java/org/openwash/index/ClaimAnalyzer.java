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

    /// For what is stored. Keeps each word beside its stem, so that wildcards meet words as people write them. For all
    /// threads; analyzers keep what they need for each.
    static final ClaimAnalyzer INSTANCE = new ClaimAnalyzer(Forms.BOTH);
    /// For what is asked: a stem finds all forms of its word, and one term is found faster than two.
    static final ClaimAnalyzer QUERIES = new ClaimAnalyzer(Forms.STEM);

    private enum Forms { BOTH, STEM }

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

    private final Forms forms;

    /// Keeps stop words: "is not open" turns on them.
    private final Analyzer english = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer split = new StandardTokenizer();
            TokenStream lower = new LowerCaseFilter(new EnglishPossessiveFilter(split));
            return new TokenStreamComponents(split, switch (forms) {
                case BOTH -> new RemoveDuplicatesTokenFilter(new PorterStemFilter(new KeywordRepeatFilter(lower)));
                case STEM -> new PorterStemFilter(lower);
            });
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

    private ClaimAnalyzer(Forms forms) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.forms = forms;
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
