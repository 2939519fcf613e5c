package org.openwash.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

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

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
