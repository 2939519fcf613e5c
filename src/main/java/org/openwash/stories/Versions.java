package org.openwash.stories;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;

/// Puts texts into stories, the longest first: each joins the story of the version that holds most of it, or begins a
/// story of its own where it is a copy of none.
///
/// A story is known by its fullest version and by a few others that differ much from it, not by all its copies: so a
/// text is compared with a bounded number of others, however many copies a story has.
final class Versions {

    /// Of the shorter text's shingles in the longer one. Reports on the same event that share a quotation have a tenth to
    /// a quarter in common, copies with some words changed three quarters and more.
    static final double COPIED = 0.5;

    /// Of its shingles in the fullest and in the shortest version of the story too: A like B and B like C make no story
    /// where A is nothing like C, nor do two items of one page of briefs.
    static final double COHERENT = 0.25;

    /// A text of fewer shingles (thirty words) is too short to tell, unless another has the same words.
    static final int SHORTEST = 27;

    /// A version that has less of the story's others in it is one that others may be copied from.
    private static final double DIFFERENT = 0.8;
    private static final int MOST_VERSIONS = 8;

    /// Reports filled into one form have up to so much in common, but not their figures.
    private static final double FORM = 0.75;
    private static final double SAME_FIGURES = 0.5;
    private static final int FEW_FIGURES = 4;

    /// So many places of the signatures must agree before the texts themselves are compared.
    private static final int PROMISING = Sketch.SIZE / 24;
    private static final int MOST_COMPARED = 8;

    /// A story, by the numbers of texts.
    private static final class Story {

        private final int fullest;
        private int shortest;
        private int versions = 1;

        Story(int first) {
            fullest = first;
            shortest = first;
        }
    }

    private record Candidate(int version, int agreement) {}

    private final IntFunction<Shingles> texts;
    private final Bands bands;
    /// by the number of the version in `bands`
    private final int[] textOf;
    private final Story[] storyOf;
    private int versions;

    /// @param most  as many texts will come
    /// @param texts the shingles of a text by its number
    Versions(int most, IntFunction<Shingles> texts) {
        this.texts = texts;
        bands = new Bands(most);
        textOf = new int[most];
        storyOf = new Story[most];
    }

    /// The story that a text belongs to, by the number of its fullest version. Texts must come by falling size.
    int storyOf(int text) {
        Shingles shingles = texts.apply(text);
        short[] sketch = Sketch.of(shingles);
        Story best = null;
        int mostShared = 0;
        for (Candidate candidate : promising(sketch)) {
            Story story = storyOf[candidate.version];
            int shared = shared(shingles, textOf[candidate.version]);
            if (shared > mostShared && shared >= COPIED * shingles.size() && isCoherent(story, shingles)) {
                best = story;
                mostShared = shared;
            }
        }
        if (best == null) {
            best = new Story(text);
            add(text, sketch, best);
        } else {
            best.shortest = text;
            if (mostShared < DIFFERENT * shingles.size() && best.versions < MOST_VERSIONS) {
                best.versions++;
                add(text, sketch, best);
            }
        }
        return best.fullest;
    }

    private void add(int text, short[] sketch, Story story) {
        bands.add(sketch);
        textOf[versions] = text;
        storyOf[versions] = story;
        versions++;
    }

    private Candidate[] promising(short[] sketch) {
        return Arrays.stream(bands.like(sketch))
                .mapToObj(version -> new Candidate(version, Sketch.agreement(sketch, bands.sketch(version))))
                .filter(candidate -> candidate.agreement >= PROMISING)
                .sorted(Comparator.comparingInt((Candidate c) -> -c.agreement).thenComparingInt(c -> c.version))
                .limit(MOST_COMPARED)
                // where several hold as much of the text, it goes to the longest
                .sorted(Comparator.comparingInt(Candidate::version))
                .toArray(Candidate[]::new);
    }

    /// Shingles in common; none where only a form is.
    private int shared(Shingles text, int other) {
        Shingles version = texts.apply(other);
        int shared = Shingles.shared(text.sorted(), version.sorted());
        int fewer = Math.min(text.figures().length, version.figures().length);
        boolean form = shared < FORM * text.size()
                && fewer >= FEW_FIGURES
                && Shingles.shared(text.figures(), version.figures()) < SAME_FIGURES * fewer;
        return form ? 0 : shared;
    }

    private boolean isCoherent(Story story, Shingles text) {
        double enough = COHERENT * text.size();
        return Shingles.shared(text.sorted(), texts.apply(story.fullest).sorted()) >= enough
                && (story.shortest == story.fullest
                        || Shingles.shared(text.sorted(), texts.apply(story.shortest).sorted()) >= enough);
    }
}
