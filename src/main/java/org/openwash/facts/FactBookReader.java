package org.openwash.facts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;

/// Finds the files of the facts base, built-in and the user's, and hands their rows on.
///
/// A base is listed in its `index.csv`, since a class path cannot be listed. In a folder that adds to the built-in base
/// the name tells what a file holds: `facts.csv`, `facts-mine.csv` or `facts/mine.csv`, and so for the other kinds; its
/// `index.csv`, if it has one, names only a later date. A folder whose `index.csv` lists files is a base of its own.
///
/// What is wrong with a file is collected, so that one reading tells everything.
final class FactBookReader {

    private static final String HOME = "/facts/";
    private static final String INDEX = "index.csv";
    /// The kinds of rows, each before those that refer to it; but sources come last and are handed out first.
    private static final List<String> KINDS = List.of("restrictions", "licences", "organisations", "subjects",
            "facts", "evidence");
    private static final Set<String> WITH_SOURCES = Set.of("facts", "licences");
    /// No hand-made folder is larger; a wrong path might be.
    private static final int MOST_FILES = 1_000;
    private static final long LARGEST_FILE = 64L << 20;

    private final Map<String, List<Row>> builtIn = new LinkedHashMap<>();
    private final Map<String, List<Row>> users = new LinkedHashMap<>();
    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private final Problems problems = new Problems();
    private final MessageDigest digest;
    private @Nullable LocalDate date;

    private FactBookReader() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The book, null if something is wrong with a row or file; what is wrong; and the rows by kind, as they were read.
    record Reading(@Nullable FactBook book, List<String> problems, Map<String, List<Row>> rows) {
        Reading {
            problems = List.copyOf(problems);
        }
    }

    static Reading read(@Nullable Path userFacts) {
        return new FactBookReader().all(userFacts);
    }

    private Reading all(@Nullable Path userFacts) {
        if (userFacts != null && !Files.isDirectory(userFacts)) {
            throw new SetupException("No facts folder at " + userFacts + ". Give --facts a folder of CSV files.");
        }
        if (userFacts != null && isWholeBase(userFacts)) {
            readBase(userFacts.resolve(INDEX).toString(), name -> fileOf(userFacts, name));
        } else {
            readBase(INDEX, FactBookReader::resource);
            if (userFacts != null) {
                problems.collect(() -> readFolder(userFacts));
            }
        }
        Map<String, List<Row>> rows = merged();
        if (date == null) {
            problems.add("facts/index.csv names no date. Add a row 'date,YYYY-MM-DD'.");
        }
        if (date == null || !problems.none()) { // rows that are missing would only bring on more complaints
            return new Reading(null, problems.messages(), rows);
        }
        digest.update(SpdxList.version().getBytes(StandardCharsets.UTF_8));
        String hash = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        return new FactBookBuilder(date, date + "+" + hash).build(rows);
    }

    /// How a file of a base is opened, and by what name messages call it.
    private interface Shelf {
        Opened open(String name);
    }

    private record Opened(String name, byte[] bytes) {}

    private void readBase(String indexName, Shelf shelf) {
        problems.collect(() -> {
            List<Row> listed = Table.parse(indexName, opened(shelf, INDEX).bytes()).rows();
            problems.collect(listed, row -> indexed(row, shelf));
        });
    }

    private void indexed(Row row, Shelf shelf) {
        String kind = row.required("kind");
        if (kind.equals("date")) {
            date = row.as("value", LocalDate::parse, "YYYY-MM-DD");
        } else if (KINDS.contains(kind)) {
            Opened file = opened(shelf, row.required("value"));
            Table table = Table.parse(file.name(), file.bytes());
            columns.putIfAbsent(kind, table.columns());
            add(builtIn, kind, table);
        } else {
            throw row.wrong("the unknown kind '" + kind + "'", "Use date or one of " + KINDS + ".");
        }
    }

    private Opened opened(Shelf shelf, String name) {
        Opened opened = shelf.open(name);
        digest.update(opened.bytes());
        return opened;
    }

    private static Opened resource(String name) {
        try (InputStream in = FactBookReader.class.getResourceAsStream(HOME + name)) {
            if (in == null) {
                throw new SetupException("The facts base lacks " + name
                        + ", which facts/index.csv lists. Build the program again.");
            }
            return new Opened(name, in.readAllBytes());
        } catch (IOException e) {
            throw new SetupException("The facts file " + name + " cannot be read: " + e.getMessage()
                    + ". Build the program again.", e);
        }
    }

