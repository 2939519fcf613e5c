package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openwash.index.Fields;
import org.openwash.report.ChangeTables;
import org.openwash.report.Column;
import org.openwash.report.Table;
import org.openwash.report.Tables;

/// Keeps the lists in docs/formats.md equal to the definitions in the code.
///
/// Each stands between `<!-- generated: NAME -->` and `<!-- /generated -->`. Run with `-Dopenwash.update-docs=true`,
/// the test writes them anew; the diff is the review.
class GeneratedDocumentsTest {

    private static final Path FORMATS = Path.of("docs/formats.md");
    private static final String END = "<!-- /generated -->";

    @Test
    void formatsListsTheTablesSearchFieldsAndNamesThatTheCodeHas() throws IOException {
        String written = Files.readString(FORMATS);
        String wanted = written;
        for (Map.Entry<String, String> part : parts().entrySet()) {
            wanted = replaced(wanted, part.getKey(), part.getValue());
        }
        if (Boolean.getBoolean("openwash.update-docs")) {
            Files.writeString(FORMATS, wanted);
            return;
        }
        assertThat(written).as("docs/formats.md is stale: run this test with -Dopenwash.update-docs=true").isEqualTo(wanted);
    }

    private static Map<String, String> parts() throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put("names of fields", fieldNames());
        parts.put("tables", Stream.concat(Tables.all().stream(), Stream.of(ChangeTables.CHANGES, ChangeTables.HISTORY))
                .map(GeneratedDocumentsTest::table).collect(Collectors.joining("\n")));
        parts.put("search fields", searchFields());
        return parts;
    }

    private static String replaced(String document, String name, String content) {
        String begin = "<!-- generated: " + name + " -->";
        int from = document.indexOf(begin);
        int to = document.indexOf(END, Math.max(0, from));
        assertThat(from).as("docs/formats.md lacks the line " + begin).isNotNegative();
        assertThat(to).as("docs/formats.md lacks the end of " + begin).isNotNegative();
        return document.substring(0, from) + begin + "\n" + content + document.substring(to);
    }

    private static String table(Table<?> table) {
        if (table == Tables.FLAGS) {
            return "### " + table.file() + "\n\n" + table.description() + ". The columns are those of "
                    + Tables.CLAIMS.file() + "." + keys(table) + "\n";
        }
        if (table == Tables.WATCH_HITS) {
            return "### " + table.file() + "\n\n" + table.description() + ". The columns are `watch`, the name of the standing"
                    + " query, and those of " + Tables.CLAIMS.file() + "." + keys(table) + "\n";
        }
        if (table == ChangeTables.HISTORY) {
            return "### " + table.file() + "\n\n" + table.description() + ". The columns are `night`, the number of the nightly run"
                    + " (nights that find nothing have none), `day`, its day, and those of " + ChangeTables.CHANGES.file() + ".\n";
        }
        var lines = new ArrayList<String>();
        lines.add("### " + table.file());
        lines.add("");
        lines.add(table.description() + "." + keys(table));
        lines.add("");
        lines.add("| column | holds | meaning |");
        lines.add("|---|---|---|");
        table.columns().forEach(c -> lines.add("| `" + c.name() + "` | " + holds(c.type()) + " | " + cell(c.description()) + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static String keys(Table<?> table) {
        var keys = new StringBuilder();
        if (!table.key().isEmpty()) {
            keys.append(" Key: ").append(String.join(", ", table.key().stream().map(k -> "`" + k + "`").toList())).append('.');
        }
        table.references().forEach(r -> keys.append(" `").append(r.column()).append("` refers to `").append(r.target())
                .append("` of ").append(r.file()).append('.'));
        return keys.toString();
    }

    private static String holds(Column.Type type) {
        return switch (type) {
            case TEXT -> "text";
            case WHOLE_NUMBER -> "whole number";
            case DECIMAL -> "decimal number";
            case YES_NO -> "true or false";
            case DAY -> "day";
            case LIST -> "list";
        };
    }

    private static String searchFields() {
        var lines = new ArrayList<>(List.of("| field | matched by | holds |", "|---|---|---|"));
        Fields.all().forEach(f -> lines.add("| `" + f.name() + "` | " + matched(f.kind()) + " | " + cell(f.meaning()) + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static String matched(Fields.Kind kind) {
        return switch (kind) {
            case KEYWORD -> "whole value";
            case TEXT -> "words, inflected";
            case WORDS -> "words as written";
            case NUMBER -> "number, range";
            case DAY -> "day, range";
            case DERIVED -> "value";
        };
    }

    /// The rows of ingest/fields.tsv, one line a field.
    private static String fieldNames() throws IOException {
        var names = new LinkedHashMap<String, List<String>>();
        try (InputStream stream = GeneratedDocumentsTest.class.getResourceAsStream("/ingest/fields.tsv")) {
            new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .forEach(row -> names.computeIfAbsent(row[0], field -> new ArrayList<>()).add("`" + row[1] + "`"));
        }
        var lines = new ArrayList<>(List.of("| field | names, the first one found wins |", "|---|---|"));
        names.forEach((field, all) -> lines.add("| " + field + " | " + String.join(", ", all) + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
