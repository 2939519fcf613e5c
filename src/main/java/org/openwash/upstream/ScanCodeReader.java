package org.openwash.upstream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openwash.domain.DataFile;
import org.openwash.upstream.Entry.LicenceEntry;
import org.openwash.upstream.Entry.Standing;

/// Reads `index.json` of ScanCode LicenseDB: the category of every licence, and ids for those that SPDX lacks.
final class ScanCodeReader {

    private static final String LAYOUT = "docs/index.json of aboutcode-org/scancode-licensedb";
    private static final List<String> PLACES = List.of("index.json", "docs/index.json");
    private static final List<String> KEYS = List.of("license_key", "category", "spdx_license_key",
            "other_spdx_license_keys", "is_exception", "is_deprecated");
    private static final String PREFIX = "LicenseRef-scancode-";

    private final Path file;
    private final Map<String, DataFile.Row> categories = new HashMap<>();

    private ScanCodeReader(Path file) {
        this.file = file;
        DataFile.rows("upstream/scancode-categories.tsv", 3).forEach(row -> categories.put(row.cell(0), row));
    }

    static Reading read(Path path) {
        var reader = new ScanCodeReader(LocalCopy.file(path, PLACES, LAYOUT));
        try {
            List<Entry> entries = new ArrayList<>();
            for (Node item : Expect.sequence(NodeReader.json(LocalCopy.text(reader.file)), "the index").items()) {
                entries.add(reader.entry(Expect.mapping(item, "a licence")));
            }
            return new Reading(Upstream.SCANCODE, "", entries, List.of());
        } catch (MalformedException e) {
            throw LocalCopy.refused(reader.file, e, LAYOUT);
        }
    }

    private LicenceEntry entry(Node.Mapping licence) throws MalformedException {
        Expect.keys(licence, KEYS, "the licence '" + licence.text("license_key") + "'");
        String key = Expect.filled(licence, "license_key");
        String address = "https://scancode-licensedb.aboutcode.org/" + Address.encoded(key) + ".html";
        List<String> ids = new ArrayList<>();
        if (!licence.text("spdx_license_key").isEmpty()) {
            ids.add(licence.text("spdx_license_key"));
        }
        ids.addAll(licence.texts("other_spdx_license_keys"));
        if (!ids.contains(PREFIX + key)) {
            ids.add(PREFIX + key);
        }
        return new LicenceEntry(key, ids, key, standing(licence), category(licence, address), address,
                Address.place(file, licence.line()));
    }

    private static Standing standing(Node.Mapping licence) throws MalformedException {
        boolean exception = Expect.truth(licence, "is_exception");
        boolean deprecated = Expect.truth(licence, "is_deprecated");
        return deprecated ? Standing.DEPRECATED : exception ? Standing.EXCEPTION : Standing.CURRENT;
    }

    private List<Value> category(Node.Mapping licence, String address) throws MalformedException {
        DataFile.Row row = categories.get(licence.text("category"));
        if (row == null) {
            throw new MalformedException(
                    licence.lineOf("category"), "the unknown category '" + licence.text("category") + "'");
        }
        return row.cell(1).isEmpty() ? List.of()
                : List.of(new Value("category", row.cell(1), Listed.in(row.cell(2)), address,
                        Address.place(file, licence.lineOf("category"))));
    }
}
