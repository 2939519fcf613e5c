package org.openwash.facts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;

/// Finds the files of the facts base, built-in and the user's, and hands their rows on.
///
/// The built-in files are listed in `facts/index.csv`, since a class path cannot be listed. In the user's folder the
/// name tells what a file holds: `facts.csv`, `facts-mine.csv` or `facts/mine.csv`, and so for the other kinds.
final class FactBookReader {

    private static final String HOME = "/facts/";
    private static final List<String> KINDS = List.of("restrictions", "licences", "organisations", "subjects", "facts");
    /// No hand-made folder is larger; a wrong path might be.
    private static final int MOST_FILES = 1_000;

    private final Map<String, List<Row>> builtIn = new LinkedHashMap<>();
    private final Map<String, List<Row>> users = new LinkedHashMap<>();
    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private final MessageDigest digest;

    private FactBookReader() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static FactBook read(@Nullable Path userFacts) {
        var reader = new FactBookReader();
        @Nullable LocalDate date = null;
        for (Row row : Table.parse("index.csv", reader.resource("index.csv")).rows()) {
            String kind = row.required("kind");
            if (kind.equals("date")) {
                date = row.as("value", LocalDate::parse, "YYYY-MM-DD");
            } else {
                Table table = Table.parse(row.required("value"), reader.resource(row.required("value")));
                reader.columns.putIfAbsent(kind, table.columns());
                reader.add(reader.builtIn, kind, table);
            }
        }
        if (date == null) {
            throw new SetupException("facts/index.csv names no date. Add a row 'date,YYYY-MM-DD'.");
        }
        if (userFacts != null) {
            reader.readFolder(userFacts);
        }
        String hash = HexFormat.of().formatHex(reader.digest.digest()).substring(0, 12);
        return new FactBookBuilder(date, date + "+" + hash).build(reader.merged());
    }

    private byte[] resource(String name) {
        try (InputStream in = FactBookReader.class.getResourceAsStream(HOME + name)) {
            if (in == null) {
                throw new SetupException("The facts base lacks " + name + ", which facts/index.csv lists. Build the program again.");
            }
            byte[] bytes = in.readAllBytes();
            digest.update(bytes);
            return bytes;
        } catch (IOException e) {
            throw new SetupException("The facts file " + name + " cannot be read: " + e.getMessage() + ". Build the program again.", e);
        }
    }

    private void readFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new SetupException("No facts folder at " + folder + ". Give --facts a folder of CSV files.");
        }
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            List<Path> files = walk.filter(f -> f.toString().endsWith(".csv")).sorted().limit(MOST_FILES + 1L).toList();
            if (files.size() > MOST_FILES) {
                throw new SetupException(folder + " holds more than " + MOST_FILES + " CSV files. Is it a folder of facts?");
            }
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                digest.update(bytes);
                String kind = kindOf(folder, file);
                Table table = Table.parse(file.toString(), bytes);
                refuseUnknownColumns(kind, table);
                add(users, kind, table);
            }
        } catch (IOException e) {
            throw new SetupException("The facts folder " + folder + " cannot be read: " + e.getMessage() + ". Check its rights.", e);
        }
    }

    /// A misspelt column would be passed over in silence.
    private void refuseUnknownColumns(String kind, Table table) {
        List<String> known = columns.getOrDefault(kind, List.of());
        for (String column : table.columns()) {
            if (!known.contains(column)) {
                throw new SetupException(table.file() + ": unknown column '" + column + "'. The columns of " + kind + " are: "
                        + String.join(", ", known) + ".");
            }
        }
    }

    private static String kindOf(Path folder, Path file) {
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

    /// The user's rows stand in place of built-in rows of the same id, else at the end. An id twice in one base is wrong.
    private Map<String, List<Row>> merged() {
        Map<String, List<Row>> all = new LinkedHashMap<>();
        for (String kind : KINDS) {
            String key = kind.equals("restrictions") ? "kind" : "id";
            Map<String, Row> rows = byId(builtIn.getOrDefault(kind, List.of()), key);
            rows.putAll(byId(users.getOrDefault(kind, List.of()), key));
            all.put(kind, List.copyOf(rows.values()));
        }
        Set<String> unknown = new TreeSet<>(builtIn.keySet());
        KINDS.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new SetupException("facts/index.csv lists the unknown kinds " + unknown + ". Use " + KINDS + ".");
        }
        return all;
    }

    private static Map<String, Row> byId(List<Row> rows, String key) {
        Map<String, Row> byId = new LinkedHashMap<>();
        for (Row row : rows) {
            Row earlier = byId.put(row.required(key), row);
            if (earlier != null) {
                throw row.wrong("the id '" + row.required(key) + "' stands already in " + earlier.place(), "Give it another id.");
            }
        }
        return byId;
    }
}
