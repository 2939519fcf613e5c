package org.openwash.fetch;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is remembered from run to run: `.fetch-state.jsonl` in the archive's folder, one JSON object a line, replaced as
/// a whole when the archive is safe. Its name is hidden, so that analysing the folder reads the archives alone. Losing
/// it costs requests: every page that is still announced is fetched again.
///
/// Runs are counted, since clocks can be set back.
final class FetchState {

    /// @param failures in a row, up to now
    /// @param good     the last time that the source itself could be read; null if never
    /// @param fresh    the last time that it announced something new; null if never
    record SourceState(String name, Known known, int failures, @Nullable Instant good, @Nullable Instant fresh) {

        SourceState {
            requireNonNull(name);
            requireNonNull(known);
        }

        static SourceState of(String name) {
            return new SourceState(name, Known.NOTHING, 0, null, null);
        }
    }

    enum Status { PENDING, KEPT, GIVEN_UP }

    /// @param source   the first that announced it
    /// @param failures tries without success
    /// @param tried    number of the last run that asked for it, 0 for none
    record PageState(String address, String source, Status status, int failures, long tried, Known known) {

        PageState {
            requireNonNull(address);
            requireNonNull(source);
            requireNonNull(status);
            requireNonNull(known);
        }

        PageState of(String other) {
            return new PageState(address, other, status, failures, tried, known);
        }

        static PageState of(String address, String source) {
            return new PageState(address, source, Status.PENDING, 0, 0, Known.NOTHING);
        }
    }

    record HostState(String name, Instant rest) {

        HostState {
            requireNonNull(name);
            requireNonNull(rest);
        }
    }

    record SiteState(String origin, Instant read, String robots) {

        SiteState {
            requireNonNull(origin);
            requireNonNull(read);
            requireNonNull(robots);
        }
    }

    private record Head(int format, long run, Instant at, int lines) {}

    static final String FILE = ".fetch-state.jsonl";
    private static final int FORMAT = 1;
    /// Some sixty megabytes in memory. Of more, the pages that were got longest ago are forgotten.
    static final int MOST_PAGES = 200_000;
    private static final int LONGEST_LINE = 1 << 16;
    private static final long LARGEST = 512L << 20;
    private static final int BUFFER = 1 << 16;
    private static final JsonMapper JSON = new JsonMapper();

    final Map<String, SourceState> sources = new TreeMap<>();
    final Map<String, PageState> pages = new LinkedHashMap<>();
    final Map<String, Instant> rests = new TreeMap<>();
    final Map<String, Robots.Remembered> robots = new TreeMap<>();
    private long run;
    private @Nullable Instant lastRun; // null before the first
    private String damage = "";

    long run() {
        return run;
    }

    @Nullable Instant lastRun() {
        return lastRun;
    }

    /// What could not be read of the file; empty if all was.
    String damage() {
        return damage;
    }

    SourceState source(String name) {
        return sources.getOrDefault(name, SourceState.of(name));
    }

    /// A file that is damaged is read as far as it can be, and kept beside the new one.
    static FetchState load(Path folder) throws IOException {
        var state = new FetchState();
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            state.read(file);
        }
        state.run++;
        return state;
    }

    private void read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new SetupException(file + " is larger than " + (LARGEST >> 20)
                    + " MB, which no run writes. Move it away: pages will be fetched again.");
        }
        var broken = new ArrayList<Integer>();
        Head head = null;
        int number = 0;
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
        try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    JsonNode node = line.length() > LONGEST_LINE ? JSON.missingNode() : JSON.readTree(line);
                    if (number == 1) {
                        head = JSON.treeToValue(node.get("head"), Head.class);
                    } else if (!take(node)) {
                        broken.add(number);
                    }
                } catch (JacksonException | IllegalArgumentException e) {
                    broken.add(number);
                }
            }
        }
        if (head != null && head.format() > FORMAT) {
            throw new SetupException(file + ", line 1: written by a newer version of this program (format " + head.format()
                    + "). Use that version, or move the file away: pages will be fetched again.");
        }
        run = head == null ? pages.values().stream().mapToLong(PageState::tried).max().orElse(0) : head.run();
        lastRun = head == null ? null : head.at();
        if (head == null || !broken.isEmpty() || head.lines() != number - 1) {
            Path kept = file.resolveSibling(".fetch-state.damaged-" + (run + 1) + ".jsonl");
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
            String where = head == null ? "line 1" : broken.isEmpty() ? "behind line " + number : "line " + broken.getFirst();
            damage = file + ", " + where + ": damaged or cut short. What could be read of it is used; pages that it no longer"
                    + " knows are fetched again while they are announced. The damaged file is kept as " + kept.getFileName() + ".";
        }
    }

    private boolean take(JsonNode node) {
        if (node.size() != 1 || !node.isObject() || node.iterator().next().isNull()) {
            return false;
        }
        switch (node.propertyNames().iterator().next()) {
            case "source" -> {
                var source = JSON.treeToValue(node.get("source"), SourceState.class);
                sources.put(source.name(), source);
            }
            case "page" -> {
                var page = JSON.treeToValue(node.get("page"), PageState.class);
                pages.put(page.address(), page);
            }
            case "host" -> {
                var host = JSON.treeToValue(node.get("host"), HostState.class);
                rests.put(host.name(), host.rest());
            }
            case "site" -> {
                var site = JSON.treeToValue(node.get("site"), SiteState.class);
                robots.put(site.origin(), new Robots.Remembered(site.read(), site.robots()));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    void save(Path folder, Disk disk, Instant now) throws IOException {
        forget();
        List<String> lines = new ArrayList<>();
        sources.values().forEach(s -> lines.add(line("source", s)));
        rests.forEach((name, rest) -> lines.add(line("host", new HostState(name, rest))));
        robots.forEach((origin, file) -> lines.add(line("site", new SiteState(origin, file.read(), file.text()))));
        int count = lines.size() + pages.size();
        disk.replace(folder.resolve(FILE), channel -> {
            Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8.newEncoder(), BUFFER);
            writer.write(line("head", new Head(FORMAT, run, now, count)));
            for (String line : lines) {
                writer.write(line);
            }
            for (PageState page : pages.values()) {
                writer.write(line("page", page));
            }
            writer.flush();
        });
    }

    /// Pages that are still to be got are never forgotten.
    private void forget() {
        int over = pages.size() - MOST_PAGES;
        if (over > 0) {
            List<String> oldest = pages.values().stream().filter(p -> p.status() != Status.PENDING)
                    .sorted(Comparator.comparingLong(PageState::tried)).limit(over).map(PageState::address).toList();
            oldest.forEach(pages::remove);
        }
    }

    private static String line(String kind, Object value) {
        return JSON.writeValueAsString(Map.of(kind, value)) + "\n";
    }
}
