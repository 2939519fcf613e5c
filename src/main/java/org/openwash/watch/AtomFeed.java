package org.openwash.watch;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdom2.Verifier;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Claim;
import org.openwash.domain.ClaimRow;
import org.openwash.report.NamedClaim;

/// Lays hits of standing queries, and news of nightly runs, out as an Atom feed (RFC 4287) for feed readers.
///
/// It holds no time of the clock, so that the same hits give the same bytes: an entry is dated by its article. An entry's
/// id depends on query and claim alone, by which readers know what they have shown.
public final class AtomFeed {

    private static final String TYPE = "atom_1.0";
    private static final int LONGEST_SENTENCE = 2_000;

    private final String name;
    private final String title;
    /// for entries without a date
    private final LocalDate undated;

    /// A feed of the hits of standing queries.
    public AtomFeed(LocalDate undated) {
        this("openwash watches", "Openwash: new claims", undated);
    }

    /// @param name what tells this feed from others
    public AtomFeed(String name, String title, LocalDate undated) {
        this.name = name;
        this.title = title;
        this.undated = undated;
    }

    /// One entry of a feed.
    ///
    /// @param id     what tells it from others of the same feed
    /// @param day    null: undated
    /// @param author empty where it is not known
    /// @param url    empty where there is none
    public record Item(String id, String title, @Nullable LocalDate day, String author, String category, String url,
            String text) {}

    /// @param hits newest first
    public String of(List<NamedClaim> hits) {
        return ofItems(hits.stream().map(AtomFeed::item).toList());
    }

    /// @param items newest first
    public String ofItems(List<Item> items) {
        Feed feed = new Feed(TYPE);
        feed.setId(id(name));
        feed.setTitle(title);
        feed.setAuthors(List.of(author("Openwash")));
        feed.setUpdated(date(items.stream().map(this::day).max(Comparator.naturalOrder()).orElse(undated)));
        feed.setEntries(items.stream().map(this::entry).toList());
        try {
            return new WireFeedOutput().outputString(feed, true).replace("\r\n", "\n");
        } catch (FeedException e) {
            throw new IllegalStateException("a feed of our own making", e);
        }
    }

    private static Item item(NamedClaim hit) {
        ClaimRow row = hit.row();
        Claim claim = row.claim();
        return new Item(hit.name() + "\n" + claim.id(),
                hit.name() + ": " + claim.subjectName() + ", " + claim.polarity().label() + " " + claim.aspect().label() + ", "
                        + row.judgement().verdict().label(),
                row.metadata().published(), Objects.requireNonNullElse(row.metadata().outlet(), ""), hit.name(),
                Objects.requireNonNullElse(row.metadata().url(), ""),
                cut(row.sentence()) + "\n\n" + row.judgement().explanation() + "\n\n" + row.source() + ", claim " + claim.id());
    }

    private Entry entry(Item item) {
        Entry entry = new Entry();
        entry.setId(id(item.id()));
        entry.setTitle(xml(item.title()));
        entry.setUpdated(date(day(item)));
        entry.setPublished(date(day(item)));
        entry.setAuthors(List.of(author(xml(item.author().isEmpty() ? "unknown outlet" : item.author()))));
        entry.setCategories(List.of(category(item.category())));
        if (item.url().startsWith("https://") || item.url().startsWith("http://")) { // no other runs in a reader
            Link link = new Link();
            link.setRel("alternate");
            link.setHref(xml(item.url()));
            entry.setAlternateLinks(List.of(link));
        }
        entry.setContents(List.of(text(item.text())));
        return entry;
    }

    private LocalDate day(Item item) {
        return Objects.requireNonNullElse(item.day(), undated);
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static String id(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Person author(String name) {
        Person person = new Person();
        person.setName(name);
        return person;
    }

    private static Category category(String name) {
        Category category = new Category();
        category.setTerm(xml(name));
        return category;
    }

    private static Content text(String words) {
        Content content = new Content();
        content.setType(Content.TEXT);
        content.setValue(xml(words));
        return content;
    }

    /// A sentence, or as much of it as a feed reader shows.
    public static String cut(String sentence) {
        return sentence.length() <= LONGEST_SENTENCE ? sentence : sentence.substring(0, LONGEST_SENTENCE) + "…";
    }

    /// What XML has no way to write becomes U+FFFD.
    private static String xml(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> kept.appendCodePoint(Verifier.isXMLCharacter(c) ? c : 0xFFFD));
        return kept.toString();
    }
}
