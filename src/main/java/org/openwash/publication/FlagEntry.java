package org.openwash.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.ClaimRow;

/// One flag as the page lists it, with the copies of the story in which the same sentence is flagged for the same reason.
///
/// @param address of the article; null where it has none on the web
/// @param copies  other outlets that ran it, with the day
/// @param more    copies that are not named
/// @param sources numbers in the page's list of sources
public record FlagEntry(
        String claimId,
        String severity,
        String verdict,
        String sentence,
        String subject,
        String says,
        String voice,
        String outlet,
        String published,
        String title,
        @Nullable String address,
        String explanation,
        String yardstick,
        String confidence,
        List<String> facts,
        String licence,
        List<Integer> sources,
        String decision,
        List<String> copies,
        int more) {

    private static final int LONGEST_SENTENCE = 600;
    private static final int LONGEST_EXPLANATION = 800;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST_SOURCES = 8;
    private static final int MOST_COPIES = 8;

    private record Same(String story, String sentence, String subject, String aspect) {

        static Same of(ClaimRow row) {
            return new Same(row.story(), row.sentence(), row.claim().subject(), row.claim().aspect().label());
        }
    }

    /// The flags that are not rejected, in the order given, copies of one story joined.
    static List<List<ClaimRow>> joined(List<ClaimRow> flags) {
        Map<Same, List<ClaimRow>> joined = new LinkedHashMap<>();
        flags.stream().filter(row -> !row.standing().isRejected())
                .forEach(row -> joined.computeIfAbsent(Same.of(row), same -> new ArrayList<>()).add(row));
        return List.copyOf(joined.values());
    }

    /// @param rows    the flag and its copies
    /// @param sources numbers the sources of its facts
    static FlagEntry of(List<ClaimRow> rows, Sources sources) {
        ClaimRow row = rows.getFirst();
        var judgement = row.judgement();
        List<String> copies = rows.stream().skip(1).limit(MOST_COPIES)
                .map(r -> Words.name(Words.outlet(r.metadata().outlet())) + ", " + Words.day(r)).toList();
        return new FlagEntry(
                row.claim().id(),
                judgement.severity().label(),
                judgement.verdict().label(),
                sentence(row),
                Words.name(Words.subject(row)),
                Words.says(row),
                Words.name(Words.voice(row)),
                Words.name(Words.outlet(row.metadata().outlet())),
                Words.day(row),
                Words.name(row.title()),
                address(row.metadata().url()),
                explanation(row),
                judgement.yardstick().label(),
                Numbers.decimal(row.claim().confidence()),
                judgement.factIds().stream().limit(MOST_SOURCES).map(id -> Words.name(id)).toList(),
                Words.name(judgement.factLicence()),
                judgement.factSources().stream().limit(MOST_SOURCES).map(sources::number).toList(),
                row.standing().word(),
                copies,
                Math.max(0, rows.size() - 1 - MOST_COPIES));
    }

    static String sentence(ClaimRow row) {
        return Words.cut(row.sentence(), LONGEST_SENTENCE);
    }

    static String explanation(ClaimRow row) {
        return Words.cut(row.judgement().explanation(), LONGEST_EXPLANATION);
    }

    /// One that would have to be cut leads nowhere.
    static @Nullable String address(@Nullable String url) {
        String web = Words.web(url);
        return web == null || web.length() > LONGEST_ADDRESS ? null : Objects.requireNonNull(url);
    }
}
