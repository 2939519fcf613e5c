package org.openwash.index;

import java.io.IOException;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/// Shows a reader why a claim was found: its sentence with the words of the query marked.
final class Snippets {

    /// A longer "sentence" is a table or a list that lost its line ends; it is marked up to here and cut.
    private static final int LONGEST = 10_000;

    private final Query query;
    private final UnifiedHighlighter highlighter;

    Snippets(Query query, Marks marks) {
        this.query = anyOf(query);
        this.highlighter = UnifiedHighlighter.builderWithoutSearcher(ClaimAnalyzer.INSTANCE)
                .withBreakIterator(WholeBreakIterator::new)
                .withMaxLength(LONGEST)
                .withFormatter(new DefaultPassageFormatter(marks.before(), marks.after(), "", marks.escape()))
                .withFieldMatcher(field -> field.equals(Fields.SENTENCE) || field.equals(Fields.ANY)
                        || field.equals(Fields.SENTENCE_EXACT))
                .build();
    }

    /// What is asked for, with nothing required: a sentence alone does not meet what is asked of outlet or date.
    private static Query anyOf(Query query) {
        return switch (query) {
            case BooleanQuery all -> {
                var any = new BooleanQuery.Builder();
                for (BooleanClause clause : all) {
                    if (!clause.isProhibited()) {
                        any.add(anyOf(clause.query()), BooleanClause.Occur.SHOULD);
                    }
                }
                yield any.build();
            }
            case BoostQuery weighed -> anyOf(weighed.getQuery());
            case ConstantScoreQuery constant -> anyOf(constant.getQuery());
            default -> query;
        };
    }

    String of(String sentence) throws IOException {
        String whole = sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST);
        Object snippet = highlighter.highlightWithoutSearcher(Fields.SENTENCE, query, whole, 1);
        return snippet == null ? whole : snippet.toString();
    }
}
