package org.openwash.stories;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;

/// Puts texts into stories, the longest first: each is compared with the fullest version of the stories it may belong
/// to, and begins a story of its own where it is a copy of none.
final class Versions {

    /// Of the shorter text's shingles in the fullest version. Reports on the same event that share a quotation have a
    /// tenth to a quarter in common, copies with some words changed three quarters and more.
    static final double COPIED = 0.5;

    /// Of its shingles in the shortest version so far: two items of one page of briefs are no copies of each other.
    static final double COHERENT = 0.25;

    /// A text of fewer shingles (thirty words) is too short to tell, unless another has the same words.
    static final int SHORTEST = 27;

    /// So many places of the signatures must agree before the texts themselves are compared.
    private static final int PROMISING = Sketch.SIZE / 24;

    /// So many stories are compared with, the most promising first.
    private static final int MOST_COMPARED = 8;

    private final IntFunction<Shingles> texts;
    private final Bands bands;
    /// of each story, by its number in `bands`: the fullest version and the shortest
    private final int[] fullest;
    private final int[] shortest;
    private int stories;

    /// @param most  as many texts will come
    /// @param texts the shingles of a text by its number
    Versions(int most, IntFunction<Shingles> texts) {
        this.texts = texts;
        bands = new Bands(most);
        fullest = new int[most];
        shortest = new int[most];
    }

    /// The story that a text belongs to, by the number of its fullest version. Texts must come by falling size.
    int storyOf(int text) {
        Shingles shingles = texts.apply(text);
        short[] sketch = Sketch.of(shingles);
        int best = bestOf(promising(sketch), shingles);
        if (best < 0) {
            bands.add(sketch);
            fullest[stories] = text;
            shortest[stories] = text;
            stories++;
            return text;
        }
        shortest[best] = text;
        return fullest[best];
    }

    private int[] promising(short[] sketch) {
        record Candidate(int story, int agreement) {}
        return Arrays.stream(bands.like(sketch))
                .mapToObj(story -> new Candidate(story, Sketch.agreement(sketch, bands.sketch(story))))
                .filter(candidate -> candidate.agreement >= PROMISING)
                .sorted(Comparator.comparingInt((Candidate c) -> -c.agreement).thenComparingInt(c -> c.story))
                .limit(MOST_COMPARED)
                .mapToInt(Candidate::story)
                .toArray();
    }

    /// The story with the most of the text in it, or -1; of equals the one found first.
    private int bestOf(int[] candidates, Shingles text) {
        int best = -1;
        int mostShared = 0;
        for (int story : candidates) {
            int shared = text.sharedWith(texts.apply(fullest[story]));
            if (shared > mostShared && shared >= COPIED * text.size() && isCoherent(story, text)) {
                best = story;
                mostShared = shared;
            }
        }
        return best;
    }

    private boolean isCoherent(int story, Shingles text) {
        return fullest[story] == shortest[story]
                || text.sharedWith(texts.apply(shortest[story])) >= COHERENT * text.size();
    }
}
