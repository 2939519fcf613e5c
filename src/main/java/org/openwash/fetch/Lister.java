package org.openwash.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openwash.domain.UnreadableArticleException;
import org.openwash.fetch.FetchReport.Failure;
import org.openwash.ingest.FeedLinks;

/// Finds out what sources announce: asks feeds, reads lists, looks whether drop folders are there.
final class Lister {

    private static final int LARGEST_LIST = 32 << 20;

    private final Visitors visitors;

    Lister(Visitors visitors) {
        this.visitors = visitors;
    }

    /// @param part where the feed is kept
    Listing list(Source source, Known known, ArchivePart part) throws IOException, InterruptedException {
        return switch (source.kind()) {
            case FEED -> feed(source, known, part);
            case ADDRESSES -> addresses(source, known);
            case FOLDER -> folder(source, known);
        };
    }

    private Listing feed(Source source, Known known, ArchivePart part) throws IOException, InterruptedException {
        String written = Objects.requireNonNull(source.address());
        WebAddress address = WebAddress.of(written).orElseThrow();
        boolean articles = source.articles() == Source.Articles.FEED;
        Visit visit;
        try {
            visit = visitors.of(source).get(address, known);
        } catch (TroubleException e) {
            return e.meaning() == TroubleException.Meaning.LATER
                    ? new Listing(source, List.of(), List.of(), List.of(e.reason()), false, known)
                    : failed(source, known, written, e.reason());
        }
        Answer answer = visit.last();
        if (answer.status() == Answer.NOT_MODIFIED) {
            return new Listing(source, List.of(), List.of(), List.of(), true, part.write(visit, known, source, articles));
        }
        try {
            FeedLinks links = FeedLinks.of(answer.content(), answer.address().toString());
            Known now = part.write(visit, known, source, articles);
            var failures = new ArrayList<Failure>();
            var found = new LinkedHashSet<WebAddress>();
            for (String link : links.addresses()) {
                Optional<WebAddress> page = answer.address().resolve(link);
                if (page.isEmpty()) {
                    failures.add(new Failure(written, "an entry leads to what is no address of the web: " + Excerpt.of(link)));
                } else {
                    found.add(page.get());
                }
            }
            if (links.broken() > 0) {
                failures.add(new Failure(written, "entries that cannot be read or have no address: " + links.broken()));
            }
            if (!links.whole()) {
                failures.add(new Failure(written, "the feed is cut short; its entries up to there are used"));
                now = Known.NOTHING; // to be read whole, even if the server says that nothing is new
            }
            return new Listing(source, List.copyOf(found), failures, List.of(), true, now);
        } catch (UnreadableArticleException e) {
            return failed(source, known, written, e.reason() + (answer.type().isEmpty() ? "" : ", but " + Excerpt.of(answer.type())));
        }
    }

    private static Listing failed(Source source, Known known, String what, String reason) {
        return new Listing(source, List.of(), List.of(new Failure(what, reason)), List.of(), false, known);
    }

    /// One address a line; `#` begins a comment line.
    private static Listing addresses(Source source, Known known) {
        Path file = Objects.requireNonNull(source.path());
        String text;
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_LIST + 1);
            if (bytes.length > LARGEST_LIST) {
                return failed(source, known, file.toString(), "larger than " + Excerpt.megabytes(LARGEST_LIST) + "; make several lists of it");
            }
            text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
        } catch (IOException e) {
            return failed(source, known, file.toString(), "no list of addresses that can be read here");
        }
        Collection<WebAddress> found = new LinkedHashSet<>();
        var failures = new ArrayList<Failure>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                Optional<WebAddress> address = WebAddress.of(line);
                if (address.isPresent()) {
                    found.add(address.get());
                } else {
                    failures.add(new Failure(file + ", line " + number, "no address of the web: " + Excerpt.of(line)));
                }
            }
        }
        return new Listing(source, List.copyOf(found), failures, List.of(), true, known);
    }

    private static Listing folder(Source source, Known known) {
        Path folder = Objects.requireNonNull(source.path());
        return Files.isDirectory(folder) && Files.isReadable(folder)
                ? new Listing(source, List.of(), List.of(), List.of(), true, known)
                : failed(source, known, folder.toString(), "no folder that can be read here");
    }
}
