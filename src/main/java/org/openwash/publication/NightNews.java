package org.openwash.publication;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.ClaimRow;

/// What a nightly run has found changed, for nightly.html. Like report.html the page loads nothing, runs no script and
/// holds neither a clock time nor the id of a run: the same night gives the same bytes.
///
/// @param number    of the night, counted from 1
/// @param newFlags  most severe first
/// @param withdrawn claims that no longer count as flags
/// @param changed   other claims that changed, came or went in articles that were known
/// @param unknown   the first claim about each subject that no fact knows
/// @param watchHits by the name of the standing query that asks for them
/// @param failing   inputs that cannot be read and could be, or were not there, before
/// @param quiet     places that have brought nothing new for too long
public record NightNews(int number, LocalDate day, Figures figures, List<ClaimChange> newFlags, List<ClaimChange> withdrawn,
        List<ClaimChange> changed, List<ClaimChange> unknown, SortedMap<String, List<ClaimRow>> watchHits,
        List<Notice> failing, List<Notice> quiet) {

    public static final String FILE = "nightly.html";

    /// What the lists do not tell.
    ///
    /// @param added   articles
    /// @param failing inputs that cannot be read, for how long ever
    /// @param quiet   places that are quiet, for how long ever
    public record Figures(int added, int edited, int deleted, int failing, int quiet) {}

    /// What became of a claim.
    ///
    /// @param what  in a word; empty where the list says it
    /// @param why   in plain words
    /// @param first what it was; null where there was none
    /// @param now   what it is; null where there is none
    public record ClaimChange(String what, String why, @Nullable ClaimRow first, @Nullable ClaimRow now) {

        public ClaimChange {
            if (first == null && now == null) {
                throw new IllegalArgumentException("a change of no claim");
            }
        }
    }

    /// Something to say of an input.
    public record Notice(String source, String detail) {}

    /// Writes nightly.html.
    public void write(Writer to) throws IOException {
        Templates.render("night.jte", NightPage.of(Templates.style(), this), to);
    }
}
