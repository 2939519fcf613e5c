package org.openwash.facts;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing known about how open an artefact of a subject was in some time, with its sources.
///
/// @param versions the released versions that keep this licence for ever
/// @param scope    which variants it is about, in words; empty for all
/// @param becomes  the licence that a version gets later, null if it stays
/// @param summary  describes a family as a whole: shown, never judged by
/// @param note     for people, such as a value that lost against a better source
/// @param place    file and line, for messages
public record Fact(
        String id,
        String subject,
        Artefact artefact,
        Interval valid,
        VersionRange versions,
        String scope,
        LicenceExpression licence,
        Parts parts,
        Osaid osaid,
        Status status,
        @Nullable Becoming becomes,
        boolean summary,
        Confidence confidence,
        List<Source> sources,
        String note,
        String place)
        implements Serializable {

    /// Which parts of a subject can be had.
    public record Parts(
            Availability weights, Availability code, Availability trainingData, Availability trainingCode,
                    Availability paper)
            implements Serializable {}

    /// What the OSI itself has found of a system, never inferred for another version.
    public enum Osaid { PASS, CONDITIONAL, FAIL, UNKNOWN }

    public enum Status {
        RELEASED, HOSTED_ONLY, ARCHIVED, WITHDRAWN_PARTLY, ANNOUNCED_NEVER_RELEASED, RUMOURED;

        boolean isOut() {
            return this != ANNOUNCED_NEVER_RELEASED && this != RUMOURED;
        }
    }

    /// Delayed open source: `Apache-2.0 after 2y`, counted from each version's release.
    public record Becoming(LicenceExpression licence, Period after) implements Serializable {

        @Override
        public String toString() {
            return licence + " after " + after.getYears() + "y";
        }

        static Becoming parse(String text) {
            String[] halves = text.split(" after ");
            if (halves.length != 2 || !halves[1].matches("\\d{1,2}y")) {
                throw new IllegalArgumentException("'" + text + "' is not of the form 'Apache-2.0 after 2y'");
            }
            return new Becoming(LicenceExpression.parse(halves[0]),
                    Period.ofYears(Integer.parseInt(halves[1].substring(0, halves[1].length() - 1))));
        }
    }

    public Fact {
        sources = List.copyOf(sources);
    }

    boolean isRecalled() {
        return confidence == Confidence.UNVERIFIED;
    }

    /// The same row after its versions have changed licence.
    Fact converted() {
        return becomes == null ? this : new Fact(id, subject, artefact, valid, versions, scope, becomes.licence(),
                parts,
                osaid, status, null, summary, confidence, sources, note, place);
    }

    /// Whether every version of the row has changed licence by that day.
    boolean allConvertedBy(LocalDate day) {
        return becomes != null && valid.until() != null && !day.isBefore(valid.until().latest().plus(becomes.after()));
    }

    /// Whether some version of the row may have changed licence by that day.
    boolean someConvertedBy(LocalDate day) {
        return becomes != null && valid.from() != null && !day.isBefore(valid.from().earliest().plus(becomes.after()));
    }

    /// The first day, as an explanation says it.
    String since() {
        return valid.from() == null ? "an unknown day" : valid.from().text();
    }
}
