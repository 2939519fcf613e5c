package org.openwash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.openwash.domain.Article;
import org.openwash.domain.Outcome;
import org.openwash.domain.Precedence;
import org.openwash.index.ArticleIndex;
import org.openwash.nightly.Known;
import org.openwash.report.InputBalance;
import org.openwash.report.InputRow;

/// Books what became of every input of a run, and keeps in the index what is to be kept.
///
/// Of several articles with the same address the one that is smallest by (published, source) is kept, whichever
/// arrives first and whichever run brought it; the others are duplicates. Undated articles come last. A source that is
/// read again replaces what it gave before, and keeps the place that it had.
///
/// Of pages that were fetched more than once the latest is kept.
///
/// A nightly run hands over also the inputs that are as they were ([#enterKnown]): these take part without being read.
/// Should one of them now be the one to keep, and another's article lie in the index, it is among [#toRead].
///
/// Known gap of a run that is not nightly: if the source that was kept by an earlier run now gives an article of another
/// address, a duplicate that arrived in the same run is kept only by the next.
final class Ledger implements OutcomeSink {

    /// An article that gave way to another with the same id.
    record Duplicate(String source, String id) {}

    /// An article on its way into the index.
    ///
    /// @param known it was not read in this run; what it gave before lies in the index, if it was kept
    private record Candidate(String id, Precedence precedence, InputRow.Status status, String reason, boolean known) {

        Candidate at(Precedence place) {
            return new Candidate(id, place, status, reason, known);
        }
    }

    private final ArticleIndex index;
    private final Predicate<String> replayed;
    private final Predicate<String> captures;
    private final Map<String, Candidate> keptById = new HashMap<>();
    private final Map<String, InputRow> rowByKept = new LinkedHashMap<>(); // as they arrive: nearly sorted
    private final List<Duplicate> duplicates = new ArrayList<>();
    private final List<InputRow> rows = new ArrayList<>();
    private final Set<String> put = new HashSet<>();
    private final Map<String, String> heldFrom = new HashMap<>(); // sources of articles that the index held before, by id
    private int entered;

    Ledger(ArticleIndex index) {
        this(index, source -> false, source -> false);
    }

    /// @param replayed whether all that a source gives is entered in this run, so that what the index holds of it does
    ///                 not count
    /// @param captures whether a source is a page that was fetched: of these the latest is kept, before any other
    Ledger(ArticleIndex index, Predicate<String> replayed, Predicate<String> captures) {
        this.index = index;
        this.replayed = replayed;
        this.captures = captures;
    }

    private boolean isBefore(Precedence one, Precedence other) {
        boolean captured = captures.test(one.source());
        if (captured && captures.test(other.source())) {
            return one.source().compareTo(other.source()) > 0; // archives are named by their time
        }
        return captured != captures.test(other.source()) ? captured : one.isBefore(other);
    }

    @Override
    public synchronized void enter(Outcome outcome) {
        entered++;
        switch (outcome) {
            case Outcome.Analysed analysed -> {
                if (wins(candidate(analysed.article(), InputRow.Status.KEPT, analysed.article().notes()), true)) {
                    store(outcome);
                    put.add(analysed.article().id());
                }
            }
            case Outcome.OtherLanguage other -> {
                Article article = other.article();
                if (wins(candidate(article, InputRow.Status.SKIPPED, "language: " + article.language()), true)) {
                    store(outcome);
                    put.add(article.id());
                }
            }
            case Outcome.Failed failed ->
                rows.add(new InputRow(failed.source(), InputRow.Status.FAILED, failed.reason(), failed.place(), null));
            case Outcome.Skipped skipped ->
                rows.add(new InputRow(skipped.source(), InputRow.Status.SKIPPED, skipped.reason(), "", null));
        }
    }

