package org.openwash.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.DataFile;

/// Knows by class, id and the like what a block of a page is for. The names are data: `html-names.tsv`.
final class BlockNames {

    enum Role { AROUND, TALK, OTHER, KEEP, AUTHOR, DATE, NOT }

    private static final Map<Role, String> AUTHOR = Map.of(Role.AUTHOR, "author");
    private static final Map<Role, String> DATE = Map.of(Role.DATE, "date");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int LONGEST_NAME = 300;
    private static final int MOST_KNOWN = 20_000;

    private final Map<String, Map<Role, String>> roles;
    /// The same names come again and again, on one page and on the pages of one site.
    private final Map<String, Map<Role, String>> known = new ConcurrentHashMap<>();
    /// The names and all that they begin with, word by word.
    private final Set<String> beginnings = new HashSet<>();

    private BlockNames(Map<String, Map<Role, String>> roles) {
        this.roles = Map.copyOf(roles);
        for (String name : roles.keySet()) {
            for (int end = name.indexOf(' '); end > 0; end = name.indexOf(' ', end + 1)) {
                beginnings.add(name.substring(0, end));
            }
            beginnings.add(name);
        }
    }

    static BlockNames load() {
        Map<String, Map<Role, String>> roles = new HashMap<>();
        for (DataFile.Row row : DataFile.rowsBelowHeader("text/html-names.tsv", 2)) {
            try {
                Role role = Role.valueOf(row.cell(0).toUpperCase(Locale.ROOT));
                roles.computeIfAbsent(row.cell(1), n -> new EnumMap<>(Role.class)).put(role, row.cell(1));
            } catch (IllegalArgumentException e) {
                throw row.wrong("no such role: " + row.cell(0) + "; use around, talk, other, keep, author, date or not");
            }
        }
        return new BlockNames(roles);
    }

    OnPage on(PageTree tree) {
        return new OnPage(tree);
    }

    /// The names of one page's elements, looked at when they are asked for: nobody asks what is within a menu.
    final class OnPage {

        private final PageTree tree;
        private final List<@Nullable Map<Role, String>> known;

        private OnPage(PageTree tree) {
            this.tree = tree;
            known = new ArrayList<>(Collections.nCopies(tree.size(), null));
        }

        /// The roles that an element is named for, each with the name that says so.
        Map<Role, String> of(int i) {
            Map<Role, String> roles = known.get(i);
            if (roles == null) {
                roles = tree.holdsText(i) ? BlockNames.this.of(tree.element(i)) : Map.of();
                known.set(i, roles);
            }
            return roles;
        }
    }

    private Map<Role, String> of(Element element) {
        if (element.attributesSize() == 0) {
            return Map.of();
        }
        Map<Role, String> all = Map.of();
        for (Attribute attribute : element.attributes()) {
            all = both(all, switch (attribute.getKey()) {
                case "class", "id", "data-testid" -> of(attribute.getValue());
                case "rel" -> attribute.getValue().equals("author") ? AUTHOR : Map.of();
                case "itemprop" -> switch (attribute.getValue()) {
                    case "author", "creator" -> AUTHOR;
                    case "datePublished", "dateCreated" -> DATE;
                    default -> Map.of();
                };
                default -> Map.of();
            });
        }
        return all;
    }

    private static Map<Role, String> both(Map<Role, String> one, Map<Role, String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        Map<Role, String> both = new EnumMap<>(Role.class);
        both.putAll(other);
        both.putAll(one);
        return both;
    }

    private Map<Role, String> of(String value) {
        if (value.isEmpty() || value.length() > LONGEST_NAME) {
            return Map.of();
        }
        Map<Role, String> found = known.get(value);
        if (found == null) {
            found = rolesIn(value);
            if (known.size() < MOST_KNOWN) {
                known.put(value, found);
            }
        }
        return found;
    }

    private Map<Role, String> rolesIn(String attribute) {
        Map<Role, String> found = new EnumMap<>(Role.class);
        for (String name : SPACES.split(attribute)) {
            List<String> words = words(name);
            for (int start = 0; start < words.size(); start++) {
                if (start > 0 && roles.getOrDefault(words.get(start - 1), Map.of()).containsKey(Role.NOT)) {
                    continue; // a statement about the page
                }
                String run = words.get(start);
                for (int end = start + 1; beginnings.contains(run); end++) {
                    roles.getOrDefault(run, Map.of()).forEach(found::putIfAbsent);
                    if (end == words.size()) {
                        break;
                    }
                    run = run + " " + words.get(end);
                }
            }
        }
        found.remove(Role.NOT);
        return found.isEmpty() ? Map.of() : found;
    }

    /// `postMeta-box` is post, meta, box.
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean ends = i == name.length() || !isLetterOrDigit(name.charAt(i));
            boolean turns = !ends && i > start && name.charAt(i) >= 'A' && name.charAt(i) <= 'Z'
                    && !(name.charAt(i - 1) >= 'A' && name.charAt(i - 1) <= 'Z');
            if ((ends || turns) && i > start) {
                words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
            }
            start = ends ? i + 1 : turns ? i : start;
        }
        return words;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
