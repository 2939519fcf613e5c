package org.openwash;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Article;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Claim;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decision;
import org.openwash.domain.Decisions;
import org.openwash.domain.Metadata;
import org.openwash.domain.Outcome;
import org.openwash.domain.Polarity;
import org.openwash.domain.Standing;
import org.openwash.domain.Verdict;
import org.openwash.index.Differences;
import org.openwash.nightly.Known;
import org.openwash.nightly.Memory;
import org.openwash.report.Change;
import org.openwash.report.Change.Kind;
import org.openwash.report.Change.Why;

/// Tells what is other than at the last nightly run, claim by claim, and why.
public final class Changes {

    /// A moment to compare: what was remembered, and by what was judged.
    ///
    /// @param judging [Keys#judging]; empty if there was no run
    record Moment(Memory memory, String judging, double minConfidence) {}

    /// How many articles came, changed and went.
    public record Articles(int added, int edited, int deleted) {

        static final Articles NONE = new Articles(0, 0, 0);

        boolean any() {
            return added + edited + deleted > 0;
        }
    }

    private final Moment before;
    private final Moment now;
    private final Decisions decisions;
    private final Catalogue catalogue;
    private final Differences differences;
    private final List<Change> changes = new ArrayList<>();
    private final Set<String> newUnknown = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private int added;
    private int edited;
    private int deleted;

    Changes(Moment before, Moment now, Decisions decisions, Catalogue catalogue, Differences differences) {
        this.before = before;
        this.now = now;
        this.decisions = decisions;
        this.catalogue = catalogue;
        this.differences = differences;
    }

    /// @param touched ids of the articles that may differ; null: any may
    List<Change> of(@Nullable Set<String> touched) throws IOException {
        boolean threshold = before.minConfidence() != now.minConfidence();
        if (touched == null || threshold) {
            differences.ofAll(this::compare);
        } else {
            differences.of(touched, this::compare);
        }
        return List.copyOf(changes);
    }

    private void compare(@Nullable Outcome was, @Nullable Outcome is) throws IOException {
        Map<String, ClaimRow> old = rows(was, before.minConfidence(), true);
        Map<String, ClaimRow> current = rows(is, now.minConfidence(), false);
        Article article = Outcome.article(is != null ? is : Objects.requireNonNull(was));
        Why why = why(was, is);
        if (was != null && is == null) {
            deleted++;
            add(Kind.ARTICLE_DELETED, why, article);
        } else if (was != null && why == Why.ARTICLE_EDITED) {
            edited++;
            add(Kind.ARTICLE_EDITED, why, article);
        } else if (was == null) {
            added++;
        }
        var gone = new HashMap<String, Deque<ClaimRow>>(); // that may have become another in the same article
        for (ClaimRow row : old.values()) {
            ClaimRow same = current.get(row.claim().id());
            if (same != null) {
                compare(row, same, why);
            } else {
                gone.computeIfAbsent(about(row), a -> new ArrayDeque<>()).add(row);
            }
        }
        for (ClaimRow row : current.values()) {
            if (!old.containsKey(row.claim().id())) {
                Deque<ClaimRow> candidates = gone.get(about(row));
                compare(candidates == null ? null : candidates.poll(), row, why);
            }
            unknown(row);
        }
        gone.values().forEach(rest -> rest.forEach(row -> compare(row, null, why)));
    }

    Articles articles() {
        return new Articles(added, edited, deleted);
    }

    private static String about(ClaimRow row) {
        return row.claim().subject() + "\n" + row.claim().aspect();
    }

    private void compare(@Nullable ClaimRow was, @Nullable ClaimRow is, Why why) {
        seen.add(Objects.requireNonNull(is != null ? is : was).claim().id());
        Why reason = was != null && is != null ? why(was, is, why) : why;
        if (Change.stands(is) != Change.stands(was)) {
            changes.add(Change.ofClaim(Change.stands(is) ? Kind.NEW_FLAG : Kind.WITHDRAWN_FLAG, reason, was, is));
        } else if (was == null) {
            if (why != Why.NEW_ARTICLE) {
                changes.add(Change.ofClaim(Kind.NEW_CLAIM, reason, null, is));
            }
        } else if (is == null) {
            if (why != Why.ARTICLE_DELETED) {
                changes.add(Change.ofClaim(Kind.GONE_CLAIM, reason, was, null));
            }
        } else if (!was.sentence().equals(is.sentence()) || was.judgement().verdict() != is.judgement().verdict()
                || was.claim().modality() != is.claim().modality() || was.claim().polarity() != is.claim().polarity()) {
            changes.add(Change.ofClaim(Kind.CHANGED_CLAIM, reason, was, is));
        }
    }

