package org.openwash.facts;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Alias;
import org.openwash.domain.Organisation;
import org.openwash.domain.Subject;
import org.openwash.facts.Fact.Osaid;
import org.openwash.facts.Fact.Status;
import org.openwash.facts.FactBookReader.Reading;
import org.openwash.facts.Licence.Approval;
import org.openwash.facts.Licence.Category;
import org.openwash.facts.Restriction.Effect;
import org.openwash.facts.SpdxList.Listed;

/// Turns rows into the facts base, each row checked against those before it: restrictions, licences, organisations,
/// subjects, facts. Every mistake is collected.
final class FactBookBuilder {

    private final LocalDate date;
    private final String version;
    private final Problems problems = new Problems();
    private final Evidence evidence;
    private final Map<String, Row> restrictions = new LinkedHashMap<>();
    private final Map<String, Licence> licences = new LinkedHashMap<>();
    private final Map<String, Organisation> organisations = new LinkedHashMap<>();
    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final Map<String, LocalDate> superseded = new LinkedHashMap<>();
    private final Map<String, Fact> facts = new LinkedHashMap<>();

    FactBookBuilder(LocalDate date, String version) {
        this.date = date;
        this.version = version;
        this.evidence = new Evidence(problems, date);
    }

    Reading build(Map<String, List<Row>> rows) {
        evidence.read(rows.get("evidence"));
        problems.collect(rows.get("restrictions"), r -> restrictions.put(r.required("kind"), r));
        problems.collect(rows.get("licences"), this::licence);
        problems.collect(rows.get("organisations"), this::organisation);
        problems.collect(rows.get("subjects"), this::subject);
        if (problems.none()) { // otherwise every fact about a refused subject would bring a complaint of its own
            problems.collect(rows.get("facts"), this::fact);
        }
        if (problems.none()) {
            var check = new FactBookCheck(licences, subjects, organisations, problems);
            check.groups(rows.get("licences"));
            check.subjects(rows.get("subjects"));
            check.flagships(rows.get("organisations"));
            check.overlaps(List.copyOf(facts.values()));
            // a company may bear the name of its product, and reading tells them apart
            check.names(rows.get("licences"), id -> licences.get(id).aliases());
            check.names(rows.get("organisations"), id -> organisations.get(id).aliases());
            check.names(rows.get("subjects"), id -> subjects.get(id).aliases());
            evidence.check(licences, facts.keySet());
        }
        FactBook book = !problems.none() ? null
                : new FactBook(date, version, licences, List.copyOf(organisations.values()),
                List.copyOf(subjects.values()), superseded, List.copyOf(facts.values()));
        return new Reading(book, problems.messages(), rows);
    }

    private void licence(Row row) {
        boolean generic = row.cell("verified").equals("generic");
        boolean standIn = row.cell("verified").equals("stand-in"); // for having no licence, which no source says
        String id = row.required("id");
        Listed listed = SpdxList.find(id).orElse(null);
        String name = listed == null ? row.required("name") : row.cell("name").isEmpty() ? listed.name()
                : row.cell("name");
        var licence = new Licence(id, name, row.cell("group"), generic,
                flag(row, "osi", listed == null ? null : listed.osi()),
                flag(row, "fsf", listed == null ? null : listed.fsf()),
                row.cell("open_definition").equals("yes"), row.oneOf("category", Category.class),
                row.listAs("restrictions", this::restriction, "kinds of restrictions.csv, as kind or kind:parameter"),
                generic || standIn ? Confidence.YES : row.oneOf("verified", Confidence.class),
                evidence.of(row), aliases(row), row.place());
        if (listed == null && !generic && !standIn) {
            evidence.demand(row, licence.sources(), licence.confidence());
        }
        licences.put(licence.id(), licence);
    }

    /// SPDX says which licences the OSI and the FSF accept; a row speaks only where SPDX is silent.
    private static Approval flag(Row row, String column, @Nullable Approval listed) {
        Approval own = row.oneOf(column, Approval.class, Approval.UNKNOWN);
        if (listed == null || listed == Approval.UNKNOWN || listed == Approval.NO && own != Approval.YES
                && own != Approval.UNKNOWN) {
            return own == Approval.UNKNOWN && listed != null ? listed : own;
        }
        if (own != Approval.UNKNOWN && own != listed) {
            throw row.wrong("column '" + column + "' says " + row.cell(column) + ", but SPDX lists "
                    + listed.name().toLowerCase(Locale.ROOT), "Leave the cell empty.");
        }
        return listed;
    }

