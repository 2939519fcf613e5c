package org.openwash.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openwash.domain.UnreadableArticleException;

/// The pages that a feed announces, for who wants to fetch them. The feed is read as [FeedRecords] does: what is broken
/// costs one entry.
///
/// @param addresses of the entries, in their order, absolute where the feed says what they start from
/// @param broken    how many entries could not be read
/// @param whole     whether the feed has its end
public record FeedLinks(List<String> addresses, int broken, boolean whole) {

    private static final long LONGEST_ENTRY = 4L << 20; // characters; entries may hold whole articles

    public FeedLinks {
        addresses = List.copyOf(addresses);
    }

    /// @param base the address of the feed, from which links start where the feed says nothing else
    /// @throws UnreadableArticleException if it is no feed
    public static FeedLinks of(byte[] feed, String base) throws UnreadableArticleException {
        String text = FeedText.of(feed).text();
        var around = new FeedScanner(text, 0);
        around.scan(entry -> {});
        if (!around.isFeed()) {
            throw new UnreadableArticleException("neither RSS nor Atom", "line 1");
        }
        var parser = new FeedParser();
        FeedFrame frame = frame(around, parser, base);
        Set<String> undeclared = around.undeclared();
        var addresses = new ArrayList<String>();
        int[] broken = {0};
        var scanner = new FeedScanner(text, LONGEST_ENTRY);
        scanner.scan(entry -> {
            try {
                if (entry.whole() && !entry.tooLong()) {
                    var parsed = parser.parse(scanner.document(entry, undeclared));
                    Map<Field, String> values = FeedEntry.record(parsed, frame, "").values();
                    if (values.containsKey(Field.URL)) {
                        addresses.add(values.get(Field.URL));
                        return;
                    }
                }
                broken[0]++;
            } catch (UnreadableArticleException e) {
                broken[0]++;
            }
        });
        return new FeedLinks(addresses, broken[0], !scanner.isCutShort());
    }

    private static FeedFrame frame(FeedScanner around, FeedParser parser, String base) {
        FeedTitle titles = FeedTitle.load();
        String xml = around.frame(around.undeclared());
        try {
            FeedFrame frame = xml.isEmpty() ? FeedFrame.unknown(titles) : FeedFrame.of(parser.parse(xml), titles);
            return frame.address().isEmpty() ? new FeedFrame(frame.outlet(), base, frame.authors(), titles) : frame;
        } catch (UnreadableArticleException e) {
            return new FeedFrame("", base, List.of(), titles);
        }
    }
}
