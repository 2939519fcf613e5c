package org.openwash.facts;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Organisation;
import org.openwash.domain.SetupException;
import org.openwash.domain.Subject;

/// What is known: subjects, licences and sourced facts, checked when loaded and never changed after.
public final class FactBook implements Serializable {

    private static final long serialVersionUID = 1;
    /// A message of more lines would not be read.
    private static final int MOST_PROBLEMS = 10;

    private final LocalDate date;
    private final String version;
    private final Map<String, Licence> licences;
    private final Catalogue catalogue;
    private final Map<String, LocalDate> superseded;
    private final Map<String, List<Fact>> facts = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new HashMap<>();

    FactBook(LocalDate date, String version, Map<String, Licence> licences, List<Organisation> organisations,
            List<Subject> subjects, Map<String, LocalDate> superseded, List<Fact> facts) {
        this.date = date;
        this.version = version;
        this.licences = new LinkedHashMap<>(licences);
        this.superseded = new LinkedHashMap<>(superseded);
        this.catalogue = new Catalogue(subjects, organisations,
                licences.values().stream().map(Licence::forReading).toList());
        facts.forEach(f -> this.facts.computeIfAbsent(f.subject(), s -> new ArrayList<>()).add(f));
        this.facts.replaceAll((subject, rows) -> List.copyOf(rows));
        subjects.forEach(s -> members.put(s.id(), allBelow(s.id())));
    }

    /// The built-in base, with the rows of the user's folder added to it or, where ids are equal, in place of it; or
    /// the folder alone, if its `index.csv` lists a base of its own.
    ///
    /// @param userFacts null for the built-in base alone
    /// @throws SetupException if rows are wrong; the message names file, line and remedy of each
    public static FactBook load(@Nullable Path userFacts) {
        FactBookReader.Reading reading = FactBookReader.read(userFacts);
        refuse(reading.problems());
        return Objects.requireNonNull(reading.book());
    }

    /// @throws SetupException if there are problems
    static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            int more = problems.size() - MOST_PROBLEMS;
            throw new SetupException(problems.stream().limit(MOST_PROBLEMS).collect(Collectors.joining("\n"))
                    + (more > 0 ? "\n" + more + " more: run 'openwash facts check'." : ""));
        }
    }

    /// The same base with other facts.
    FactBook with(List<Fact> others) {
        return new FactBook(date, version, licences, List.copyOf(catalogue.organisations()),
                List.copyOf(catalogue.subjects()),
                superseded, others);
    }

    /// The day up to which the base was kept: "today" for `verdict_today`.
    public LocalDate date() {
        return date;
    }

    /// The base's date and a hash of every row, so that a run can say what it judged by.
    public String version() {
        return version;
    }

    /// What reading needs to know of the base.
    public Catalogue catalogue() {
        return catalogue;
    }

    public Optional<Licence> licence(String id) {
        return Optional.ofNullable(licences.get(id));
    }

    public Map<String, Licence> licences() {
        return Collections.unmodifiableMap(licences);
    }

    /// The subject's own facts, in the order of the files.
    public List<Fact> about(String subject) {
        return facts.getOrDefault(subject, List.of());
    }

    public List<Fact> facts() {
        return facts.values().stream().flatMap(List::stream).toList();
    }

    Terms termsOf(LicenceExpression expression) {
        return Terms.of(expression, licences);
    }

    /// The name of an expression as people say it.
    String nameOf(LicenceExpression expression) {
        return switch (expression) {
            case LicenceExpression.Named named -> licences.get(named.id()).name();
            case LicenceExpression.With with -> nameOf(with.licence()) + " with " + with.exception();
            case LicenceExpression.AllOf all ->
                    String.join(" together with ", all.parts().stream().map(this::nameOf).toList());
            case LicenceExpression.AnyOf any -> String.join(" or ", any.choices().stream().map(this::nameOf).toList());
        };
    }

    /// Whether claims about it are judged by its members: a family, or an umbrella that has only a summary of its own.
    boolean isFamily(String subject) {
        List<Fact> own = about(subject);
        return catalogue.subject(subject).filter(s -> s.kind() == Subject.Kind.MODEL_FAMILY).isPresent()
                || !own.isEmpty() && own.stream().allMatch(Fact::summary);
    }

    /// The family itself, for what it holds that is no member of its own, and everything below it.
    List<String> membersOf(String family) {
        List<String> known = members.get(family);
        return known != null ? known : allBelow(family);
    }

    private List<String> allBelow(String family) {
        Set<String> members = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(family));
        while (!open.isEmpty()) {
            String id = open.removeFirst();
            if (members.add(id)) {
                catalogue.membersOf(id).forEach(m -> open.add(m.id()));
            }
        }
        return List.copyOf(members);
    }

    /// Whether the bare family name no longer means this member on that day.
    boolean isSuperseded(String subject, LocalDate day) {
        LocalDate since = superseded.get(subject);
        return since != null && !day.isBefore(since);
    }
}
