package org.openwash.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.openwash.domain.DayOrder;
import org.openwash.domain.Metadata;
import org.openwash.domain.PublicationDate;
import org.openwash.text.BylineWords.Role;

/// Reads the names of people out of a by-line: "By Jane Doe and Bo Flood, staff writers, 3 May 2024" holds two.
///
/// What stands around names is data: `byline-words.tsv`. Who is no person (the outlet, an agency, "admin") is no
/// author.
final class Byline {

    private static final int LONGEST = 300;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_WORDS = 5;
    private static final int MOST_NAMES = 20;
    private static final List<String> ENDINGS = List.of("com", "org", "net", "info", "de", "co");
    private static final int PARAGRAPH = 100;
    private static final int MOST_LINES_ABOVE = 8;
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+\\.\\S+|https?://\\S+|www\\.\\S+");
    private static final Pattern HANDLE = Pattern.compile("\\(?@[\\p{L}\\p{N}_]+\\)?");
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,300}>");
    private static final Pattern BREAK = Pattern.compile("\\s*[|•·;/\\n]\\s*|\\s+[–—-]+\\s+|\\s*,\\s+|\\s+&\\s+|\\s*\\(");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}.'’_-]*");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}[:.h]\\d{2}(?:[:.]\\d{2})?|\\d+");
    private static final Set<String> PARTICLES = Set.of("de", "da", "do", "dos", "das", "di", "del", "della", "der", "den",
            "van", "von", "vom", "zu", "zur", "la", "le", "el", "al", "bin", "ibn", "ben", "af", "av", "ter", "ten", "y", "e");

    private final BylineWords words;

    private Byline(BylineWords words) {
        this.words = words;
    }

    static Byline load() {
        return new Byline(BylineWords.load());
    }

    /// The names in words from a place that is made for authors, joined with `; `; nothing if they name no person.
    Optional<String> names(String line, Optional<String> outlet) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        String text = withoutDate(withoutAddresses(line));
        for (String part : BREAK.split(text)) {
            for (String name : words.split(words.withoutLead(part))) {
                String cleaned = name(words.withoutLead(name));
                if (!cleaned.isEmpty() && !isOutlet(cleaned, outlet) && names.size() < MOST_NAMES) {
                    names.add(cleaned);
                }
            }
        }
        if (names.stream().anyMatch(n -> n.indexOf(' ') > 0)) {
            names.removeIf(n -> n.indexOf(' ') < 0 && n.charAt(0) < 0x2E80); // "Jane Doe, Futurism"
        }
        if (names.size() > 1) {
            names.removeIf(n -> outlet.map(o -> PageTitle.letters(o).startsWith(PageTitle.letters(n))).orElse(false));
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", distinct(names)));
    }

    /// The names in a line of the page, if it begins with a word such as "By" and names people as they are written:
    /// several words, each with a capital.
    Optional<String> namesInLine(String line, Optional<String> outlet) {
        if (line.length() > LONGEST_NAME * 3 || !words.announcesName(BylineWords.trimmed(line))) {
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

    private static String withoutAddresses(String words) {
        String text = words.indexOf('<') < 0 ? words : TAG.matcher(words).replaceAll(" ");
        text = text.indexOf('@') < 0 && !text.contains("http") && !text.contains("www.") ? text
                : ADDRESS.matcher(text).replaceAll(" | ");
        return text.indexOf('@') < 0 ? text : HANDLE.matcher(text).replaceAll(" | ");
    }

    /// A date ends the names, or stands before them.
    private static String withoutDate(String text) {
        Optional<PublicationDate.Written> date = PublicationDate.find(text, DayOrder.DAY_FIRST);
        if (date.isEmpty()) {
            return text;
        }
        String head = text.substring(0, Math.min(date.get().start(), text.length()));
        String tail = text.substring(Math.min(date.get().end(), text.length()));
        return head + " | " + tail;
    }

    private String name(String part) {
        String name = Characters.line(BylineWords.trimmed(part));
        name = name.endsWith("’s") || name.endsWith("'s") ? name.substring(0, name.length() - 2) : name;
        for (int space = name.lastIndexOf(' '); space > 0 && isRest(name.substring(space + 1)); space = name.lastIndexOf(' ')) {
            name = BylineWords.trimmed(name.substring(0, space));
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return "";
        }
        String lower = name.toLowerCase(Locale.ROOT);
        lower = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        String[] parts = name.split(" ");
        boolean no = parts.length > MOST_WORDS
                || words.hasAny(lower)
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
        return words.has(Role.REST, lower) && (word.equals(lower) || word.length() > 4);
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
        String last = parts[parts.length - 1];
        boolean person = last.equals("jr") || last.equals("md") || last.equals("phd");
        return !person && (words.has(Role.OFFICE, last) || words.has(Role.OFFICE, parts[0] + " " + last));
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

    private static boolean isOutlet(String name, Optional<String> outlet) {
        return outlet.isPresent() && sameLetters(name, outlet.get());
    }

    /// `The Tidings`, `tidings.example.com` and `Tidings Business` name the outlet Tidings.
    private static boolean sameLetters(String name, String outlet) {
        String one = withoutThe(PageTitle.letters(name));
        String full = withoutThe(PageTitle.letters(outlet));
        String other = ENDINGS.stream().filter(full::endsWith).findFirst()
                .map(ending -> full.substring(0, full.length() - ending.length())).orElse(full);
        return !one.isEmpty() && !other.isEmpty()
                && (one.equals(other) || one.equals(full) || one.startsWith(other) && one.length() < other.length() + 10);
    }

    private static String withoutThe(String letters) {
        return letters.startsWith("the") ? letters.substring("the".length()) : letters;
    }

    /// "Jane Doe" and "JANE DOE" are one person.
    private static List<String> distinct(Set<String> names) {
        List<String> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (seen.add(PageTitle.letters(name))) {
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
                taken = words.hasAny(run) ? n : 0;
            }
            if (taken == 0) {
                return false;
            }
            i += taken;
        }
        return true;
    }
}
