package org.openwash.fetch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run fetched, and what it could not.
///
/// @param archive  the file that the run wrote; null if nothing came
/// @param requests sent, whatever for
/// @param damaged  whether a part of what was remembered could not be read, so that pages may be missing
/// @param warnings what the user should know beside the sources: a damaged state file, a clock set back
public record FetchReport(
        Instant at, List<OfSource> sources, @Nullable Path archive, int requests, boolean damaged,
        List<String> warnings) {

    /// A page, feed or list that was not got.
    ///
    /// @param what its address or path
    public record Failure(String what, String reason) {}

    /// @param fresh     pages got for the first time; entries seen for the first time where the feed holds the articles
    /// @param changed   pages got before that are not the same any more
    /// @param unchanged pages got before that are
    /// @param waiting   pages that a later run will get
    /// @param waits     why, one sentence a reason
    /// @param givenUp   pages of this run that no later run will ask for
    /// @param failuresInARow runs in which the source itself could not be read, up to this one
    /// @param lastGood  when it last could be; null if never
    /// @param lastNew   when it last had something new: quiet since; null if never
    /// @param folder    a drop folder, to be read where it is; null for others
    public record OfSource(
            String name,
            Source.Kind kind,
            String outlet,
            int fresh,
            int changed,
            int unchanged,
            int waiting,
            List<String> waits,
            int givenUp,
            List<Failure> failures,
            int failuresInARow,
            @Nullable Instant lastGood,
            @Nullable Instant lastNew,
            @Nullable Path folder) {

        public OfSource {
            waits = List.copyOf(waits);
            failures = List.copyOf(failures);
        }
    }

    public FetchReport {
        sources = List.copyOf(sources);
        warnings = List.copyOf(warnings);
    }

    /// Whether anything may be missing.
    public boolean hasFailures() {
        return damaged || sources.stream().anyMatch(s -> !s.failures().isEmpty());
    }
}
