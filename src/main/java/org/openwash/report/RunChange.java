package org.openwash.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A claim that is not the same in two runs.
///
/// @param why    null where the reports do not tell
/// @param before in the first run; null where it has none
/// @param now    in the second run; null where it has none
public record RunChange(Change.Kind kind, Change.@Nullable Why why, @Nullable ReadClaim before, @Nullable ReadClaim now) {

    /// The claim in the second run, or in the first where the second has none.
    ReadClaim row() {
        return Objects.requireNonNull(now != null ? now : before);
    }

    /// What differs beside sentence and verdict.
    String detail() {
        var differs = new StringJoiner("; ");
        if (before != null && now != null) {
            if (!before.polarity().equals(now.polarity())) {
                differs.add("polarity " + before.polarity() + ", now " + now.polarity());
            }
            if (!before.modality().equals(now.modality())) {
                differs.add("modality " + before.modality() + ", now " + now.modality());
            }
        }
        return differs.toString();
    }

    /// What there is to say for people, the head first.
    ///
    /// @param absent what a run that has no such row holds: "no such claim"
    public List<String> lines(String absent) {
        ReadClaim row = row();
        var lines = new ArrayList<String>();
        lines.add(kind.label() + ": " + (row.subjectName().isEmpty() ? row.subject() : row.subjectName()) + ", " + row.aspect()
                + " (" + verdicts() + (why == null ? "" : "; " + why.label()) + ")");
        if (before != null && now != null && before.sentence().equals(now.sentence())) {
            lines.add(now.sentence());
        } else {
            lines.add("before: " + (before == null ? absent : before.sentence()));
            lines.add("now: " + (now == null ? absent : now.sentence()));
        }
        if (!detail().isEmpty()) {
            lines.add(detail());
        }
        lines.add(String.join(", ", Stream.of(row.outlet(), row.published(), row.source(), "claim " + row.id())
                .filter(part -> !part.isEmpty()).toList()));
        return lines;
    }

    private String verdicts() {
        if (before == null || now == null || before.verdict().equals(now.verdict())) {
            return row().verdict();
        }
        return before.verdict() + ", now " + now.verdict();
    }
}
