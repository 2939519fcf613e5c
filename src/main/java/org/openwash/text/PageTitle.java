package org.openwash.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Provenance;
import org.openwash.domain.Sureness;

/// Settles a page's title. The heading that readers see counts, if what the page states for search engines and social
/// networks says that it is the headline; else that statement itself, without the outlet's name.
final class PageTitle {

    /// @param at   the heading's number, -1 if the title stands in none
    record Found(String words, Provenance origin, int at, String place) {}

    private static final Pattern PARTS = Pattern.compile("\\s+[|–—»«·•:~/-]+\\s+|\\s*[|»]\\s*");
    private static final int LONGEST = 300;
    private static final int MOST_HEADINGS = 40;
    private static final double ALIKE = 0.5;
    private static final int FEW_WORDS = 3;

    private record Heading(String words, int at, int level) {}

    private final PageView view;
    private final Optional<String> outlet;

    PageTitle(PageView view, Optional<String> outlet) {
        this.view = view;
        this.outlet = outlet;
    }

    Optional<Found> find() {
        List<HeadTags.Value> stated = new ArrayList<>();
        view.json().headline().ifPresent(h -> stated.add(new HeadTags.Value(h,
                new Provenance(DateBasis.JSON_LD, Sureness.HIGH), "JSON-LD headline")));
        stated.addAll(view.head().all(HeadTags.Field.TITLE));
        String element = Characters.line(view.page().title());
        if (!element.isEmpty() && element.length() <= LONGEST) {
            stated.add(new HeadTags.Value(element, new Provenance(DateBasis.TITLE_ELEMENT, Sureness.LOW), "title element"));
        }
        stated.removeIf(v -> isOutlet(v.words()));
        List<Heading> headings = headings();

        return confirmed(headings, stated)
                .or(() -> lone(headings))
                .or(() -> stated.stream().findFirst().map(v -> {
                    String words = withoutOutlet(v.words());
                    return new Found(words, v.origin(), shownAt(words), v.place());
                }))
                .or(() -> headings.stream().findFirst().map(h -> heading(h, Sureness.LOW)));
    }

    /// Where the title stands in the page, if in no heading.
    private int shownAt(String title) {
        String key = letters(title);
        PageTree tree = view.tree();
        for (int i = 1; i < tree.size(); i++) {
            boolean may = tree.text(i) >= key.length() / 2 && tree.text(i) <= 2 * key.length();
            if (may && !view.aside()[i] && view.line(i).map(PageTitle::letters).filter(key::equals).isPresent()) {
                return tree.before(i);
            }
        }
        return -1;
    }

    private List<Heading> headings() {
        List<Heading> found = new ArrayList<>();
        for (int i = 0; i < view.tree().size() && found.size() < MOST_HEADINGS; i++) {
            if (view.aside()[i]) {
                continue;
            }
            Element element = view.tree().element(i);
            String name = element.normalName();
            boolean heading = name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '3'
                    || element.attr("itemprop").equals("headline");
            if (heading) {
                int level = name.charAt(0) == 'h' && name.length() == 2 ? name.charAt(1) - '0' : 1;
                int at = view.tree().before(i);
                view.line(i).filter(w -> !isOutlet(w)).ifPresent(w -> found.add(new Heading(w, at, level)));
            }
        }
        return found;
    }

    /// The heading that agrees most with what is stated; main headings before lesser ones.
    private Optional<Found> confirmed(List<Heading> headings, List<HeadTags.Value> values) {
        List<Stated> stated = values.stream()
                .map(v -> new Stated(letters(v.words()), new HashSet<>(words(v.words()))))
                .toList();
        Heading best = null;
        double most = 0;
        for (Heading heading : headings) {
            double agreement = alike(heading.words, stated);
            double needed = heading.level == 1 ? ALIKE : heading.level == 2 ? 0.8 : 0.9;
            double worth = agreement - (heading.level - 1) * 0.15;
            if (agreement >= needed && worth > most + 0.01) {
                best = heading;
                most = worth;
            }
        }
        return Optional.ofNullable(best).map(h -> heading(h, Sureness.HIGH));
    }

