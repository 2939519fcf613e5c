package org.openwash.publication;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.ClaimRow;

/// One claim as nightly.html lists it.
///
/// @param what    became of it, in a word; empty where the list says it
/// @param why     empty where there is nothing to say
/// @param before  the sentence as it was; null where there was none, or where it is the same
/// @param now     the sentence as it is; null where the claim is gone
/// @param verdict "contradicted", "contradicted, now supported", "was contradicted"
/// @param address of the article; null where it has none on the web
public record ChangeEntry(
        String claimId,
        String what,
        String why,
        @Nullable String before,
        @Nullable String now,
        String verdict,
        String subject,
        String says,
        String voice,
        String explanation,
        String outlet,
        String published,
        String title,
        @Nullable String address) {

    /// A claim that nothing has happened to.
    static ChangeEntry of(ClaimRow row) {
        return of(new NightNews.ClaimChange("", "", null, row));
    }

    static ChangeEntry of(NightNews.ClaimChange change) {
        ClaimRow first = change.first();
        ClaimRow now = change.now();
        ClaimRow row = Objects.requireNonNull(now != null ? now : first);
        return new ChangeEntry(
                row.claim().id(),
                change.what(),
                change.why(),
                before(change),
                now == null ? null : FlagEntry.sentence(now),
                verdict(first, now),
                Words.name(Words.subject(row)),
                Words.says(row),
                Words.name(Words.voice(row)),
                FlagEntry.explanation(row),
                Words.name(Words.outlet(row.metadata().outlet())),
                Words.day(row),
                Words.name(row.title()),
                FlagEntry.address(row.metadata().url()));
    }

    /// The sentence as it was, if it was another.
    static @Nullable String before(NightNews.ClaimChange change) {
        ClaimRow first = change.first();
        ClaimRow now = change.now();
        return first == null || now != null && first.sentence().equals(now.sentence()) ? null : FlagEntry.sentence(first);
    }

    private static String verdict(@Nullable ClaimRow first, @Nullable ClaimRow now) {
        String was = first == null ? "" : first.judgement().verdict().label();
        if (now == null) {
            return "was " + was;
        }
        String is = now.judgement().verdict().label();
        return was.isEmpty() || was.equals(is) ? is : was + ", now " + is;
    }
}
