package org.openwash.upstream;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.openwash.domain.DataFile;
import org.openwash.upstream.Entry.SystemEntry;

/// Reads the Model Openness Tool, one YAML file a model: which components are out, and under which licence. A component
/// that is not listed says nothing. `release.date` is often the day of the record, so no date is taken from it.
final class MotReader implements SystemFolder.Form {

    private static final String LAYOUT = "lfai/model_openness_tool, models/*.yml with 'release' and its 'components'";
    private static final String HOME = "https://github.com/lfai/model_openness_tool/blob/main/models/";

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Map<String, DataFile.Row> components = new LinkedHashMap<>();
    private final LicenceWords words = LicenceWords.load();

    private MotReader() {
        DataFile.rows("upstream/mot-components.tsv", 3).forEach(row -> components.put(row.cell(0), row));
    }

    static Reading read(Path path) {
        return SystemFolder.read(
                Upstream.MOT, LocalCopy.yamlFiles(path, List.of("models", ""), LAYOUT), LAYOUT, new MotReader());
    }

    @Override
    public Optional<SystemEntry> entry(Path file, Node.Mapping whole) throws MalformedException {
        Node.Mapping release = Expect.mapping(whole, "release");
        Expect.keys(release, List.of("name", "producer", "license", "components"), "'release'");
        String name = Expect.filled(release, "name");
        if (!numbers(name).equals(numbers(SystemFolder.idOf(file)))) {
            throw new MalformedException(
                    release.lineOf("name"), "the record of '" + name + "' stands in a file of another name");
        }
        String address = HOME + Address.encoded(file.getFileName().toString());
        Map<String, Value> values = new LinkedHashMap<>();
        for (Node item : Expect.sequence(release, "components").items()) {
            Node.Mapping component = Expect.mapping(item, "a component (older records list numbers)");
            DataFile.Row row = components.get(Expect.filled(component, "name"));
            if (row != null) {
                add(values, file, component, row, address);
            }
        }
        licenceOfAll(values, file, release, address);
        return Optional.of(new SystemEntry(SystemFolder.idOf(file), name, name, release.text("producer"),
                List.copyOf(values.values()), address, Address.place(file, release.line())));
    }

    /// Sizes and versions: copied records sometimes keep those of their model.
    private static List<String> numbers(String name) {
        return NUMBER.matcher(name).results().map(MatchResult::group).toList();
    }

    private void add(Map<String, Value> values, Path file, Node.Mapping component, DataFile.Row row, String address) {
        String column = row.cell(1);
        String licence = component.text("license");
        String seen = Address.firstOf(component.texts("component_path"), address);
        if (words.saysAbsent(licence)) {
            values.putIfAbsent(column, new Value(column, "no", List.of(), seen, Address.place(file, component.line())));
            return;
        }
        var out = new Value(column, "yes", Listed.in(row.cell(2)), seen, Address.place(file, component.line()));
        values.merge(column, out, (earlier, later) -> earlier.text().equals("yes") ? earlier : later);
        String of = switch (column) {
            case "weights" -> Value.LICENCE;
            case "code" -> Value.CODE_LICENCE;
            default -> "";
        };
        if (!of.isEmpty() && words.saysSomething(licence)) {
            values.putIfAbsent(of, new Value(of, licence, List.of(),
                    Address.firstOf(component.texts("license_path"), address),
                    Address.place(file, component.lineOf("license"))));
        }
    }

    /// What the record says of the whole release, where the components themselves name no licence.
    private void licenceOfAll(Map<String, Value> values, Path file, Node.Mapping release, String address) {
        if (!(release.fields().get("license") instanceof Node.Mapping licences)) {
            return;
        }
        Map<String, String> columns = Map.of("distribution", Value.LICENCE, "code", Value.CODE_LICENCE);
        for (String part : List.of("distribution", "code")) {
            if (licences.fields().get(part) instanceof Node.Mapping licence
                    && words.saysSomething(licence.text("name"))) {
                String column = columns.get(part);
                values.putIfAbsent(column, new Value(column, licence.text("name"), List.of(),
                        Address.firstOf(licence.texts("path"), address), Address.place(file, licence.lineOf("name"))));
            }
        }
    }
}
