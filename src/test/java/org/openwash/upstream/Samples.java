package org.openwash.upstream;

import java.nio.file.Path;
import java.util.List;
import org.openwash.facts.FactBook;
import org.openwash.upstream.Entry.LicenceEntry;
import org.openwash.upstream.Entry.Standing;
import org.openwash.upstream.Entry.SystemEntry;

/// The samples of this package's tests: small copies of the upstreams, a base about the same things, and entries by hand.
final class Samples {

    static final Path FOLDER = Path.of("src/test/resources/upstream");

    private Samples() {}

    static FactBook base() {
        return FactBook.load(FOLDER.resolve("base"));
    }

    static Reading read(Upstream upstream) {
        return upstream.read(FOLDER.resolve(upstream.label()));
    }

    static Reading reading(Upstream upstream, Entry... entries) {
        return new Reading(upstream, "", List.of(entries), List.of());
    }

    static SystemEntry system(String name, String vendor, Value... values) {
        return new SystemEntry(name + ".yml", name, name, vendor, List.of(values), "https://index.example.org/entry", "entry.yml, line 1");
    }

    static LicenceEntry licence(String id, Standing standing, Value... values) {
        return new LicenceEntry(id, List.of(id), id, standing, List.of(values), "https://index.example.org/" + id, "list.json, line 1");
    }

    static Value value(String column, String text, String... alsoFits) {
        return new Value(column, text, List.of(alsoFits), "https://index.example.org/value", "entry.yml, line 2");
    }
}
