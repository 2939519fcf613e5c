package org.openwash.upstream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openwash.domain.Alias;
import org.openwash.domain.DataFile;
import org.openwash.domain.Subject;
import org.openwash.facts.FactBook;
import org.openwash.upstream.Entry.SystemEntry;

/// Tells which subject of ours an upstream's system is, and only where there is no doubt: its name, folded, is a name
/// of exactly one of ours, or is one after the words at its end that name a size or a form of tuning; and the makers
/// agree.
final class SubjectNames {

    /// Fewer letters begin too many names.
    private static final int SHORTEST_NEAR = 4;
    private static final int MOST_NEAR = 3;
    private static final Pattern DIGIT = Pattern.compile("\\d");

    /// Either a subject, or the reason why there is none.
    sealed interface Match {

        /// @param variant whether words were taken off the name to find it
        record Sure(Subject subject, boolean variant) implements Match {}

        /// @param near ids of subjects that it may be; empty if no name is near
        record Unsure(String reason, List<String> near) implements Match {

            public Unsure {
                near = List.copyOf(near);
            }
        }
    }

    private final FactBook book;
    private final Makers makers;
    private final List<Pattern> variantWords;
    private final Map<String, Set<String>> ids = new HashMap<>();
    private final Map<String, Set<String>> certain = new HashMap<>();

    SubjectNames(FactBook book, Makers makers) {
        this.book = book;
        this.makers = makers;
        this.variantWords = DataFile.rows("upstream/variant-words.txt", 1).stream()
                .map(r -> Pattern.compile(r.cell(0)))
                .toList();
        for (Subject subject : book.catalogue().subjects()) {
            add(ids, subject.name(), subject.id());
            add(certain, subject.name(), subject.id());
            for (Alias alias : subject.aliases()) {
                add(ids, alias.text(), subject.id());
                if (alias.from() == null && alias.until() == null) { // else it means others at other times
                    add(certain, alias.text(), subject.id());
                }
            }
        }
    }

    private static void add(Map<String, Set<String>> to, String name, String id) {
        to.computeIfAbsent(Folded.of(name), n -> new TreeSet<>()).add(id);
    }

    Match match(SystemEntry entry) {
        List<String> words = new ArrayList<>(List.of(entry.name().strip().split("[\\s_-]+")));
        for (boolean variant = false; !words.isEmpty(); variant = true) {
            String name = Folded.of(String.join("-", words));
            Set<String> found = ids.getOrDefault(name, Set.of());
            if (found.size() > 1 || found.size() == 1 && !certain.containsKey(name)) {
                return new Match.Unsure("the name has more than one meaning", List.copyOf(found));
            }
            if (found.size() == 1) {
                return checked(entry, name, book.catalogue().subject(found.iterator().next()).orElseThrow(), variant);
            }
            String last = words.removeLast().toLowerCase(Locale.ROOT);
            if (variantWords.stream().noneMatch(p -> p.matcher(last).matches())) {
                break;
            }
        }
        List<String> near = near(entry);
        return new Match.Unsure(near.isEmpty() ? "" : "no name of ours is the same", near);
    }

    private Match checked(SystemEntry entry, String name, Subject subject, boolean variant) {
        List<String> near = List.of(subject.id());
        if (variant && !speaksForSizes(subject)) {
            return new Match.Unsure("which member of the family is not clear", near);
        }
        if (DIGIT.matcher(subject.name()).find() && !DIGIT.matcher(name).find()) {
            return new Match.Unsure("which version is not clear", near);
        }
        if (!subject.vendors().isEmpty() && subject.vendors().stream()
                .noneMatch(makers.named(entry.vendor())::contains)) {
            return new Match.Unsure(entry.vendor().isEmpty() ? "no maker is named"
                    : "the maker '" + entry.vendor() + "' is not known to be that of ours", near);
        }
        return new Match.Sure(subject, variant);
    }

    /// Whether its own facts hold for whatever size has no subject of its own.
    private boolean speaksForSizes(Subject subject) {
        return subject.kind() != Subject.Kind.MODEL_FAMILY || book.about(subject.id()).stream()
                .anyMatch(f -> !f.summary());
    }

    /// The family of ours that the entry as a whole is named after.
    Optional<String> familyOf(SystemEntry entry) {
        Set<String> found = certain.getOrDefault(Folded.of(entry.family()), Set.of());
        return found.size() != 1 ? Optional.empty() : found.stream()
                .flatMap(id -> book.catalogue().subject(id).stream())
                .filter(s -> s.kind() == Subject.Kind.MODEL_FAMILY)
                .filter(s -> s.vendors().isEmpty() || s.vendors().stream()
                        .anyMatch(makers.named(entry.vendor())::contains))
                .map(Subject::id)
                .findFirst();
    }

    boolean isTaken(String name) {
        return ids.containsKey(Folded.of(name));
    }

    /// Subjects with a name with which this one begins, or the other way round; those alike for longest come first.
    private List<String> near(SystemEntry entry) {
        Map<String, Integer> alike = new HashMap<>();
        for (String name : new TreeSet<>(List.of(Folded.of(entry.name()), Folded.of(entry.family())))) {
            ids.forEach((ours, subjects) -> {
                int shorter = Math.min(ours.length(), name.length());
                if (shorter >= SHORTEST_NEAR && (name.startsWith(ours) || ours.startsWith(name))) {
                    subjects.forEach(id -> alike.merge(id, shorter, Math::max));
                }
            });
        }
        return alike.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_NEAR)
                .map(Map.Entry::getKey)
                .toList();
    }
}
