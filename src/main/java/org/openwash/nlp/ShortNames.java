package org.openwash.nlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Alias;
import org.openwash.domain.Article;
import org.openwash.domain.Catalogue;
import org.openwash.domain.DataFile;
import org.openwash.domain.Mention;
import org.openwash.domain.Sentence;
import org.openwash.domain.Span;
import org.openwash.domain.Subject;

/// Finds members and editions that an article has named in full and then calls by their last words: "the 180B" of
/// Falcon, "its modules" of Redis.
///
/// Nobody lists the short names: they are what a name of the catalogue has behind the name of its family, or behind
/// another name of the same thing. One counts only behind a determiner, and only where its family or a relative was
/// named before.
final class ShortNames {

    private static final Pattern SHORT =
            Pattern.compile("\\b(?i:the|its|their|this|that|both|new)\\s+([\\p{L}\\p{N}][\\p{L}\\p{N}.]*)");
    private static final Pattern SIZE = Pattern.compile("\\d+(?:\\.\\d+)?[bBmM]");
    private static final int SHORTEST = 3;

    private final Catalogue catalogue;
    private final Map<String, Set<Entry>> entries = new HashMap<>();

    /// @param written as the catalogue has it
    /// @param family  what must have been named before: the family, or the thing itself
    private record Entry(Subject subject, String written, String family) {}

    ShortNames(Catalogue catalogue) {
        this.catalogue = catalogue;
        Set<String> never = DataFile.rows("nlp/no-short-names.txt", 1).stream().map(r -> r.cell(0))
                .collect(Collectors.toSet());
        for (Subject subject : catalogue.subjects()) {
            List<Subject> relatives = new ArrayList<>(List.of(subject));
            catalogue.ancestorsOf(subject.id()).forEach(a -> catalogue.subject(a).ifPresent(relatives::add));
            for (Alias name : subject.aliases()) {
                for (Subject relative : relatives) {
                    relative.aliases().forEach(prefix ->
                            add(subject, name.text(), prefix.text(), relative.id(), never));
                }
            }
        }
    }

    private void add(Subject subject, String name, String prefix, String family, Set<String> never) {
        boolean longer = name.length() > prefix.length() + 1 && name.regionMatches(true, 0, prefix, 0, prefix.length());
        if (!longer || " -".indexOf(name.charAt(prefix.length())) < 0) {
            return;
        }
        String rest = name.substring(prefix.length() + 1).replaceAll("[\\[\\]]", "").strip();
        boolean telling = SIZE.matcher(rest).matches() || rest.length() >= SHORTEST
                && Character.isLetter(rest.charAt(0));
        if (telling && rest.indexOf(' ') < 0 && !never.contains(rest.toLowerCase(Locale.ROOT))) {
            entries.computeIfAbsent(rest.toLowerCase(Locale.ROOT), k -> new LinkedHashSet<>())
                    .add(new Entry(subject, rest, family));
        }
    }

    /// @param named the mentions of full names, in order of the text; nothing that overlaps them is found again
    List<Mention> find(Article article, List<Sentence> sentences, List<Mention> named) {
        Map<Integer, List<Mention>> bySentence = named.stream().collect(Collectors.groupingBy(Mention::sentence));
        Map<String, Integer> lastNamed = new HashMap<>();
        var found = new ArrayList<Mention>();
        for (Sentence sentence : sentences) {
            List<Mention> here = bySentence.getOrDefault(sentence.number(), List.of());
            for (Mention m : here) {
                lastNamed.put(m.id(), sentence.number());
                catalogue.ancestorsOf(m.id()).forEach(a -> lastNamed.put(a, sentence.number()));
            }
            String text = sentence.in(article);
            Matcher matcher = SHORT.matcher(text);
            while (!lastNamed.isEmpty() && matcher.find()) {
                Span local = trimmed(text, matcher.start(1), matcher.end(1));
                Span span = local.shift(sentence.span().start());
                boolean taken = here.stream().anyMatch(m -> m.span().overlaps(span));
                Entry entry = taken || beginsName(text, local.end()) ? null : meant(local.in(text), lastNamed);
                if (entry != null) {
                    found.add(new Mention(MentionFinder.kindOf(entry.subject()), sentence.number(), span,
                            local.in(text),
                            List.of(entry.subject().id()), null));
                }
            }
        }
        return found;
    }

    private static Span trimmed(String text, int start, int end) {
        return text.charAt(end - 1) == '.' ? new Span(start, end - 1) : new Span(start, end);
    }

    /// "the Large Hadron Collider": a word that begins another name.
    private static boolean beginsName(String text, int end) {
        return end + 1 < text.length() && text.charAt(end) == ' ' && Character.isUpperCase(text.charAt(end + 1));
    }

    /// The thing named last, or of the family named last.
    private @Nullable Entry meant(String word, Map<String, Integer> lastNamed) {
        Entry best = null;
        int bestRank = -1;
        for (Entry entry : entries.getOrDefault(word.toLowerCase(Locale.ROOT), Set.of())) {
            boolean caseFits = SIZE.matcher(word).matches() || entry.written().equals(word);
            Integer family = lastNamed.get(entry.family());
            int rank = family == null || !caseFits ? -1
                    : 2 * Objects.requireNonNullElse(lastNamed.get(entry.subject().id()), family)
                            + (lastNamed.containsKey(entry.subject().id()) ? 1 : 0);
            if (rank > bestRank) {
                best = entry;
                bestRank = rank;
            }
        }
        return best;
    }
}
