package org.openwash.publication;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openwash.domain.Verdict;
import org.openwash.publication.BarChart.Part;
import org.openwash.publication.BarChart.Row;
import org.openwash.statistics.Corpus.OfMonth;
import org.openwash.statistics.Corpus.OfOutlet;
import org.openwash.statistics.Corpus.OfSubject;
import org.openwash.statistics.Repeating;
import org.openwash.statistics.Tally;
import org.openwash.statistics.Window;

/// Draws what the page counts, and says of each chart in words what it shows.
final class Charts {

    private static final int MOST_BARS = 15;
    /// rows that a description reads out; the table has all
    private static final int READ_OUT = 3;
    /// characters of each of two names in one label
    private static final int LONGEST_OF_TWO = 14;

    private Charts() {}

    static Drawing overTime(Timeline time, List<OfMonth> months) {
        int undated = months.stream().filter(m -> m.month() == null).mapToInt(m -> m.tally().claims()).sum();
        String description = (time.columns().isEmpty() ? "No dated article makes a claim."
                : "One column for each " + time.unit() + " from " + time.columns().getFirst().label() + " to "
                        + time.columns().getLast().label()
                        + ", stacked of supported, overstated, contradicted and unverifiable claims. " + time.peak())
                + (time.earlier() > 0 ? " " + Numbers.count(time.earlier(), "earlier claim") + " not shown." : "")
                + (undated > 0 ? " " + Numbers.count(undated, "claim") + " in undated articles not shown." : "");
        return ColumnChart.of("over-time", "Claims over time, by verdict", description, time.columns());
    }

    static Drawing aroundEvent(Timeline time, Window.Event event) {
        String description = "One column for each " + time.unit() + " from " + event.from() + " to "
                + event.until().minusDays(1) + ", stacked by verdict. A dashed line stands before the day itself. "
                + time.peak();
        String title = "Claims around " + event.day() + ", by verdict";
        return ColumnChart.of("around", title, description.strip(), time.columns(), time.columns().size() / 2);
    }

    static Drawing outletShares(List<OfOutlet> outlets) {
        return ShareChart.of("outlet-shares", "Outlets by share of flags and of own voice",
                "Two shares for each outlet, with 95 % intervals. " + readOut(outlets, o ->
                        Words.name(Words.outlet(o.outlet())) + ": " + Numbers.percent(o.tally().flaggedArticles())
                                + " of its articles with a claim are flagged, " + Numbers.percent(o.tally().ownVoice())
                                + " of its claims are in its own voice."),
                outlets.stream().limit(MOST_BARS).toList());
    }

    static Drawing subjectVerdicts(List<OfSubject> subjects) {
        List<Row> rows = subjects.stream().limit(MOST_BARS)
                .map(s -> new Row(s.name(), Numbers.count(s.tally().claims(), "claim"), parts(s.tally())))
                .toList();
        return BarChart.of("subject-verdicts", "Subjects by verdict",
                "One bar for each subject, of its claims by verdict. " + readOut(subjects, s ->
                        Words.name(s.name()) + ": " + ColumnChart.STACKED.stream()
                                .map(v -> Numbers.whole(claims(s.tally(), v)) + " " + v.label())
                                .collect(Collectors.joining(", ", "", "."))),
                rows);
    }

    static Drawing repeats(List<Repeating> repeating) {
        List<Row> rows = repeating.stream().limit(MOST_BARS)
                .map(r -> new Row(
                        Words.cut(Words.outlet(r.first()), LONGEST_OF_TWO) + " → "
                                + Words.cut(Words.outlet(r.repeater()), LONGEST_OF_TWO),
                        Numbers.count(r.stories(), "story", "stories") + ", " + Numbers.count(r.flags(), "flag"),
                        List.of(new Part("flags", r.flags()), new Part("claims", r.claims() - r.flags()))))
                .toList();
        return BarChart.of("repeats", "Who repeats whom within a story",
                "One bar for each pair of outlets, of the claims that the second repeated from stories which the first ran"
                        + " before it. " + readOut(repeating, r -> Words.name(Words.outlet(r.repeater())) + " after "
                        + Words.name(Words.outlet(r.first())) + ": " + Numbers.count(r.stories(), "story", "stories") + "."),
                rows);
    }

    private static List<Part> parts(Tally tally) {
        return ColumnChart.STACKED.stream().map(v -> new Part(v.label(), claims(tally, v))).toList();
    }

    private static int claims(Tally tally, Verdict verdict) {
        return tally.verdicts().getOrDefault(verdict, 0);
    }

    private static <R> String readOut(List<R> rows, Function<R, String> sentence) {
        return rows.stream().limit(READ_OUT).map(sentence).collect(Collectors.joining(" "));
    }
}
