package org.openwash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openwash.domain.Article;
import org.openwash.domain.Outcome;
import org.openwash.domain.Precedence;
import org.openwash.index.ArticleIndex;
import org.openwash.report.InputBalance;
import org.openwash.report.InputRow;

/// Books what became of every input of a run, and keeps in the index what is to be kept.
///
/// Of several articles with the same address the one that is smallest by (published, source) is kept, whichever
/// arrives first and whichever run brought it; the others are duplicates. Undated articles come last. A source that is
/// read again replaces what it gave before, and keeps the place that it had.
///
/// Known gap: if the source that was kept by an earlier run now gives an article of another address, a duplicate that
/// arrived in the same run is kept only by the next.
final class Ledger implements OutcomeSink {

    private record Duplicate(String source, String id) {}

    private final ArticleIndex index;
    private final Map<String, Precedence> keptById = new HashMap<>();
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
    private boolean wins(Article article, String skippedFor) throws IOException {
        String id = article.id();
        Optional<Precedence> held = index.held(id);
        Precedence candidate = Precedence.of(article);
        if (held.isPresent() && held.get().source().equals(candidate.source()) && held.get().isBefore(candidate)) {
            candidate = held.get();
        }
        Precedence best = keptById.getOrDefault(id, held.orElse(null));
        InputRow displaced = rowByKept.get(id);
        // one that is held but was not read in this run gives way to itself
        if (best != null && (best.isBefore(candidate) || displaced != null && best.equals(candidate))) {
            duplicates.add(new Duplicate(article.source(), id));
            keptById.put(id, best);
            return false;
        }
        if (displaced != null) {
            duplicates.add(new Duplicate(displaced.source(), id));
        }
        keptById.put(id, candidate);
        InputRow.Status status = skippedFor.isEmpty() ? InputRow.Status.KEPT : InputRow.Status.SKIPPED;
        String reason = skippedFor.isEmpty() ? article.notes() : skippedFor;
        rowByKept.put(id, new InputRow(article.source(), status, reason, "", id));
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
