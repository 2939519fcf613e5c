package org.openwash.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openwash.fetch.FetchState.PageState;
import org.openwash.fetch.FetchState.SourceState;
import org.openwash.fetch.FetchState.Status;
import org.openwash.fetch.TroubleException.Meaning;

/// One run, in this order:
///
/// 1. all sources are asked what they have, side by side;
/// 2. the pages to be got are chosen, source by source in the order of the file, what has waited longest first;
/// 3. they are got, hosts side by side, the pages of a host one after the other;
/// 4. the archive is published;
/// 5. what is remembered is replaced.
///
/// Only 1 and 3 are done by several threads, and what they bring is booked in the order of 2: the same answers give the
/// same archive and the same state, however many threads there are.
final class FetchRun {

    static final int MOST_TRIES = 5;
    /// Of a host that does not answer, so many pages are tried in a run.
    private static final int MOST_SILENCES = 3;
    /// Of one source. A feed that names thousands of new pages every day is none of news.
    static final int MOST_WAITING = 10_000;
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(5);

    private record Chosen(Source source, WebAddress page) {}

    /// @param known   null if the page was not got
    /// @param trouble null if it was
    private record Result(Chosen chosen, @Nullable Known known, @Nullable TroubleException trouble) {}

    private final SourceList list;
    private final Set<String> names;
    private final FetchState state;
    private final Archive archive;
    private final Visitors visitors;
    private final Clock clock;
    private final Map<String, SourceTally> tallies = new LinkedHashMap<>();
    private int parts;

    FetchRun(SourceList list, FetchState state, Archive archive, Visitors visitors, Clock clock) {
        this.list = list;
        this.names = list.sources().stream().map(Source::name).collect(Collectors.toSet());
        this.state = state;
        this.archive = archive;
        this.visitors = visitors;
        this.clock = clock;
    }

    FetchReport run(Path folder, Disk disk, Turns turns, Robots robots) throws IOException {
        Instant begun = clock.instant();
        List<Listing> listings = listings(); // 1
        Map<String, Long> waiting = state.pages.values().stream().filter(p -> p.status() == Status.PENDING)
                .collect(Collectors.groupingBy(PageState::source, Collectors.counting()));
        listings.forEach(listing -> book(listing, waiting, begun));
        Map<String, List<PageState>> pages = state.pages.values().stream().collect(Collectors.groupingBy(PageState::source));
        List<Chosen> chosen = new ArrayList<>(); // 2
        listings.forEach(listing -> chosen.addAll(choose(listing, pages.getOrDefault(listing.source().name(), List.of()))));
        for (List<Result> results : results(chosen)) { // 3
            results.forEach(this::book);
        }
        tallies.values().forEach(tally -> tally.tellOfNews(state, begun));
        Optional<Path> written = archive.publish(); // 4
        state.rests.clear();
        state.rests.putAll(turns.rests());
        state.robots.clear();
        state.robots.putAll(robots.remembered());
        List<String> warnings = warnings(begun);
        state.save(folder, disk, begun); // 5
        return new FetchReport(begun, tallies.values().stream().map(t -> t.report(state)).toList(), written.orElse(null),
                turns.requests(), !state.damage().isEmpty(), warnings);
    }

    private List<Listing> listings() throws IOException {
        var lister = new Lister(visitors);
        var tasks = new ArrayList<Callable<Listing>>();
        for (Source source : list.sources()) {
            int number = parts++;
            Known known = state.source(source.name()).known();
            tasks.add(() -> {
                try (ArchivePart part = archive.part(number)) {
                    return lister.list(source, known, part);
                }
            });
        }
        return Tasks.all(tasks);
    }

    private void book(Listing listing, Map<String, Long> waitingBefore, Instant now) {
        Source source = listing.source();
        var tally = new SourceTally(source);
        tallies.put(source.name(), tally);
        tally.failures.addAll(listing.failures());
        listing.waits().forEach(tally::waitsFor);
        SourceState before = state.source(source.name());
        boolean asked = listing.readable() || !listing.failures().isEmpty();
        state.sources.put(source.name(), new SourceState(source.name(), listing.known(),
                listing.readable() ? 0 : before.failures() + (asked ? 1 : 0),
                listing.readable() ? now : before.good(), before.fresh()));
        long waiting = waitingBefore.getOrDefault(source.name(), 0L);
        for (WebAddress page : listing.addresses()) {
            PageState known = state.pages.get(page.toString());
            if (known != null && !names.contains(known.source())) { // its source is called otherwise now, or is gone
                state.pages.put(known.address(), known.of(source.name()));
            }
            if (known == null && waiting++ >= MOST_WAITING) {
                tally.failures.add(new FetchReport.Failure(page.toString(), "the first of those that are not noted, since "
                        + MOST_WAITING + " pages of this source wait already"));
                break;
            }
            if (known == null) {
                boolean isArticle = source.kind() == Source.Kind.FEED && source.articles() == Source.Articles.FEED;
                PageState fresh = PageState.of(page.toString(), source.name());
                state.pages.put(page.toString(), isArticle
                        ? new PageState(fresh.address(), fresh.source(), Status.KEPT, 0, state.run(), Known.NOTHING) : fresh);
                tally.fresh += isArticle ? 1 : 0;
            }
        }
    }

