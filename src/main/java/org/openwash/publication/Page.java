package org.openwash.publication;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private static final int MOST_BARS = 15;

    /// The flags shown.
    ///
    /// @param flagged  how many claims are flagged
    /// @param rejected of these, rejected by reviewers and so not shown
    /// @param leftOut  of these, neither shown nor named as a copy, for want of room
    /// @param sources  addresses of the sources of the facts that the flags shown rest on; flags give their place, from 1
    public record FlagList(int flagged, Map<Severity, Integer> severities, int rejected, int leftOut, List<FlagEntry> shown,
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
                    (int) flags.stream().filter(FlagEntry::rejected).count(),
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
                overTime(Timeline.of(corpus.pieces()), months),
                event == null ? null : corpus.around(event),
                event == null ? null : aroundEvent(Timeline.of(corpus.pieces(), event), event),
                outletShares(outlets),
                subjectVerdicts(subjects),
                repeats(repeating),
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

    private static Drawing overTime(Timeline time, List<OfMonth> months) {
        int undated = months.stream().filter(m -> m.month() == null).mapToInt(m -> m.tally().claims()).sum();
        String description = (time.columns().isEmpty() ? "No dated article makes a claim."
                : "One column for each " + time.unit() + " from " + time.columns().getFirst().label() + " to "
                        + time.columns().getLast().label() + ", stacked of supported, overstated, contradicted and unverifiable"
                        + " claims. " + time.peak())
                + (time.earlier() > 0 ? " " + Numbers.count(time.earlier(), "earlier claim") + " not shown." : "")
                + (undated > 0 ? " " + Numbers.count(undated, "claim") + " in undated articles not shown." : "");
        return ColumnChart.of("over-time", "Claims over time, by verdict", description, time.columns());
    }

    private static Drawing aroundEvent(Timeline time, Window.Event event) {
        String description = "One column for each " + time.unit() + " from " + event.from() + " to " + event.until().minusDays(1)
                + ", stacked by verdict. A dashed line stands before the day itself. " + time.peak();
        return ColumnChart.of("around", "Claims around " + event.day() + ", by verdict", description.strip(), time.columns(),
                time.columns().size() / 2);
    }

    private static Drawing outletShares(List<OfOutlet> outlets) {
        List<OfOutlet> shown = outlets.stream().limit(MOST_BARS).toList();
        String description = "Two shares for each outlet, with 95 % intervals. " + shown.stream().limit(3)
                .map(o -> Words.cut(Words.outlet(o.outlet()), 60) + ": " + Numbers.percent(o.tally().flaggedArticles())
                        + " of its articles with a claim are flagged, " + Numbers.percent(o.tally().ownVoice())
                        + " of its claims are in its own voice.")
                .collect(Collectors.joining(" "));
        return ShareChart.of("outlet-shares", "Outlets by share of flags and of own voice", description.strip(), shown);
    }

    private static Drawing subjectVerdicts(List<OfSubject> subjects) {
        List<BarChart.Row> rows = subjects.stream().limit(MOST_BARS).map(s -> new BarChart.Row(s.name(),
                Numbers.count(s.tally().claims(), "claim"),
                ColumnChart.STACKED.stream().map(v -> new BarChart.Part(v.label(), s.tally().verdicts().get(v))).toList())).toList();
        String description = "One bar for each subject, of its claims by verdict. " + subjects.stream().limit(3)
                .map(s -> Words.cut(s.name(), 60) + ": " + ColumnChart.STACKED.stream()
                        .map(v -> Numbers.whole(s.tally().verdicts().get(v)) + " " + v.label()).collect(Collectors.joining(", ")) + ".")
                .collect(Collectors.joining(" "));
        return BarChart.of("subject-verdicts", "Subjects by verdict", description.strip(), rows);
    }

    private static Drawing repeats(List<Repeating> repeating) {
        List<BarChart.Row> rows = repeating.stream().limit(MOST_BARS).map(r -> new BarChart.Row(
                Words.cut(Words.outlet(r.first()), 14) + " → " + Words.cut(Words.outlet(r.repeater()), 14),
                Numbers.count(r.stories(), "story", "stories") + ", " + Numbers.count(r.flags(), "flag"),
                List.of(new BarChart.Part("flags", r.flags()), new BarChart.Part("claims", r.claims() - r.flags())))).toList();
        String description = "One bar for each pair of outlets, of the claims that the second repeated from stories which the first"
                + " ran before it. " + repeating.stream().limit(3)
                .map(r -> Words.cut(Words.outlet(r.repeater()), 60) + " after " + Words.cut(Words.outlet(r.first()), 60) + ": "
                        + Numbers.count(r.stories(), "story", "stories") + ".")
                .collect(Collectors.joining(" "));
        return BarChart.of("repeats", "Who repeats whom within a story", description.strip(), rows);
    }

    /// How many claims have a verdict.
    public static int claims(Tally tally, Verdict verdict) {
        return tally.verdicts().getOrDefault(verdict, 0);
    }
}
