package org.openwash.statistics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Precedence;

/// One article as far as it takes to count it.
///
/// @param outlet null where it is not known
/// @param claims those that count, without text that the outlet repeats in many articles
public record Piece(
        String articleId, @Nullable String outlet, Precedence precedence, String story, List<ClaimRow> claims) {

    /// First come first.
    public static final Comparator<Piece> ORDER =
            Comparator.comparing(Piece::precedence).thenComparing(Piece::articleId);

    public Piece {
        claims = List.copyOf(claims);
    }

    public @Nullable LocalDate published() {
        return precedence.published();
    }

    public int flags() {
        return (int) claims.stream().filter(ClaimRow::flagged).count();
    }

    Piece with(List<ClaimRow> some) {
        return new Piece(articleId, outlet, precedence, story, some);
    }
}
