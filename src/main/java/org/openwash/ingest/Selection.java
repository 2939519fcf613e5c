package org.openwash.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SourceName;

/// Which of the inputs are wanted: all of them, or those that an earlier run could not read.
///
/// A file that could not be read to its end is wanted with all that it holds; of one that was, only the records that
/// were broken. Not for several threads.
public final class Selection {

    private final @Nullable TreeSet<String> wanted; // null: everything
    private final Set<String> missed = new TreeSet<>();

    private Selection(@Nullable TreeSet<String> wanted) {
        this.wanted = wanted;
        if (wanted != null) {
            missed.addAll(wanted);
        }
    }

    public static Selection all() {
        return new Selection(null);
    }

    /// @param sources as inputs.csv names them
    public static Selection of(Set<String> sources) {
        return new Selection(new TreeSet<>(sources));
    }

    /// Whether a file has to be opened: it is wanted itself, or something in it is.
    boolean opens(String file) {
        return wanted == null
                || wanted.contains(file)
                || SourceName.MARKS.stream().map(mark -> wanted.ceiling(file + mark)).anyMatch(
                        first -> first != null && SourceName.MARKS.stream().anyMatch(mark -> first.startsWith(file + mark)));
    }

    /// Whether what was found is wanted: itself, or the file or archive that it lies in.
    boolean takes(String source) {
        if (wanted == null) {
            return true;
        }
        boolean takes = false;
        for (String candidate : with(source)) {
            takes |= wanted.contains(candidate);
            missed.remove(candidate);
        }
        return takes;
    }

    /// What is wanted and was not met so far, in order.
    public List<String> missed() {
        return List.copyOf(missed);
    }

    /// A source and all that it may lie in.
    private static List<String> with(String source) {
        var all = new ArrayList<>(List.of(source));
        for (int i = 1; i < source.length(); i++) {
            int at = i;
            if (SourceName.MARKS.stream().anyMatch(mark -> source.startsWith(mark, at))) {
                all.add(source.substring(0, i));
            }
        }
        return all;
    }
}
