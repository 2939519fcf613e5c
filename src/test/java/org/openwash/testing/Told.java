package org.openwash.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Article;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Circulation;
import org.openwash.domain.Decision;
import org.openwash.domain.Decisions;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Outcome;
import org.openwash.domain.Standing;
import org.openwash.domain.Verdict;
import org.openwash.statistics.Piece;

/// Articles for counting, in a line each.
public final class Told {

    private static final double THRESHOLD = 0.5;

    private Told() {}

    /// A claim that an article makes; its id is also what a decision names.
    ///
    /// @param decision what reviewers decided; empty for nothing
    public record Said(String id, Verdict verdict, UnaryOperator<ClaimSample> more, String decision) {}

    public static Said claim(String id, Verdict verdict) {
        return new Said(id, verdict, UnaryOperator.identity(), "");
    }

    public static Said claim(String id, Verdict verdict, UnaryOperator<ClaimSample> more) {
        return new Said(id, verdict, more, "");
    }

    /// A claim that is contradicted and so flagged.
    public static Said flag(String id) {
        return claim(id, Verdict.CONTRADICTED);
    }

    public static Said decided(String id, String decision) {
        return new Said(id, Verdict.CONTRADICTED, UnaryOperator.identity(), decision);
    }

    public static Piece piece(String source, @Nullable String outlet, @Nullable LocalDate day, String story, Said... said) {
        return piece(Samples.article(source, outlet, day, "Llama 3 is open source."), story, "Llama 3 is open source.", said);
    }

    /// An article of which every claim stands in the same sentence.
    public static Piece piece(Article article, String story, String sentence, Said... said) {
        Article told = article.withCirculation(new Circulation(story, List.of()));
        JudgedClaim[] claims = Stream.of(said)
                .map(s -> s.more().apply(Samples.claim(told, sentence).id(s.id())).judged(s.verdict()))
                .toArray(JudgedClaim[]::new);
        Outcome.Analysed analysed = Samples.analysed(told, claims);
        List<ClaimRow> rows = ClaimRow.of(analysed, THRESHOLD, Decisions.none());
        Map<String, String> decisions = Stream.of(said)
                .collect(java.util.stream.Collectors.toMap(Said::id, Said::decision, (a, b) -> b));
        return new Piece(told.id(), told.metadata().outlet(), org.openwash.domain.Precedence.of(told), story,
                rows.stream().map(row -> standing(row, Objects.requireNonNull(decisions.get(row.claim().id())))).toList());
    }

    private static ClaimRow standing(ClaimRow row, String word) {
        return word.isEmpty() ? row : row.with(THRESHOLD, new Standing(word, (Decision) null, ""));
    }

    /// The flags of the articles, as they come.
    public static List<ClaimRow> flags(List<Piece> pieces) {
        return pieces.stream().flatMap(p -> p.claims().stream()).filter(ClaimRow::flagged).toList();
    }
}
