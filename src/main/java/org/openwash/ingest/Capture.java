package org.openwash.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.LengthedBody;
import org.netpreserve.jwarc.MessageBody;
import org.openwash.domain.UnreadableArticleException;

/// What a server sent, as a WARC record has it.
///
/// @param status  of HTTP; 200 where the record holds a file and no HTTP message
/// @param type    media type in lower case, without parameters; empty if none is stated
/// @param charset empty if none is stated
/// @param codings how the content was packed for the way, first packing first
/// @param body    the content as sent, chunks joined
record Capture(int status, String type, String charset, List<String> codings, MessageBody body) {

    private static final int OK = 200;
    private static final int LONGEST_HEADERS = Sniffer.HEAD;
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([^\"';\\s]{1,40})");
    private static final byte[] HTTP = "HTTP/".getBytes(StandardCharsets.ISO_8859_1);

    static Capture of(WarcCutter.Piece record) throws IOException, UnreadableArticleException {
        byte[] block = record.block();
        var nothing = Channels.newChannel(InputStream.nullInputStream());
        MessageBody body = LengthedBody.create(nothing, ByteBuffer.wrap(block), block.length);
        String type = record.header("Content-Type");
        String name = name(type);
        if (!name.equals("application/http") && !(name.isEmpty() && isHttp(block))) {
            return new Capture(OK, name, charset(type), List.of(), body);
        }
        if (!headersEnd(block)) {
            throw new UnreadableArticleException("HTTP headers that do not end", "");
        }
        HttpResponse response = HttpResponse.parse(body);
        String stated = response.headers().first("Content-Type").orElse("");
        String sent = stated.isBlank() ? record.header("WARC-Identified-Payload-Type") : stated;
        List<String> codings = response.headers().all("Content-Encoding").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .toList();
        return new Capture(response.status(), name(sent), charset(sent), codings, response.body());
    }

    private static boolean isHttp(byte[] block) {
        return block.length > HTTP.length && Arrays.equals(block, 0, HTTP.length, HTTP, 0, HTTP.length);
    }

    /// Whether there is a blank line within reason, or the block is no longer than that: jwarc sets itself no limit.
    private static boolean headersEnd(byte[] block) {
        boolean blank = false; // the line so far
        for (int i = 0; i < Math.min(block.length, LONGEST_HEADERS); i++) {
            if (block[i] == '\n' && blank) {
                return true;
            }
            blank = block[i] == '\n' || block[i] == '\r' && blank;
        }
        return block.length <= LONGEST_HEADERS;
    }

    /// jwarc's own reader of media types, the lenient one too, stumbles over blanks and strange letters in them.
    private static String name(String contentType) {
        return contentType.replaceFirst("(?s)[;,].*", "").strip().toLowerCase(Locale.ROOT);
    }

    private static String charset(String contentType) {
        Matcher m = CHARSET.matcher(contentType);
        return m.find() ? m.group(1) : "";
    }
}
