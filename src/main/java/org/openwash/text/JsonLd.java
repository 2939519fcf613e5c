package org.openwash.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a page's JSON-LD says of the article: the most reliable place for date and author.
record JsonLd(
        Optional<String> headline,
        Optional<String> author,
        Optional<String> publisher,
        Optional<String> url,
        Optional<String> datePublished) {

    private static final JsonLd NOTHING =
            new JsonLd(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final int LONGEST_SCRIPT = 1_000_000;
    private static final int MOST_NODES = 5_000;
    private static final int LONGEST = 500;
    private static final int MOST_NAMES = 20;

    static JsonLd of(Document page) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            if (script.data().length() > LONGEST_SCRIPT) {
                continue;
            }
            try {
                Optional<JsonNode> article = article(JsonMapper.shared().readTree(script.data()));
                if (article.isPresent()) {
                    return read(article.get());
                }
            } catch (JacksonException broken) {
                continue; // many pages have broken JSON-LD; they state the same elsewhere
            }
        }
        return NOTHING;
    }

    /// The first object that is an article, looking into lists and `@graph`.
    private static Optional<JsonNode> article(JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
        for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
            JsonNode node = open.removeFirst();
            if (node.isArray()) {
                node.forEach(open::addLast);
            } else if (node.isObject()) {
                if (isArticle(node.path("@type"))) {
                    return Optional.of(node);
                }
                for (String inner : List.of("@graph", "mainEntity", "mainEntityOfPage")) {
                    if (node.path(inner).isContainer()) {
                        open.addLast(node.path(inner));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isArticle(JsonNode type) {
        for (JsonNode name : type.isArray() ? type : List.of(type)) {
            String words = name.asString("");
            if (words.endsWith("Article") || words.endsWith("Posting") || words.equals("Report")) {
                return true;
            }
        }
        return false;
    }

    private static JsonLd read(JsonNode article) {
        Optional<String> url = text(article.path("url"))
                .or(() -> text(article.path("mainEntityOfPage")))
                .or(() -> text(article.path("mainEntityOfPage").path("@id")));
        return new JsonLd(text(article.path("headline")), names(article.path("author")),
                names(article.path("publisher")), url, text(article.path("datePublished")));
    }

    private static Optional<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : node.isArray() ? node : List.of(node)) {
            text(one.isObject() ? one.path("name") : one).filter(n -> !n.startsWith("http")).ifPresent(names::add);
        }
        String joined = String.join("; ", names.stream().distinct().limit(MOST_NAMES).toList());
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }

    private static Optional<String> text(JsonNode node) {
        String words = node.isString() ? Parser.unescapeEntities(node.asString(), false) : "";
        words = Characters.line(words);
        return words.isEmpty() || words.length() > LONGEST ? Optional.empty() : Optional.of(words);
    }
}
