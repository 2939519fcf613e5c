package org.openwash.fetch;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;
import org.openwash.domain.ArchiveNotes;
import org.openwash.domain.Sha256;

/// Writes what one task of a run got: each answer with its request, and a revisit where a page is as it was. The ids of
/// the records come from what they hold, so that the same answers give the same bytes.
final class ArchivePart implements Closeable {

    private static final MediaType REQUEST = MediaType.parse("application/http;msgtype=request");
    private static final MediaType RESPONSE = MediaType.parse("application/http;msgtype=response");

    private final String archive;
    private final Path file;
    private final Disk disk;
    private @Nullable WarcWriter writer; // null until something is written: even an empty one leaves bytes behind

    /// @param archive the name of the whole file
    ArchivePart(String archive, Path file, Disk disk) {
        this.archive = archive;
        this.file = file;
        this.disk = disk;
    }

    /// @return what the next run may know of the page
    Known write(Visit visit, Known known, Source source, boolean feedOfArticles) throws IOException {
        Answer last = visit.last();
        for (Answer answer : visit.answers()) {
            if (answer != last) {
                response(answer, Sha256.of(answer.sent()), "", false);
            }
        }
        String digest = Sha256.of(last.sent());
        boolean notModified = last.status() == Answer.NOT_MODIFIED;
        if (notModified || known.isOf(last.address()) && known.digest().equals(digest)) {
            revisit(last, known, notModified);
            return notModified ? known : new Known(known.address(), Known.of(last, digest).etag(),
                    Known.of(last, digest).modified(), digest, known.captured());
        }
        response(last, digest, source.outlet(), feedOfArticles);
        return Known.of(last, digest);
    }

    private void response(Answer answer, String digest, String outlet, boolean feedOfArticles) throws IOException {
        URI id = id("response", answer);
        var record = new WarcResponse.Builder(answer.uri())
                .recordId(id).date(answer.at()).setHeader("WARC-Payload-Digest", labelled(digest));
        body(record, answer, answer.sent());
        if (answer.from() != null) {
            record.ipAddress(answer.from());
        }
        if (!outlet.isEmpty()) {
            record.addHeader(ArchiveNotes.OUTLET, ArchiveNotes.encoded(outlet));
        }
        if (feedOfArticles) {
            record.addHeader(ArchiveNotes.ARTICLES, ArchiveNotes.FEED);
        }
        write(record.build(), answer, id);
    }

    private void revisit(Answer answer, Known known, boolean notModified) throws IOException {
        URI id = id("revisit", answer);
        var record = new WarcRevisit.Builder(answer.uri(), notModified
                        ? WarcRevisit.SERVER_NOT_MODIFIED_1_0 : WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_0)
                .recordId(id).date(answer.at()).setHeader("WARC-Payload-Digest", labelled(known.digest()))
                .addHeader("WARC-Refers-To-Target-URI", known.address())
                .addHeader("WARC-Refers-To-Date", known.captured().toString());
        body(record, answer, new byte[0]);
        if (answer.from() != null) {
            record.ipAddress(answer.from());
        }
        write(record.build(), answer, id);
    }

    private void write(WarcCaptureRecord record, Answer answer, URI id) throws IOException {
        if (writer == null) {
            writer = new WarcWriter(disk.create(file), WarcCompression.GZIP);
        }
        writer.write(record);
        writer.write(new WarcRequest.Builder(answer.uri())
                .recordId(id("request", answer)).date(answer.at()).concurrentTo(id).body(REQUEST, request(answer)).build());
    }

    /// In hex digits: the padding that base 32 would need, and the library writes, is not allowed in this header.
    private static String labelled(String digest) {
        return "sha256:" + digest;
    }

    private static byte[] request(Answer answer) {
        String path = answer.uri().getRawPath() + (answer.uri().getRawQuery() == null ? "" : "?" + answer.uri().getRawQuery());
        var head = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
        answer.asked().forEach(h -> head.append(line(h.name(), h.value())));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The answer as it came, but for the way it was cut up for transport, which the client has undone.
    private static void body(WarcCaptureRecord.AbstractBuilder<?, ?> record, Answer answer, byte[] content) {
        var head = new StringBuilder("HTTP/1.1 " + answer.status() + " " + oneLine(answer.phrase()) + "\r\n");
        for (Answer.Header header : answer.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!name.equals("transfer-encoding") && !name.equals("content-length")) {
                head.append(line(header.name(), header.value()));
            }
        }
        if (content.length > 0) {
            head.append(line("Content-Length", String.valueOf(content.length)));
        }
        byte[] lines = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        var both = new SequenceInputStream(new ByteArrayInputStream(lines), new ByteArrayInputStream(content));
        record.body(RESPONSE, Channels.newChannel(both), lines.length + content.length);
    }

    private static String line(String name, String value) {
        return oneLine(name) + ": " + oneLine(value) + "\r\n";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n\\x00]+", " ");
    }

    private URI id(String type, Answer answer) {
        return id(archive, type + " " + answer.address(), answer.at());
    }

    static URI id(String archive, String what, Instant at) {
        String seed = archive + " " + what + " " + at;
        return URI.create("urn:uuid:" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
