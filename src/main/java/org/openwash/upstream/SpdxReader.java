package org.openwash.upstream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openwash.upstream.Entry.LicenceEntry;
import org.openwash.upstream.Entry.Standing;

/// Reads `licenses.json` of the SPDX licence list: names, and what the OSI and the FSF say.
final class SpdxReader {

    private static final String LAYOUT = "json/licenses.json of spdx/license-list-data";
    private static final List<String> PLACES = List.of("licenses.json", "json/licenses.json");
    private static final List<String> KEYS = List.of("licenseId", "name", "isOsiApproved", "isDeprecatedLicenseId");

    private SpdxReader() {}

    static Reading read(Path path) {
        Path file = LocalCopy.file(path, PLACES, LAYOUT);
        try {
            var root = Expect.mapping(NodeReader.json(LocalCopy.text(file)), "the list");
            Expect.keys(root, List.of("licenseListVersion", "licenses"), "the list");
            List<Entry> entries = new ArrayList<>();
            for (Node item : Expect.sequence(root, "licenses").items()) {
                entries.add(entry(file, Expect.mapping(item, "a licence")));
            }
            return new Reading(Upstream.SPDX, root.text("licenseListVersion"), entries, List.of());
        } catch (MalformedException e) {
            throw LocalCopy.refused(file, e, LAYOUT);
        }
    }

    private static LicenceEntry entry(Path file, Node.Mapping licence) throws MalformedException {
        Expect.keys(licence, KEYS, "the licence '" + licence.text("licenseId") + "'");
        String id = Expect.filled(licence, "licenseId");
        String address = "https://spdx.org/licenses/" + Address.encoded(id) + ".html";
        List<Value> values = new ArrayList<>();
        boolean osi = Expect.truth(licence, "isOsiApproved");
        // the list cannot say that a work needs no approval
        values.add(new Value("osi", osi ? "yes" : "no", osi ? List.of() : List.of("not-needed"), address,
                Address.place(file, licence.lineOf("isOsiApproved"))));
        // a missing flag says nothing: the FSF has not judged
        if (licence.has("isFsfLibre")) {
            boolean fsf = Expect.truth(licence, "isFsfLibre");
            values.add(new Value("fsf", fsf ? "yes" : "no", List.of(), address,
                    Address.place(file, licence.lineOf("isFsfLibre"))));
        }
        return new LicenceEntry(id, List.of(id), licence.text("name"),
                Expect.truth(licence, "isDeprecatedLicenseId") ? Standing.DEPRECATED : Standing.CURRENT,
                values, address, Address.place(file, licence.line()));
    }
}
