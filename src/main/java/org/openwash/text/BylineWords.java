package org.openwash.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openwash.domain.DataFile;

/// The words that stand around names in by-lines: `byline-words.tsv`.
final class BylineWords {

    enum Role { BEFORE, ALSO, AND, OFFICE, NOBODY, REST }

    private static final String MARKS = "|:,;·•–—/*\"“”«»()[]-.";
    private static final int MOST_WORDS = 5;
    private static final int MOST_LEADS = 3;

    private final Map<Role, Set<String>> words;
    /// The first words of what may stand before a name.
    private final Set<String> beginnings = new HashSet<>();

    private BylineWords(Map<Role, Set<String>> words) {
        this.words = words;
        for (Role role : List.of(Role.BEFORE, Role.ALSO)) {
            words.get(role).forEach(lead -> beginnings.add(lead.split(" ")[0]));
        }
    }

    static BylineWords load() {
        Map<Role, Set<String>> words = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            words.put(role, new HashSet<>());
        }
        for (DataFile.Row row : DataFile.rowsBelowHeader("text/byline-words.tsv", 2)) {
            try {
                words.get(Role.valueOf(row.cell(0).toUpperCase(Locale.ROOT))).add(row.cell(1));
            } catch (IllegalArgumentException e) {
                throw row.wrong("no such role: " + row.cell(0) + "; use before, also, and, office, nobody or rest");
            }
        }
        return new BylineWords(words);
    }

    boolean has(Role role, String lower) {
        return words.getOrDefault(role, Set.of()).contains(lower);
    }

    /// Whether words stand for something in any role.
    boolean hasAny(String lower) {
        return words.values().stream().anyMatch(set -> set.contains(lower));
    }

    /// Whether a line begins with a word that shows that a name follows.
    boolean announcesName(String line) {
        return leadEnd(line, Set.of(Role.BEFORE)) > 0;
    }

    /// A part of a by-line without "By", "Written by:" and the like in front.
    String withoutLead(String part) {
        String rest = trimmed(part);
        for (int i = 0; i < MOST_LEADS; i++) {
            int end = leadEnd(rest, Set.of(Role.BEFORE, Role.ALSO));
            if (end <= 0) {
                break;
            }
            rest = trimmed(rest.substring(end));
        }
        return rest;
    }

    /// Where the longest such run of words ends that is parted from what follows by a space or colon; -1 if there is
    /// none.
    private int leadEnd(String text, Set<Role> roles) {
        int longest = -1;
        int words = 0;
        for (int i = 1; i < text.length() && words < MOST_WORDS; i++) {
            char c = text.charAt(i);
            boolean parts = c == ' ' || c == ':' || c == '.' && i + 1 < text.length() && text.charAt(i + 1) == ' ';
            if (!parts || text.charAt(i - 1) == ' ') {
                continue;
            }
            String run = text.substring(0, i).toLowerCase(Locale.ROOT);
            if (words == 0 && !beginnings.contains(run)) {
                return -1;
            }
            words++;
            if (roles.stream().anyMatch(role -> has(role, run)) && !text.substring(i + 1).isBlank()) {
                longest = i;
            }
        }
        return longest;
    }

    /// The names that "and" parts.
    List<String> split(String names) {
        List<String> parts = new ArrayList<>();
        var part = new StringBuilder();
        for (String word : names.split(" ")) {
            if (!part.isEmpty() && has(Role.AND, word.toLowerCase(Locale.ROOT))) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(part.isEmpty() ? "" : " ").append(word);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /// Without marks and spaces at either end; a full stop at the end may belong to the name.
    static String trimmed(String words) {
        int start = 0;
        int end = words.length();
        while (start < end && isMark(words.charAt(start))) {
            start++;
        }
        while (end > start && words.charAt(end - 1) != '.' && isMark(words.charAt(end - 1))) {
            end--;
        }
        return words.substring(start, end);
    }

    private static boolean isMark(char c) {
        return Character.isWhitespace(c) || MARKS.indexOf(c) >= 0;
    }
}