    private Restriction restriction(String text) {
        String[] halves = text.split(":", 2);
        Row known = restrictions.get(halves[0]);
        if (known == null) {
            throw new IllegalArgumentException("'" + halves[0] + "' is no known restriction");
        }
        return new Restriction(halves[0], halves.length > 1 ? halves[1] : "", known.oneOf("effect", Effect.class),
                known.cell("osd"), known.required("words"));
    }

    private static List<Alias> aliases(Row row) {
        return row.listAs("aliases", AliasNotation::parse, "names as AliasNotation explains");
    }

    private void organisation(Row row) {
        String id = row.required("id");
        if (!id.startsWith(Organisation.PREFIX)) {
            throw row.wrong("the id '" + id + "' of an organisation", "Let it begin with " + Organisation.PREFIX + ".");
        }
        organisations.put(id, new Organisation(id, row.required("name"),
                aliases(row), row.list("people"),
                row.optional("flagship"), row.optional("open_flagship")));
    }

    private void subject(Row row) {
        String id = row.required("id");
        if (id.startsWith(Organisation.PREFIX) || !id.matches("[a-z0-9][a-z0-9.+-]*")) {
            throw row.wrong("the id '" + id + "' of a subject", "Use lower-case letters, digits, '.', '+' and '-'.");
        }
        subjects.put(id, new Subject(id, row.required("name"), row.oneOf("kind", Subject.Kind.class),
                row.list("vendors"),
                row.optional("parent"), aliases(row)));
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
        LicenceExpression licence = row.as("licence", LicenceExpression::parse,
                "licence ids joined with AND, OR, WITH");
        known(row, licence);
        Fact.Becoming becomes = row.cell("becomes").isEmpty() ? null
                : row.as("becomes", Fact.Becoming::parse, "a licence and a time, such as 'Apache-2.0 after 2y'");
        if (becomes != null) {
            known(row, becomes.licence());
        }
        VersionRange versions = row.cell("versions").isEmpty() ? VersionRange.NONE
                : row.as("versions", VersionRange::parse, "ranges such as '<=7.2', '8.0+' or '7.11-8.15'");
        Confidence confidence = row.oneOf("verified", Confidence.class);
        var fact = new Fact(row.required("id"), subject, row.oneOf("artefact", Artefact.class), interval(row), versions,
                row.cell("scope"), licence, parts(row), row.oneOf("osaid", Osaid.class, Osaid.UNKNOWN),
                row.oneOf("status", Status.class), becomes, row.cell("summary").equals("yes"), confidence,
                evidence.of(row), row.cell("note"), row.place());
        evidence.demand(row, fact.sources(), confidence);
        facts.put(fact.id(), fact);
    }

    private Interval interval(Row row) {
        var valid = new Interval(row.date("from"), row.date("until"));
        if (valid.endsBeforeItBegins()) {
            throw row.wrong("until " + row.cell("until") + " lies before from " + row.cell("from"),
                    "Correct one of them.");
        }
        for (String column : List.of("from", "until")) {
            PartialDate day = row.date(column);
            if (day != null && day.earliest().isAfter(date)) {
                throw row.wrong(column + " " + day + " lies after the day up to which the base was kept, " + date,
                        "Correct it, or name a later day in an index.csv beside the file (kind,value and date,YYYY-MM-DD).");
            }
        }
        return valid;
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
                String remedy = SpdxList.find(id).isPresent()
                        ? "SPDX lists it: add it with its category to licences.csv."
                        : "Add it to licences.csv or correct the id.";
                throw row.wrong("the unknown licence '" + id + "'", remedy);
            }
            if (licences.get(id).generic()) {
                throw row.wrong("the licence '" + id + "' without its version",
                        "Name the one of its group that holds.");
            }
        }
    }
}
