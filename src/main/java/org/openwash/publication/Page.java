package org.openwash.publication;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Severity;
import org.openwash.domain.Verdict;
import org.openwash.statistics.Corpus;
import org.openwash.statistics.Corpus.OfMonth;
import org.openwash.statistics.Corpus.OfOutlet;
import org.openwash.statistics.Corpus.OfSubject;
import org.openwash.statistics.Corrected;
import org.openwash.statistics.MeasuredFlags;
import org.openwash.statistics.Repeating;
import org.openwash.statistics.Reviewed;
import org.openwash.statistics.Tally;
import org.openwash.statistics.Window;

/// All that the page shows, within bounds that keep it openable however large the corpus: the tables beside it hold the
/// rest.
///
/// @param period            first and last month with an article; empty where none has a day
/// @param expectedPrecision mean calibrated confidence of the flags; null without flags
/// @param window            null where no event was asked for
public record Page(
        String style,
        Method method,
        double threshold,
        String period,
        Tally all,
        @Nullable Double expectedPrecision,
        Corrected corrected,
        List<MeasuredFlags> measured,
        Reviewed reviewed,
        FlagList flags,
        Drawing overTime,
        @Nullable Window window,
        @Nullable Drawing aroundEvent,
        Drawing outletShares,
        Drawing subjectVerdicts,
        Drawing repeats,
        Listed<OfMonth> months,
        Listed<OfOutlet> outlets,
        Listed<OfSubject> subjects,
        Listed<Repeating> repeating) {

    static final int MOST_FLAGS = 200;
    static final int MOST_ROWS = 50;
    static final int MOST_MONTHS = 240;

    /// The flags shown.
    ///
    /// @param flagged  how many claims are flagged
    /// @param rejected of these, rejected by reviewers and so not shown
    /// @param leftOut  of these, neither shown nor named as a copy, for want of room
    /// @param sources  addresses of the facts that the flags shown rest on; flags give their place, from 1
    public record FlagList(
            int flagged, Map<Severity, Integer> severities, int rejected, int leftOut, List<FlagEntry> shown,
            List<String> sources) {

        static FlagList of(List<ClaimRow> flags) {
            List<List<ClaimRow>> joined = FlagEntry.joined(flags);
            var severities = new EnumMap<Severity, Integer>(Severity.class);
            flags.forEach(row -> severities.merge(row.judgement().severity(), 1, Integer::sum));
            var sources = new Sources();
            List<FlagEntry> shown = joined.stream().limit(MOST_FLAGS).map(rows -> FlagEntry.of(rows, sources)).toList();
            return new FlagList(
                    flags.size(),
                    severities,
                    (int) flags.stream().filter(row -> row.standing().isRejected()).count(),
                    joined.stream().skip(MOST_FLAGS).mapToInt(List::size).sum(),
                    shown, sources.addresses());
        }

        public int of(Severity severity) {
            return severities.getOrDefault(severity, 0);
        }
    }

    /// The rows of a table, and how many more there are.
    public record Listed<R>(List<R> rows, int more) {

        static <R> Listed<R> first(List<R> rows, int most) {
            return new Listed<>(rows.stream().limit(most).toList(), Math.max(0, rows.size() - most));
        }

        <S> Listed<S> map(Function<R, S> change) {
            return new Listed<>(rows.stream().map(change).toList(), more);
        }
    }

    /// @param event null for none
    /// @param flags most severe first
    static Page of(String style, Method method, double threshold, Window.@Nullable Event event, Corpus corpus,
            List<ClaimRow> flags, @Nullable Double expectedPrecision) {
        List<OfMonth> months = corpus.months();
        List<OfOutlet> outlets = corpus.outlets();
        List<OfSubject> subjects = corpus.subjects();
        List<Repeating> repeating = corpus.repeating();
        return new Page(
                style, method, threshold, period(months), corpus.all(), expectedPrecision,
                Corrected.of(flags.size(), MeasuredFlags.at(threshold)),
                MeasuredFlags.ofSet(),
                corpus.reviewed(),
                FlagList.of(flags),
                Charts.overTime(Timeline.of(corpus.pieces()), months),
                event == null ? null : corpus.around(event),
                event == null ? null : Charts.aroundEvent(Timeline.of(corpus.pieces(), event), event),
                Charts.outletShares(outlets),
                Charts.subjectVerdicts(subjects),
                Charts.repeats(repeating),
                Listed.first(latest(months), MOST_MONTHS),
                Listed.first(outlets, MOST_ROWS),
                Listed.first(subjects, MOST_ROWS),
                Listed.first(repeating, MOST_ROWS));
    }

    private static String period(List<OfMonth> months) {
        List<YearMonth> dated = months.stream().flatMap(m -> Optional.ofNullable(m.month()).stream()).toList();
        return dated.isEmpty() ? "" : dated.getFirst() + " to " + dated.getLast();
    }

    /// The newest months, where there are too many, and the undated articles, in their order.
    private static List<OfMonth> latest(List<OfMonth> months) {
        if (months.size() <= MOST_MONTHS) {
            return months;
        }
        var latest = new ArrayList<>(months.subList(months.size() - MOST_MONTHS, months.size()));
        latest.addAll(months.subList(0, months.size() - MOST_MONTHS)); // cut off behind
        return latest;
    }

    /// How many claims have a verdict.
    public static int claims(Tally tally, Verdict verdict) {
        return tally.verdicts().getOrDefault(verdict, 0);
    }
}
