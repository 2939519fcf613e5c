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
import org.openwash.domain.Claim;
import org.openwash.domain.ClaimRow;
import org.openwash.report.NamedClaim;

/// Lays hits of standing queries out as an Atom feed (RFC 4287) for feed readers.
///
/// It holds no time of the clock, so that the same hits give the same bytes: an entry is dated by its article. An entry's
/// id depends on query and claim alone, by which readers know what they have shown.
public final class AtomFeed {

    private static final String TYPE = "atom_1.0";
    private static final int LONGEST_SENTENCE = 2_000;

    /// for articles without a date
    private final LocalDate undated;

    public AtomFeed(LocalDate undated) {
        this.undated = undated;
    }

    /// @param hits newest first
    public String of(List<NamedClaim> hits) {
        Feed feed = new Feed(TYPE);
        feed.setId(id("openwash watches"));
        feed.setTitle("Openwash: new claims");
        feed.setAuthors(List.of(author("Openwash")));
        feed.setUpdated(date(hits.stream().map(this::day).max(Comparator.naturalOrder()).orElse(undated)));
        feed.setEntries(hits.stream().map(this::entry).toList());
        try {
            return new WireFeedOutput().outputString(feed, true).replace("\r\n", "\n");
        } catch (FeedException e) {
            throw new IllegalStateException("a feed of our own making", e);
        }
    }

    private Entry entry(NamedClaim hit) {
        ClaimRow row = hit.row();
        Claim claim = row.claim();
        Entry entry = new Entry();
        entry.setId(id(hit.name() + "\n" + claim.id()));
        entry.setTitle(xml(hit.name() + ": " + claim.subjectName() + ", " + claim.polarity().label() + " "
                + claim.aspect().label() + ", " + row.judgement().verdict().label()));
        entry.setUpdated(date(day(hit)));
        entry.setPublished(date(day(hit)));
        entry.setAuthors(List.of(author(xml(Objects.requireNonNullElse(row.metadata().outlet(), "unknown outlet")))));
        entry.setCategories(List.of(category(hit.name())));
        String url = row.metadata().url();
        if (url != null && (url.startsWith("https://") || url.startsWith("http://"))) { // no other runs in a reader
            Link link = new Link();
            link.setRel("alternate");
            link.setHref(xml(url));
            entry.setAlternateLinks(List.of(link));
        }
        entry.setContents(List.of(text(cut(row.sentence()) + "\n\n" + row.judgement().explanation() + "\n\n"
                + row.source() + ", claim " + claim.id())));
        return entry;
    }

    private LocalDate day(NamedClaim hit) {
        return Objects.requireNonNullElse(hit.row().metadata().published(), undated);
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

    private static String cut(String sentence) {
        return sentence.length() <= LONGEST_SENTENCE ? sentence : sentence.substring(0, LONGEST_SENTENCE) + "…";
    }

    /// What XML has no way to write becomes U+FFFD.
    private static String xml(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> kept.appendCodePoint(Verifier.isXMLCharacter(c) ? c : 0xFFFD));
        return kept.toString();
    }
}
