package org.openwash.domain;

import java.util.Arrays;

/// What a text is compared by: for each of its lines a hash of the words, and a hash of every run of four words in it
/// (shingles). A few kilobytes that say nothing of the meaning; two texts share shingles where one copies the other.
///
/// Figures are kept as well, since reports filled into one form differ in nothing else.
///
/// Words are compared without case and punctuation. Shingles do not reach over the end of a line, so that paragraphs may
/// be dropped, added or moved and the rest stays the same. The hashes are fixed: they are stored.
///
/// Known gap: of a text with more than [#MOST_WORDS] words only the beginning is compared.
public final class Fingerprint {

    /// Shorter runs are shared by texts that have nothing to do with each other; longer ones break at every edit.
    public static final int SHINGLE_WORDS = 4;

    /// A book is no article; this bounds what one input can cost all others.
    static final int MOST_WORDS = 20_000;

    private final String ownStory;
    private final long[] lines;
    private final int[] ends;
    private final int[] shingles;
    private final int[] figures;

    /// @param ownStory the id of the story if no other article belongs to it
    /// @param lines    hash of each line's words, 0 for a line without words
    /// @param ends     where in `shingles` those of each line end
    /// @param figures  hashes of the numbers with two digits and more, each once, ascending
    public Fingerprint(String ownStory, long[] lines, int[] ends, int[] shingles, int[] figures) {
        if (lines.length != ends.length || ends.length > 0 && ends[ends.length - 1] != shingles.length) {
            throw new IllegalArgumentException(lines.length + " lines, " + ends.length + " ends");
        }
        this.ownStory = ownStory;
        this.lines = lines;
        this.ends = ends;
        this.shingles = shingles;
        this.figures = figures;
    }

    public static Fingerprint of(Article article) {
        return new ShingleReader().read(article);
    }

    public String ownStory() {
        return ownStory;
    }

    public int lineCount() {
        return lines.length;
    }

    /// A hash of the line's words, 0 where it has none.
    public long line(int number) {
        return lines[number];
    }

    /// Where the line's shingles begin in [#shingle].
    public int start(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    public int end(int line) {
        return ends[line];
    }

    public int shingle(int number) {
        return shingles[number];
    }

    public int shingleCount() {
        return shingles.length;
    }

    public int[] figures() {
        return figures.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that
                && ownStory.equals(that.ownStory)
                && Arrays.equals(lines, that.lines)
                && Arrays.equals(ends, that.ends)
                && Arrays.equals(shingles, that.shingles)
                && Arrays.equals(figures, that.figures);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lines) + Arrays.hashCode(shingles);
    }
}
