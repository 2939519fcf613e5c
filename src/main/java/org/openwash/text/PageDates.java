package org.openwash.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.DateBasis;
import org.openwash.domain.DayOrder;
import org.openwash.domain.Provenance;
import org.openwash.domain.PublicationDate;
import org.openwash.domain.Sureness;
import org.openwash.text.BlockNames.Role;
import org.openwash.text.DateCues.Cue;

/// Settles on which day a page's article appeared, and when it was last changed.
///
/// 1. what the page states for machines
/// 2. its address
/// 3. what it states for readers near the title: elements that are called so, then lines
/// 4. a line anywhere that says "published" and a date
///
/// A date without a word about it is not taken from afar: no date is better than a wrong one. Nor is the day of the
/// last change, the year of a copyright, or a day after the last that is to be believed.
final class PageDates {

    record Found(LocalDate day, Provenance origin, String place) {}

    // /2023/07/18/, /2023-07-18-, /2023/jul/18/
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "(?<=[/_.-])((?:19|20)\\d\\d)([/_-])(0?[1-9]|1[0-2]|[a-z]{3,9})\\2(0?[1-9]|[12]\\d|3[01])(?=\\D|$)");
    // /20230718/
    private static final Pattern DIGITS_IN_ADDRESS = Pattern.compile(
            "(?<=[/_-])((?:19|20)\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?=[/_.-]|$)");
    private static final Set<String> MONTH_FIRST_REGIONS = Set.of("us", "ph");
    /// Country codes that the whole world uses.
    private static final Set<String> NO_COUNTRY = Set.of("us", "ca", "ph", "co", "io", "ai", "tv", "me", "fm", "ly", "to",
            "cc", "ws", "st");
    private static final int NEAR_AFTER = 1_200;
    private static final int NEAR_BEFORE = 250;
    private static final int LONGEST_LINE = 160;

    private final DateCues cues;
    private final PageView view;
    private final LocalDate latest;
    private final int titleAt;
    private final @Nullable String url;
    private final @Nullable String language;
    private final List<String> refused = new ArrayList<>();
    private @Nullable DayOrder order;

    /// @param titleAt  characters of the page before its title, -1 if not known
    /// @param language as the page states it, with its region if it has one
    PageDates(DateCues cues, PageView view, LocalDate latest, int titleAt, @Nullable String url, @Nullable String language) {
        this.cues = cues;
        this.view = view;
        this.latest = latest;
        this.titleAt = titleAt;
        this.url = url;
        this.language = language;
    }

    Optional<Found> published() {
        return json(view.json().datePublished(), "datePublished")
                .or(() -> stated(HeadTags.Field.DATE, Sureness.HIGH))
                .or(() -> elements(i -> view.tree().element(i).attr("itemprop").equals("datePublished"), DateBasis.MICRODATA,
                        Sureness.HIGH))
                .or(() -> elements(i -> view.tree().element(i).hasAttr("pubdate"), DateBasis.TIME, Sureness.HIGH))
                .or(() -> Optional.ofNullable(url).flatMap(PageDates::inAddress).filter(this::believable)
                        .map(day -> new Found(day, new Provenance(DateBasis.ADDRESS, Sureness.MEDIUM), "address")))
                .or(() -> stated(HeadTags.Field.DATE, Sureness.MEDIUM))
                .or(() -> json(view.json().dateCreated(), "dateCreated"))
                .or(() -> elements(i -> isTime(i) && near(i), DateBasis.TIME, Sureness.MEDIUM))
                .or(() -> elements(i -> isDate(i) && near(i), DateBasis.BYLINE, Sureness.MEDIUM))
                .or(() -> lines(this::near, Cue.NONE, Sureness.MEDIUM))
                .or(() -> lines(i -> true, Cue.PUBLISHED, Sureness.MEDIUM))
                .or(() -> onlyOne(i -> isTime(i) || isDate(i)))
                .or(() -> stated(HeadTags.Field.DATE, Sureness.LOW));
    }

    Optional<Found> modified() {
        return json(view.json().dateModified(), "dateModified")
                .or(() -> stated(HeadTags.Field.MODIFIED, Sureness.HIGH))
                .or(() -> elements(i -> view.tree().element(i).attr("itemprop").equals("dateModified"), DateBasis.MICRODATA,
                        Sureness.HIGH))
                .or(() -> stated(HeadTags.Field.MODIFIED, Sureness.MEDIUM));
    }

    /// A statement for machines that could not be used; empty if there was none.
    String refused() {
        return refused.isEmpty() ? "" : refused.getFirst();
    }

    private Optional<Found> json(Optional<String> words, String field) {
        return words.flatMap(w -> day(w, true))
                .map(day -> new Found(day, new Provenance(DateBasis.JSON_LD, Sureness.HIGH), "JSON-LD " + field));
    }

    private Optional<Found> stated(HeadTags.Field field, Sureness sureness) {
        return view.head().all(field).stream()
                .filter(v -> v.origin().sureness() == sureness)
                .flatMap(v -> day(v.words(), true).map(day -> new Found(day, v.origin(), v.place())).stream())
                .findFirst();
    }

    private Optional<LocalDate> day(String words, boolean forMachines) {
        Optional<LocalDate> day = PublicationDate.parse(words, order(words)).filter(this::believable);
        if (day.isEmpty() && forMachines) {
            refused.add(words);
        }
        return day;
    }

    private boolean believable(LocalDate day) {
        return !day.isAfter(latest);
    }

    static Optional<LocalDate> inAddress(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        Matcher m = IN_ADDRESS.matcher(lower);
        if (m.find()) {
            boolean named = Character.isLetter(m.group(3).charAt(0));
            return PublicationDate.parse(named
                    ? m.group(4) + " " + m.group(3) + " " + m.group(1)
                    : m.group(1) + "-" + m.group(3) + "-" + m.group(4));
        }
        Matcher digits = DIGITS_IN_ADDRESS.matcher(lower);
        return digits.find() ? PublicationDate.parse(digits.group(1) + digits.group(2) + digits.group(3)) : Optional.empty();
    }

    private boolean near(int i) {
        int at = view.tree().before(i);
        return !view.aside()[i] && titleAt >= 0 && at >= titleAt - NEAR_BEFORE && at <= titleAt + NEAR_AFTER;
    }

    private boolean isTime(int i) {
        return view.tree().element(i).normalName().equals("time") || view.tree().element(i).normalName().equals("abbr")
                && view.tree().element(i).hasAttr("title");
    }

    private boolean isDate(int i) {
        return view.roles().of(i).containsKey(Role.DATE);
    }

    private Optional<Found> elements(Predicate<Integer> wanted, DateBasis basis, Sureness sureness) {
        for (int i = 1; i < view.tree().size(); i++) {
            if (!view.aside()[i] && wanted.test(i)) {
                Optional<LocalDate> day = inElement(i);
                if (day.isPresent()) {
                    return Optional.of(new Found(day.get(), new Provenance(basis, sureness), place(i)));
                }
            }
        }
        return Optional.empty();
    }

    private String place(int i) {
        Element e = view.tree().element(i);
        return "element " + e.normalName() + (e.className().isEmpty() ? "" : " ." + e.className());
    }

    private Optional<LocalDate> inElement(int i) {
        Element e = view.tree().element(i);
        String named = e.className().toLowerCase(Locale.ROOT);
        boolean both = named.contains("published"); // many a template calls the first date "published updated"
        boolean changed = !both && cues.of(named) == Cue.MODIFIED
                || e.attr("itemprop").equals("dateModified")
                || cues.of(justBefore(e)) == Cue.MODIFIED;
        if (changed) {
            return Optional.empty();
        }
        for (String attribute : List.of("datetime", "content", "title")) {
            Optional<LocalDate> day = e.hasAttr(attribute) ? day(e.attr(attribute), false) : Optional.empty();
            if (day.isPresent()) {
                return day;
            }
        }
        return view.line(i).flatMap(words -> inLine(words, Cue.NONE));
    }

    /// The text that stands before an element in the same block, such as "Updated:".
    private static String justBefore(Element e) {
        var before = e.previousSibling();
        String words = before == null ? "" : before instanceof org.jsoup.nodes.TextNode text ? text.text()
                : before instanceof Element other ? other.text() : "";
        return words.length() > 60 ? words.substring(words.length() - 60) : words;
    }

    /// The first date of a line that is not said to be another's.
    private Optional<LocalDate> inLine(String words, Cue wanted) {
        int from = 0;
        for (int i = 0; i < 4; i++) {
            String rest = words.substring(from);
            Optional<PublicationDate.Written> date = PublicationDate.find(rest, order(rest));
            if (date.isEmpty()) {
                return Optional.empty();
            }
            Cue cue = cues.of(rest.substring(0, date.get().start()));
            boolean fits = cue == Cue.PUBLISHED || cue == Cue.NONE && wanted == Cue.NONE;
            if (fits && believable(date.get().day())) {
                return Optional.of(date.get().day());
            }
            from += Math.min(date.get().end(), rest.length());
        }
        return Optional.empty();
    }

    private Optional<Found> lines(Predicate<Integer> wanted, Cue cue, Sureness sureness) {
        PageTree tree = view.tree();
        for (int i = 1; i < tree.size(); i++) {
            int size = tree.own(i) + tree.linked(i);
            if (size >= 6 && size <= LONGEST_LINE && !view.aside()[i] && wanted.test(i)) {
                Optional<LocalDate> day = view.line(i).filter(w -> w.length() <= LONGEST_LINE).flatMap(w -> inLine(w, cue));
                if (day.isPresent()) {
                    return Optional.of(new Found(day.get(), new Provenance(DateBasis.TEXT, sureness), "line of the page"));
                }
            }
        }
        return Optional.empty();
    }

    /// The day that all such elements agree on.
    private Optional<Found> onlyOne(Predicate<Integer> wanted) {
        Found only = null;
        for (int i = 1; i < view.tree().size(); i++) {
            Optional<LocalDate> day = !view.aside()[i] && wanted.test(i) ? inElement(i) : Optional.empty();
            if (day.isPresent() && only != null && !only.day.equals(day.get())) {
                return Optional.empty();
            }
            if (day.isPresent()) {
                DateBasis basis = isTime(i) ? DateBasis.TIME : DateBasis.BYLINE;
                only = new Found(day.get(), new Provenance(basis, Sureness.LOW), place(i));
            }
        }
        return Optional.ofNullable(only);
    }

    /// Which number of 07/08/2023 is the day: as the page's region writes, else as another date of the page shows.
    private DayOrder order(String words) {
        if (!PublicationDate.needsOrder(words)) {
            return DayOrder.UNKNOWN;
        }
        if (order == null) {
            order = byRegion();
            if (order == DayOrder.UNKNOWN) {
                order = PublicationDate.orderIn(view.page().body().text());
            }
        }
        return order;
    }

    private DayOrder byRegion() {
        String[] tag = language == null ? new String[] {""} : language.toLowerCase(Locale.ROOT).split("[-_]");
        String host = url == null ? "" : Address.host(url).orElse("");
        String ending = host.substring(host.lastIndexOf('.') + 1);
        if (tag.length > 1 && tag[0].equals("en") && !tag[1].equals("us")) {
            return MONTH_FIRST_REGIONS.contains(tag[1]) ? DayOrder.MONTH_FIRST : DayOrder.DAY_FIRST;
        }
        if (ending.length() == 2 && !NO_COUNTRY.contains(ending)) {
            return DayOrder.DAY_FIRST;
        }
        if (ending.equals("gov") || ending.equals("mil") || ending.equals("edu") || tag.length > 1 && tag[0].equals("en")) {
            return DayOrder.MONTH_FIRST;
        }
        return tag[0].length() == 2 && !tag[0].equals("en") ? DayOrder.DAY_FIRST : DayOrder.UNKNOWN;
    }
}
