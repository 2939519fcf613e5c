package org.openwash.web;

import java.util.List;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Hit;
import org.openwash.publication.Words;

/// A claim as lists show it.
///
/// @param voice    who says it, in words
/// @param says     what it says, in words: "open source, denied"
/// @param decision what stands on it; empty for nothing
record ClaimLine(String url, String subject, String says, String voice, String verdict, boolean flagged, String outlet,
        String published, String title, Wording sentence, String explanation, String decision) {

    static ClaimLine of(Hit hit) {
        return of(hit.row(), Wording.of(hit.snippet()));
    }

    static ClaimLine of(ClaimRow row) {
        return of(row, new Wording(List.of(new Wording.Piece(row.sentence(), false))));
    }

    private static ClaimLine of(ClaimRow row, Wording sentence) {
        return new ClaimLine(Links.claim(row.claim().id()), Words.subject(row), Words.says(row), Words.voice(row),
                row.judgement().verdict().label(), row.flagged(), Words.outlet(row.metadata().outlet()),
                Words.day(row), row.title(), sentence,
                row.judgement().explanation(), row.standing().word());
    }
}
