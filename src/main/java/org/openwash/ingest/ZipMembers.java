package org.openwash.ingest;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
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

    private static final int LONGEST_NAME = 500;

    private ZipMembers() {}

    /// Whether the record at an archive's end went by: without it the archive is cut short, which the library takes for
    /// its end.
    private static final class UntilEnd extends FilterInputStream {

        private static final int END = 0x504B0506;

        private int last;
        private boolean seen;

        UntilEnd(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                look(b);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            for (int i = offset; i < offset + n; i++) {
                look(buffer[i] & 0xFF);
            }
            return n;
        }

        private void look(int b) {
            last = last << 8 | b;
            seen |= last == END;
        }
    }

    /// One broken member does not cost the others; a broken archive is read as far as it goes.
    static void forEach(InputStream archive, String source, Reader reader, Consumer<Found> sink)
            throws UnreadableArticleException {
        var all = new UntilEnd(archive);
        var zip = new ZipArchiveInputStream(all, StandardCharsets.UTF_8.name(), true, true);
        String last = "";
        try {
            boolean empty = true;
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String document = last.isEmpty() ? DOCUMENTS.get(entry.getName()) : null;
                if (document != null) {
                    throw new UnreadableArticleException("binary file: " + document + ", which is not read", "");
                }
                last = Excerpt.of(entry.getName(), LONGEST_NAME);
                if (!entry.isDirectory() && FileTree.isInput(last)) {
                    empty = false;
                    member(zip, entry, last, source + "!/" + last, reader, sink);
                }
            }
            if (!all.seen) {
                throw new EOFException("it is cut short");
            }
            if (empty) {
                sink.accept(Found.skipped(source, "an empty archive"));
            }
        } catch (UnsupportedZipFeatureException e) { // there is no telling where such a member ends
            sink.accept(Found.failed(source, "cannot be read past a member that is encrypted or packed in another way",
                    "after " + last));
        } catch (IOException e) {
            sink.accept(Found.failed(source, "damaged ZIP archive: " + said(e), last.isEmpty() ? "" : "after " + last));
        }
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
