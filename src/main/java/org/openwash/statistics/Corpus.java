package org.openwash.statistics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Claim;
import org.openwash.domain.ClaimRow;
import org.openwash.statistics.Window.Event;

/// Counts all articles of an index, as a whole and by outlet, subject, month and event. The same articles give the same
/// numbers, in whatever order they come.
public final class Corpus {

    /// Outlets with fewer articles that make a claim are listed and not ranked: from 20 on the interval of a share is at
    /// most 42 points wide, below that it hardly says more than "some".
    public static final int RANKED_FROM = 20;

    /// @param outlet empty where it is not known
    /// @param ranked whether it has enough articles for its shares to be compared
    public record OfOutlet(String outlet, Tally tally, boolean ranked) {}

    /// @param name as its first claim calls it
    public record OfSubject(String id, String name, Tally tally) {}

    /// @param month null for articles without a day
    public record OfMonth(@Nullable YearMonth month, Tally tally) {}

    private final List<Piece> pieces;
    private final Tally all;

    public Corpus(Collection<Piece> articles) {
        pieces = articles.stream().sorted(Piece.ORDER).toList();
        all = Tally.of(pieces);
    }

    public Tally all() {
        return all;
    }

    /// First the outlets that can be ranked, by the share of their articles with a claim that are flagged, the highest
    /// first; then those with few articles, by name. Outlets that make no claim are left out.
    public List<OfOutlet> outlets() {
        var byOutlet = new TreeMap<String, List<Piece>>(
                pieces.stream().collect(groupingBy(p -> Objects.requireNonNullElse(p.outlet(), ""))));
        var outlets = new ArrayList<OfOutlet>();
        byOutlet.forEach((name, own) -> {
            Tally tally = Tally.of(own);
            if (tally.claims() > 0) {
                // articles of many outlets that nobody knows are no outlet to be ranked
                outlets.add(new OfOutlet(name, tally, !name.isEmpty() && tally.articlesWithClaim() >= RANKED_FROM));
            }
        });
        Comparator<OfOutlet> ranked = Comparator.comparing(OfOutlet::ranked).reversed();
        outlets.sort(ranked
                .thenComparing(o -> o.ranked ? -o.tally.flaggedArticles().share() : 0)
                .thenComparing(OfOutlet::outlet));
        return outlets;
    }

    /// Things and companies spoken of, those with the most claims first; what could not be named is left out.
    public List<OfSubject> subjects() {
        var bySubject = new HashMap<String, List<Piece>>();
        var names = new HashMap<String, String>();
        for (Piece piece : pieces) {
            Map<String, List<ClaimRow>> own = piece.claims().stream()
                    .filter(row -> !row.claim().subject().equals(Claim.UNRESOLVED))
                    .collect(groupingBy(row -> row.claim().subject(), LinkedHashMap::new, toList()));
            own.forEach((subject, rows) -> {
                bySubject.computeIfAbsent(subject, s -> new ArrayList<>()).add(piece.with(rows));
                names.putIfAbsent(subject, rows.getFirst().claim().subjectName());
            });
        }
        return bySubject.entrySet().stream()
                .map(e -> new OfSubject(e.getKey(), names.get(e.getKey()), Tally.of(e.getValue())))
                .sorted(Comparator.comparingInt((OfSubject s) -> s.tally.claims()).reversed().thenComparing(OfSubject::id))
                .toList();
    }

    /// Months with articles, in their order; undated articles come last.
    public List<OfMonth> months() {
        var byMonth = new TreeMap<YearMonth, List<Piece>>();
        var undated = new ArrayList<Piece>();
        for (Piece piece : pieces) {
            if (piece.published() == null) {
                undated.add(piece);
            } else {
                byMonth.computeIfAbsent(YearMonth.from(piece.published()), m -> new ArrayList<>()).add(piece);
            }
        }
        var months = new ArrayList<OfMonth>();
        byMonth.forEach((month, own) -> months.add(new OfMonth(month, Tally.of(own))));
        if (!undated.isEmpty()) {
            months.add(new OfMonth(null, Tally.of(undated)));
        }
        return months;
    }

    /// Articles with a claim of every outlet that ran a story after another.
    public List<Repeating> repeating() {
        return Repeating.in(pieces.stream().filter(p -> !p.claims().isEmpty()).toList());
    }

    public Window around(Event event) {
        return Window.of(event, pieces);
    }

    public Reviewed reviewed() {
        return Reviewed.of(pieces.stream().flatMap(p -> p.claims().stream()).filter(ClaimRow::flagged).toList());
    }

    /// The articles themselves, first come first.
    public List<Piece> pieces() {
        return pieces;
    }
}
