package org.openwash.testing;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Claim;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Finding;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Judgement;
import org.openwash.domain.Metadata;
import org.openwash.domain.Modality;
import org.openwash.domain.Outcome;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;
import org.openwash.domain.Severity;
import org.openwash.domain.Sha256;
import org.openwash.domain.Span;
import org.openwash.domain.Verdict;
import org.openwash.domain.Yardstick;

/// Articles and claims without end for measuring, the same for the same number: subjects, sentences and words are those of
/// the articles that the project labelled, mixed; few subjects are spoken of often, most seldom, as in the news.
public final class GeneratedClaims {

    public static final int CLAIMS_PER_ARTICLE = 5;
    private static final int OUTLETS = 400;
    private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);
    private static final int DAYS = 3_200;

    private final List<JudgedClaim> samples = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> subjects = new ArrayList<>();

    public GeneratedClaims() throws IOException {
        for (Outcome.Analysed article : LabelledClaims.training()) {
            for (JudgedClaim judged : article.claims()) {
                samples.add(judged);
                String passage = article.article().passage(judged.claim().sentence());
                String sentence = judged.claim().sentenceSpan().in(passage);
                sentences.add(sentence);
                words.addAll(List.of(sentence.split("[^\\p{L}]+")));
                subjects.add(judged.claim().subject());
            }
        }
        words.removeIf(String::isEmpty);
    }

    /// As often as in the labelled articles.
    public String subject(Random random) {
        return subjects.get(random.nextInt(subjects.size()));
    }

    public String word(Random random) {
        return words.get(random.nextInt(words.size())).toLowerCase(Locale.ROOT);
    }

    public String sentence(Random random) {
        return sentences.get(random.nextInt(sentences.size()));
    }

    public static String outlet(Random random) {
        double share = random.nextDouble();
        return "The Outlet " + (int) (OUTLETS * share * share);
    }

    /// Article number `n`, with five claims.
    public Outcome.Analysed article(int n) {
        Random random = new Random(n * 31L + 7);
        var text = new StringBuilder();
        var spans = new ArrayList<Span>();
        var picked = new ArrayList<Integer>();
        for (int i = 0; i < CLAIMS_PER_ARTICLE; i++) {
            int sample = random.nextInt(samples.size());
            picked.add(sample);
            int start = text.length();
            text.append(mixed(sentences.get(sample), random));
            spans.add(new Span(start, text.length()));
            text.append(' ').append(sentence(random)).append('\n');
        }
        String url = "https://outlet.example/" + n;
        var metadata = new Metadata(url, outlet(random), null, "Writer " + random.nextInt(2_000),
                FIRST_DAY.plusDays(random.nextInt(DAYS)), DateBasis.METADATA);
        var article = new Article(url, "generated/" + n + ".html", metadata, mixed(word(random) + " " + word(random), random),
                "en", text.toString(), "");
        var claims = new ArrayList<JudgedClaim>();
        for (int i = 0; i < CLAIMS_PER_ARTICLE; i++) {
            claims.add(judged(article, n, i, spans.get(i), samples.get(picked.get(i)).claim(), random));
        }
        return new Outcome.Analysed(article, 150, 2 * CLAIMS_PER_ARTICLE, List.of(), claims);
    }

    /// With words from elsewhere, so that few sentences are alike.
    private String mixed(String sentence, Random random) {
        var mixed = new StringBuilder(sentence);
        for (int i = random.nextInt(8); i > 0; i--) {
            mixed.append(' ').append(word(random));
        }
        return mixed.toString();
    }

    private static JudgedClaim judged(Article article, int n, int i, Span sentence, Claim like, Random random) {
        Attribution attribution = pick(Attribution.values(), random);
        Verdict verdict = pick(Verdict.values(), random);
        Polarity polarity = random.nextInt(3) == 0 ? Polarity.DENIES : Polarity.AFFIRMS;
        boolean washing = polarity == Polarity.AFFIRMS && (verdict == Verdict.CONTRADICTED || verdict == Verdict.OVERSTATED);
        var claim = new Claim(Sha256.of(n + "#" + i).substring(0, 16), article.id(), i + 1, sentence,
                new Span(sentence.start(), sentence.start() + 4), like.subject(), like.subject(), "", null,
                random.nextInt(3) == 0 ? pick(Aspect.values(), random) : like.aspect(), Sense.PLAIN, polarity,
                random.nextInt(4) == 0 ? pick(Modality.values(), random) : Modality.ACTUAL, attribution,
                attribution == Attribution.OUTLET ? null : "the company", "open source", List.of(), false, null,
                random.nextInt(101) / 100.0, random.nextBoolean(), "generated");
        return new JudgedClaim(claim, new Judgement(verdict, verdict, Yardstick.OSAID,
                washing ? Finding.OPEN_WASHING : Finding.NONE, pick(Severity.values(), random),
                "It was under a licence that forbids commercial use; judged on the article's day.",
                List.of(like.subject() + "#1"), "LicenseRef-" + like.subject(), List.of("https://facts.example/" + like.subject())));
    }

    private static <E> E pick(E[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    /// `qwen-2.5-72b` belongs to `qwen-2.5`, and that to `qwen-2`... by the hyphens of its name.
    public static Function<String, List<String>> families() {
        return subject -> {
            var families = new ArrayList<String>();
            for (int at = subject.lastIndexOf('-'); at > 0; at = subject.lastIndexOf('-', at - 1)) {
                families.add(subject.substring(0, at));
            }
            return families;
        };
    }
}
