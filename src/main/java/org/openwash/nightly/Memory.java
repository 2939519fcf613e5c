package org.openwash.nightly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SourceName;

/// What the nights so far have read: which inputs, by which rules, and what became of each. Holds no text.
///
/// The maps are handed over and not copied: a large collection has millions of entries.
///
/// @param inputs   by source
/// @param stamps   by file: size and times when it was last read to its end; a file whose stamp is the same has not
///                 changed
/// @param rejected claims whose flags reviewers had rejected
/// @param news     by place that articles come from (an input as given, or the name of a feed): the last day that
///                 brought something new
/// @param failing  the sources to fetch from that could not be read
/// @param quiet    the places of which it was told that they have brought nothing for long
public record Memory(
        NavigableMap<String, Known> inputs, Map<String, String> stamps, Set<String> rejected, Map<String, LocalDate> news,
        Set<String> quiet, Set<String> failing) {

    public static final Memory NONE = new Memory(new TreeMap<>(), Map.of(), Set.of(), Map.of(), Set.of(), Set.of());

    public Memory {
        inputs = Collections.unmodifiableNavigableMap(inputs);
        stamps = Collections.unmodifiableMap(stamps);
        rejected = Collections.unmodifiableSet(new TreeSet<>(rejected));
        news = Collections.unmodifiableMap(new TreeMap<>(news));
        quiet = Collections.unmodifiableSet(new TreeSet<>(quiet));
        failing = Collections.unmodifiableSet(new TreeSet<>(failing));
    }

    /// The same, as if all had been read by other rules.
    public Memory withoutReadings() {
        var unread = new TreeMap<String, Known>();
        inputs.forEach((source, known) -> unread.put(source, new Known(source, known.print(), "", known.kind(),
                known.reason(), known.place(), known.articleId(), known.published())));
        return new Memory(unread, Map.of(), rejected, news, quiet, failing);
    }

    public Optional<Known> of(String source) {
        return Optional.ofNullable(inputs.get(source));
    }

    /// The inputs of one file: itself, its records and its members.
    public List<Known> in(String file) {
        var found = new ArrayList<Known>();
        of(file).ifPresent(found::add);
        String next = inputs.higherKey(file);
        if (next == null || !next.startsWith(file)) {
            return found; // as with most files
        }
        for (String mark : SourceName.MARKS) {
            String below = file + mark;
            for (Known known : inputs.tailMap(below).values()) {
                if (!known.source().startsWith(below)) {
                    break;
                }
                found.add(known);
            }
        }
        return found;
    }

    public @Nullable String stamp(String file) {
        return stamps.get(file);
    }
}
