package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Aspect;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;

/// One row of cues.tsv: a wording and what it says of openness.
///
/// @param aspect      null for a wording that is no claim
/// @param licenceKind `kind:custom` and the like, where the wording names a kind of licence
/// @param line        of cues.tsv, for explanations
record Cue(
        @Nullable Aspect aspect,
        Polarity polarity,
        Sense sense,
        @Nullable String licenceKind,
        Bind bind,
        CuePattern pattern,
        String wording,
        String example,
        int line) {

    /// How the wording hangs together with what it is said of.
    enum Bind { AUTO, PART, OBJECT, ORG, SENTENCE }

    /// A place where the wording stands: units from `start` up to, but not including, `end`.
    record Match(Cue cue, int start, int end) {

        int length() {
            return end - start;
        }

        boolean covers(Match other) {
            return start <= other.start && other.end <= end;
        }
    }

    static List<Cue> load(Words words) {
        var cues = new ArrayList<Cue>();
        for (DataFile.Row row : DataFile.read("cues.tsv", 6)) {
            try {
                boolean none = row.field(0).equals("none");
                String sense = row.field(2);
                boolean kind = sense.startsWith("kind:");
                cues.add(new Cue(
                        none ? null : Aspect.valueOf(constant(row.field(0))),
                        none ? Polarity.AFFIRMS : Polarity.valueOf(constant(row.field(1))),
                        none || kind ? Sense.PLAIN : Sense.valueOf(constant(sense)),
                        kind ? sense : null,
                        none && !row.field(3).equals("sentence") ? Bind.AUTO : Bind.valueOf(constant(row.field(3))),
                        CuePattern.parse(row.field(4), words),
                        row.field(4),
                        row.field(5),
                        row.line()));
            } catch (IllegalArgumentException e) {
                throw row.wrong(e.getMessage() + "; see the head of the file for the columns.");
            }
        }
        return List.copyOf(cues);
    }

    private static String constant(String label) {
        return label.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