    /// @return false if it is no article
    private boolean store(Outcome outcome) {
        try {
            switch (outcome) {
                case Outcome.Analysed analysed -> index.put(analysed);
                case Outcome.OtherLanguage other -> index.put(other);
                case Outcome.Failed failed -> {
                    return false;
                }
                case Outcome.Skipped skipped -> {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the index", e);
        }
    }

    /// Which of the articles with this id the last commit holds.
    private Optional<Precedence> held(String id) {
        try {
            return index.held(id);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the index", e);
        }
    }

    private static Candidate candidate(Article article, InputRow.Status status, String reason) {
        return new Candidate(article.id(), Precedence.of(article), status, reason, false);
    }

    /// An input that is as it was when it was last read.
    synchronized void enterKnown(Known known) {
        entered++;
        switch (known.kind()) {
            case FAILED -> {
                rows.add(new InputRow(known.source(), InputRow.Status.FAILED, known.reason(), known.place(), null));
                if (known.isArticle()) {
                    keep(known);
                }
            }
            case SKIPPED -> rows.add(new InputRow(known.source(), InputRow.Status.SKIPPED, known.reason(), "", null));
            case ARTICLE -> wins(candidate(known, InputRow.Status.KEPT), true);
            case OTHER_LANGUAGE -> wins(candidate(known, InputRow.Status.SKIPPED), true);
        }
    }

    /// An article whose input cannot be read tonight, or was not looked at: it stays, and is no input of this run.
    synchronized void keep(Known known) {
        wins(candidate(known, InputRow.Status.KEPT), false);
    }

    private static Candidate candidate(Known known, InputRow.Status status) {
        String id = Objects.requireNonNull(known.articleId(), "an article has an id");
        return new Candidate(id, new Precedence(known.published(), known.source()), status, known.reason(), true);
    }

    /// What an article gave that was to be kept and had not been read: it is booked already.
    ///
    /// @return false if the input gives no article now
    synchronized boolean restore(Outcome outcome) {
        return store(outcome);
    }

    /// Whether the article is to be kept rather than another with the same id that came before; books both.
    ///
    /// @param isInput of this run, and so among its rows
    private boolean wins(Candidate given, boolean isInput) {
        String id = given.id();
        Optional<Precedence> holds = held(id);
        holds.ifPresent(p -> heldFrom.put(id, p.source()));
        Optional<Precedence> held = holds.filter(p -> !replayed.test(p.source()));
        Candidate candidate = held.isPresent() && held.get().source().equals(given.precedence().source())
                && held.get().isBefore(given.precedence()) ? given.at(held.get()) : given;
        Candidate best = keptById.get(id);
        if (best == null && held.isPresent()) {
            best = new Candidate(id, held.get(), InputRow.Status.KEPT, "", true);
        }
        InputRow displaced = rowByKept.get(id);
        // one that is held but was not read in this run gives way to itself
        if (best != null && (isBefore(best.precedence(), candidate.precedence())
                || displaced != null && best.precedence().equals(candidate.precedence()))) {
            if (isInput) {
                duplicates.add(new Duplicate(candidate.precedence().source(), id));
            }
            keptById.put(id, best);
            return false;
        }
        if (displaced != null) {
            duplicates.add(new Duplicate(displaced.source(), id));
            rowByKept.remove(id);
        }
        keptById.put(id, candidate);
        if (isInput) {
            rowByKept.put(id, new InputRow(candidate.precedence().source(), candidate.status(), candidate.reason(), "", id));
        }
        return true;
    }

    /// The sources of known articles that are to be kept now and do not lie in the index.
    synchronized Set<String> toRead() {
        var sources = new TreeSet<String>();
        for (Candidate kept : keptById.values()) {
            String source = kept.precedence().source();
            if (kept.known() && (put.contains(kept.id()) || !source.equals(heldFrom.get(kept.id())))) {
                sources.add(source);
            }
        }
        return sources;
    }

    /// Whether any input of this run gives the article.
    synchronized boolean has(String articleId) {
        return keptById.containsKey(articleId);
    }

    /// Names the one that was kept in the end, so that the order of arrival does not show.
    private InputRow row(Duplicate duplicate) {
        String kept = keptById.get(duplicate.id()).precedence().source();
        String reason = duplicate.source().equals(kept) ? "given twice" : "same address as " + kept;
        return new InputRow(duplicate.source(), InputRow.Status.DUPLICATE, reason, "", duplicate.id());
    }

    /// The articles that gave way to one of another source.
    synchronized List<Duplicate> displaced() {
        return duplicates.stream().filter(d -> !d.source().equals(keptById.get(d.id()).precedence().source())).toList();
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
