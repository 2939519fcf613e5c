package org.openwash.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.openwash.domain.Metadata;
import org.openwash.domain.UnreadableArticleException;

/// Reads articles from the entries of an RSS or Atom feed. Fetches nothing: neither what an entry links to nor what the
/// file itself refers to.
///
/// The file is held whole, so it is bounded ([#LARGEST]); its entries are parsed one by one, so that a broken one costs
/// only itself.
final class FeedRecords {

    /// Feeds have some hundred kilobytes; an archive of a hundred thousand entries has thirty megabytes.
    static final int LARGEST = 32 << 20;

    private static final String CUT_SHORT = "feed is cut short";

    private final SourceOptions options;
    private final CutEnds cuts;
    private final FeedParser parser = new FeedParser();
    private final FeedTitle titles = FeedTitle.load();

    FeedRecords(SourceOptions options, CutEnds cuts) {
        this.options = options;
        this.cuts = cuts;
    }

    /// `feed.xml#2` is its second entry.
    void read(Content content, String source, Function<String, Metadata> others, Consumer<Found> sink)
            throws UnreadableArticleException {
        Beginning file = beginning(content.stream());
        String text = file.text().text();
        var around = new FeedScanner(text, 0);
        around.scan(entry -> {});
        if (!around.isFeed()) {
            String reason = file.end().equals(CUT_SHORT) ? "neither RSS nor Atom" : file.end();
            throw new UnreadableArticleException(reason, "line 1");
        }
        var reading = new Reading(source, file.end(), file.text().note(), around.mendedAround(), frame(around));
        var scanner = new FeedScanner(text, longest());
        Set<String> undeclared = around.undeclared();
        scanner.scan(entry -> sink.accept(reading.found(entry, scanner.document(entry, undeclared), others)));
        if (scanner.isCutShort() && reading.lastIsWhole) {
            sink.accept(Found.failed(source, reading.end, "line " + scanner.lines()));
        } else if (reading.number == 0) {
            sink.accept(Found.skipped(source, "holds no record"));
        }
    }

    /// An entry may hold the largest article with much of it escaped, beside what else it says.
    private long longest() {
        return 2 * options.largest() + (1 << 16);
    }

    private FeedFrame frame(FeedScanner around) {
        String xml = around.frame(around.undeclared());
        try {
            return xml.isEmpty() ? FeedFrame.unknown(titles) : FeedFrame.of(parser.parse(xml), titles);
        } catch (UnreadableArticleException e) {
            return FeedFrame.unknown(titles); // its entries may still be whole
        }
    }

    /// @param end why there is no more, where the file breaks off
    private record Beginning(FeedText text, String end) {}

    /// A file that breaks off is read as far as it goes.
    private static Beginning beginning(InputStream stream) {
        var bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[65_536];
        String end = CUT_SHORT;
        try {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                if (bytes.size() + n > LARGEST) {
                    end = "larger than the limit of " + (LARGEST >> 20) + " MB for feeds";
                    break;
                }
                bytes.write(buffer, 0, n);
            }
        } catch (IOException e) {
            end = Content.reason(e);
        }
        return new Beginning(FeedText.of(bytes.toByteArray()), end);
    }

    /// The entries of one file, one after the other.
    private final class Reading {

        private final String source;
        private final String end;
        private final String note;
        private final Set<Mend> mendedAround;
        private final FeedFrame frame;
        private int number;
        private boolean lastIsWhole = true;

        Reading(String source, String end, String note, Set<Mend> mendedAround, FeedFrame frame) {
            this.source = source;
            this.end = end;
            this.note = note;
            this.mendedAround = mendedAround;
            this.frame = frame;
        }

        Found found(FeedScanner.Entry entry, String document, Function<String, Metadata> others) {
            number++;
            lastIsWhole = entry.whole();
            String record = source + "#" + number;
            String place = "line " + entry.line();
            if (entry.tooLong()) {
                return Found.failed(record, "record larger than the limit of " + options.limitText(), place);
            }
            if (!entry.whole()) {
                return Found.failed(record, end + " within this entry", place);
            }
            try {
                String notes = ArticleRecord.notes(note, Mend.note(entry.mended(), mendedAround));
                ArticleRecord values = FeedEntry.record(parser.parse(document), frame, notes);
                return values.isLargerThan(options.largest())
                        ? Found.failed(record, "record larger than the limit of " + options.limitText(), place)
                        : values.found(record, place, others.apply(record), cuts);
            } catch (UnreadableArticleException e) {
                return Found.failed(record, e.reason(), place);
            }
        }
    }
}
