package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Aspect;
import org.openwash.domain.DataFile;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;

/// One row of cues.tsv: a wording and what it says of openness.
///
/// @param aspect      null for a wording that is no claim
/// @param licenceKind `kind:custom` and the like, null where the wording names no kind of licence
/// @param pattern     what the wording matches
/// @param wording     the pattern as the file writes it
/// @param example     a sentence in which the pattern is found
/// @param line        of cues.tsv
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

    static final String FILE = "claims/cues.tsv";

    /// How the wording hangs together with what it is said of: the column `bind` of cues.tsv.
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
        for (DataFile.Row row : DataFile.rows(FILE, 6)) {
            try {
                cues.add(of(row, words));
            } catch (IllegalArgumentException e) {
                throw row.wrong(e.getMessage() + "; see the head of the file for the columns.");
            }
        }
        return List.copyOf(cues);
    }

    private static Cue of(DataFile.Row row, Words words) {
        boolean none = row.cell(0).equals("none");
        String sense = row.cell(2);
        boolean kind = sense.startsWith("kind:");
        return new Cue(
                none ? null : Aspect.valueOf(constant(row.cell(0))),
                none ? Polarity.AFFIRMS : Polarity.valueOf(constant(row.cell(1))),
                none || kind ? Sense.PLAIN : Sense.valueOf(constant(sense)),
                kind ? sense : null,
                none && !row.cell(3).equals("sentence") ? Bind.AUTO : Bind.valueOf(constant(row.cell(3))),
                CuePattern.parse(row.cell(4), words),
                row.cell(4),
                row.cell(5),
                row.line());
    }

    private static String constant(String label) {
        return label.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /// The words that the pattern itself spells out.
    Set<String> spelled() {
        return pattern.spelled();
    }

    /// Whether the wording calls a thing open or closed as a whole, rather than speak of a part or a use of it.
    boolean isLabel() {
        return aspect == Aspect.OPEN_SOURCE && sense != Sense.LICENCE_ONLY
                || aspect == Aspect.WEIGHTS && wording.startsWith("open");
    }
}
