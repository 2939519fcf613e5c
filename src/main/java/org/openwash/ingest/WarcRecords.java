package org.openwash.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.openwash.domain.UnreadableArticleException;

/// Reads the pages that a WARC file holds, one record at a time.
///
/// Inputs are the records of what a server sent (response, resource), of what was made of it (conversion) and of what
/// was sent again (revisit). The others are the crawler's own notes and are not listed unless they are damaged.
final class WarcRecords {

    /// Reads one page as if it were a file.
    interface PageReader {
        void read(InputStream page, String name, String source, Consumer<Found> sink)
                throws IOException, UnreadableArticleException;
    }

    private final SourceOptions options;
    private final PageTypes types = new PageTypes();

    WarcRecords(SourceOptions options) {
        this.options = options;
    }

    /// Record 3 is `w.warc.gz#3`, whatever the records before it hold.
    void read(Content content, String source, PageReader reader, Consumer<Found> sink) throws IOException {
        try (WarcStream stream = content.unpacked()
                ? new GzipMembers(content.stream()) : new PlainWarc(content.stream())) {
            var cutter = new WarcCutter(stream, options);
            var revisits = new WarcRevisits();
            boolean any = false;
            for (Optional<WarcCutter.Piece> next = cutter.next(); next.isPresent(); next = cutter.next()) {
                any |= read(next.get(), source + "#" + next.get().number(), revisits, reader, sink);
            }
            if (!any) {
                sink.accept(Found.skipped(source, "holds no record of a page"));
            }
        }
    }

    /// @return whether the record is an input
    private boolean read(WarcCutter.Piece piece, String source, WarcRevisits revisits, PageReader reader,
            Consumer<Found> sink) {
        if (!piece.damage().isEmpty()) {
            sink.accept(Found.failed(source, piece.damage(), piece.place()));
            return true;
        }
        String type = piece.header("WARC-Type").toLowerCase(Locale.ROOT);
        switch (type) {
            case "revisit" -> sink.accept(Found.skipped(source, revisits.reason(piece)));
            case "response", "resource", "conversion" -> {
                var page = new WarcPage(piece, source, types, options);
                if (page.isLookUp()) {
                    return false;
                }
                if (page.read(reader, sink)) {
                    revisits.remember(piece);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
