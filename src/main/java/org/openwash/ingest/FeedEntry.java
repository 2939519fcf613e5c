package org.openwash.ingest;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jsoup.Jsoup;

/// What one entry of a feed says, in the fields of a record.
final class FeedEntry {

    private static final List<String> PUBLISHED = List.of("pubDate", "published", "issued", "date", "created");
    private static final List<String> CHANGED = List.of("updated", "modified");
    private static final Set<String> PLAIN_TYPES = Set.of("", "text", "text/plain");
    /// "editor@example.org (Ann Quill)"
    private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s*\\((.{1,200})\\)");

    private final Element element;
    private final List<Element> dates;
    private final SyndEntry entry;
    private final FeedFrame frame;
    private final boolean atom;

    private FeedEntry(FeedParser.Parsed parsed, FeedFrame frame) {
        element = parsed.entry();
        dates = parsed.dates();
        entry = parsed.feed().getEntries().getFirst();
        this.frame = frame;
        atom = element.getName().equals("entry");
    }

    /// @param parsed a feed of one entry
    static ArticleRecord record(FeedParser.Parsed parsed, FeedFrame frame, String notes) {
        return new FeedEntry(parsed, frame).record(notes);
    }

    private ArticleRecord record(String notes) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
                .filter(FeedEntry::isText).filter(FeedEntry::hasWords).findFirst()
                .ifPresent(content -> values.put(isPlain(content) ? Field.TEXT : Field.HTML, content.getValue()));
        address().ifPresent(url -> values.put(Field.URL, url));
        values.put(Field.TITLE, title());
        values.put(Field.OUTLET, outlet());
        values.put(Field.AUTHOR, authors());
        String note = notes;
        Optional<String> published = date(PUBLISHED);
        if (published.isEmpty() && date(CHANGED).isPresent()) {
            published = date(CHANGED);
            note = ArticleRecord.notes(note, "dated by its last change");
        }
        published.ifPresent(words -> values.put(Field.PUBLISHED, words));
        return new ArticleRecord(values, note);
    }

    private static boolean isText(SyndContent content) {
        String type = Objects.requireNonNullElse(content.getType(), "");
        return PLAIN_TYPES.contains(type) || type.contains("html") || type.startsWith("text/") || type.contains("xml");
    }

    /// A picture alone says nothing.
    private static boolean hasWords(SyndContent content) {
        String value = content.getValue();
        boolean within = false; // a tag
        for (int i = 0; value != null && i < value.length(); i++) {
            within = value.charAt(i) == '<' || within && value.charAt(i) != '>';
            if (!within && Character.isLetterOrDigit(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// RSS does not say what its descriptions are, and means HTML.
    private boolean isPlain(SyndContent content) {
        String type = Objects.requireNonNullElse(content.getType(), "");
        String value = content.getValue();
        return atom ? PLAIN_TYPES.contains(type) : value.indexOf('<') < 0 && value.indexOf('&') < 0;
    }

    /// Some services put their own address in place of the article's, and that beside it.
    private Optional<String> address() {
        return Stream.of(child("origLink"), Optional.ofNullable(entry.getLink()),
                        Optional.ofNullable(entry.getUri()).filter(uri -> uri.strip().matches("(?i)https?://.*")))
                .flatMap(Optional::stream).map(String::strip).filter(url -> !url.isEmpty()).findFirst()
                .map(this::absolute);
    }

    private String absolute(String url) {
        try {
            URI base = element.getXMLBaseURI();
            URI from = base != null && base.isAbsolute() ? base : URI.create(frame.address());
            return url.matches("(?i)[a-z][a-z0-9+.-]*:.*") || !from.isAbsolute() ? url : from.resolve(url).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return url; // as it stands
        }
    }

    private String title() {
        SyndContent title = entry.getTitleEx();
        String words = title == null ? entry.getTitle() : title.getValue();
        String type = title == null ? "" : Objects.requireNonNullElse(title.getType(), "");
        if (words == null) {
            return "";
        }
        return !atom || PLAIN_TYPES.contains(type) ? words : Jsoup.parse(words).text();
    }

    private String outlet() {
        return child("publisher")
                .or(() -> Optional.ofNullable(entry.getSource()).map(SyndFeed::getTitle)
                        .map(title -> frame.titles().outlet(ArticleRecord.plain(title).strip()))
                        .filter(name -> !name.isEmpty()))
                .orElse(frame.outlet());
    }

    private String authors() {
        Set<String> names = new LinkedHashSet<>();
        for (Element child : element.getChildren()) {
            if (child.getName().equals("creator") || child.getName().equals("author")) {
                Element name = child.getChildren().stream().filter(c -> c.getName().equals("name")).findFirst()
                        .orElse(child);
                String words = ArticleRecord.plain(name.getText()).strip();
                Matcher m = MAIL_AND_NAME.matcher(words);
                names.add(m.matches() ? m.group(1) : words);
            }
        }
        names.remove("");
        return (names.isEmpty() ? frame.authors().stream() : names.stream()).collect(Collectors.joining("; "));
    }

    private Optional<String> date(List<String> names) {
        return names.stream().flatMap(name -> dates.stream().filter(d -> d.getName().equals(name)))
                .map(date -> date.getText().strip()).filter(words -> !words.isEmpty()).findFirst();
    }

    /// What the first element of this name says, in whatever namespace.
    private Optional<String> child(String name) {
        return element.getChildren().stream().filter(c -> c.getName().equals(name)).map(c -> c.getText().strip())
                .filter(text -> !text.isEmpty()).findFirst();
    }
}
