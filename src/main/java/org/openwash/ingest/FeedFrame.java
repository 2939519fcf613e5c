package org.openwash.ingest;

import com.rometools.rome.feed.synd.SyndPerson;
import java.util.List;
import java.util.Objects;

/// What a feed says of all its entries.
///
/// @param outlet  its title as the name of an outlet, empty if none
/// @param address of the outlet's page, from which those of entries may start; empty if none
/// @param authors those of an Atom feed, who stand for entries that name none
record FeedFrame(String outlet, String address, List<String> authors, FeedTitle titles) {

    static FeedFrame unknown(FeedTitle titles) {
        return new FeedFrame("", "", List.of(), titles);
    }

    FeedFrame {
        authors = List.copyOf(authors);
    }

    static FeedFrame of(FeedParser.Parsed parsed, FeedTitle titles) {
        String title = Objects.requireNonNullElse(parsed.feed().getTitle(), "");
        String outlet = titles.outlet(ArticleRecord.plain(title));
        List<String> authors = parsed.tree().getRootElement().getName().equals("feed")
                ? parsed.feed().getAuthors().stream().map(SyndPerson::getName).filter(Objects::nonNull).toList()
                : List.of();
        return new FeedFrame(outlet, Objects.requireNonNullElse(parsed.feed().getLink(), "").strip(), authors, titles);
    }
}
