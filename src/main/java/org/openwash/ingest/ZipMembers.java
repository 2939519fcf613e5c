package org.openwash.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.openwash.domain.UnreadableArticleException;

/// Reads the files of a ZIP archive one after the other, as they stand in it, without unpacking it to disk: a name such
/// as `../x` is a name and nothing more. Hidden files and README files are no inputs, as in a folder.
final class ZipMembers {

    /// Reads one member.
    interface Reader {
        void read(InputStream stream, String name, String source) throws IOException, UnreadableArticleException;
    }

    /// Documents that are ZIP archives inside, by the name of their first member.
    private static final Map<String, String> DOCUMENTS = Map.of(
            "[Content_Types].xml", "an office document",
            "mimetype", "an office document or electronic book",
            "META-INF/MANIFEST.MF", "a Java archive");

    /// The first bytes of a file in an archive.
    private static final byte[] MEMBER = {'P', 'K', 3, 4};

    private ZipMembers() {}

    /// One broken member does not cost the others; a broken archive is read as far as it goes.
    static void forEach(InputStream archive, String source, Reader reader, Consumer<Found> sink)
            throws UnreadableArticleException {
        var buffered = new BufferedInputStream(archive);
        var zip = new ZipArchiveInputStream(buffered, StandardCharsets.UTF_8.name(), true, true);
        String last = "";
        try {
            boolean empty = true;
            boolean begins = beginsWithMember(buffered);
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Optional<String> document = Optional.ofNullable(last.isEmpty() ? DOCUMENTS.get(entry.getName()) : null);
                if (document.isPresent()) {
                    throw new UnreadableArticleException("binary file: " + document.get() + ", which is not read", "");
                }
                last = Excerpt.of(entry.getName(), LONGEST_NAME);
                if (!entry.isDirectory() && FileTree.isInput(last)) {
                    empty = false;
                    member(zip, entry, last, source + "!/" + last, reader, sink);
                }
            }
            if (begins && last.isEmpty()) { // taken for the end of the archive
                throw new EOFException("breaks off before its first file");
            }
            if (empty) {
                sink.accept(Found.skipped(source, "an empty archive"));
            }
        } catch (IOException e) {
            String after = last.isEmpty() ? "" : "after " + last;
            sink.accept(Found.failed(source, "damaged ZIP archive: " + said(e), after));
        }
    }

    private static final int LONGEST_NAME = 500;

    private static boolean beginsWithMember(BufferedInputStream archive) throws IOException {
        archive.mark(MEMBER.length);
        boolean begins = Arrays.equals(archive.readNBytes(MEMBER.length), MEMBER);
        archive.reset();
        return begins;
    }

    private static void member(ZipArchiveInputStream zip, ZipArchiveEntry entry, String name, String source,
            Reader reader, Consumer<Found> sink) {
        if (!zip.canReadEntryData(entry)) {
            boolean encrypted = entry.getGeneralPurposeBit().usesEncryption();
            sink.accept(Found.failed(source, encrypted ? "encrypted" : "packed in a way that is not read", ""));
            return;
        }
        // closing a member must not close the archive
        var stream = new FilterInputStream(new Inflated(zip, zip::getCompressedCount)) {
            @Override
            public void close() {}
        };
        try {
            reader.read(stream, name.substring(name.lastIndexOf('/') + 1), source);
        } catch (UnreadableArticleException e) {
            sink.accept(Found.failed(source, e.reason(), e.place()));
        } catch (Inflated.TooMuchException e) {
            sink.accept(Found.failed(source, e.getMessage(), ""));
        } catch (IOException e) {
            sink.accept(Found.failed(source, "damaged in the ZIP archive: " + said(e), ""));
        }
    }

    private static String said(IOException e) {
        return Excerpt.of(String.valueOf(e.getMessage()), 100);
    }
}
