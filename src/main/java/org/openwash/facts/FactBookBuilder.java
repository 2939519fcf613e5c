package org.openwash.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openwash.domain.Organisation;
import org.openwash.domain.Subject;
import org.openwash.facts.Fact.Osaid;
import org.openwash.facts.Fact.Status;
import org.openwash.facts.Licence.Approval;
import org.openwash.facts.Licence.Category;
import org.openwash.facts.Restriction.Effect;

/// Turns rows into the facts base, each row checked against those before it: restrictions, licences, organisations,
/// subjects, facts.
final class FactBookBuilder {

    private final LocalDate date;
    private final String version;
    private final Map<String, Row> restrictions = new LinkedHashMap<>();
    private final Map<String, Licence> licences = new LinkedHashMap<>();
    private final Map<String, Organisation> organisations = new LinkedHashMap<>();
    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final Map<String, LocalDate> superseded = new LinkedHashMap<>();
    private final List<Fact> facts = new ArrayList<>();

    FactBookBuilder(LocalDate date, String version) {
        this.date = date;
        this.version = version;
    }

    FactBook build(Map<String, List<Row>> rows) {
        rows.get("restrictions").forEach(r -> restrictions.put(r.required("kind"), r));
        rows.get("licences").forEach(this::licence);
        rows.get("organisations").forEach(this::organisation);
        rows.get("subjects").forEach(this::subject);
        rows.get("facts").forEach(this::fact);
        var check = new FactBookCheck(licences, subjects, organisations);
        check.groups(rows.get("licences"));
        check.subjects(rows.get("subjects"));
        check.flagships(rows.get("organisations"));
        check.overlaps(facts);
        return new FactBook(date, version, licences, List.copyOf(organisations.values()), List.copyOf(subjects.values()),
                superseded, facts);
    }

    private void licence(Row row) {
        boolean generic = row.cell("verified").equals("generic");
        var licence = new Licence(row.required("id"), row.required("name"), row.cell("group"), generic,
                row.oneOf("osi", Approval.class), row.oneOf("fsf", Approval.class, Approval.UNKNOWN),
                row.cell("open_definition").equals("yes"), row.oneOf("category", Category.class),
                row.listAs("restrictions", this::restriction, "kinds of restrictions.csv, as kind or kind:parameter"),
                generic ? Confidence.YES : row.oneOf("verified", Confidence.class),
                row.listAs("aliases", AliasNotation::parse, "names as AliasNotation explains"));
        if (!generic) {
            sources(row, licence.confidence());
        }
        licences.put(licence.id(), licence);
    }

    private Restriction restriction(String text) {
        String[] halves = text.split(":", 2);
        Row known = restrictions.get(halves[0]);
        if (known == null) {
            throw new IllegalArgumentException("'" + halves[0] + "' is no known restriction");
        }
        return new Restriction(halves[0], halves.length > 1 ? halves[1] : "", known.oneOf("effect", Effect.class), known.required("words"));
    }

    private void organisation(Row row) {
        String id = row.required("id");
        if (!id.startsWith(Organisation.PREFIX)) {
            throw row.wrong("the id '" + id + "' of an organisation", "Let it begin with " + Organisation.PREFIX + ".");
        }
        String flagship = row.cell("flagship");
        organisations.put(id, new Organisation(id, row.required("name"),
                row.listAs("aliases", AliasNotation::parse, "names as AliasNotation explains"), row.list("people"),
                flagship.isEmpty() ? null : flagship));
    }

    private void subject(Row row) {
        String id = row.required("id");
        if (id.startsWith(Organisation.PREFIX) || !id.matches("[a-z0-9][a-z0-9.+-]*")) {
            throw row.wrong("the id '" + id + "' of a subject", "Use lower-case letters, digits, '.', '+' and '-'.");
        }
        String parent = row.cell("parent");
        subjects.put(id, new Subject(id, row.required("name"), row.oneOf("kind", Subject.Kind.class), row.list("vendors"),
                parent.isEmpty() ? null : parent, row.listAs("aliases", AliasNotation::parse, "names as AliasNotation explains")));
        PartialDate since = row.date("superseded");
        if (since != null) {
            superseded.put(id, since.latest());
        }
    }

    private void fact(Row row) {
        String subject = row.required("subject");
        if (!subjects.containsKey(subject)) {
            throw row.wrong("the unknown subject '" + subject + "'", "Add it to a subjects file or correct the id.");
        }
        LicenceExpression licence = row.as("licence", LicenceExpression::parse, "licence ids joined with AND, OR, WITH");
        known(row, licence);
        Interval valid = new Interval(row.date("from"), row.date("until"));
        if (valid.endsBeforeItBegins()) {
            throw row.wrong("until " + row.cell("until") + " lies before from " + row.cell("from"), "Correct one of them.");
        }
        Fact.Becoming becomes = row.cell("becomes").isEmpty() ? null
                : row.as("becomes", Fact.Becoming::parse, "a licence and a time, such as 'Apache-2.0 after 2y'");
        if (becomes != null) {
            known(row, becomes.licence());
        }
        VersionRange versions = row.cell("versions").isEmpty() ? VersionRange.NONE
                : row.as("versions", VersionRange::parse, "ranges such as '<=7.2', '8.0+' or '7.11-8.15'");
        Confidence confidence = row.oneOf("verified", Confidence.class);
        facts.add(new Fact(row.required("id"), subject, row.oneOf("artefact", Artefact.class), valid, versions,
                row.cell("scope"), licence, parts(row), row.oneOf("osaid", Osaid.class, Osaid.UNKNOWN),
                row.oneOf("status", Status.class), becomes, row.cell("summary").equals("yes"), confidence,
                sources(row, confidence), row.place()));
    }

    private static Fact.Parts parts(Row row) {
        return new Fact.Parts(
                row.oneOf("weights", Availability.class, Availability.UNKNOWN),
                row.oneOf("code", Availability.class, Availability.UNKNOWN),
                row.oneOf("training_data", Availability.class, Availability.UNKNOWN),
                row.oneOf("training_code", Availability.class, Availability.UNKNOWN),
                row.oneOf("paper", Availability.class, Availability.UNKNOWN));
    }

    private void known(Row row, LicenceExpression expression) {
        for (String id : expression.ids()) {
            if (!licences.containsKey(id)) {
                throw row.wrong("the unknown licence '" + id + "'", "Add it to licences.csv or correct the id.");
            }
            if (licences.get(id).generic()) {
                throw row.wrong("the licence '" + id + "' without its version", "Name the one of its group that holds.");
            }
        }
    }

    /// At least one source with an address; only a row marked unverified may say `recalled` instead.
    private static List<Source> sources(Row row, Confidence confidence) {
        if (row.required("sources").equals("recalled")) {
            if (confidence != Confidence.UNVERIFIED) {
                throw row.wrong("a source without address", "Cite where it was seen, or mark the row 'unverified'.");
            }
            return List.of();
        }
        return row.listAs("sources", Source::parse, "addresses separated with ';', each perhaps with {through COPY}");
    }
}
