package org.openwash.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes the addresses that pages link to.
final class Links {

    private Links() {}

    static String claim(String id) {
        return "/claim/" + encoded(id);
    }

    static String article(String id) {
        return "/article?id=" + encoded(id);
    }

    /// An article at one of its sentences.
    static String sentence(String articleId, int sentence) {
        return article(articleId) + "#s" + sentence;
    }

    static String subject(String id) {
        return "/subject/" + encoded(id);
    }

    static String search(String query) {
        return "/?q=" + encoded(query);
    }

    /// An address on the web, or null for one of another kind (`javascript:`, `pkg:`), which is shown as text.
    static @Nullable String web(@Nullable String address) {
        if (address == null) {
            return null;
        }
        String start = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://") ? address : null;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
