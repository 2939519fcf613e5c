package org.openwash.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Claim;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Finding;
import org.openwash.domain.Judgement;
import org.openwash.domain.Mention;
import org.openwash.domain.Metadata;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;
import org.openwash.domain.Sentence;
import org.openwash.domain.Span;

/// Shows what reading is worth: how far the bare label gets, with the same names and the same facts.
///
/// "Open source" says so of every known thing named in the same sentence, "closed source" and "proprietary" deny it.
/// No word around them counts: "not open source" affirms, and a sentence with both labels does both. It reads the gold
/// set's own sentences, so that no claim is lost in placing it, and all of them, whatever the inputs were.
public final class KeywordBaseline {

    private static final String GAP = "[-\\s\\u00A0\\u2010\\u2011]";
    private static final Pattern OPEN = Pattern.compile("(?i)\\bopen" + GAP + "sourced?\\b");
    private static final Pattern CLOSED = Pattern.compile("(?i)\\b(?:closed" + GAP + "source|proprietary)\\b");

    private final BiFunction<Article, List<Sentence>, List<Mention>> names;
    private final BiFunction<Claim, @Nullable LocalDate, Judgement> judge;

    /// @param names finds the names in the sentences of an article; the sentences come without tokens
    /// @param judge holds a claim against the facts on the day of its article
    public KeywordBaseline(
            BiFunction<Article, List<Sentence>, List<Mention>> names,
            BiFunction<Claim, @Nullable LocalDate, Judgement> judge) {
        this.names = names;
        this.judge = judge;
    }

    /// @param published the days of articles, by source; an article that is missing has no date
    public Evaluation evaluate(GoldSet gold, Map<String, LocalDate> published) {
        Map<String, LocalDate> days = new HashMap<>();
        published.forEach((source, day) -> days.put(GoldArticle.nameOf(source), day));
        days.putAll(published);
        Map<String, List<Prediction>> found = new LinkedHashMap<>();
        for (GoldArticle article : gold.articles()) {
            found.put(article.id(), predictions(article, days.get(article.id()), gold.subjects()));
        }
        return Evaluation.of(gold, new Placement(found, 0, 0));
    }

    List<Prediction> predictions(GoldArticle gold, @Nullable LocalDate published, SubjectClasses subjects) {
        List<Integer> numbers = new ArrayList<>();
        List<Sentence> sentences = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        gold.sentences().forEach((number, sentence) -> {
            Span span = new Span(text.length(), text.length() + sentence.length());
            text.append(sentence).append('\n');
            numbers.add(number);
            // counted anew from 1, since 0 would stand for a title outside the text
            sentences.add(new Sentence(numbers.size(), span, numbers.size(), Sentence.Kind.BODY, List.of()));
        });
        Article article = article(gold.id(), published, text.toString());
        List<Mention> mentions = names.apply(article, sentences);
        List<Prediction> predictions = new ArrayList<>();
        for (Sentence sentence : sentences) {
            for (Claim claim : claims(article, sentence, mentions)) {
                Judgement judgement = judge.apply(claim, published);
                ClaimKey key = new ClaimKey(numbers.get(sentence.number() - 1), subjects.classOf(claim.subject()),
                        claim.aspect(), claim.polarity());
                predictions.add(new Prediction(key, claim.modality(), claim.attribution(), judgement.verdict(),
                        judgement.finding() == Finding.OPEN_WASHING));
            }
        }
        return predictions;
    }

    private static Article article(String id, @Nullable LocalDate published, String text) {
        DateBasis basis = published == null ? DateBasis.NONE : DateBasis.METADATA;
        return new Article(id, id, new Metadata(null, null, null, null, published, basis), "", "en", text, "");
    }

    /// At most one claim for each thing and polarity.
    private static List<Claim> claims(Article article, Sentence sentence, List<Mention> mentions) {
        Map<String, Mention> things = new LinkedHashMap<>();
        mentions.stream()
                .filter(mention -> mention.sentence() == sentence.number() && isThing(mention.kind()))
                .forEach(mention -> things.putIfAbsent(mention.id(), mention));
        List<Claim> claims = new ArrayList<>();
        for (Polarity polarity : Polarity.values()) {
            Matcher label = label(polarity).matcher(sentence.in(article));
            if (label.find()) {
                Span cue = new Span(label.start(), label.end()).shift(sentence.span().start());
                things.values().forEach(thing -> claims.add(claim(article, sentence, cue, polarity, thing)));
            }
        }
        return claims;
    }

    private static Pattern label(Polarity polarity) {
        return switch (polarity) {
            case AFFIRMS -> OPEN;
            case DENIES -> CLOSED;
        };
    }

    /// Makers, speakers and licences are no things that could be open source.
    private static boolean isThing(Mention.Kind kind) {
        return switch (kind) {
            case MODEL, SOFTWARE, DATASET -> true;
            case ORGANISATION, PERSON, LICENCE -> false;
        };
    }

    private static Claim claim(Article article, Sentence sentence, Span cue, Polarity polarity, Mention thing) {
        String id = String.join(" ", article.id(), Integer.toString(sentence.number()), thing.id(), polarity.label());
        return new Claim(id, article.id(), sentence.number(), sentence.span(), cue, thing.id(), thing.text(),
                thing.text(), thing.version(), Aspect.OPEN_SOURCE, Sense.PLAIN, polarity, Modality.ACTUAL,
                Attribution.OUTLET, null, cue.in(article.text()), List.of(), false, null, 1, true,
                "keyword");
    }
}
