package org.openwash.facts;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;
import org.openwash.facts.Source.Rank;

/// The state of a facts base: its mistakes, how much there is, and what in it rests on little.
///
/// @param errors     each with file, line and remedy; a base with errors judges nothing, and the other lists are empty
/// @param unverified rows that nobody has borne out; they support, and never raise a flag
/// @param unread     rows none of whose sources is quoted
/// @param stale      rows still in force that were last seen more than a year before the base's date
/// @param unquoted   limits of licences without a clause
public record Inspection(List<String> errors, Counts counts, List<Entry> unverified, List<Entry> unread,
        List<Entry> stale,
        List<Entry> unquoted) {

    /// How long a row in force is trusted without being seen again.
    private static final int FRESH_DAYS = 366;

    /// How many there are of each; quoted and primary count facts, quotedLimits of limits licences' restrictions.
    public record Counts(long licences, long spdx, long names, long subjects, long facts, long sources, long quoted,
            long primary,
            long limits, long quotedLimits) {}

    /// A row to look at: its id, its place, and what is missing.
    public record Entry(String id, String place, String what) {}

    /// @param facts the user's folder, null for the built-in base alone
    /// @throws SetupException if the folder itself cannot be read
    public static Inspection of(@Nullable Path facts) {
        FactBookReader.Reading reading = FactBookReader.read(facts);
        FactBook book = reading.book();
        return book == null
                ? new Inspection(reading.problems(), new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), List.of(), List.of(),
                        List.of(), List.of())
                : of(book);
    }

    private static Inspection of(FactBook book) {
        List<Entry> unverified = new ArrayList<>();
        List<Entry> unread = new ArrayList<>();
        List<Entry> stale = new ArrayList<>();
        for (Fact f : book.facts()) {
            String why = f.sources().stream().map(Source::unread).filter(u -> !u.isEmpty()).distinct()
                    .reduce((a, b) -> a + "; " + b).orElse("");
            if (f.isRecalled()) {
                unverified.add(new Entry(f.id(), f.place(), why));
            }
            if (!isQuoted(f)) {
                unread.add(new Entry(f.id(), f.place(), why));
            }
            LocalDate last = f.sources().stream().flatMap(s -> Stream.ofNullable(s.seen())).max(LocalDate::compareTo)
                    .orElse(null);
            if (last != null && f.valid().until() == null && last.plusDays(FRESH_DAYS).isBefore(book.date())) {
                stale.add(new Entry(f.id(), f.place(), "last seen " + last));
            }
        }
        List<Entry> unquoted = new ArrayList<>();
        long limits = 0;
        for (Licence licence : book.licences().values()) {
            for (Restriction r : licence.restrictions()) {
                if (r.effect() != Restriction.Effect.DUTY) {
                    limits++;
                    if (licence.clause(r).isEmpty()) {
                        unquoted.add(new Entry(licence.id(), licence.place(), r.kind()));
                    }
                }
            }
        }
        return new Inspection(List.of(), counts(book, limits, limits - unquoted.size()), unverified, unread, stale,
                unquoted);
    }

    private static Counts counts(FactBook book, long limits, long quotedLimits) {
        List<Fact> facts = book.facts();
        var licences = book.licences().values();
        return new Counts(licences.size(), licences.stream().filter(l -> SpdxList.find(l.id()).isPresent()).count(),
                licences.stream().mapToLong(l -> l.aliases().size()).sum(), book.catalogue().subjects().size(),
                        facts.size(),
                facts.stream().mapToLong(f -> f.sources().size()).sum(), facts.stream().filter(Inspection::isQuoted)
                        .count(),
                facts.stream().filter(f -> f.sources().stream()
                        .anyMatch(s -> s.rank() == Rank.PRIMARY && !s.says().isEmpty())).count(),
                limits, quotedLimits);
    }

    private static boolean isQuoted(Fact fact) {
        return fact.sources().stream().anyMatch(s -> !s.says().isEmpty());
    }
}