    /// Why an article's claims may differ.
    private Why why(@Nullable Outcome was, @Nullable Outcome is) {
        if (was == null) {
            return Why.NEW_ARTICLE;
        }
        if (is == null) {
            return Why.ARTICLE_DELETED;
        }
        Known old = before.memory().of(was.source()).orElse(null);
        Known current = now.memory().of(is.source()).orElse(null);
        boolean known = old != null && !old.print().isEmpty() && current != null;
        boolean edited = known ? !old.print().equals(current.print()) : !was.source().equals(is.source());
        if (edited) {
            return Why.ARTICLE_EDITED;
        }
        if (old != null && current != null && !old.reading().equals(current.reading())) {
            return Why.RULES_CHANGED;
        }
        return !before.judging().equals(now.judging()) ? Why.FACTS_CHANGED : Why.REPEATED_TEXT;
    }

    /// The same for one claim that both have.
    private Why why(ClaimRow was, ClaimRow is, Why article) {
        if (article == Why.ARTICLE_EDITED || article == Why.RULES_CHANGED) {
            return article;
        }
        if (!was.judged().equals(is.judged())) {
            return Why.FACTS_CHANGED;
        }
        if (was.repeated() != is.repeated()) {
            return Why.REPEATED_TEXT;
        }
        return was.standing().isRejected() != is.standing().isRejected() ? Why.DECISION : Why.THRESHOLD_CHANGED;
    }

    private Map<String, ClaimRow> rows(@Nullable Outcome outcome, double minConfidence, boolean old) {
        var rows = new LinkedHashMap<String, ClaimRow>();
        if (outcome instanceof Outcome.Analysed analysed) {
            for (ClaimRow row : ClaimRow.of(analysed, minConfidence, decisions)) {
                rows.put(row.claim().id(), old ? asDecidedBefore(row, minConfidence) : row);
            }
        }
        return rows;
    }

    /// Of what was decided at the last run only the rejections are remembered: nothing else takes a flag away.
    private ClaimRow asDecidedBefore(ClaimRow row, double minConfidence) {
        boolean rejected = before.memory().rejected().contains(row.claim().id());
        if (rejected == row.standing().isRejected()) {
            return row;
        }
        return row.with(minConfidence, rejected
                ? new Standing(Decision.Kind.REJECTED.label(), null, "") : Standing.NONE);
    }

    /// What changed by decisions alone: claims that nothing else has touched.
    ///
    /// @param rows claims on which something was or is decided, as they are now
    List<Change> byDecision(List<ClaimRow> rows) {
        var found = new ArrayList<Change>();
        for (ClaimRow row : rows) {
            ClaimRow was = asDecidedBefore(row, before.minConfidence());
            if (!seen.contains(row.claim().id()) && Change.stands(was) != Change.stands(row)) {
                found.add(Change.ofClaim(Change.stands(row) ? Kind.NEW_FLAG : Kind.WITHDRAWN_FLAG, Why.DECISION, was, row));
            }
        }
        return found;
    }

    private void unknown(ClaimRow row) throws IOException {
        Claim claim = row.claim();
        boolean callsOpen = claim.polarity() == Polarity.AFFIRMS && !claim.isAboutCompany()
                && !claim.subject().equals(Claim.UNRESOLVED) && row.judgement().verdict() == Verdict.UNVERIFIABLE;
        if (callsOpen && !row.repeated() && catalogue.subject(claim.subject()).isEmpty()
                && !differences.knew(claim.subject()) && newUnknown.add(claim.subject())) {
            changes.add(Change.ofClaim(Kind.UNKNOWN_SUBJECT, Why.NEW_ARTICLE, null, row));
        }
    }

    private void add(Kind kind, Why why, Article article) {
        changes.add(new Change(kind, why, article.source(), article.id(), article.metadata(), article.title(), null, null, ""));
    }

    /// Inputs that cannot be read and could be, or were not there, at the last run.
    static List<Change> failing(Memory before, Memory now) {
        return now.inputs().values().stream()
                .filter(one -> one.kind() == Known.Kind.FAILED)
                .filter(one -> before.of(one.source()).map(old -> old.kind() != Known.Kind.FAILED).orElse(true))
                .map(one -> new Change(Kind.FAILING_INPUT, Why.SOURCE, one.source(), "", Metadata.UNKNOWN, "", null, null,
                        one.place().isEmpty() ? one.reason() : one.place() + ": " + one.reason()))
                .toList();
    }
}
