package org.openwash.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// How often one outlet ran a story with claims after another: the first article of the story that makes a claim is held
/// to be the one that the others repeat, whoever wrote it.
///
/// @param first    the outlet that ran it first; empty where it is not known
/// @param repeater the outlet that ran it after that; empty where it is not known
/// @param stories  in how many stories
/// @param undecided how many articles of the repeater bear the same day, or either bears none: who was first is not known
/// @param claims   claims in the repeater's articles
/// @param flags    flags among them
public record Repeating(String first, String repeater, int stories, int undecided, int claims, int flags) {

    /// The most frequent first.
    static final Comparator<Repeating> ORDER = Comparator.comparingInt(Repeating::stories).reversed()
            .thenComparing(Comparator.comparingInt(Repeating::flags).reversed())
            .thenComparing(Repeating::first)
            .thenComparing(Repeating::repeater);

    private record Pair(String first, String repeater) {}

    /// @param talking articles with a claim
    static List<Repeating> in(List<Piece> talking) {
        var stories = new TreeMap<String, List<Piece>>();
        talking.forEach(p -> stories.computeIfAbsent(p.story(), story -> new ArrayList<>()).add(p));
        var pairs = new HashMap<Pair, Repeating>();
        stories.values().forEach(copies -> in(copies, pairs));
        return pairs.values().stream().sorted(ORDER).toList();
    }

    private static void in(List<Piece> copies, Map<Pair, Repeating> pairs) {
        List<Piece> inOrder = copies.stream().sorted(Piece.ORDER).toList();
        Piece first = inOrder.getFirst();
        var ofStory = new HashMap<Pair, Repeating>();
        for (Piece copy : inOrder.subList(1, inOrder.size())) {
            var pair = new Pair(name(first), name(copy));
            if (!pair.first.equals(pair.repeater)) { // an outlet that runs its own story again repeats nobody
                boolean undecided = copy.published() == null || Objects.equals(copy.published(), first.published());
                var one = new Repeating(
                        pair.first, pair.repeater, 1, undecided ? 1 : 0, copy.claims().size(), copy.flags());
                ofStory.merge(pair, one, (a, b) -> sum(a, b, a.stories));
            }
        }
        ofStory.forEach((pair, one) -> pairs.merge(pair, one, (a, b) -> sum(a, b, a.stories + b.stories)));
    }

    private static Repeating sum(Repeating a, Repeating b, int stories) {
        return new Repeating(
                a.first, a.repeater, stories, a.undecided + b.undecided, a.claims + b.claims, a.flags + b.flags);
    }

    private static String name(Piece piece) {
        return Objects.requireNonNullElse(piece.outlet(), "");
    }
}
