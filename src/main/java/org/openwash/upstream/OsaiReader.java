package org.openwash.upstream;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openwash.domain.DataFile;
import org.openwash.facts.PartialDate;
import org.openwash.upstream.Entry.SystemEntry;

/// Reads the European Open Source AI Index, one YAML file a system: grades of openness and a licence in free words. An
/// entry describes a family's newest version at the time, the one that `endmodelname` names.
final class OsaiReader implements SystemFolder.Form {

    private static final String LAYOUT =
            "Language-Technology-Assessment/main-database, YAML files with 'system', 'org' and graded dimensions";
    private static final String HOME = "https://github.com/Language-Technology-Assessment/main-database/blob/main/";
    private static final List<String> LICENCE_KEYS = List.of("endmodellicense", "endmodel license");
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}){0,2}");
    private static final Set<String> NO_NAME = Set.of("", "none", "unknown", "undisclosed");

    private final List<DataFile.Row> columns = DataFile.rows("upstream/osai-dimensions.tsv", 3);
    private final Map<String, DataFile.Row> classes = new HashMap<>();

    private OsaiReader() {
        DataFile.rows("upstream/osai-classes.tsv", 3).forEach(row -> classes.put(row.cell(0), row));
    }

    static Reading read(Path path) {
        return SystemFolder.read(Upstream.OSAI, LocalCopy.yamlFiles(path, List.of(""), LAYOUT), LAYOUT,
                new OsaiReader());
    }

    @Override
    public Optional<SystemEntry> entry(Path file, Node.Mapping whole) throws MalformedException {
        Node.Mapping system = Expect.mapping(whole, "system");
        Node.Mapping org = Expect.mapping(whole, "org");
        Expect.keys(system, List.of("name", "endmodelname", "releasedate"), "'system'");
        String address = HOME + Address.encoded(file.getFileName().toString());
        List<Value> values = new ArrayList<>();
        for (DataFile.Row row : columns) {
            List<String> dimensions = Listed.in(row.cell(2));
            Expect.keys(whole, dimensions, "the entry");
            values.addAll(graded(file, whole, row, dimensions, address));
        }
        String family = system.text("name");
        if (family.isEmpty()) {
            return Optional.empty(); // the form that contributors fill in
        }
        for (String key : LICENCE_KEYS) {
            if (!system.text(key).isEmpty()) {
                values.add(new Value(Value.LICENCE, system.text(key), List.of(),
                        Address.firstOf(linksOf(whole, "licenses"), address), Address.place(file, system.lineOf(key))));
            }
        }
        if (DATE.matcher(system.text("releasedate")).matches()) { // some say "unknown"
            values.add(new Value(Value.FROM, date(system), List.of(), address,
                    Address.place(file, system.lineOf("releasedate"))));
        }
        String version = system.text("endmodelname");
        boolean named = !NO_NAME.contains(version.toLowerCase(Locale.ROOT));
        return Optional.of(new SystemEntry(SystemFolder.idOf(file), named ? version : family, family,
                org.text("name"), values,
                address, Address.place(file, system.line())));
    }

    private static String date(Node.Mapping system) throws MalformedException {
        try {
            return PartialDate.parse(system.text("releasedate")).text();
        } catch (DateTimeException e) {
            throw new MalformedException(system.lineOf("releasedate"), "'" + system.text("releasedate")
                    + "' is no date");
        }
    }

    /// One of our columns from the dimensions that speak of it; nothing if none is graded.
    private List<Value> graded(Path file, Node.Mapping whole, DataFile.Row row, List<String> dimensions, String address)
            throws MalformedException {
        List<String> grades = new ArrayList<>();
        String speaking = dimensions.getFirst();
        for (String dimension : dimensions) {
            Node.Mapping graded = Expect.mapping(whole.fields().get(dimension), "'" + dimension + "'");
            Expect.keys(graded, List.of("class"), "'" + dimension + "'");
            String grade = graded.text("class").toLowerCase(Locale.ROOT);
            if (grade.isEmpty()) {
                continue;
            }
            if (!classes.containsKey(grade)) {
                throw new MalformedException(graded.lineOf("class"), "'" + grade
                        + "' is none of open, partial, closed");
            }
            if (grades.isEmpty() || grade.equals("open") && !grades.contains("open")) {
                speaking = dimension;
            }
            grades.add(grade);
        }
        if (grades.isEmpty()) {
            return List.of();
        }
        DataFile.Row grade = classes.get(row.cell(1).equals("all") ? common(grades) : best(grades));
        return List.of(new Value(row.cell(0), grade.cell(1), Listed.in(grade.cell(2)),
                Address.firstOf(linksOf(whole, speaking), address), Address.place(file, whole.lineOf(speaking))));
    }

    private static String common(List<String> grades) {
        return grades.stream().distinct().count() == 1 ? grades.getFirst() : "partial";
    }

    private static String best(List<String> grades) {
        return grades.contains("open") ? "open" : grades.contains("partial") ? "partial" : "closed";
    }

    private static List<String> linksOf(Node.Mapping whole, String dimension) {
        return whole.fields().get(dimension) instanceof Node.Mapping graded ? graded.texts("link") : List.of();
    }
}
