package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Aspect;
import org.openwash.domain.DataFile;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;

/// One row of the cue files: a wording and what it says of openness.
///
/// @param aspect      null for a wording that is no claim
/// @param licenceKind `kind:custom` and the like, null where the wording names no kind of licence
/// @param pattern     what the wording matches
/// @param wording     the pattern as the file writes it
/// @param example     a sentence in which the pattern is found
/// @param hint        the wording alone makes no claim; a classifier decides by what stands around it (hints.tsv)
/// @param file        that has it, and its line there
record Cue(
        @Nullable Aspect aspect,
        Polarity polarity,
        Sense sense,
        @Nullable String licenceKind,
        Bind bind,
        CuePattern pattern,
        String wording,
        String example,
        boolean hint,
        String file,
        int line) {

    /// One file for each aspect, and one for wordings that are no claim.
    static final List<String> FILES = Stream.of("no-claims", "open-source", "weights", "licence", "use",
            "training-data", "code", "rhetoric").map(name -> "claims/cues/" + name + ".tsv").toList();
    static final String HINTS = "claims/hints.tsv";
    /// Wordings from which rules alone can read a claim.
    static final String SURE = "claims/cues.tsv";

    /// How the wording hangs together with what it is said of: the column `bind` of cues.tsv.
    enum Bind { AUTO, PART, OBJECT, ORG, SENTENCE }

    /// A place where the wording stands: units from `start` up to, but not including, `end`.
    ///
    /// @param except the wording of a row without aspect that covers it ("open-source community"), null if none does
    record Match(Cue cue, int start, int end, @Nullable String except) {

        Match(Cue cue, int start, int end) {
            this(cue, start, end, null);
        }

        Match under(String exception) {
            return new Match(cue, start, end, exception);
        }

        boolean overlaps(Match other) {
            return start < other.end && other.start < end;
        }

        int length() {
            return end - start;
        }

        boolean covers(Match other) {
            return start <= other.start && other.end <= end;
        }
    }

    /// All wordings, and the hints.
    static List<Cue> load(Words words) {
        var cues = new ArrayList<Cue>();
        for (String file : Stream.of(FILES, List.of(SURE, HINTS)).flatMap(List::stream).toList()) {
            for (DataFile.Row row : DataFile.rows(file, 6)) {
                try {
                    cues.add(of(row, words, file.equals(HINTS)));
                } catch (IllegalArgumentException e) {
                    throw row.wrong(e.getMessage() + "; see the head of the file for the columns.");
                }
            }
        }
        return List.copyOf(cues);
    }

    private static Cue of(DataFile.Row row, Words words, boolean hint) {
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
                hint,
                row.file(),
                row.line());
    }

    private static String constant(String label) {
        return label.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /// Whether rules alone can read a claim from it: those of cues.tsv.
    boolean isSure() {
        return file.equals(SURE);
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
