package org.openwash.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.openwash.domain.DataFile;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Metadata;
import org.openwash.domain.PublicationDate;

/// Reads title, outlet, author, address and date that a page states about itself. Where to look is data:
/// `html-meta.tsv`; JSON-LD comes first for author and date.
final class PageMetadata {

    /// @param note a date that could not be used; empty if none
    record Found(Metadata metadata, String note) {}

    private enum Field { TITLE, OUTLET, AUTHOR, URL, DATE }

    private record Place(Field field, Evaluator selector, String attribute, DateBasis basis) {}

    // /2023/07/18/, /2023-07-18-, /2023/jul/18/
    private static final Pattern DATE_IN_ADDRESS = Pattern.compile(
            "(?<=[/_-])((?:19|20)\\d\\d)([/-])(0?[1-9]|1[0-2]|[a-z]{3,9})\\2(0?[1-9]|[12]\\d|3[01])(?=\\D|$)");
    private static final Pattern TITLE_PARTS = Pattern.compile("\\s+[|–—»·:-]+\\s+");
    private static final int LONGEST = 500;

    private final List<Place> places;

    private PageMetadata(List<Place> places) {
        this.places = List.copyOf(places);
    }

    static PageMetadata load() {
        List<Place> places = new ArrayList<>();
        for (DataFile.Row row : DataFile.rowsBelowHeader("text/html-meta.tsv", 4)) {
            try {
                Field field = Field.valueOf(row.cell(0).toUpperCase(Locale.ROOT));
                String basis = row.cell(3).isEmpty() ? "NONE" : row.cell(3).toUpperCase(Locale.ROOT);
                places.add(new Place(field, BlockNames.selector(row, 1), row.cell(2), DateBasis.valueOf(basis)));
            } catch (IllegalArgumentException e) {
                throw row.wrong("no such field or basis: " + row.cell(0) + ", " + row.cell(3));
            }
        }
        return new PageMetadata(places);
    }

    Found of(Document page) {
        JsonLd json = JsonLd.of(page);
        Optional<String> url = first(page, Field.URL, v -> Address.canonical(v).isPresent())
                .or(() -> json.url().filter(v -> Address.canonical(v).isPresent()));
        Optional<String> outlet = first(page, Field.OUTLET, v -> true).or(json::publisher)
                .or(() -> url.flatMap(Address::host));
        Optional<String> title = title(page, json, outlet);
        Optional<String> author = json.author().or(() -> first(page, Field.AUTHOR, v -> !v.startsWith("http")))
                .map(a -> a.replaceFirst("(?i)^by:?\\s+", ""));

        Optional<LocalDate> date = json.datePublished().flatMap(PublicationDate::parse);
        DateBasis basis = DateBasis.JSON_LD;
        List<String> refused = new ArrayList<>();
        if (date.isEmpty()) {
            json.datePublished().ifPresent(refused::add);
            for (Place place : places) {
                Optional<String> words = place.field() == Field.DATE ? value(page, place) : Optional.empty();
                date = words.flatMap(PublicationDate::parse);
                basis = place.basis();
                if (date.isPresent()) {
                    break;
                }
                words.ifPresent(refused::add);
            }
        }
        if (date.isEmpty()) {
            date = url.flatMap(PageMetadata::dateInAddress);
            basis = DateBasis.ADDRESS;
        }
        String note = date.isEmpty() && !refused.isEmpty()
                ? "date not understood: " + refused.getFirst().substring(0, Math.min(40, refused.getFirst().length()))
                        : "";
        return new Found(
                new Metadata(url.orElse(null), outlet.orElse(null), title.orElse(null), author.orElse(null),
                        date.orElse(null), date.isPresent() ? basis : DateBasis.NONE),
                note);
    }

    static Optional<LocalDate> dateInAddress(String url) {
        Matcher m = DATE_IN_ADDRESS.matcher(url.toLowerCase(Locale.ROOT));
        if (!m.find()) {
            return Optional.empty();
        }
        boolean named = Character.isLetter(m.group(3).charAt(0));
        return PublicationDate.parse(named
                ? m.group(4) + " " + m.group(3) + " " + m.group(1)
                : m.group(1) + "-" + m.group(3) + "-" + m.group(4));
    }

    private Optional<String> title(Document page, JsonLd json, Optional<String> outlet) {
        Optional<String> stated = first(page, Field.TITLE, v -> outlet.map(o -> !o.equalsIgnoreCase(v)).orElse(true));
        return stated.or(json::headline).map(t -> withoutOutlet(t, outlet));
    }

    /// "Headline | The Outlet" without the outlet; the same for the outlet in front.
    private static String withoutOutlet(String title, Optional<String> outlet) {
        String[] parts = TITLE_PARTS.split(title);
        if (outlet.isEmpty() || parts.length < 2) {
            return title;
        }
        String name = letters(outlet.get());
        if (!name.isEmpty() && sameName(letters(parts[parts.length - 1]), name)) {
            return title.substring(0, title.lastIndexOf(parts[parts.length - 1]))
                    .replaceFirst("\\s+[|–—»·:-]+\\s+$", "");
        }
        if (!name.isEmpty() && letters(parts[0]).equals(name)) {
            return title.substring(parts[0].length()).replaceFirst("^\\s+[|–—»·:-]+\\s+", "");
        }
        return title;
    }

    /// `The Example` and `example.com` name the same outlet as `Example`.
    private static boolean sameName(String a, String b) {
        return !a.isEmpty() && (a.equals(b) || a.equals("the" + b) || b.equals("the" + a) || b.startsWith(a + "com"));
    }

    private static String letters(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private Optional<String> first(Document page, Field field, Predicate<String> usable) {
        return places.stream()
                .filter(place -> place.field() == field)
                .map(place -> value(page, place))
                .flatMap(Optional::stream)
                .filter(usable)
                .findFirst();
    }

    private static Optional<String> value(Document page, Place place) {
        Element element = page.selectFirst(place.selector());
        if (element == null) {
            return Optional.empty();
        }
        String words = place.attribute().equals("text") ? element.text() : element.attr(place.attribute());
        words = Characters.line(words);
        return words.isEmpty() || words.length() > LONGEST ? Optional.empty() : Optional.of(words);
    }
}
