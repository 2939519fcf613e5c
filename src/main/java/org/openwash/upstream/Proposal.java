package org.openwash.upstream;

import java.util.Comparator;

/// What an upstream suggests for one row or one cell of ours. Nothing is changed by it.
///
/// @param id         ours: of the licence, the subject, or the facts compared, joined with `;`; a suggested one for a
/// new row
/// @param column     `row` for a whole new row, whose header [PastedRow] knows; else the column
/// @param ours       empty if we have nothing
/// @param theirs     in our notation; a licence that none of our names fits, in the upstream's words
/// @param subject    the subject it is about, empty for licences
/// @param address    where the upstream, or what it cites, can be read
/// @param place      file and line of the local copy
/// @param note       what a person should know before taking it over; perhaps empty
public record Proposal(
        State state, Kind kind, String id, String upstreamId, String column, String ours, String theirs, String subject,
        String address, String place, String note) {

    /// The name of the column of a proposal that is a whole row.
    public static final String ROW = "row";

    /// NEW: we have no such row, or `unknown` in that cell. UNMATCHED: the same, but it may be one that we have under
    /// another name; the note says which ones are near.
    public enum State { NEW, UNMATCHED, AGREES, DISAGREES }

    public enum Kind { LICENCE, SUBJECT, FACT }

    /// Licences, then subjects with their facts, each by id.
    static final Comparator<Proposal> ORDER = Comparator
            .comparing(Proposal::subject)
            .thenComparing(Proposal::id)
            .thenComparing(Proposal::upstreamId)
            .thenComparing(Proposal::kind)
            .thenComparing(Proposal::column)
            .thenComparing(Proposal::theirs)
            .thenComparing(Proposal::place);
}
