package org.openwash.text;

import org.jspecify.annotations.Nullable;

/// Which elements of a page are left out, why, and how much text the others keep.
///
/// @param why        by element, the reason; null for what is kept or lies within something left out
/// @param prose      characters outside links, by element, without what is left out
/// @param paragraphs the same for running text alone
record Drops(@Nullable String[] why, int[] prose, int[] paragraphs) {

    static Drops of(PageTree tree, @Nullable String[] why) {
        int size = tree.size();
        int[] prose = new int[size];
        int[] paragraphs = new int[size];
        for (int i = 0; i < size; i = why[i] == null ? i + 1 : tree.end(i)) {
            if (why[i] == null) {
                prose[i] = tree.own(i);
                paragraphs[i] = tree.isParagraph(i) ? tree.own(i) : 0;
            }
        }
        return new Drops(why, tree.sums(prose), tree.sums(paragraphs));
    }
}
