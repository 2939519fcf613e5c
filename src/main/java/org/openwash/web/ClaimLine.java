package org.openwash.web;

import java.util.List;
import java.util.Objects;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Hit;

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
        return new ClaimLine(Links.claim(row.claim().id()), subject(row), says(row), voice(row),
                row.judgement().verdict().label(), row.flagged(), outlet(row),
                Objects.toString(row.metadata().published(), "undated"), row.title(), sentence,
                row.judgement().explanation(), row.standing().word());
    }

    static String subject(ClaimRow row) {
        return row.claim().subject().equals("?") ? "something not named" : row.claim().subjectName();
    }

    static String says(ClaimRow row) {
        return row.claim().aspect().label().replace('-', ' ') + switch (row.claim().polarity()) {
            case AFFIRMS -> "";
            case DENIES -> ", denied";
        } + switch (row.claim().modality()) {
            case ACTUAL -> "";
            case FORMER -> ", in the past";
            case FUTURE -> ", in future";
            case HYPOTHETICAL -> ", as a possibility";
        };
    }

    static String voice(ClaimRow row) {
        String speaker = row.claim().speaker();
        return switch (row.claim().attribution()) {
            case OUTLET -> "in the outlet\u2019s own voice";
            case VENDOR -> "said by the vendor" + (speaker == null ? "" : ": " + speaker);
            case THIRD_PARTY -> "said by others" + (speaker == null ? "" : ": " + speaker);
        };
    }

    static String outlet(ClaimRow row) {
        return Objects.toString(row.metadata().outlet(), "unknown outlet");
    }
}