    /// Pages never tried come first, then those tried longest ago.
    private List<Chosen> choose(Listing listing, List<PageState> pages) {
        Source source = listing.source();
        if (source.kind() == Source.Kind.FOLDER || source.articles() == Source.Articles.FEED) {
            return List.of();
        }
        Set<String> again = new HashSet<>();
        if (source.kind() == Source.Kind.ADDRESSES) {
            listing.addresses().forEach(page -> again.add(page.toString()));
        }
        List<PageState> wanted = pages.stream()
                .filter(p -> p.status() == Status.PENDING || p.status() == Status.KEPT && again.contains(p.address()))
                .sorted(Comparator.comparingLong(PageState::tried))
                .toList();
        int most = source.limits().pages();
        if (wanted.size() > most) {
            tally(source).waiting += wanted.size() - most;
            tally(source).waitsFor("more than " + most + " pages; the others are for the next runs (pages)");
        }
        return wanted.stream().limit(most)
                .flatMap(p -> WebAddress.of(p.address()).stream())
                .map(page -> new Chosen(source, page)).toList();
    }

    private SourceTally tally(Source source) {
        return tallies.get(source.name());
    }

    private List<List<Result>> results(List<Chosen> chosen) throws IOException {
        Map<String, List<Chosen>> byHost = new LinkedHashMap<>();
        chosen.forEach(c -> byHost.computeIfAbsent(c.page().host(), host -> new ArrayList<>()).add(c));
        var tasks = new ArrayList<Callable<List<Result>>>();
        for (List<Chosen> group : byHost.values()) {
            int number = parts++;
            tasks.add(() -> {
                try (ArchivePart part = archive.part(number)) {
                    return pages(group, part);
                }
            });
        }
        return Tasks.all(tasks);
    }

    private List<Result> pages(List<Chosen> group, ArchivePart part) throws IOException, InterruptedException {
        var results = new ArrayList<Result>();
        int silences = 0;
        for (Chosen chosen : group) {
            Known known = state.pages.get(chosen.page().toString()).known(); // only read while threads are at work
            try {
                if (silences == MOST_SILENCES) {
                    throw new TroubleException(Meaning.LATER,
                            chosen.page().host() + " did not answer " + MOST_SILENCES + " times in a row");
                }
                Visit visit = visitors.of(chosen.source()).get(chosen.page(), known);
                results.add(new Result(chosen, part.write(visit, known, chosen.source(), false), null));
                silences = 0;
            } catch (TroubleException e) {
                silences = e.meaning() == Meaning.SILENT ? silences + 1 : e.meaning() == Meaning.LATER ? silences : 0;
                results.add(new Result(chosen, null, e));
            }
        }
        return results;
    }

    private void book(Result result) {
        SourceTally tally = tally(result.chosen().source());
        String address = result.chosen().page().toString();
        PageState before = state.pages.get(address);
        Known known = result.known();
        TroubleException trouble = result.trouble();
        if (known != null) {
            if (before.known().address().isEmpty()) {
                tally.fresh++;
            } else if (before.known().digest().equals(known.digest())) {
                tally.unchanged++;
            } else {
                tally.changed++;
            }
            state.pages.put(address, new PageState(address, before.source(), Status.KEPT, 0, state.run(), known));
            return;
        }
        if (trouble == null) {
            throw new IllegalStateException("neither got nor not got: " + address);
        }
        if (trouble.meaning() == Meaning.LATER) {
            tally.waiting++;
            tally.waitsFor(trouble.reason());
            return;
        }
        boolean counts = trouble.meaning() != Meaning.HOST;
        int failures = before.failures() + (counts ? 1 : 0);
        boolean over = trouble.meaning() == Meaning.NEVER || failures >= MOST_TRIES;
        tally.failures.add(new FetchReport.Failure(address, trouble.reason() + (over ? "; not tried again" : "")));
        tally.givenUp += over ? 1 : 0;
        tally.waiting += over ? 0 : 1;
        state.pages.put(address, new PageState(address, before.source(), over ? Status.GIVEN_UP : before.status(), failures,
                state.run(), before.known()));
    }

    private List<String> warnings(Instant now) {
        var warnings = new ArrayList<String>();
        if (!state.damage().isEmpty()) {
            warnings.add(state.damage());
        }
        Instant last = state.lastRun();
        if (last != null && last.isAfter(now.plus(CLOCK_SLACK))) {
            warnings.add("the clock says " + now + ", but the last run was at " + last
                    + ": it was set back, or wrong then. Nothing is lost by it; times in the report may be odd.");
        }
        return warnings;
    }
}
