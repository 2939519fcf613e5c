package org.openwash.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openwash.domain.DataFile;
import org.openwash.domain.DayOrder;
import org.openwash.domain.Metadata;
import org.openwash.domain.PublicationDate;

/// Reads the names of people out of a by-line: "By Jane Doe and Bo Flood, staff writers, 3 May 2024" holds two.
///
/// What stands around names is data: `byline-words.tsv`. Who is no person (the outlet, an agency, "admin") is no
/// author.
final class Byline {

    private enum Role { BEFORE, ALSO, AND, OFFICE, NOBODY, REST }

    private static final int LONGEST = 300;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_WORDS = 5;
    private static final int MOST_NAMES = 20;
    private static final int PARAGRAPH = 100;
    private static final int MOST_LINES_ABOVE = 8;
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+\\.\\S+|https?://\\S+|www\\.\\S+");
    private static final Pattern HANDLE = Pattern.compile("\\(?@[\\p{L}\\p{N}_]+\\)?");
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,300}>");
    private static final Pattern MARKS = Pattern.compile("^[\\s|:,;.·•–—/*\"“”«»(\\[-]+|[\\s|:,;·•–—/*\"“”«»\\])-]+$");
    private static final Pattern BREAK = Pattern.compile("\\s*[|•·;/\\n]\\s*|\\s+[–—-]+\\s+|\\s*,\\s+|\\s+&\\s+|\\s*\\(");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}.'’_-]*");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}[:.h]\\d{2}(?:[:.]\\d{2})?|\\d+");
    private static final Set<String> PARTICLES = Set.of("de", "da", "do", "dos", "das", "di", "del", "della", "der", "den",
            "van", "von", "vom", "zu", "zur", "la", "le", "el", "al", "bin", "ibn", "ben", "af", "av", "ter", "ten", "y", "e");

    private final Map<Role, Set<String>> words;
    private final Pattern before;
    private final Pattern lead;
    private final Pattern and;

    private Byline(Map<Role, Set<String>> words) {
        this.words = words;
        before = Pattern.compile("^(?:" + oneOf(words.get(Role.BEFORE)) + ")(?:\\s*:\\s*|\\s+)(?=\\S)", FLAGS);
        Set<String> leading = new HashSet<>(words.get(Role.BEFORE));
        leading.addAll(words.get(Role.ALSO));
        lead = Pattern.compile("^(?:" + oneOf(leading) + ")(?:\\s*[:.]\\s*|\\s+)(?=\\S)", FLAGS);
        and = Pattern.compile("\\s+(?:" + oneOf(words.get(Role.AND)) + ")\\s+", FLAGS);
    }

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static String oneOf(Set<String> words) {
        return words.stream()
                .sorted((a, b) -> b.length() != a.length() ? b.length() - a.length() : a.compareTo(b))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    static Byline load() {
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
        return new Byline(words);
    }

    /// The names in words from a place that is made for authors, joined with `; `; nothing if they name no person.
    Optional<String> names(String words, Optional<String> outlet) {
        if (words.length() > LONGEST) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        String text = ADDRESS.matcher(TAG.matcher(words).replaceAll(" ")).replaceAll(" | ");
        text = HANDLE.matcher(text).replaceAll(" | ");
        text = beforeDate(text);
        for (String part : BREAK.split(text)) {
            for (String name : and.split(withoutLead(part))) {
                String cleaned = name(name);
                if (!cleaned.isEmpty() && !isOutlet(cleaned, outlet) && names.size() < MOST_NAMES) {
                    names.add(cleaned);
                }
            }
        }
        if (names.stream().anyMatch(n -> n.indexOf(' ') > 0)) {
            names.removeIf(n -> n.indexOf(' ') < 0 && n.charAt(0) < 0x2E80); // "Jane Doe, Futurism"
        }
        if (names.size() > 1) {
            names.removeIf(n -> outlet.map(o -> letters(o).startsWith(letters(n))).orElse(false));
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", distinct(names)));
    }

    /// The names in a line of the page, if it begins with a word such as "By" and names people as they are written:
    /// several words, each with a capital.
    Optional<String> namesInLine(String line, Optional<String> outlet) {
        Matcher m = before.matcher(MARKS.matcher(line).replaceAll(""));
        if (line.length() > LONGEST_NAME * 3 || !m.find()) {
            return Optional.empty();
        }
        boolean dated = PublicationDate.find(line, DayOrder.DAY_FIRST).isPresent();
        return names(line, outlet).filter(names -> List.of(names.split("; ")).stream().allMatch(name -> dated || looksFull(name)));
    }

    private static boolean looksFull(String name) {
        String[] words = name.split(" ");
        boolean capitals = List.of(words).stream()
                .allMatch(w -> PARTICLES.contains(w) || !Character.isLowerCase(w.codePointAt(0)));
        return words.length >= 2 && words.length <= 4 && capitals;
    }

    /// A date ends the names, or stands before them.
    private static String beforeDate(String text) {
        Optional<PublicationDate.Written> date = PublicationDate.find(text, DayOrder.DAY_FIRST);
        if (date.isEmpty()) {
            return text;
        }
        String head = text.substring(0, Math.min(date.get().start(), text.length()));
        String tail = text.substring(Math.min(date.get().end(), text.length()));
        return head + " | " + tail;
    }

    private String withoutLead(String part) {
        String rest = MARKS.matcher(part).replaceAll("");
        for (int i = 0; i < 3; i++) {
            Matcher m = lead.matcher(rest);
            if (!m.find()) {
                break;
            }
            rest = MARKS.matcher(rest.substring(m.end())).replaceAll("");
        }
        return rest;
    }

    private String name(String words) {
        String name = Characters.line(MARKS.matcher(words).replaceAll("").replaceAll("[’']s$", ""));
        for (int space = name.lastIndexOf(' '); space > 0 && isRest(name.substring(space + 1)); space = name.lastIndexOf(' ')) {
            name = MARKS.matcher(name.substring(0, space)).replaceAll("");
        }
        String lower = name.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        String[] parts = name.split(" ");
        boolean no = name.isEmpty()
                || name.length() > LONGEST_NAME
                || parts.length > MOST_WORDS
                || words(Role.NOBODY).contains(lower)
                || words(Role.OFFICE).contains(lower)
                || words(Role.REST).contains(lower)
                || words(Role.BEFORE).contains(lower)
                || words(Role.AND).contains(lower)
                || lower.startsWith("the ")
                || Character.isDigit(name.charAt(0))
                || name.length() < 3 && name.charAt(0) < 0x2E80
                || parts.length > 1 && holdsOffice(lower)
                || name.chars().noneMatch(Character::isLetter)
                || parts.length > 1 && name.chars().anyMatch(Character::isDigit)
                || parts.length > 2 && lowerCased(parts);
        return no ? "" : properCase(name, parts);
    }

    /// Words such as "on Monday" that follow a name; short ones with a capital may be names.
    private boolean isRest(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return words(Role.REST).contains(lower) && (word.equals(lower) || word.length() > 4);
    }

    /// "news reporter at the tribune" is no name; "Jan van der Berg" is.
    private static boolean lowerCased(String[] parts) {
        int lower = 0;
        for (String part : parts) {
            lower += Character.isLowerCase(part.codePointAt(0)) && !PARTICLES.contains(part) ? 1 : 0;
        }
        return lower > 0;
    }

    private boolean holdsOffice(String lower) {
        String[] parts = lower.split(" ");
        Set<String> offices = words(Role.OFFICE);
        String last = parts[parts.length - 1];
        boolean person = last.equals("jr") || last.equals("md") || last.equals("phd");
        return !person && (offices.contains(last) || offices.contains(parts[0] + " " + last) || last.equals("staff"));
    }

    /// JANE DOE is Jane Doe.
    private static String properCase(String name, String[] parts) {
        boolean shouted = parts.length > 1 && name.equals(name.toUpperCase(Locale.ROOT))
                && !name.equals(name.toLowerCase(Locale.ROOT));
        if (!shouted) {
            return name;
        }
        var proper = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            proper.append(start ? c : Character.toLowerCase(c));
            start = !Character.isLetter(c) && c != '’' && c != '\'' || c == '\'' && i == 1;
        }
        return proper.toString();
    }

    private Set<String> words(Role role) {
        return words.getOrDefault(role, Set.of());
    }

    private static boolean isOutlet(String name, Optional<String> outlet) {
        return outlet.isPresent() && sameLetters(name, outlet.get());
    }

    private static boolean sameLetters(String a, String b) {
        String one = letters(a).replaceFirst("^the", "");
        String other = letters(b).replaceFirst("^the", "").replaceFirst("(com|org|net|de|co|info)$", "");
        return !one.isEmpty() && !other.isEmpty()
                && (one.equals(other) || one.equals(letters(b)) || one.startsWith(other) && one.length() < other.length() + 10);
    }

    private static String letters(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /// "Jane Doe" and "JANE DOE" are one person.
    private static List<String> distinct(Set<String> names) {
        List<String> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (seen.add(letters(name))) {
                kept.add(name);
            }
        }
        return kept;
    }

    /// The lines without those of author and date that stand above the article's first paragraph or below its last.
    List<Line> removeFrom(List<Line> lines, Metadata about) {
        List<Integer> kept = IntStream.range(0, lines.size()).filter(i -> lines.get(i).isKept()).boxed().toList();
        List<Line> marked = new ArrayList<>(lines);
        for (int i : kept.reversed()) {
            if (!isCredit(lines.get(i), about)) {
                break;
            }
            marked.set(i, lines.get(i).drop("author and date"));
        }
        int looked = 0;
        for (int i : kept) {
            if (lines.get(i).text().length() >= PARAGRAPH || looked++ == MOST_LINES_ABOVE) {
                break;
            }
            if (isCredit(lines.get(i), about)) {
                marked.set(i, lines.get(i).drop("author and date"));
            }
        }
        return marked;
    }

    private boolean isCredit(Line line, Metadata about) {
        if (line.text().length() >= PARAGRAPH * 2) {
            return false;
        }
        Optional<String> outlet = Optional.ofNullable(about.outlet());
        String author = about.author() != null ? about.author() : namesInLine(line.text(), outlet).orElse("");
        return isAllOf(line.text(), author, outlet);
    }

    /// Whether a line holds nothing but author, date and what stands around them.
    boolean isAllOf(String line, String author, Optional<String> outlet) {
        if (line.length() > LONGEST) {
            return false;
        }
        String rest = " " + line.toLowerCase(Locale.ROOT) + " ";
        boolean named = false;
        for (String name : author.split("; ")) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.isEmpty() && rest.contains(lower)) {
                rest = rest.replace(lower, " ");
                named = true;
            }
        }
        boolean dated = false;
        for (int i = 0; i < 3; i++) {
            Optional<PublicationDate.Written> date = PublicationDate.find(rest, DayOrder.DAY_FIRST);
            if (date.isEmpty()) {
                break;
            }
            rest = rest.substring(0, date.get().start()) + " " + rest.substring(Math.min(date.get().end(), rest.length()));
            dated = true;
        }
        if (!named && !dated) {
            return false;
        }
        if (outlet.isPresent()) {
            rest = rest.replace(outlet.get().toLowerCase(Locale.ROOT), " ");
        }
        rest = HANDLE.matcher(ADDRESS.matcher(rest).replaceAll(" ")).replaceAll(" ");
        return isFiller(TIME.matcher(rest).replaceAll(" "));
    }

    private boolean isFiller(String rest) {
        Matcher m = WORD.matcher(rest);
        List<String> left = new ArrayList<>();
        while (m.find()) {
            left.add(m.group().replaceAll("[.'’]+$", ""));
        }
        for (int i = 0; i < left.size(); ) {
            int taken = 0;
            for (int n = Math.min(4, left.size() - i); n > 0 && taken == 0; n--) {
                String run = String.join(" ", left.subList(i, i + n));
                taken = words.values().stream().anyMatch(set -> set.contains(run)) ? n : 0;
            }
            if (taken == 0) {
                return false;
            }
            i += taken;
        }
        return true;
    }
}
