package org.openwash.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/// Records of a WARC file, written by hand so that they can be as wrong as a test needs them. The same bytes every
/// time.
public final class WarcFile {

    private WarcFile() {}

    /// A record of any type, with a true length.
    ///
    /// @param headers further ones, as `Name: value`
    public static byte[] record(String type, String address, byte[] block, String... headers) {
        return record(type, address, String.valueOf(block.length), block, headers);
    }

    /// The same with any length stated.
    public static byte[] record(String type, String address, String length, byte[] block, String... headers) {
        var id = UUID.nameUUIDFromBytes((type + address + Arrays.toString(headers)).getBytes(StandardCharsets.UTF_8));
        var head = new StringBuilder("WARC/1.0\r\n")
                .append("WARC-Type: ").append(type).append("\r\n")
                .append("WARC-Target-URI: ").append(address).append("\r\n")
                .append("WARC-Date: 2024-05-06T07:08:09Z\r\n")
                .append("WARC-Record-ID: <urn:uuid:").append(id).append(">\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("Content-Length: ").append(length).append("\r\n\r\n");
        return joined(bytes(head.toString()), block, bytes("\r\n\r\n"));
    }

    /// What a server sent.
    ///
    /// @param head status and headers, lines parted by `|`: `200 OK|Content-Type: text/html`
    public static byte[] response(String address, String head, byte[] content, String... headers) {
        byte[] http = joined(bytes("HTTP/1.1 " + head.replace("|", "\r\n") + "\r\n\r\n"), content);
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Type: application/http; msgtype=response";
        return record("response", address, http, all);
    }

    public static byte[] page(int number) {
        return response(address(number), "200 OK|Content-Type: text/html; charset=utf-8", html(number));
    }

    public static String address(int number) {
        return "https://quay.example/news/" + number;
    }

    public static byte[] html(int number) {
        return bytes("<!DOCTYPE html><html><head><title>Council meets again</title></head><body><article><p>"
                + NastyFolder.text(number).replace("\n\n", "</p><p>") + "</p></article></body></html>");
    }

    public static byte[] request(int number) {
        return record("request", address(number), bytes("GET /news/" + number + " HTTP/1.1\r\n\r\n"),
                "Content-Type: application/http; msgtype=request");
    }

    public static byte[] info() {
        return record("warcinfo", "", bytes("software: a test\r\n"), "Content-Type: application/warc-fields");
    }

    /// The records one after the other.
    public static byte[] plain(byte[]... records) {
        return joined(records);
    }

    /// Each record as a gzip member of its own, as crawlers write them.
    public static byte[] packed(byte[]... records) {
        return joined(Arrays.stream(records).map(NastyFolder::gzip).toArray(byte[][]::new));
    }

    public static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
