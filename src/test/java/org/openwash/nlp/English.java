package org.openwash.nlp;

import java.time.LocalDate;
import java.util.List;
import org.openwash.domain.Article;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Mention;
import org.openwash.domain.Metadata;
import org.openwash.domain.Sentence;
import org.openwash.facts.FactBook;

/// Models and names loaded once for the tests of this package, and short words for asking them.
final class English {

    static final MentionFinder NAMES = new MentionFinder(FactBook.load(null).catalogue());

    private static final Annotator ANNOTATOR = new Annotator(Models.load(), NAMES, NameTagger.load());

    private English() {}

    static Article article(String title, String text) {
        var metadata = new Metadata(null, null, null, null, LocalDate.of(2025, 6, 1), DateBasis.METADATA);
        return new Article("a.txt", "a.txt", metadata, title, "en", text, "");
    }

    static List<Sentence> sentences(Article article) {
        return ANNOTATOR.sentences(article);
    }

    /// The sentences of a text without a title, as written.
    static List<String> sentences(String text) {
        Article article = article("", text);
        return sentences(article).stream().map(s -> s.in(article)).toList();
    }

    static List<Mention> mentions(Article article) {
        return ANNOTATOR.mentions(article, sentences(article));
    }

    /// The names of the catalogue in a text: the ids of the first meaning of each.
    static List<Mention> names(String text) {
        Article article = article("", text);
        return NAMES.find(article, sentences(article));
    }
}
