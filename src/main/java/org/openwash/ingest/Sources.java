package org.openwash.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.openwash.domain.Format;
import org.openwash.domain.Metadata;
import org.openwash.domain.RawArticle;
import org.openwash.domain.UnreadableArticleException;

/// Finds the articles in files, folders and standard input, whatever format they are in, and says of everything else
/// why it is none. Streams: holds one article at a time. For one thread.
///
/// To add a format: a name in [Kind], how to know it in [Sniffer] and its data files, and a case in `read`.
public final class Sources {

    /// The reason for which a folder without a file is skipped.
    public static final String EMPTY_FOLDER = "an empty folder";

    /// The reason for which what a run has written is skipped, if it is given.
    public static final String OUTPUT_FOLDER = "an output folder of Openwash is no input";
    /// The reason for which a file that speaks about others is skipped, if it is given.
    public static final String NO_INPUT = "README and metadata files are no inputs";

    private static final String STANDARD_INPUT = "-";

    private final SourceOptions options;
    private final Selection selection;
    private final Disk disk;
    private final MetadataFile metadata;
    private final Sniffer sniffer;
    private final JsonRecords json;
    private final CsvRecords csv;
    private final FeedRecords feeds;
    private final WarcRecords warc;

    /// @throws org.openwash.domain.SetupException if the metadata file is missing or wrong
    public Sources(SourceOptions options) {
        this(options, Selection.all());
    }

    /// The same for some of what there is; files that hold nothing of it are not opened.
    public Sources(SourceOptions options, Selection selection) {
        this(options, selection, Disk.REAL);
    }

    Sources(SourceOptions options, Selection selection, Disk disk) {
        this.options = options;
        this.selection = selection;
        this.disk = disk;
        this.metadata = options.metadata() == null ? MetadataFile.none() : MetadataFile.load(options.metadata());
        FieldNames names = new FieldNames(options.columns());
        CutEnds cuts = CutEnds.load();
        this.sniffer = new Sniffer(names);
        this.json = new JsonRecords(names, options, cuts);
        this.csv = new CsvRecords(names, options, cuts);
        this.feeds = new FeedRecords(options, cuts);
        this.warc = new WarcRecords(options);
    }

    /// Hands over what every input holds, in the order given, folders in the order of names.
    ///
    /// @param inputs files, folders or `-` for standard input
    public void forEach(List<String> inputs, InputStream stdin, Consumer<Found> all) {
        forEach(inputs, stdin, file -> true, all);
    }

    /// The same without the files that nobody wants opened.
    ///
    /// @param wanted asked of every file once, just before it is read
    public void forEach(List<String> inputs, InputStream stdin, Predicate<InputFile> wanted, Consumer<Found> all) {
        var tree = new FileTree(disk, options.metadata());
        Consumer<Found> sink = found -> {
            if (selection.takes(found.source())) {
                all.accept(found);
            }
        };
        for (String input : inputs) {
            if (input.equals(STANDARD_INPUT)) {
                guarded(STANDARD_INPUT, sink, () -> read(stdin, "", STANDARD_INPUT, -1, Place.FILE, sink));
            } else {
                tree.walk(input, leaf -> {
                    if (selection.opens(leaf.source()) && wanted.test(leaf)) {
                        file(leaf, sink);
                    }
                }, sink);
            }
        }
        selection.missed().forEach(
                source -> all.accept(Found.failed(source, "failed before, and not among the inputs now", "")));
    }

    /// What the sources of an input's files begin with: the input as given, with `/`.
    public static String sourceOf(String input) {
        return FileTree.source(input);
    }

    /// Whether a file or folder of this name is looked at: it is not hidden, nor what desktops leave behind.
    public static boolean isVisible(String name) {
        return FileTree.isVisible(name);
    }

    /// Whether a file of this name speaks about others, and so is no input.
    public static boolean isReadme(String name) {
        return FileTree.isReadme(name);
    }

    /// Files that the metadata file names and that no input so far was called: worth a warning.
    public List<String> unmatchedMetadata() {
        return metadata.unmatched();
    }

    private interface Reading {
        void run() throws IOException, UnreadableArticleException;
    }

    private void file(InputFile leaf, Consumer<Found> sink) {
        file(leaf.source(), String.valueOf(leaf.path().getFileName()), leaf.size(), () -> disk.open(leaf.path()), sink);
    }

    /// Opens a file, wherever it lies.
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /// Hands over what one file holds that need not lie on this machine's disks.
    ///
    /// @param name its own, by which its kind may be told
    /// @param size in bytes
    public void file(String source, String name, long size, Opening opening, Consumer<Found> sink) {
        guarded(source, sink, () -> {
            try (InputStream stream = opening.open()) {
                read(stream, name, source, size, Place.FILE, sink);
            }
        });
    }

    /// One bad input never stops a run.
    private static void guarded(String source, Consumer<Found> sink, Reading reading) {
        try {
            reading.run();
        } catch (UnreadableArticleException e) {
            sink.accept(Found.failed(source, e.reason(), e.place()));
        } catch (IOException e) {
            sink.accept(Found.failed(source, Content.reason(e), ""));
        }
    }

    private enum Place {
        FILE(""), ARCHIVE("ZIP"), PAGE("WARC");

        private final String container;

        Place(String container) {
            this.container = container;
        }
    }

    /// @param size on disk, or -1 where that is not known
    private void read(InputStream stream, String name, String source, long size, Place place, Consumer<Found> sink)
            throws IOException, UnreadableArticleException {
        Content content = Content.of(stream, name);
        Optional<Kind> kind = sniffer.kind(content.head(), content.name());
        if (kind.isEmpty()) {
            sink.accept(Found.skipped(source, "holds no article, by its name"));
            return;
        }
        switch (kind.get()) {
            case TEXT -> article(Format.TEXT, content, source, size, sink);
            case MARKDOWN -> article(Format.MARKDOWN, content, source, size, sink);
            case HTML -> article(Format.HTML, content, source, size, sink);
            case JSON -> json.document(content, source, metadata::about, sink);
            case JSON_LINES -> json.lines(content, source, metadata::about, sink);
            case CSV -> csv.read(content, source, metadata::about, sink);
            case PDF -> article(Format.PDF, content, source, size, sink);
            case FEED -> feeds.read(content, source, metadata::about, sink);
            case WARC -> {
                if (place == Place.PAGE) {
                    throw new UnreadableArticleException("WARC inside WARC, which is not read", "");
                }
                warc.read(content, source,
                        (page, called, record, pages) -> read(page, called, record, -1, Place.PAGE, pages), sink);
            }
            case ZIP -> {
                if (place != Place.FILE) {
                    throw new UnreadableArticleException("ZIP inside " + place.container + ", which is not read", "");
                }
                ZipMembers.forEach(content.stream(), source,
                        (member, called, path) -> read(member, called, path, -1, Place.ARCHIVE, sink), sink);
            }
        }
    }

    private void article(Format format, Content content, String source, long size, Consumer<Found> sink)
            throws IOException, UnreadableArticleException {
        if (!content.unpacked() && size > options.largest()) {
            throw Content.tooLarge(options); // without reading it
        }
        byte[] bytes = content.all(options);
        Metadata others = metadata.about(source);
        sink.accept(new Found.Raw(new RawArticle(source, format, bytes, null, Metadata.UNKNOWN, others, "")));
    }
}
