package org.openwash.review;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Decision;
import org.openwash.domain.Decisions;
import org.openwash.domain.SetupException;
import org.openwash.domain.Sha256;
import org.openwash.domain.Verdict;
import org.openwash.report.Cells;

/// decisions.csv: one line for each decision, oldest first, only ever added to, so that two people's files merge line by
/// line. A line that cannot be read stops whatever wanted to read or add, and nothing is changed.
///
/// `claim_id` and `decision` are enough for a file written by hand; lines are put in the order of `at` where they have
/// it, since a merge may have changed theirs.
///
/// @param path the file; need not be there
public record DecisionFile(Path path) {

    /// Its name in the output folder.
    public static final String NAME = "decisions.csv";

    private static final List<String> COLUMNS = List.of(
            "claim_id", "decision", "reviewer", "note", "at", "verdict", "article_id", "sentence", "subject", "aspect");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    public static DecisionFile in(Path out) {
        return new DecisionFile(out.resolve(NAME));
    }

    /// All decisions; none if there is no file.
    ///
    /// @throws SetupException if a line cannot be read, with its number
    public Decisions read() throws IOException {
        return Files.exists(path) ? new Decisions(parse(Files.readAllBytes(path))) : Decisions.none();
    }

    /// SHA-256 of the file; empty where there is none.
    public String sha256() throws IOException {
        return Files.exists(path) ? Sha256.of(Files.readAllBytes(path)) : "";
    }

    /// Adds decisions and returns when they are on disk. Several processes may do so at the same time.
    ///
    /// @throws SetupException if the file holds a line that cannot be read: nothing is added to what is broken
    public void append(List<Decision> decisions) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        // its own file: a lock on the one that may be replaced would guard nothing
        Path lock = path.resolveSibling(NAME + ".lock");
        try (FileChannel guard = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            synchronized (DecisionFile.class) { // the system's lock is one for the whole process
                var held = guard.lock();
                try {
                    add(decisions);
                } finally {
                    held.release();
                }
            }
        }
    }

    private void add(List<Decision> decisions) throws IOException {
        byte[] before = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        List<Decision> known = before.length == 0 ? List.of() : parse(before);
        boolean full = before.length > 0 && header(before).equals(COLUMNS);
        if (!full) { // a new file, or one written by hand with fewer columns
            var all = new ArrayList<>(known);
            all.addAll(decisions);
            replace(FORMAT.format((Object[]) COLUMNS.toArray()) + "\n" + lines(all));
            return;
        }
        String gap = before[before.length - 1] == '\n' ? "" : "\n";
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            write(file, gap + lines(decisions));
        }
    }

    private void replace(String content) throws IOException {
        Path beside = path.resolveSibling(NAME + ".new");
        try (FileChannel file = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            write(file, content);
        }
        Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(FileChannel file, String content) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(true);
    }

    private static String lines(List<Decision> decisions) {
        var lines = new StringBuilder();
        for (Decision d : decisions) {
            lines.append(FORMAT.format(cell(d.claimId()), d.kind().label(), cell(d.reviewer()), cell(d.note()),
                    d.at() == null ? "" : d.at().toString(), d.verdict() == null ? "" : d.verdict().label(),
                    cell(d.article()), cell(d.sentence()), cell(d.subject()), cell(d.aspect()))).append('\n');
        }
        return lines.toString();
    }

    /// One line, whatever was typed, so that files can be merged by line.
    private static String cell(String value) {
        return Cells.inert(value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip());
    }

    private List<String> header(byte[] content) throws IOException {
        try (CSVParser rows = rows(content)) {
            return rows.getHeaderNames();
        }
    }

    private CSVParser rows(byte[] content) throws IOException {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw broken(1, "it is not UTF-8", e);
        }
        Reader reader = new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text); // spreadsheets mark it
        return FORMAT.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true).get().parse(reader);
    }

    private List<Decision> parse(byte[] content) throws IOException {
        var decisions = new ArrayList<Decision>();
        long line = 1;
        try (CSVParser rows = rows(content)) {
            if (!rows.getHeaderNames().containsAll(COLUMNS.subList(0, 2))) {
                throw broken(1, "the header must name claim_id and decision", null);
            }
            for (CSVRecord row : rows) {
                decisions.add(decision(row, rows.getHeaderNames(), line + 1));
                line = rows.getCurrentLineNumber();
            }
        } catch (CSVException | UncheckedIOException | IllegalArgumentException e) {
            throw broken(line + 1, String.valueOf(e.getMessage()), e);
        }
        return inTime(decisions);
    }

    private Decision decision(CSVRecord row, List<String> header, long line) {
        if (!row.isConsistent() || row.get("claim_id").isBlank()) {
            throw broken(line, "it has " + row.size() + " cells, the header " + header.size() + ", or no claim_id", null);
        }
        return new Decision(text(row, "claim_id"), kind(text(row, "decision"), line), text(row, "reviewer"),
                text(row, "note"), instant(text(row, "at"), line), verdict(text(row, "verdict"), line),
                text(row, "article_id"), text(row, "sentence"), text(row, "subject"), text(row, "aspect"));
    }

    private static String text(CSVRecord row, String column) {
        return row.isMapped(column) ? Cells.original(row.get(column).strip()) : "";
    }

    private Decision.Kind kind(String word, long line) {
        for (Decision.Kind kind : Decision.Kind.values()) {
            if (kind.label().equals(word.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw broken(line, "a decision is accepted, rejected, unsure or undone, not '" + word + "'", null);
    }

    private @Nullable Verdict verdict(String word, long line) {
        if (word.isEmpty()) {
            return null;
        }
        for (Verdict verdict : Verdict.values()) {
            if (verdict.label().equals(word)) {
                return verdict;
            }
        }
        throw broken(line, "there is no verdict '" + word + "'", null);
    }

    private @Nullable Instant instant(String words, long line) {
        try {
            return words.isEmpty() ? null : Instant.parse(words);
        } catch (DateTimeParseException e) {
            throw broken(line, "'" + words + "' is no time such as 2026-01-31T08:00:00Z", e);
        }
    }

    /// A line without a time belongs behind the one before it.
    private static List<Decision> inTime(List<Decision> asWritten) {
        record Timed(Instant at, Decision decision) {}
        var timed = new ArrayList<Timed>();
        Instant last = Instant.MIN;
        for (Decision decision : asWritten) {
            last = decision.at() == null ? last : decision.at();
            timed.add(new Timed(last, decision));
        }
        timed.sort(Comparator.comparing(Timed::at)); // stable
        return timed.stream().map(Timed::decision).toList();
    }

    private SetupException broken(long line, String why, @Nullable Throwable cause) {
        return new SetupException(path + ", line " + line + ": " + why + ". Mend the line; nothing was changed.", cause);
    }
}
