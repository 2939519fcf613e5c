package org.openwash.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.ClaimRow;
import org.openwash.report.Column.Type;

/// The tables of a nightly report: changes.csv of one night, history.csv of all.
public final class ChangeTables {

    /// A change and the night that found it.
    ///
    /// @param night counted from 1; nights that found nothing have no number
    /// @param day   of that night's run
    public record Dated(int night, LocalDate day, Change change) {}

    private static final Comparator<Change> ORDER = comparing(Change::kind)
            .thenComparing(change -> change.metadata().published(), nullsLast(naturalOrder()))
            .thenComparing(Change::source)
            .thenComparing(change -> id(change.row()))
            .thenComparing(change -> id(change.before()))
            .thenComparing(Change::detail);

    private static final List<Column<Change>> COLUMNS = List.of(
            text("change", "new-flag, withdrawn-flag, changed-claim, new-claim, gone-claim, unknown-subject, article-edited,"
                    + " article-deleted, failing-input, quiet-source", c -> c.kind().label()),
            text("why", "new-article, article-edited, article-deleted, facts-changed, rules-changed, decision,"
                    + " threshold-changed, repeated-text, source", c -> c.why().label()),
            text("claim_id", "The claim, as it is or was", c -> id(c.row())),
            text("article_id", "Its article", Change::articleId),
            text("source", "The input, or the place that inputs come from", Change::source),
            text("url", "Address of the article", c -> c.metadata().url()),
            text("outlet", "Who published the article", c -> c.metadata().outlet()),
            text("title", "Title of the article", Change::title),
            new Column<>("published", Type.DAY, "Day of publication", c -> c.metadata().published()),
            text("subject", "What the claim is about", c -> of(c.row(), row -> row.claim().subject())),
            text("subject_name", "Name of the subject", c -> of(c.row(), row -> row.claim().subjectName())),
            text("aspect", "As in claims.csv", c -> of(c.row(), row -> row.claim().aspect().label())),
            text("sentence_before", "The sentence as it was", c -> of(c.before(), ClaimRow::sentence)),
            text("sentence", "The sentence as it is", c -> of(c.now(), ClaimRow::sentence)),
            text("verdict_before", "The verdict as it was", c -> of(c.before(), row -> row.judgement().verdict().label())),
            text("verdict", "The verdict as it is", c -> of(c.now(), row -> row.judgement().verdict().label())),
            new Column<>("flagged_before", Type.YES_NO, "Whether it counted as a flag: flagged, and not rejected",
                    c -> c.before() == null ? null : Change.stands(c.before())),
            new Column<>("flagged", Type.YES_NO, "Whether it counts as one", c -> c.now() == null ? null : Change.stands(c.now())),
            text("explanation", "The verdict's reason, as it is or was", c -> of(c.row(), row -> row.judgement().explanation())),
            text("detail", "What else there is to say", Change::detail));

    public static final Table<Change> CHANGES = new Table<>("changes.csv",
            "What the last nightly run that found anything has found changed", COLUMNS, ORDER);

    public static final Table<Dated> HISTORY = new Table<>("history.csv", "What all nightly runs have found changed",
            history(), comparing(Dated::night).thenComparing(Dated::change, ORDER));

    /// What `diff` prints, with the same columns.
    static final Table<RunChange> BETWEEN_RUNS = new Table<>("diff.csv", "What differs between two runs",
            COLUMNS.stream().map(ChangeTables::betweenRuns).toList(), comparing(RunChange::kind));

    private ChangeTables() {}

    private static Column<RunChange> betweenRuns(Column<Change> column) {
        Function<RunChange, @Nullable Object> value = switch (column.name()) {
            case "change" -> c -> c.kind().label();
            case "why" -> c -> c.why() == null ? null : c.why().label();
            case "claim_id" -> c -> c.row().id();
            case "article_id" -> c -> c.row().article();
            case "source" -> c -> c.row().source();
            case "url" -> c -> c.row().url();
            case "outlet" -> c -> c.row().outlet();
            case "title" -> c -> c.row().title();
            case "published" -> c -> c.row().published();
            case "subject" -> c -> c.row().subject();
            case "subject_name" -> c -> c.row().subjectName();
            case "aspect" -> c -> c.row().aspect();
            case "sentence_before" -> c -> c.before() == null ? null : c.before().sentence();
            case "sentence" -> c -> c.now() == null ? null : c.now().sentence();
            case "verdict_before" -> c -> c.before() == null ? null : c.before().verdict();
            case "verdict" -> c -> c.now() == null ? null : c.now().verdict();
            case "flagged_before" -> c -> c.before() == null ? null : c.before().stands();
            case "flagged" -> c -> c.now() == null ? null : c.now().stands();
            case "explanation" -> c -> c.row().explanation();
            case "detail" -> RunChange::detail;
            default -> throw new IllegalStateException("no cell for the column " + column.name());
        };
        return new Column<>(column.name(), column.type(), column.description(), value);
    }

    private static List<Column<Dated>> history() {
        var columns = new ArrayList<Column<Dated>>();
        columns.add(new Column<>("night", Type.WHOLE_NUMBER, "Number of the nightly run; nights that find nothing have none",
                Dated::night));
        columns.add(new Column<>("day", Type.DAY, "Its day", Dated::day));
        for (Column<Change> column : COLUMNS) {
            columns.add(new Column<>(column.name(), column.type(), column.description(), d -> column.value().apply(d.change())));
        }
        return columns;
    }

    private static Column<Change> text(String name, String description, Function<Change, @Nullable Object> value) {
        return new Column<>(name, Type.TEXT, description, value);
    }

    private static String id(@Nullable ClaimRow row) {
        return row == null ? "" : row.claim().id();
    }

    private static @Nullable Object of(@Nullable ClaimRow row, Function<ClaimRow, String> value) {
        return row == null ? null : value.apply(row);
    }
}
