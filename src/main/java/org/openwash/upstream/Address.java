package org.openwash.upstream;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Where something was seen: addresses on the web that a cell of sources can hold, and places in files.
final class Address {

    private static final Pattern WEB = Pattern.compile("https?://[^\\s/;{}]+\\.[^\\s;{}]+");

    private Address() {}

    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The first that is one, else the address of the entry.
    static String firstOf(List<String> links, String otherwise) {
        return links.stream().filter(link -> WEB.matcher(link).matches()).findFirst().orElse(otherwise);
    }

    static String place(Path file, int line) {
        return file.toString().replace('\\', '/') + ", line " + line;
    }
}
