package org.openwash.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Severity;
import org.openwash.publication.NightNews.ClaimChange;
import org.openwash.publication.NightNews.Notice;
import org.openwash.publication.Page.FlagList;
import org.openwash.publication.Page.Listed;

/// All that nightly.html shows, within bounds that keep it openable after any night: the tables beside it hold the rest.
///
/// @param flags   the new flags, copies of one story joined
/// @param because why each of them is new, and the sentence as it was, by its claim
/// @param hits    how many claims standing queries found
public record NightPage(
        String style,
        NightNews night,
        FlagList flags,
        Map<String, Because> because,
        Listed<ChangeEntry> withdrawn,
        Listed<ChangeEntry> changed,
        Listed<ChangeEntry> unknown,
        int hits,
        Listed<WatchHits> watches,
        Listed<Notice> failing,
        Listed<Notice> quiet) {

    static final int MOST_CLAIMS = 200;
    static final int MOST_NOTICES = 200;
    static final int MOST_WATCHES = 50;
    static final int MOST_HITS = 20;
    private static final int LONGEST_NOTICE = 500;

    /// @param before the sentence as it was; null where there was none, or where it is the same
    public record Because(String why, @Nullable String before) {}

    /// What one standing query found.
    ///
    /// @param all how many claims
    public record WatchHits(String name, int all, Listed<ChangeEntry> hits) {}

    static NightPage of(String style, NightNews night) {
        List<ClaimRow> flags = night.newFlags().stream().map(change -> Objects.requireNonNull(change.now())).toList();
        var because = new HashMap<String, Because>();
        night.newFlags().forEach(change -> because.put(Objects.requireNonNull(change.now()).claim().id(),
                new Because(change.why(), ChangeEntry.before(change))));
        return new NightPage(
                style, night, FlagList.of(flags), because,
                claims(night.withdrawn()), claims(night.changed()), claims(night.unknown()),
                night.watchHits().values().stream().mapToInt(List::size).sum(),
                Listed.first(night.watchHits().entrySet().stream().map(e -> hits(e.getKey(), e.getValue())).toList(), MOST_WATCHES),
                notices(night.failing()), notices(night.quiet()));
    }

    private static Listed<ChangeEntry> claims(List<ClaimChange> changes) {
        return Listed.first(changes, MOST_CLAIMS).map(ChangeEntry::of);
    }

    private static WatchHits hits(String name, List<ClaimRow> rows) {
        return new WatchHits(Words.name(name), rows.size(), Listed.first(rows, MOST_HITS).map(ChangeEntry::of));
    }

    private static Listed<Notice> notices(List<Notice> notices) {
        return Listed.first(notices, MOST_NOTICES).map(
                n -> new Notice(Words.cut(n.source(), LONGEST_NOTICE), Words.cut(n.detail(), LONGEST_NOTICE)));
    }

    /// "2 high, 1 low"
    public String severities() {
        return Stream.of(Severity.values())
                .filter(severity -> flags.of(severity) > 0)
                .map(severity -> Numbers.whole(flags.of(severity)) + " " + severity.label())
                .collect(Collectors.joining(", "));
    }

    public Because because(FlagEntry flag) {
        return Objects.requireNonNull(because.get(flag.claimId()));
    }
}
