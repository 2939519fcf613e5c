package org.openwash.stories;

import java.util.Arrays;
import java.util.List;
import org.openwash.domain.Fingerprint;

/// The set of shingles of one text, without those of the lines its outlet repeats.
///
/// @param sorted  each once, ascending
/// @param figures the text's figures, each once, ascending
record Shingles(int[] sorted, int[] figures) {

    static Shingles of(Fingerprint text, List<Integer> repeatedLines) {
        int[] all = new int[text.shingleCount()];
        int count = 0;
        for (int line = 0, repeated = 0; line < text.lineCount(); line++) {
            if (repeated < repeatedLines.size() && repeatedLines.get(repeated) == line) {
                repeated++;
                continue;
            }
            for (int i = text.start(line); i < text.end(line); i++) {
                all[count++] = text.shingle(i);
            }
        }
        Arrays.sort(all, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[distinct++] = all[i];
            }
        }
        return new Shingles(Arrays.copyOf(all, distinct), text.figures());
    }

    int size() {
        return sorted.length;
    }

    /// How many numbers two ascending sequences have in common.
    static int shared(int[] one, int[] other) {
        int shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            int order = Integer.compare(one[i], other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }
}
