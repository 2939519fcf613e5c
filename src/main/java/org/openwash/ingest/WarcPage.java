package org.openwash.ingest;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.ParsingException;
import org.openwash.domain.ArchiveNotes;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Format;
import org.openwash.domain.Metadata;
import org.openwash.domain.RawArticle;
import org.openwash.domain.UnreadableArticleException;

/// One record of a WARC file on its way to an article, or to the reason why it is none.
///
/// The record's date says when the page was captured, not when it appeared, and is not used.
final class WarcPage {

    private static final int PARTIAL = 206;

    private final WarcCutter.Piece piece;
    private final String source;
    private final PageTypes types;
    private final SourceOptions options;
    private final String address;

    WarcPage(WarcCutter.Piece piece, String source, PageTypes types, SourceOptions options) {
        this.piece = piece;
        this.source = source;
        this.types = types;
        this.options = options;
        // an early edition of the standard put angle brackets around addresses by mistake
        this.address = piece.header("WARC-Target-URI").replaceFirst("^<(.*)>$", "$1");
    }

    /// Whether this is the address of a host, of which crawlers keep one for each.
    boolean isLookUp() {
        return scheme().equals("dns");
    }

    private String scheme() {
        return address.replaceFirst("(?s):.*", "").toLowerCase(Locale.ROOT);
    }

    /// @return whether it was taken for a page and handed to the reader
    boolean read(WarcRecords.PageReader reader, Consumer<Found> sink) {
        try {
            Capture capture = capture();
            Optional<String> none = noArticle(capture);
            byte[] page = none.isPresent() ? new byte[0] : unpacked(capture);
            String extension = isFeedOfArticles() ? "xml" : types.extension(capture.type());
            if (none.isEmpty() && page.length == 0) {
                none = Optional.of("an empty page");
            } else if (none.isEmpty() && extension.equals(PageTypes.UNTOLD)) {
                none = Sniffer.isPage(page) ? Optional.empty() : Optional.of(named(capture));
                extension = "html";
            }
            if (none.isPresent()) {
                sink.accept(Found.skipped(source, none.get()));
                return false;
            }
            reader.read(new ByteArrayInputStream(page), "page." + extension, source,
                    found -> sink.accept(labelled(found, capture)));
            return true;
        } catch (UnreadableArticleException e) {
            String place = e.place().isEmpty() ? piece.place() : e.place() + " of the page at " + piece.place();
            sink.accept(Found.failed(source, e.reason(), place));
        } catch (IOException e) { // all is in memory by now: the page is damaged, not the disk
            sink.accept(Found.failed(source, reason(e), piece.place()));
        }
        return false;
    }

    private Capture capture() throws IOException, UnreadableArticleException {
        if (!piece.header("WARC-Segment-Number").isEmpty()) {
            throw new UnreadableArticleException("a page in several records (WARC-Segment-Number), not read", "");
        }
        return Capture.of(piece);
    }

    private Optional<String> noArticle(Capture capture) {
        if (!scheme().equals("http") && !scheme().equals("https")) {
            return Optional.of("no address on the web: " + Excerpt.of(address));
        }
        if (capture.status() < 200 || capture.status() > 299 || capture.status() == PARTIAL) {
            return Optional.of("HTTP " + capture.status());
        }
        if (types.extension(capture.type()).isEmpty() && !isFeedOfArticles()) {
            return Optional.of(named(capture));
        }
        return Optional.of(types.noPage(address)).filter(name -> !name.isEmpty()).map(name -> name + ", no article");
    }

    private boolean isFeedOfArticles() {
        return piece.header(ArchiveNotes.ARTICLES).equals(ArchiveNotes.FEED);
    }

    private static String named(Capture capture) {
        return (capture.type().isEmpty() ? "content of no stated type" : Excerpt.of(capture.type())) + ", no article";
    }

    private byte[] unpacked(Capture capture) throws IOException, UnreadableArticleException {
        if (!piece.whole()) {
            throw Content.tooLarge(options);
        }
        byte[] sent = capture.body().stream().readAllBytes();
        try (InputStream unpacked = ContentCoding.unpacked(sent, capture.codings())) {
            byte[] page = unpacked.readNBytes((int) options.largest() + 1);
            if (page.length > options.largest()) {
                throw Content.tooLarge(options);
            }
            return page;
        }
    }

    /// Adds what the record says of the page.
    private Found labelled(Found found, Capture capture) {
        if (!(found instanceof Found.Raw raw)) {
            return found;
        }
        RawArticle article = raw.article();
        if (types.extension(capture.type()).equals("html") && !isFeedOfArticles() && article.format() == Format.TEXT) {
            return Found.skipped(source, capture.type() + " without a tag, no article");
        }
        String outlet = ArchiveNotes.decoded(piece.header(ArchiveNotes.OUTLET));
        var configured = outlet.isEmpty() ? Metadata.UNKNOWN
                : new Metadata(null, outlet, null, null, null, DateBasis.NONE);
        // the address of a feed is that of none of its articles
        var stated = isFeedOfArticles() ? Metadata.UNKNOWN : new Metadata(address, null, null, null, null, DateBasis.NONE);
        return new Found.Raw(new RawArticle(article.source(), article.format(), article.content(),
                article.charset() != null ? article.charset() : known(capture.charset()),
                configured.orElse(article.given()).orElse(stated), article.lacking(), notes(article.notes())));
    }

    private String notes(String others) {
        String cut = piece.header("WARC-Truncated");
        if (cut.isEmpty()) {
            return others;
        }
        return (others.isEmpty() ? "" : others + "; ") + "cut off when it was captured: " + Excerpt.of(cut);
    }

    /// Null for an encoding that nobody knows: what the page says of itself is then better.
    private static @Nullable String known(String charset) {
        try {
            return !charset.isEmpty() && Charset.isSupported(charset) ? charset : null;
        } catch (IllegalCharsetNameException e) {
            return null;
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case Inflated.TooMuchException x -> x.getMessage();
            case EOFException x -> "the page is cut short";
            case ParsingException x -> "HTTP headers that are not understood";
            default -> "damaged page: " + Excerpt.of(String.valueOf(e.getMessage()));
        };
    }
}
