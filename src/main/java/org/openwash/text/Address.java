package org.openwash.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Brings web addresses into one form, so that copies of an article that differ in tracking parameters are one article.
final class Address {

    private static final String CAMPAIGN = "utm_";
    private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "igshid");
    private static final int LONGEST = 2000;

    private Address() {}

    /// The address with lower-case scheme and host, without default port, fragment, tracking parameters and trailing
    /// slash; nothing if it is no absolute http address.
    static Optional<String> canonical(String address) {
        Optional<URI> parsed = parse(address);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        URI uri = parsed.get();
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String port = uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : withoutSlash(uri.getRawPath());
        return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path + query(uri));
    }

    private static String withoutSlash(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /// The host without `www.`: names the outlet where nothing else does.
    static Optional<String> host(String address) {
        return parse(address).map(uri -> uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""));
    }

    private static Optional<URI> parse(String address) {
        String trimmed = address.strip();
        if (trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(trimmed.replace(" ", "%20"));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
            return web ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String query(URI uri) {
        if (uri.getRawQuery() == null) {
            return "";
        }
        String kept = Arrays.stream(uri.getRawQuery().split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.toLowerCase(Locale.ROOT);
        return name.startsWith(CAMPAIGN) || TRACKING.contains(name);
    }
}
