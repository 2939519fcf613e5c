package org.openwash.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.Standing;
import org.openwash.domain.Verdict;
import org.openwash.testing.ClaimSample;
import org.openwash.testing.Samples;

/// Two short articles, what annotators would say of them, and claims found in them, each written as a few words:
/// `a 1 llama-3 open-source affirms contradicted`.
final class GoldSamples {

    private static final Map<String, Map<Integer, String>> SENTENCES = Map.of(
            "a", new TreeMap<>(Map.of(
                    0, "Falcon comes home",
                    1, "Llama 3 is open source.",
                    2, "Llama 3 is not open source, its critics answer.",
                    3, "Its weights can be downloaded by anyone.",
                    4, "The weather stayed fine.")),
            "b", new TreeMap<>(Map.of(
                    1, "Redis changed its licence in spring.",
                    2, "Its makers still call it free for all uses.")));

    private GoldSamples() {}

    /// @param claims as in the class comment; `?` at the end marks an optional one, verdicts may be joined with `|`
    static GoldSet gold(String... claims) {
        List<GoldArticle> articles = Stream.of("a", "b").map(id -> new GoldArticle(id, SENTENCES.get(id))).toList();
        return new GoldSet(Stream.of(claims).map(GoldSamples::goldClaim).toList(), articles, SubjectClasses.none());
    }

    private static GoldClaim goldClaim(String words) {
        String[] parts = words.split(" ");
        return new GoldClaim(parts[0], Integer.parseInt(parts[1]), parts[2], aspect(parts[3]), polarity(parts[4]),
                List.of(Modality.ACTUAL), List.of(Attribution.OUTLET),
                Stream.of(parts[5].split("\\|")).map(GoldSamples::verdict).toList(),
                parts.length > 6 && parts[6].equals("?"));
    }

    /// @param claims as in the class comment; `!` at the end marks a flagged one
    static List<ClaimRow> found(String... claims) {
        return Stream.of(claims).map(GoldSamples::row).toList();
    }

    private static ClaimRow row(String words) {
        String[] parts = words.split(" ");
        return row("news/" + parts[0] + ".txt", SENTENCES.get(parts[0]).get(Integer.parseInt(parts[1])), parts);
    }

    /// A claim of Llama 3 found in this source and sentence.
    static ClaimRow row(String source, String sentence) {
        return row(source, sentence, "a 1 llama-3 open-source affirms contradicted".split(" "));
    }

    private static ClaimRow row(String source, String sentence, String[] parts) {
        Article article = Samples.article(source, sentence);
        ClaimSample claim = Samples.claim(article, sentence).about(parts[2], parts[2]).aspect(aspect(parts[3]));
        JudgedClaim judged = (polarity(parts[4]) == Polarity.DENIES ? claim.denied() : claim).judged(verdict(parts[5]));
        return new ClaimRow(source, article.metadata(), article.title(), "en", "story", 0, sentence.length(), sentence,
                judged, false, parts.length > 6 && parts[6].equals("!"), Standing.NONE);
    }

    private static Aspect aspect(String label) {
        return Stream.of(Aspect.values()).filter(value -> value.label().equals(label)).findFirst().orElseThrow();
    }

    private static Polarity polarity(String label) {
        return Stream.of(Polarity.values()).filter(value -> value.label().equals(label)).findFirst().orElseThrow();
    }

    private static Verdict verdict(String label) {
        return Stream.of(Verdict.values()).filter(value -> value.label().equals(label)).findFirst().orElseThrow();
    }
}
