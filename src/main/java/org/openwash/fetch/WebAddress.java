package org.openwash.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The address of a page, written in one way: scheme and host in lower case, no default port, no fragment, and what may
/// not stand in an address percent-encoded. Path and query stay as the site wrote them, since only it knows what they
/// mean.
///
/// @param uri of `http` or `https`, with a host and without a user's name
record WebAddress(URI uri) {

    /// Servers take some eight thousand characters; the longest address of a real article has a few hundred.
    static final int LONGEST = 4_096;

    private static final String UNRESERVED = "-._~";
    private static final String ALLOWED = UNRESERVED + ":/?@!$&'()*+,;=";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /// Nothing if it is no address of a page.
    static Optional<WebAddress> of(String written) {
        String text = written.strip();
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        try {
            return of(new URI(encoded(text.replaceFirst("(?s)#.*", ""))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What a link on this page leads to; nothing if that is no page.
    Optional<WebAddress> resolve(String link) {
        if (link.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return of(uri.resolve(encoded(link.strip().replaceFirst("(?s)#.*", ""))).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<WebAddress> of(URI given) throws URISyntaxException {
        String scheme = given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
        String authority = given.getRawAuthority();
        if (!scheme.equals("http") && !scheme.equals("https") || authority == null || authority.contains("@")) {
            return Optional.empty();
        }
        int colon = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
        String host = host(colon < 0 ? authority : authority.substring(0, colon));
        String port = colon < 0 ? "" : authority.substring(colon + 1);
        if (host.isEmpty() || !port.matches("\\d{0,5}") || !port.isEmpty() && Integer.parseInt(port) > 0xFFFF) {
            return Optional.empty();
        }
        boolean usual = port.isEmpty() || Integer.parseInt(port) == (scheme.equals("http") ? HTTP_PORT : HTTPS_PORT);
        String path = given.getRawPath() == null || given.getRawPath().isEmpty() ? "/" : given.getRawPath();
        String query = given.getRawQuery() == null ? "" : "?" + given.getRawQuery();
        return Optional.of(new WebAddress(new URI(scheme + "://" + host + (usual ? "" : ":" + port) + path + query)));
    }

    /// @throws IllegalArgumentException if it is no name of a host
    private static String host(String written) {
        if (written.startsWith("[")) {
            return written.matches("\\[[0-9A-Fa-f:.]+]") ? written.toLowerCase(Locale.ROOT) : "";
        }
        String name = URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        String ascii = IDN.toASCII(name).toLowerCase(Locale.ROOT);
        String bare = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        return bare.matches("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*") ? bare : "";
    }

    private static String encoded(String address) {
        var text = new StringBuilder();
        for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ALLOWED.indexOf(c) >= 0;
            text.append(plain || c == '%' ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return text.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replaceFirst("^([A-Za-z]+://)%5B(.*?)%5D", "$1[$2]");
    }

    String host() {
        return uri.getRawAuthority().replaceFirst(":\\d+$", "").replaceAll("[\\[\\]]", "");
    }

    /// Scheme, host and port: what a robots.txt speaks for.
    String origin() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    WebAddress robots() {
        return new WebAddress(URI.create(origin() + "/robots.txt"));
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
