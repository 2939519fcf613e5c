package org.openwash.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All that reviewers decided, and what it means for the claims of today.
///
/// A claim's id says which article, sentence (whatever its spaces), subject, aspect and polarity it is, so a decision
/// holds through new runs, facts and models as long as they read the same claim. It is open again, and says why, when
/// - the facts now judge the claim otherwise, or
/// - the claim that was decided on is gone and another is read from the same sentence for the same aspect.
///
/// Immutable.
public final class Decisions {

    private static final Decisions NONE = new Decisions(List.of());

    private final List<Decision> all;
    private final Map<String, Deque<Decision>> byClaim = new HashMap<>();
    private final Map<String, List<Decision>> byArticle = new LinkedHashMap<>();

    /// @param inOrder as they were made, or as they stand in the file
    public Decisions(List<Decision> inOrder) {
        all = List.copyOf(inOrder);
        for (Decision decision : all) {
            Deque<Decision> stack = byClaim.computeIfAbsent(decision.claimId(), id -> new ArrayDeque<>());
            if (decision.kind() == Decision.Kind.UNDONE) {
                stack.pollLast();
            } else {
                stack.addLast(decision);
            }
        }
        for (Deque<Decision> stack : byClaim.values()) {
            if (!stack.isEmpty() && !stack.getLast().article().isEmpty()) {
                byArticle.computeIfAbsent(stack.getLast().article(), id -> new ArrayList<>()).add(stack.getLast());
            }
        }
        byArticle.values().forEach(list -> list.sort(Comparator.comparing(Decision::claimId)));
    }

    public static Decisions none() {
        return NONE;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// Every decision ever made on a claim, oldest first.
    public List<Decision> history(String claimId) {
        return all.stream().filter(d -> d.claimId().equals(claimId)).toList();
    }

    /// Articles and, for decisions written by hand, claims on which something stands.
    public Set<String> articles() {
        return Collections.unmodifiableSet(byArticle.keySet());
    }

    /// Claims on which a decision stands.
    public Set<String> claims() {
        return byClaim.entrySet().stream().filter(e -> !e.getValue().isEmpty()).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What stands for each claim of one article; claims on which nothing stands are left out.
    ///
    /// @param rows all claims of the article
    public Map<String, Standing> standing(List<ClaimRow> rows) {
        if (isEmpty() || rows.isEmpty()) {
            return Map.of();
        }
        Set<String> present = rows.stream().map(row -> row.claim().id()).collect(Collectors.toSet());
        List<Decision> gone = byArticle.getOrDefault(rows.getFirst().claim().articleId(), List.of()).stream()
                .filter(d -> !present.contains(d.claimId()))
                .toList();
        var standing = new HashMap<String, Standing>();
        for (ClaimRow row : rows) {
            last(row.claim().id())
                    .map(decision -> standing(row, decision))
                    .or(() -> gone.stream().filter(d -> wasReadFrom(row, d)).findFirst().map(d -> changed(row, d)))
                    .ifPresent(s -> standing.put(row.claim().id(), s));
        }
        return standing;
    }

    private Optional<Decision> last(String claimId) {
        Deque<Decision> stack = byClaim.get(claimId);
        return stack == null ? Optional.empty() : Optional.ofNullable(stack.peekLast());
    }

    private static Standing standing(ClaimRow row, Decision decision) {
        Verdict now = row.judgement().verdict();
        @Nullable Verdict then = decision.verdict();
        return then == null || then == now
                ? Standing.of(decision)
                : Standing.reopened(decision, "was " + decision.kind().label() + " when the verdict was " + then.label()
                        + "; it is " + now.label() + " now");
    }

    private static boolean wasReadFrom(ClaimRow row, Decision decision) {
        return decision.aspect().equals(row.claim().aspect().label())
                && squeeze(decision.sentence()).equals(squeeze(row.sentence()));
    }

    private static Standing changed(ClaimRow row, Decision decision) {
        return Standing.reopened(decision, "a claim about " + decision.subject() + " was " + decision.kind().label()
                + " in this sentence; the claim reads otherwise now (" + row.claim().subject() + ", "
                + row.claim().polarity().label() + ")");
    }

    private static String squeeze(String sentence) {
        return sentence.replaceAll("\\s+", " ").strip();
    }
}
