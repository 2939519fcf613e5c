package org.openwash.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Claim;
import org.openwash.domain.Finding;
import org.openwash.domain.Judgement;
import org.openwash.domain.Mention;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sentence;
import org.openwash.domain.Severity;
import org.openwash.domain.Span;
import org.openwash.domain.Verdict;
import org.openwash.domain.Yardstick;

class KeywordBaselineTest {

    private static final Pattern NAME = Pattern.compile("Llama 3|Redis|Meta");
    private static final LocalDate DAY = LocalDate.of(2024, 5, 3);

    private final KeywordBaseline baseline =
            new KeywordBaseline(KeywordBaselineTest::names, KeywordBaselineTest::judgement);

    @ParameterizedTest
    @CsvSource(textBlock = """
            Llama 3 is open source.,                           llama-3 affirms
            The open-source Llama 3 beats an open‑source one., llama-3 affirms
            Meta open-sourced Llama 3 and Redis.,              llama-3 affirms; redis affirms
            Llama 3 is OPEN SOURCE: Llama 3!,                  llama-3 affirms
            'Redis is proprietary, like all closed-source.',   redis denies
            Closed source is what Redis is.,                   redis denies
            # nothing but the label is read
            Llama 3 is not open source.,                       llama-3 affirms
            Is Redis open source or proprietary?,              redis affirms; redis denies
            # no label or no thing
            Llama 3 is open to source hunters.,                ''
            Llama 3 is openly sourced and reopen source.,      ''
            Meta loves open source.,                           ''
            It is open source.,                                ''
            """)
    void theLabelIsSaidOfEachThingInItsSentence(String sentence, String found) {
        List<Prediction> predictions =
                baseline.predictions(new GoldArticle("a", Map.of(7, sentence)), DAY, SubjectClasses.none());
        assertThat(predictions.stream()
                        .map(p -> p.key().subject().replace("llama3", "llama-3") + " " + p.key().polarity().label())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(found);
        assertThat(predictions).allSatisfy(p -> {
            assertThat(p.key().sentence()).isEqualTo(7);
            assertThat(p.key().aspect()).isEqualTo(Aspect.OPEN_SOURCE);
            assertThat(p.modality()).isEqualTo(Modality.ACTUAL);
            assertThat(p.attribution()).isEqualTo(Attribution.OUTLET);
        });
    }

    @Test
    void namesAndLabelsOfDifferentSentencesDoNotMeet() {
        Map<Integer, String> sentences = new LinkedHashMap<>();
        sentences.put(0, "Llama 3 arrives");
        sentences.put(2, "Open source at last.");
        sentences.put(5, "");
        sentences.put(4, "Redis is open source.");
        assertThat(baseline.predictions(new GoldArticle("a", sentences), DAY, SubjectClasses.none()))
                .extracting(Prediction::key)
                .containsExactly(new ClaimKey(4, "redis", Aspect.OPEN_SOURCE, Polarity.AFFIRMS));
    }

    @Test
    void itsFiguresAreThoseOfAnyOtherPrediction() {
        GoldSet gold = GoldSamples.gold(
                "a 1 llama-3 open-source affirms contradicted",
                "a 2 llama-3 open-source denies supported",
                "a 3 llama-3 weights affirms overstated",
                "b 1 redis licence affirms supported");
        Evaluation evaluation = baseline.evaluate(gold, Map.of("news/a.txt", DAY));
        assertThat(evaluation.wholeClaims()).isEqualTo(new Tally(1, 1, 3));
        assertThat(evaluation.flags()).isEqualTo(new FlagScore(new Tally(1, 1, 1), 1, 1));
        assertThat(evaluation.size().predicted()).isEqualTo(2);
    }

    @Test
    void anArticleWithoutADayIsJudgedWithoutOne() {
        GoldSet gold = GoldSamples.gold("a 1 llama-3 open-source affirms contradicted");
        Evaluation evaluation = baseline.evaluate(gold, Map.of("news/b.txt", DAY));
        assertThat(evaluation.wholeClaims().truePositives()).isOne();
        assertThat(evaluation.flags().tally()).isEqualTo(new Tally(0, 0, 1));
    }

    @Test
    void aFalseDenialIsNoFlag() {
        Map<Integer, String> sentences = Map.of(1, "Llama 3 is proprietary.");
        assertThat(baseline.predictions(new GoldArticle("a", sentences), DAY, SubjectClasses.none()))
                .extracting(Prediction::verdict, Prediction::flagged)
                .containsExactly(tuple(Verdict.CONTRADICTED, false));
    }

    private static List<Mention> names(Article article, List<Sentence> sentences) {
        List<Mention> found = new ArrayList<>();
        for (Sentence sentence : sentences) {
            Matcher name = NAME.matcher(sentence.in(article));
            while (name.find()) {
                Span span = new Span(name.start(), name.end()).shift(sentence.span().start());
                found.add(switch (name.group()) {
                    case "Meta" -> mention(Mention.Kind.ORGANISATION, sentence, span, name.group(), "org:meta");
                    case "Redis" -> mention(Mention.Kind.SOFTWARE, sentence, span, name.group(), "redis");
                    default -> mention(Mention.Kind.MODEL, sentence, span, name.group(), "llama-3");
                });
            }
        }
        return found;
    }

    private static Mention mention(Mention.Kind kind, Sentence sentence, Span span, String text, String id) {
        return new Mention(kind, sentence.number(), span, text, List.of(id), null);
    }

    /// All that is said on a known day is wrong.
    private static Judgement judgement(Claim claim, @Nullable LocalDate published) {
        Verdict verdict = published == null ? Verdict.UNVERIFIABLE : Verdict.CONTRADICTED;
        Finding finding = published == null ? Finding.NONE
                : claim.polarity() == Polarity.DENIES ? Finding.FALSE_DENIAL : Finding.OPEN_WASHING;
        return new Judgement(verdict, verdict, Yardstick.OSAID, finding, Severity.LOW, "", List.of(), "", List.of());
    }
}