    private static Opened fileOf(Path folder, String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new SetupException(folder.resolve(INDEX) + " names a file outside its folder: " + name
                    + ". Move it inside.");
        }
        return new Opened(file.toString(), bytes(file));
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new SetupException(file + " holds more than " + (LARGEST_FILE >> 20)
                        + " MB. Is it a file of facts?");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new SetupException("The facts file " + file + " cannot be read: " + e.getMessage()
                    + ". Check its name and rights.", e);
        }
    }

    private static boolean isWholeBase(Path folder) {
        Path index = folder.resolve(INDEX);
        return Files.exists(index)
                && Table.parse(index.toString(), bytes(index)).rows().stream()
                        .anyMatch(r -> !r.cell("kind").equals("date"));
    }

    private void readFolder(Path folder) {
        for (Path file : dataFiles(folder)) {
            problems.collect(() -> {
                byte[] bytes = bytes(file);
                digest.update(bytes);
                Table table = Table.parse(file.toString(), bytes);
                if (folder.relativize(file).toString().equals(INDEX)) {
                    table.rows().forEach(r -> date = r.as("value", LocalDate::parse, "YYYY-MM-DD"));
                } else {
                    String kind = kindOf(folder, file);
                    refuseUnknownColumns(kind, table);
                    add(users, kind, table);
                }
            });
        }
    }

    private static List<Path> dataFiles(Path folder) {
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            List<Path> files = walk.filter(f -> f.getFileName().toString().matches("(?i)[^.].*\\.(csv|tsv|ya?ml|json)"))
                    .sorted().limit(MOST_FILES + 1L).toList();
            if (files.size() > MOST_FILES) {
                throw new SetupException(folder + " holds more than " + MOST_FILES
                        + " files. Is it a folder of facts?");
            }
            return files;
        } catch (IOException e) {
            throw new SetupException("The facts folder " + folder + " cannot be read: " + e.getMessage()
                    + ". Check its rights.", e);
        }
    }

    /// A misspelt column would be passed over in silence.
    private void refuseUnknownColumns(String kind, Table table) {
        List<String> known = new ArrayList<>(columns.getOrDefault(kind, List.of()));
        if (WITH_SOURCES.contains(kind)) {
            known.add("sources");
        }
        for (String column : table.columns()) {
            if (!known.contains(column)) {
                throw new SetupException(table.file() + ", line 1: unknown column '" + column + "'. The columns of "
                        + kind + " are: "
                        + String.join(", ", known) + ".");
            }
        }
    }

    private static String kindOf(Path folder, Path file) {
        if (!file.toString().endsWith(".csv")) {
            throw new SetupException(file + ": facts are read from CSV files only. Save it as CSV, or move it elsewhere.");
        }
        String relative = folder.relativize(file).toString();
        return KINDS.stream()
                .filter(relative::startsWith)
                .findFirst()
                .orElseThrow(() -> new SetupException(
                        file + ": cannot tell what it holds. Let its name begin with one of " + KINDS + "."));
    }

    private void add(Map<String, List<Row>> to, String kind, Table table) {
        to.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(table.rows());
    }

    /// The user's rows stand in place of built-in rows of the same id, else at the end. An id twice in one base is
    /// wrong.
    private Map<String, List<Row>> merged() {
        Map<String, List<Row>> all = new LinkedHashMap<>();
        Set<String> replaced = new HashSet<>();
        for (String kind : KINDS) {
            List<Row> theirs = users.getOrDefault(kind, List.of());
            if (kind.equals("evidence")) {
                List<Row> evidence = new ArrayList<>(builtIn.getOrDefault(kind, List.of()));
                evidence.removeIf(r -> replaced.contains(r.cell("of"))); // speaks of a row that is no longer there
                evidence.addAll(theirs);
                all.put(kind, evidence);
            } else {
                String key = kind.equals("restrictions") ? "kind" : "id";
                Map<String, Row> rows = byId(builtIn.getOrDefault(kind, List.of()), key);
                Map<String, Row> mine = byId(theirs, key);
                replaced.addAll(mine.keySet());
                rows.putAll(mine);
                all.put(kind, List.copyOf(rows.values()));
            }
        }
        return all;
    }

    private Map<String, Row> byId(List<Row> rows, String key) {
        Map<String, Row> byId = new LinkedHashMap<>();
        problems.collect(rows, row -> {
            Row earlier = byId.putIfAbsent(row.required(key), row);
            if (earlier != null) {
                throw row.wrong("the id '" + row.required(key) + "' stands already in " + earlier.place(),
                        "Give it another id.");
            }
        });
        return byId;
    }
}