    /// A page's only main heading of some length, above its text.
    private Optional<Found> lone(List<Heading> headings) {
        List<Heading> main = headings.stream().filter(h -> h.level == 1).toList();
        boolean above = main.size() == 1 && paragraphsBefore(main.getFirst()) < 2 * ArticleBlock.ENOUGH;
        return above && words(main.getFirst().words).size() >= FEW_WORDS
                ? Optional.of(heading(main.getFirst(), Sureness.MEDIUM)) : Optional.empty();
    }

    private int paragraphsBefore(Heading heading) {
        int sum = 0;
        PageTree tree = view.tree();
        for (int i = 0; i < tree.size() && tree.before(i) < heading.at; i++) {
            sum += tree.isParagraph(i) ? tree.own(i) : 0;
        }
        return sum;
    }

    private static Found heading(Heading h, Sureness sureness) {
        return new Found(h.words, new Provenance(DateBasis.HEADING, sureness), h.at, "heading " + h.level);
    }

    /// A statement of the title as it is compared.
    private record Stated(String letters, Set<String> words) {}

    /// Share of the heading's words that a statement holds too; 1 if one says all of the other.
    private static double alike(String heading, List<Stated> stated) {
        List<String> words = words(heading);
        String letters = letters(heading);
        double most = 0;
        for (Stated other : stated) {
            if (letters.equals(other.letters)) {
                return 1;
            }
            boolean tooShort = words.size() < 2 && other.words.size() > FEW_WORDS; // a section's name within a title
            if (!words.isEmpty() && !tooShort) {
                int same = 0;
                for (String word : words) {
                    same += other.words.contains(word) ? 1 : 0;
                }
                double share = (double) same / words.size();
                most = Math.max(most, share == 1 ? 0.98 : Math.min(share, 0.95));
            }
        }
        return most;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            boolean inWord = i < lower.length() && Character.isLetterOrDigit(lower.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words.add(lower.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private boolean isOutlet(String words) {
        return outlet.isPresent() && letters(words).equals(letters(outlet.get()));
    }

    /// "Headline | The Outlet" without the outlet; the same for the outlet in front.
    private String withoutOutlet(String title) {
        String[] parts = PARTS.split(title);
        if (parts.length < 2) {
            return title;
        }
        String last = parts[parts.length - 1];
        String host = view.json().url().flatMap(Address::host).orElse("");
        String name = letters(outlet.orElse(""));
        if (sameName(letters(last), name) || isHost(letters(last), host)) {
            String rest = title.substring(0, title.lastIndexOf(last)).replaceFirst("\\s*[|–—»«·•:~/-]+\\s*$", "");
            return words(rest).size() < 2 ? title : rest;
        }
        if (!name.isEmpty() && letters(parts[0]).equals(name)) {
            return title.substring(parts[0].length()).replaceFirst("^\\s*[|–—»«·•:~/-]+\\s*", "");
        }
        boolean longTail = words(last).size() > FEW_WORDS || words(title).size() - words(last).size() < FEW_WORDS;
        return outlet.isPresent() && !isAddress(outlet.get()) || longTail ? title
                : title.substring(0, title.lastIndexOf(last)).replaceFirst("\\s*[|–—»«·•:~/-]+\\s*$", "");
    }

    private static boolean isAddress(String outlet) {
        return outlet.indexOf('.') > 0 && outlet.indexOf(' ') < 0;
    }

    private static boolean isHost(String letters, String host) {
        return letters.length() > 2 && !host.isEmpty() && letters(host).startsWith(letters);
    }

    /// `The Example` and `example.com` name the same outlet as `Example`.
    private static boolean sameName(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        return a.equals(b) || a.equals("the" + b) || b.equals("the" + a) || b.startsWith(a + "com")
                || b.startsWith(a) && a.length() >= 4;
    }

    /// Letters and digits alone, in lower case.
    static String letters(String words) {
        var letters = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            if (Character.isLetterOrDigit(words.charAt(i))) {
                letters.append(Character.toLowerCase(words.charAt(i)));
            }
        }
        return letters.toString();
    }
}
