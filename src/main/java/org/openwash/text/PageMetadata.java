package org.openwash.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Metadata;
import org.openwash.domain.Origins;
import org.openwash.domain.Provenance;
import org.openwash.domain.Sureness;

/// Reads what a page states about itself: title, outlet, author, dates, address and language, each with where it was
/// found. Where to look is data: `html-meta.tsv`, `html-names.tsv`, `byline-words.tsv`, `date-words.tsv`.
final class PageMetadata {

    /// @param note   a date that could not be used; empty if none
    /// @param places where each value was found, in words for people
    record Found(Metadata metadata, String note, List<String> places) {

        Found {
            places = List.copyOf(places);
        }
    }

    private record Value(String words, Provenance origin, String place) {}

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");

    private final HeadTags head = HeadTags.load();
    private final Byline byline = Byline.load();
    private final DateCues cues = DateCues.load();
    private final LocalDate latest;

    /// @param latest the last day that is believed of a date
    PageMetadata(LocalDate latest) {
        this.latest = latest;
    }

    Byline byline() {
        return byline;
    }

    PageView view(Document page, BlockNames names) {
        return PageView.of(page, names, head);
    }

    Found of(PageView view) {
        Optional<Value> url = url(view);
        Optional<Value> outlet = outlet(view, url);
        Optional<String> outletName = outlet.map(Value::words);
        Optional<PageTitle.Found> title = new PageTitle(view, outletName).find();
        int titleAt = title.map(PageTitle.Found::at).orElse(-1);
        Optional<PageAuthor.Found> author = new PageAuthor(view, byline, outletName, titleAt).find();
        Optional<Value> language = language(view);
        var dates = new PageDates(cues, view, latest, titleAt, url.map(Value::words).orElse(null),
                language.map(Value::words).orElse(null));
        Optional<PageDates.Found> published = dates.published();
        Optional<PageDates.Found> modified = dates.modified();

        var metadata = new Metadata(
                url.map(Value::words).orElse(null),
                outletName.orElse(null),
                title.map(PageTitle.Found::words).orElse(null),
                author.map(PageAuthor.Found::names).orElse(null),
                published.map(PageDates.Found::day).orElse(null),
                modified.map(PageDates.Found::day).orElse(null),
                language.map(l -> l.words().split("[-_]")[0].toLowerCase(Locale.ROOT)).orElse(null),
                new Origins(
                        url.map(Value::origin).orElse(Provenance.NONE),
                        outlet.map(Value::origin).orElse(Provenance.NONE),
                        title.map(PageTitle.Found::origin).orElse(Provenance.NONE),
                        author.map(PageAuthor.Found::origin).orElse(Provenance.NONE),
                        published.map(PageDates.Found::origin).orElse(Provenance.NONE),
                        modified.map(PageDates.Found::origin).orElse(Provenance.NONE)));
        String refused = published.isPresent() ? "" : dates.refused();
        String note = refused.isEmpty() ? "" : "date not understood: " + refused.substring(0, Math.min(40, refused.length()));

        List<String> places = new ArrayList<>();
        title.ifPresent(t -> places.add("title: " + t.place()));
        author.ifPresent(a -> places.add("author: " + a.place()));
        outlet.ifPresent(o -> places.add("outlet: " + o.place()));
        published.ifPresent(p -> places.add("published: " + p.place()));
        modified.ifPresent(m -> places.add("modified: " + m.place()));
        url.ifPresent(u -> places.add("url: " + u.place()));
        language.ifPresent(l -> places.add("language: " + l.place()));
        return new Found(metadata, note, places);
    }

    /// The canonical address; but many a page names its site's front page so.
    private static Optional<Value> url(PageView view) {
        List<Value> found = new ArrayList<>();
        Optional<Element> link = view.machine().stream()
                .filter(l -> l.normalName().equals("link") && l.attr("rel").equalsIgnoreCase("canonical"))
                .findFirst();
        if (link.isPresent()) {
            found.add(new Value(link.get().attr("href").strip(), new Provenance(DateBasis.LINK, Sureness.HIGH), "link canonical"));
        }
        view.head().all(HeadTags.Field.URL).forEach(v -> found.add(new Value(v.words(), v.origin(), v.place())));
        view.json().url().ifPresent(u ->
                found.add(new Value(u, new Provenance(DateBasis.JSON_LD, Sureness.MEDIUM), "JSON-LD url")));
        Value frontPage = null;
        for (Value value : found) {
            Optional<String> address = Address.canonical(value.words());
            boolean below = address.isPresent() && address.get().chars().filter(c -> c == '/').count() > 2;
            if (below) {
                return Optional.of(value);
            }
            frontPage = frontPage == null && address.isPresent() ? value : frontPage;
        }
        return Optional.ofNullable(frontPage);
    }

    private static Optional<Value> outlet(PageView view, Optional<Value> url) {
        Stream<Value> stated = view.head().all(HeadTags.Field.OUTLET).stream()
                .filter(v -> !v.words().startsWith("http") && !v.words().startsWith("@"))
                .map(v -> new Value(v.words(), v.origin(), v.place()));
        Stream<Value> json = view.json().publisher().stream()
                .map(p -> new Value(p, new Provenance(DateBasis.JSON_LD, Sureness.HIGH), "JSON-LD publisher"));
        Stream<Value> host = url.flatMap(u -> Address.host(u.words())).stream()
                .map(h -> new Value(h, new Provenance(DateBasis.ADDRESS, Sureness.LOW), "host of the address"));
        List<Value> all = Stream.of(stated, json, host).flatMap(s -> s).toList();
        return all.stream().filter(v -> v.origin().sureness() == Sureness.HIGH).findFirst()
                .or(() -> all.stream().filter(v -> v.origin().sureness() == Sureness.MEDIUM).findFirst())
                .or(() -> all.stream().findFirst());
    }

    private static Optional<Value> language(PageView view) {
        Element html = view.page().firstElementChild();
        String attribute = html == null ? "" : html.hasAttr("lang") ? html.attr("lang") : html.attr("xml:lang");
        if (LANGUAGE.matcher(attribute.strip()).matches()) {
            return Optional.of(new Value(attribute.strip(), new Provenance(DateBasis.META, Sureness.MEDIUM), "html lang"));
        }
        Stream<Value> stated = view.head().all(HeadTags.Field.LANGUAGE).stream()
                .map(v -> new Value(v.words(), v.origin(), v.place()));
        Stream<Value> json = view.json().language().stream()
                .map(l -> new Value(l, new Provenance(DateBasis.JSON_LD, Sureness.MEDIUM), "JSON-LD inLanguage"));
        return Stream.concat(stated, json)
                .filter(v -> LANGUAGE.matcher(v.words()).matches())
                .findFirst();
    }
}
