package org.openwash.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.openwash.domain.DataFile;

/// Knows by class, id and the like what a block of a page is for. The names are data: `html-names.tsv`.
final class BlockNames {

    enum Role { AROUND, TALK, KEEP, AUTHOR, DATE, NOT }

    private static final Pattern PARTS = Pattern.compile("[^\\p{Alnum}]+|(?<=[\\p{Lower}\\p{Digit}])(?=\\p{Upper})");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int LONGEST_NAME = 300;
    private static final int MOST_WORDS = 4;

    private final Map<String, Map<Role, String>> roles;

    private BlockNames(Map<String, Map<Role, String>> roles) {
        this.roles = Map.copyOf(roles);
    }

    static BlockNames load() {
        Map<String, Map<Role, String>> roles = new HashMap<>();
        for (DataFile.Row row : DataFile.rowsBelowHeader("text/html-names.tsv", 2)) {
            try {
                Role role = Role.valueOf(row.cell(0).toUpperCase(Locale.ROOT));
                roles.computeIfAbsent(row.cell(1), n -> new EnumMap<>(Role.class)).put(role, row.cell(1));
            } catch (IllegalArgumentException e) {
                throw row.wrong("no such role: " + row.cell(0) + "; use around, talk, keep, author, date or not");
            }
        }
        return new BlockNames(roles);
    }

    /// Looks names up for one page, where the same ones come again and again.
    Lookup lookup() {
        return new Lookup();
    }

    final class Lookup {

        private final Map<String, Map<Role, String>> known = new HashMap<>();

        /// The roles that an element is named for, each with the name that says so.
        Map<Role, String> of(Element element) {
            Map<Role, String> byClass = of(element, "class");
            Map<Role, String> byId = of(element, "id");
            Map<Role, String> byTest = of(element, "data-testid");
            if (byId.isEmpty() && byTest.isEmpty()) {
                return byClass;
            }
            Map<Role, String> all = new EnumMap<>(Role.class);
            all.putAll(byTest);
            all.putAll(byId);
            all.putAll(byClass);
            return all;
        }

        private Map<Role, String> of(Element element, String attribute) {
            String value = element.attr(attribute);
            if (value.isEmpty() || value.length() > LONGEST_NAME) {
                return Map.of();
            }
            Map<Role, String> found = known.get(value);
            if (found == null) {
                found = rolesIn(value);
                known.put(value, found);
            }
            return found;
        }
    }

    private Map<Role, String> rolesIn(String attribute) {
        Map<Role, String> found = new EnumMap<>(Role.class);
        for (String name : SPACES.split(attribute)) {
            List<String> words = words(name);
            for (int start = 0; start < words.size(); start++) {
                boolean aboutPage = start > 0 && has(words.get(start - 1), Role.NOT);
                var run = new StringBuilder();
                for (int end = start; end < words.size() && end < start + MOST_WORDS; end++) {
                    run.append(end > start ? " " : "").append(words.get(end));
                    Map<Role, String> here = roles.get(run.toString());
                    if (here != null && !aboutPage) {
                        here.forEach(found::putIfAbsent);
                    }
                }
            }
        }
        found.remove(Role.NOT);
        return found.isEmpty() ? Map.of() : found;
    }

    private boolean has(String word, Role role) {
        return roles.getOrDefault(word, Map.of()).containsKey(role);
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : PARTS.split(name)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
