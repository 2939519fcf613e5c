package org.openwash.upstream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openwash.domain.DataFile;

/// What the upstreams' own wordings of licences mean, where none of our aliases tells.
final class LicenceWords {

    private static final String NOTHING = "nothing";
    private static final String ABSENT = "absent";

    private final Map<String, String> meanings;

    private LicenceWords(Map<String, String> meanings) {
        this.meanings = meanings;
    }

    static LicenceWords load() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (DataFile.Row row : DataFile.rows("upstream/licence-names.tsv", 2)) {
            if (meanings.put(Folded.ofLicence(row.cell(0)), row.cell(1)) != null) {
                throw row.wrong("'" + row.cell(0) + "' stands twice. Remove one of them.");
            }
        }
        return new LicenceWords(meanings);
    }

    /// Whether it names a licence at all.
    boolean saysSomething(String text) {
        String meaning = meanings.getOrDefault(Folded.ofLicence(text), text);
        return !text.isBlank() && !meaning.equals(NOTHING) && !meaning.equals(ABSENT);
    }

    /// Whether it says that the thing itself cannot be had.
    boolean saysAbsent(String text) {
        return meanings.getOrDefault(Folded.ofLicence(text), "").equals(ABSENT);
    }

    /// The id of ours that is meant.
    Optional<String> id(String text) {
        return saysSomething(text) ? Optional.ofNullable(meanings.get(Folded.ofLicence(text))) : Optional.empty();
    }

    /// Every id that the table refers to, for a check that we have them.
    Set<String> ids() {
        var ids = new TreeSet<>(meanings.values());
        ids.remove(NOTHING);
        ids.remove(ABSENT);
        return ids;
    }
}
