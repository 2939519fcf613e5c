package org.openwash.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.openwash.domain.Fingerprint;
import org.openwash.domain.FixedHash;
import org.openwash.domain.Print;

/// The lines that an outlet prints in many of its articles: footers, author boxes, disclaimers, standing promotions.
///
/// A line counts in an article only where the article has enough to say beside such lines; otherwise five versions of
/// one report would make each other's paragraphs furniture. Of articles with the same words one counts.
final class RepeatedLines {

    /// In so many articles of one outlet a line is no longer about any of them.
    static final int MANY = 5;

    /// A line of fewer shingles (six words) may well be said anew each time: "Licence: Apache 2.0".
    private static final int SHORTEST = 3;

    /// The share of an article that must be its own.
    private static final double OWN_SHARE = 1 / 3.0;

    /// of outlet and line, ascending
    private final long[] keys;

    private RepeatedLines(long[] keys) {
        this.keys = keys;
    }

    static RepeatedLines in(List<Print> prints) {
        long[] suspects = printedOften(prints);
        if (suspects.length == 0) {
            return new RepeatedLines(suspects);
        }
        int[] articles = new int[suspects.length];
        Set<Long> counted = new HashSet<>();
        for (Print print : prints) {
            int[] found = find(print, suspects);
            if (found.length > 0 && counted.add(ofText(print))) {
                for (int suspect : found) {
                    articles[suspect]++;
                }
            }
        }
        return new RepeatedLines(IntStream.range(0, suspects.length)
                .filter(i -> articles[i] >= MANY)
                .mapToLong(i -> suspects[i])
                .toArray());
    }

    /// Numbers of the repeated lines of an article, ascending.
    List<Integer> of(Print print) {
        if (keys.length == 0 || print.outlet() == null) {
            return List.of();
        }
        List<Integer> repeated = new ArrayList<>();
        Fingerprint text = print.fingerprint();
        long outlet = outlet(print);
        for (int line = 0; line < text.lineCount(); line++) {
            if (isLongEnough(text, line) && Arrays.binarySearch(keys, key(outlet, text, line)) >= 0) {
                repeated.add(line);
            }
        }
        return repeated;
    }

    private static long[] printedOften(List<Print> prints) {
        long[] all = new long[1024];
        int count = 0;
        for (Print print : prints) {
            if (print.outlet() == null) {
                continue;
            }
            Fingerprint text = print.fingerprint();
            long outlet = outlet(print);
            for (int line = 0; line < text.lineCount(); line++) {
                if (isLongEnough(text, line)) {
                    all = count == all.length ? Arrays.copyOf(all, 2 * count) : all;
                    all[count++] = key(outlet, text, line);
                }
            }
        }
        Arrays.sort(all, 0, count);
        int often = 0;
        for (int from = 0, to; from < count; from = to) {
            to = from + 1;
            while (to < count && all[to] == all[from]) {
                to++;
            }
            if (to - from >= MANY) {
                all[often++] = all[from];
            }
        }
        return Arrays.copyOf(all, often);
    }

    /// Places in `suspects` of the lines of an article, each once; none where the article is little else.
    private static int[] find(Print print, long[] suspects) {
        if (print.outlet() == null) {
            return new int[0];
        }
        Fingerprint text = print.fingerprint();
        long outlet = outlet(print);
        int[] found = new int[text.lineCount()];
        int count = 0;
        int others = text.shingleCount();
        for (int line = 0; line < text.lineCount(); line++) {
            int at = isLongEnough(text, line) ? Arrays.binarySearch(suspects, key(outlet, text, line)) : -1;
            if (at >= 0) {
                found[count++] = at;
                others -= text.end(line) - text.start(line);
            }
        }
        return others < OWN_SHARE * text.shingleCount() ? new int[0] : IntStream.of(found).limit(count).distinct().toArray();
    }

    private static boolean isLongEnough(Fingerprint text, int line) {
        return text.end(line) - text.start(line) >= SHORTEST;
    }

    private static long outlet(Print print) {
        return FixedHash.of(String.valueOf(print.outlet()));
    }

    private static long key(long outlet, Fingerprint text, int line) {
        return FixedHash.append(outlet, text.line(line));
    }

    private static long ofText(Print print) {
        return FixedHash.append(outlet(print), FixedHash.of(print.fingerprint().ownStory()));
    }
}
