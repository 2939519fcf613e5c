package org.openwash.stories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openwash.domain.Circulation;
import org.openwash.domain.Print;

/// Groups the copies of one story, over all articles at once. The same articles give the same groups, in whatever order
/// they are handed in and however many runs brought them.
///
/// 1. find the lines that outlets repeat; they do not count below
/// 2. texts of the same words are copies, however short
/// 3. of the rest, the longest first: an article is a copy if half of its shingles stand in the fullest version of a
///    story; else it is the fullest version of a story of its own
/// 4. a story goes by the id of the member published first
///
/// Comparing with the fullest version alone keeps chains from growing (A like B, B like C, and C nothing like A), and
/// the cost linear in the number of articles.
public final class Stories {

    private final List<Print> prints;
    private final List<List<Integer>> repeated = new ArrayList<>();
    /// the story of each article, by the number of one of its members
    private final int[] storyOf;

    private Stories(List<Print> prints) {
        this.prints = prints;
        storyOf = new int[prints.size()];
    }

    /// The circulation of each article, in the order given. Reads each print several times.
    public static List<Circulation> in(List<Print> prints) {
        var stories = new Stories(prints);
        stories.joinEqual(RepeatedLines.in(prints));
        stories.joinAlike();
        return stories.circulations();
    }

    /// Texts of the same words: they follow the first of them, which is compared with the rest.
    private void joinEqual(RepeatedLines lines) {
        Map<String, Integer> met = new HashMap<>();
        int[] first = new int[storyOf.length]; // by the one that was met
        for (int n = 0; n < storyOf.length; n++) {
            Print print = prints.get(n);
            repeated.add(lines.of(print));
            Integer equal = met.putIfAbsent(print.fingerprint().ownStory(), n);
            storyOf[n] = equal == null ? n : equal;
            first[n] = n;
            first[storyOf[n]] = earlier(first[storyOf[n]], n);
        }
        for (int n = 0; n < storyOf.length; n++) {
            storyOf[n] = first[storyOf[n]];
        }
    }

    private void joinAlike() {
        int[] sizes = new int[prints.size()];
        List<Integer> longEnough = new ArrayList<>();
        for (int n = 0; n < sizes.length; n++) {
            sizes[n] = storyOf[n] == n ? shingles(n).size() : 0;
            if (sizes[n] >= Versions.SHORTEST) {
                longEnough.add(n);
            }
        }
        longEnough.sort(Comparator.comparingInt((Integer n) -> -sizes[n])
                .thenComparing(n -> prints.get(n).fingerprint().ownStory()));
        var versions = new Versions(longEnough.size(), this::shingles);
        for (int n : longEnough) {
            storyOf[n] = versions.storyOf(n);
        }
        for (int n = 0; n < storyOf.length; n++) {
            storyOf[n] = storyOf[storyOf[n]]; // equal texts follow the one that was compared
        }
    }

    private Shingles shingles(int n) {
        return Shingles.of(prints.get(n).fingerprint(), repeated.get(n));
    }

    /// The first of two by precedence, which is read anew each time: few articles are copies, and holding it for all would
    /// take more memory than comparing them.
    private int earlier(int one, int other) {
        return one != other && prints.get(other).precedence().isBefore(prints.get(one).precedence()) ? other : one;
    }

    private List<Circulation> circulations() {
        int[] first = new int[storyOf.length];
        for (int n = 0; n < storyOf.length; n++) {
            first[n] = n;
        }
        for (int n = 0; n < storyOf.length; n++) {
            int story = storyOf[n];
            first[story] = earlier(first[story], n);
        }
        List<Circulation> all = new ArrayList<>(storyOf.length);
        for (int n = 0; n < storyOf.length; n++) {
            all.add(new Circulation(prints.get(first[storyOf[n]]).fingerprint().ownStory(), repeated.get(n)));
        }
        return all;
    }
}
