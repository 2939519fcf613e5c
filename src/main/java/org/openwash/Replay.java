package org.openwash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;
import org.openwash.domain.Sha256;
import org.openwash.report.RunRecord;
import org.openwash.report.Tables;
import org.openwash.report.WatchReport;
import org.openwash.review.DecisionFile;

/// Repeats a run from its run.json, in another folder and with an index of its own, and compares the reports of the two
/// by their hashes. The first run's folder is only read: its run.json and its decisions.
public final class Replay {

    /// What standing queries find depends on all runs before.
    private static final Set<String> OF_ALL_RUNS = Set.of(Tables.WATCH_HITS.file(), WatchReport.FEED);

    /// Settings that are the replay's own business: threads change no byte, and where to write, and into what index, is
    /// not repeated.
    private static final Set<String> OWN = Set.of("out", "threads", "fresh", "only-failed", "index");

    /// What came of a replay.
    ///
    /// @param equal       reports that are the same, byte for byte
    /// @param different   reports that are not, or that only one of the two runs wrote
    /// @param notCompared reports that depend on more than the run
    /// @param changes     what is not as it was for the first run: reasons for differences
    public record Result(List<String> equal, List<String> different, List<String> notCompared, List<String> changes) {

        public Result {
            equal = List.copyOf(equal);
            different = List.copyOf(different);
            notCompared = List.copyOf(notCompared);
            changes = List.copyOf(changes);
        }
    }

    private final Path file;
    private final RunRecord first;

    /// @param file run.json of the run
    /// @throws SetupException if it cannot be repeated
    public Replay(Path file) throws IOException {
        this.file = file;
        this.first = RunRecord.read(file);
        if (first.options().getOrDefault("only-failed", "false").equals("true")) {
            throw new SetupException(file + " is of a run with --only-failed, which depends on the run before it."
                    + " Replay that one, or run analyze with all inputs.");
        }
    }

    public RunRecord first() {
        return first;
    }

    /// The settings of the run, by the names of [SettingsLayers].
    public Map<String, String> settings() {
        var given = new LinkedHashMap<String, String>();
        Set<String> names = SettingsLayers.names();
        first.options().forEach((name, value) -> {
            boolean repeated = names.contains(name) && !OWN.contains(name) && !value.isEmpty();
            if (repeated || name.startsWith(SettingsLayers.COLUMN)) {
                given.put(name, value);
            }
        });
        given.put("largest-mb", String.valueOf(largest() >> 20));
        given.put("index", "false");
        return given;
    }

    private long largest() {
        try {
            return Long.parseLong(first.options().getOrDefault("largest", ""));
        } catch (NumberFormatException e) {
            throw new SetupException(file + ": the option \"largest\" is no number. Name a run.json as a run wrote it.", e);
        }
    }

    /// Repeats the run.
    ///
    /// @param settings those of the run, with a folder of their own; what lies there is overwritten
    public Result run(Settings settings, InputStream stdin, Clock clock, IntConsumer progress) throws IOException {
        Path out = settings.out();
        Path before = file.toAbsolutePath().getParent();
        if (Files.exists(out) && before != null && Files.isSameFile(out, before)) {
            throw new SetupException("A replay into " + out
                    + " would overwrite what it is compared with. Choose another --out.");
        }
        Path decisions = file.resolveSibling(DecisionFile.NAME);
        Files.createDirectories(out);
        if (Files.exists(decisions)) {
            Files.copy(decisions, out.resolve(DecisionFile.NAME), StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(out.resolve(DecisionFile.NAME));
        }
        new Pipeline(settings, clock).run(first.read().inputs(), stdin, progress);
        return compare(RunRecord.read(out.resolve(RunRecord.FILE)));
    }

    private Result compare(RunRecord second) {
        var equal = new ArrayList<String>();
        var different = new ArrayList<String>();
        var notCompared = new ArrayList<String>();
        var names = new TreeSet<>(first.reports().keySet());
        names.addAll(second.reports().keySet());
        for (String name : names) {
            @Nullable String hash = first.reports().get(name);
            if (OF_ALL_RUNS.contains(name)) {
                notCompared.add(name);
            } else if (hash != null && hash.equals(second.reports().get(name))) {
                equal.add(name);
            } else {
                different.add(name);
            }
        }
        return new Result(equal, different, notCompared, changes(second));
    }

    private List<String> changes(RunRecord second) {
        var changes = new ArrayList<String>();
        first.differing(second).forEach(d -> changes.add(d.what() + ": " + (d.before().isEmpty() ? "none" : d.before()) + " then, "
                + (d.now().isEmpty() ? "none" : d.now()) + " now"));
        if (first.read().earlierArticles() > 0) {
            changes.add("the index of the first run held " + first.read().earlierArticles()
                    + " articles of runs before it, which its reports cover unless it read the same again");
        }
        return changes;
    }

    /// Reports beside run.json that are no longer as the run wrote them.
    public List<String> rewritten() throws IOException {
        var rewritten = new ArrayList<String>();
        for (Map.Entry<String, String> report : first.reports().entrySet()) {
            Path path = file.resolveSibling(Path.of(report.getKey()).getFileName().toString());
            if (Files.isRegularFile(path) && !Sha256.of(path).equals(report.getValue())) {
                rewritten.add(report.getKey());
            }
        }
        return rewritten;
    }
}
