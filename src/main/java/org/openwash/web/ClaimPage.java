package org.openwash.web;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decision;
import org.openwash.domain.Hit;
import org.openwash.domain.Outcome;
import org.openwash.facts.FactBook;
import org.openwash.facts.FactSheet;
import org.openwash.index.ClaimSearch;
import org.openwash.publication.Words;

/// One claim with all that a reviewer asks of it.
///
/// @param reading    how it was read: name and value
/// @param facts      what the verdict rests on
/// @param forgotten  ids of facts that the base no longer holds
/// @param reopened   why a decision on it is open again; empty otherwise
/// @param decided    whether a decision stands
/// @param copies     other articles of the same story
/// @param similar    claims that say the same
record ClaimPage(ClaimRow row, ClaimLine line, Paragraph paragraph, @Nullable String articleUrl,
        @Nullable String original, List<Detail> reading, List<FactSheet.Held> facts, List<String> forgotten,
        String reopened, boolean decided, List<Past> history, List<Copy> copies, List<ClaimLine> similar,
        List<ClaimLine> opposite) {

    private static final int MOST_COPIES = 50;
    private static final int MOST_SIMILAR = 5;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    record Detail(String name, String value) {}

    /// A decision that was made.
    record Past(String at, String kind, String reviewer, String note) {}

    /// Another outlet's copy of the article.
    record Copy(String outlet, String published, String title, String url) {}

    static Optional<ClaimPage> of(String id, CurrentIndex.View view, FactBook book) throws IOException {
        Optional<ClaimRow> found = view.search().claim(id);
        return found.isEmpty() ? Optional.empty() : Optional.of(of(found.get(), view, book));
    }

    private static ClaimPage of(ClaimRow row, CurrentIndex.View view, FactBook book) throws IOException {
        List<FactSheet.Held> facts = facts(row, book);
        List<String> families = book.catalogue().ancestorsOf(row.claim().subject());
        Set<String> known = new HashSet<>(facts.stream().map(FactSheet.Held::id).toList());
        return new ClaimPage(row, ClaimLine.of(row), paragraph(row, view.search()),
                Links.sentence(row.claim().articleId(), row.claim().sentence()), Words.web(row.metadata().url()),
                reading(row), facts, row.judgement().factIds().stream().filter(f -> !known.contains(f)).toList(),
                row.standing().reason(), view.search().standing().containsKey(row.claim().id()),
                view.decisions().history(row.claim().id()).stream().map(ClaimPage::past).toList(),
                copies(row, view.search()),
                view.search().similar(row, families, MOST_SIMILAR).stream().map(ClaimLine::of).toList(),
                view.search().opposite(row, families, MOST_SIMILAR).stream().map(ClaimLine::of).toList());
    }

    /// The facts of a verdict as they were on the article's day.
    static List<FactSheet.Held> facts(ClaimRow row, FactBook book) {
        return FactSheet.facts(book, row.judgement().factIds(),
                Objects.requireNonNullElse(row.metadata().published(), book.date()));
    }

    static Paragraph paragraph(ClaimRow row, ClaimSearch search) throws IOException {
        return search.article(row.claim().articleId())
                .flatMap(o -> o instanceof Outcome.Analysed a
                        ? Optional.of(Paragraph.of(a.article(), row.claim())) : Optional.empty())
                .orElseGet(() -> Paragraph.of(row.sentence()));
    }

    private static List<Detail> reading(ClaimRow row) {
        var details = new ArrayList<Detail>();
        details.add(new Detail("Says", Words.says(row)));
        details.add(new Detail("Voice", Words.voice(row)));
        details.add(new Detail("Words", row.claim().cue()));
        if (!row.claim().claimedLicences().isEmpty()) {
            details.add(new Detail("Licence named", String.join(", ", row.claim().claimedLicences())));
        }
        details.add(new Detail("Measured by", row.judgement().yardstick().label()));
        if (!row.judgement().factLicence().isEmpty()) {
            details.add(new Detail("Licence in force", row.judgement().factLicence()));
        }
        details.add(new Detail("By today\u2019s facts", row.judgement().verdictToday().label()));
        if (row.flagged()) {
            details.add(new Detail("Severity", row.judgement().severity().label()));
        }
        details.add(new Detail("Read with confidence",
                String.format(Locale.ROOT, "%.2f", row.claim().confidence())));
        return details;
    }

    private static Past past(Decision decision) {
        return new Past(time(decision.at()), decision.kind().label(), decision.reviewer(), decision.note());
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "no time given" : MINUTE.format(at);
    }

    /// Articles are told apart by their ids: a copy has its own claims.
    static List<Copy> copies(ClaimRow row, ClaimSearch search) throws IOException {
        var copies = new ArrayList<Copy>();
        var seen = new HashSet<>(Set.of(row.claim().articleId()));
        for (Hit hit : search.find("story:\"" + row.story() + "\"", MOST_COPIES * 4, Wording.MARKS).best()) {
            ClaimRow other = hit.row();
            if (copies.size() < MOST_COPIES && seen.add(other.claim().articleId())) {
                copies.add(new Copy(Words.outlet(other.metadata().outlet()), Words.day(other),
                        other.title(), Links.article(other.claim().articleId())));
            }
        }
        return copies;
    }
}
