package org.openwash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Article;
import org.openwash.domain.Outcome;
import org.openwash.index.ArticleIndex;
import org.openwash.report.InputBalance;
import org.openwash.report.InputRow;

/// Books what became of every input of a run, and keeps in the index what is to be kept.
///
/// Of several articles with the same address the one that is smallest by (published, source) is kept, whichever
/// arrives first; the others are duplicates. Undated articles come last.
final class Ledger implements OutcomeSink {

    private record Kept(@Nullable LocalDate published, String source) {}

    private record Duplicate(String source, String id) {}

    private static final Comparator<Kept> ORDER = Comparator
            .comparing(Kept::published, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Kept::source);

    private final ArticleIndex index;
    private final Map<String, Kept> keptById = new HashMap<>();
    private final Map<String, InputRow> rowByKept = new HashMap<>();
    private final List<Duplicate> duplicates = new ArrayList<>();
    private final List<InputRow> rows = new ArrayList<>();
    private int entered;

    Ledger(ArticleIndex index) {
        this.index = index;
    }

    @Override
    public synchronized void enter(Outcome outcome) {
        entered++;
        try {
            switch (outcome) {
                case Outcome.Analysed analysed -> {
                    if (wins(analysed.article(), "")) {
                        index.put(analysed);
                    }
                }
                case Outcome.OtherLanguage other -> {
                    if (wins(other.article(), "language: " + other.article().language())) {
                        index.put(other);
                    }
                }
                case Outcome.Failed failed ->
                    rows.add(new InputRow(failed.source(), InputRow.Status.FAILED, failed.reason(), failed.place(), null));
                case Outcome.Skipped skipped ->
                    rows.add(new InputRow(skipped.source(), InputRow.Status.SKIPPED, skipped.reason(), "", null));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the index", e);
        }
    }

    /// Whether the article is to be kept rather than another with the same id that came before; books both.
    private boolean wins(Article article, String skippedFor) {
        var candidate = new Kept(article.published(), article.source());
        Kept before = keptById.get(article.id());
        if (before != null && ORDER.compare(before, candidate) <= 0) {
            duplicates.add(new Duplicate(article.source(), article.id()));
            return false;
        }
        if (before != null) {
            rowByKept.remove(article.id());
            duplicates.add(new Duplicate(before.source(), article.id()));
        }
        keptById.put(article.id(), candidate);
        InputRow.Status status = skippedFor.isEmpty() ? InputRow.Status.KEPT : InputRow.Status.SKIPPED;
        String reason = skippedFor.isEmpty() ? article.notes() : skippedFor;
        rowByKept.put(article.id(), new InputRow(article.source(), status, reason, "", article.id()));
        return true;
    }

    /// Names the one that was kept in the end, so that the order of arrival does not show.
    private InputRow row(Duplicate duplicate) {
        String kept = keptById.get(duplicate.id()).source();
        String reason = duplicate.source().equals(kept) ? "given twice" : "same address as " + kept;
        return new InputRow(duplicate.source(), InputRow.Status.DUPLICATE, reason, "", duplicate.id());
    }

    /// Every input that was entered, once each.
    ///
    /// @throws IllegalStateException if one was lost, which would be a bug
    synchronized List<InputRow> close() {
        var all = new ArrayList<>(rows);
        all.addAll(rowByKept.values());
        duplicates.forEach(duplicate -> all.add(row(duplicate)));
        InputBalance.of(all).mustEqual(entered);
        return all;
    }
}
