package org.openwash.upstream;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openwash.facts.Licence;
import org.openwash.upstream.Entry.SystemEntry;

/// Writes rows for a system that we lack, for a person to complete and paste.
final class SystemRows {

    /// The row of licences.csv that stands for a licence nobody has seen.
    private static final String NOT_SEEN = "LicenseRef-unknown";
    private static final List<String> PARTS = List.of("weights", "code", "training_data", "training_code", "paper");

    private final LicenceNames licences;
    private final SubjectNames names;
    private final Makers makers;

    SystemRows(LicenceNames licences, SubjectNames names, Makers makers) {
        this.licences = licences;
        this.names = names;
        this.makers = makers;
    }

    /// A name as an id of ours: lower-case letters, digits, `.`, `+` and `-`.
    static String idFor(String name) {
        String id = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9.+]+", "-")
                .replaceAll("^[-.+]+|[-.]+$", "");
        return id.isEmpty() ? "unnamed" : id;
    }

    String subject(SystemEntry entry, String id) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("id", id);
        cells.put("name", entry.name());
        cells.put("kind", "model");
        cells.put("vendors", String.join(";", makers.named(entry.vendor())));
        cells.put("parent", names.familyOf(entry).filter(f -> !f.equals(id)).orElse(""));
        cells.put("aliases", names.isTaken(entry.name()) ? "" : PastedRow.alias(entry.name()));
        return PastedRow.SUBJECTS.of(cells);
    }

    String fact(SystemEntry entry, String subject) {
        Map<String, String> cells = new LinkedHashMap<>();
        boolean hosted = value(entry, "weights").filter(v -> v.text().equals("no")).isPresent();
        cells.put("id", subject + "#1");
        cells.put("subject", subject);
        cells.put("artefact", hosted ? "service" : "weights");
        cells.put("from", text(entry, Value.FROM));
        String licence = text(entry, Value.LICENCE);
        Optional<String> known = licences.named(licence).filter(l -> !l.generic()).map(Licence::id);
        cells.put("licence", known.orElse(NOT_SEEN));
        PARTS.forEach(part -> cells.put(part, text(entry, part)));
        cells.put("status", hosted ? "hosted-only" : "released");
        cells.put("verified", "partial");
        cells.put("sources", entry.address());
        cells.put("note", known.isPresent() || licence.isEmpty() ? "" : "the upstream names the licence '" + licence
                + "'");
        return PastedRow.FACTS.of(cells);
    }

    private static Optional<Value> value(SystemEntry entry, String column) {
        return entry.values().stream().filter(v -> v.column().equals(column)).findFirst();
    }

    private static String text(SystemEntry entry, String column) {
        return value(entry, column).map(Value::text).orElse("");
    }
}
