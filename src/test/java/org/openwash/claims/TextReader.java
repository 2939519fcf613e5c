package org.openwash.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openwash.LearnedDecider;
import org.openwash.domain.Article;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Claim;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Mention;
import org.openwash.domain.Metadata;
import org.openwash.domain.Sentence;
import org.openwash.facts.FactBook;
import org.openwash.nlp.Annotator;
import org.openwash.nlp.MentionFinder;
import org.openwash.nlp.Models;
import org.openwash.nlp.NameTagger;

/// Reads the claims of a text as the program does: with the models and the facts that it ships. Loaded once, since the
/// models take seconds.
final class TextReader {

    private static final String TITLE = "title: ";
    private static final Catalogue CATALOGUE = FactBook.load(null).catalogue();
    private static final Annotator ANNOTATOR =
            new Annotator(Models.load(), new MentionFinder(CATALOGUE), NameTagger.load());
    private static final ClaimFinder FINDER = new ClaimFinder(CATALOGUE, LearnedDecider.load(new TreeMap<>()), Confidence.load());

    private TextReader() {}

    /// @param text `title: ` begins a title, which ends at the first line break
    static List<Claim> claims(String text) {
        boolean titled = text.startsWith(TITLE);
        int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        String title = titled ? text.substring(TITLE.length(), end) : "";
        return claims(title, titled ? text.substring(Math.min(end + 1, text.length())) : text);
    }

    static List<Claim> claims(String title, String text) {
        return claims(article("sample.txt", "2024-10-20", title, text));
    }

    static Article article(String source, String date, String title, String text) {
        var metadata = new Metadata(null, null, title, null, LocalDate.parse(date), DateBasis.RECORD);
        return new Article(source, source, metadata, title, "en", text, "");
    }

    static List<Claim> claims(Article article) {
        List<Sentence> sentences = ANNOTATOR.sentences(article);
        return FINDER.find(article, sentences, ANNOTATOR.mentions(article, sentences));
    }

    /// The units of a text that is one sentence.
    static List<Unit> units(String text, Words words) {
        var article = new Article("sample", "sample.txt", Metadata.UNKNOWN, "", "en", text, "");
        List<Sentence> sentences = ANNOTATOR.sentences(article);
        List<Mention> mentions = ANNOTATOR.mentions(article, sentences);
        return new Scene(text, sentences.getFirst(), mentions, false, Scene.Grammar.of(words)).units();
    }

    /// As the tables of this package write it: `llama-3 open-source affirms actual outlet; ...`, or `none`.
    static String written(List<Claim> claims) {
        return claims.isEmpty() ? "none" : claims.stream().map(TextReader::written).collect(Collectors.joining("; "));
    }

    private static String written(Claim claim) {
        return String.join(" ", claim.subject(), claim.aspect().label(), claim.polarity().label(),
                claim.modality().label(), claim.attribution().label());
    }
}
