package org.openwash.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a page's JSON-LD says of the article: the most reliable place for date and author.
///
/// A page may have several blocks, and each several objects that refer to each other by `@id`. The first article
/// counts; what it lacks is taken from objects about the same thing (a review's recipe, the web page), then from the
/// words of a block that is no JSON.
///
/// @param author names as written, one a person
/// @param body   the article's text, which may be cut short
record JsonLd(
        Optional<String> headline,
        List<String> author,
        Optional<String> publisher,
        Optional<String> url,
        Optional<String> datePublished,
        Optional<String> dateCreated,
        Optional<String> dateModified,
        Optional<String> language,
        Optional<String> body) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER, JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String TYPE = "application/ld+json";
    private static final String CDATA = "[CDATA[";
    private static final int LONGEST_SCRIPT = 1_000_000;
    private static final int MOST_SCRIPTS = 50;
    private static final int MOST_NODES = 5_000;
    private static final int LONGEST = 500;
    private static final int LONGEST_BODY = 500_000;
    private static final int MOST_NAMES = 20;
    private static final List<String> INNER = List.of("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "review");
    private static final Pattern FIELD = Pattern.compile("\"(datePublished|dateModified|headline)\"\\s*:\\s*\"([^\"]{1,400})\"");

    /// How well an object tells about the article, best first.
    private enum Tier { ARTICLE, OTHER_WORK, PAGE, NONE }

    /// @param elements the scripts of a page, among others
    static JsonLd of(List<Element> elements) {
        List<JsonNode> roots = new ArrayList<>();
        Map<String, String> broken = new HashMap<>();
        int scripts = 0;
        for (Element element : elements) {
            if (scripts == MOST_SCRIPTS) {
                break;
            }
            if (!element.normalName().equals("script") || !isJson(element.attr("type"))) {
                continue;
            }
            scripts++;
            String data = element.data();
            if (data.length() > LONGEST_SCRIPT) {
                continue;
            }
            try {
                roots.add(JSON.readTree(unwrapped(data)));
            } catch (JacksonException e) { // many pages have broken JSON-LD; single fields can be read all the same
                Matcher m = FIELD.matcher(data);
                while (m.find()) {
                    broken.putIfAbsent(m.group(1), m.group(2));
                }
            }
        }
        return new Objects(roots, broken).read();
    }

    private static boolean isJson(String type) {
        return type.regionMatches(true, 0, TYPE, 0, TYPE.length());
    }

    /// Without the comment or CDATA marks that some pages put before it; what follows the JSON is not read.
    private static String unwrapped(String data) {
        int start = 0;
        while (start < data.length()) {
            boolean cdata = data.startsWith(CDATA, start);
            if (!cdata && (data.charAt(start) == '{' || data.charAt(start) == '[')) {
                break;
            }
            start += cdata ? CDATA.length() : 1;
        }
        return data.substring(start);
    }

    /// The objects of all blocks.
    private static final class Objects {

        private final Map<Tier, List<JsonNode>> byTier = new EnumMap<>(Tier.class);
        private final Map<String, JsonNode> byId = new HashMap<>();
        private final Map<String, String> broken;

        Objects(List<JsonNode> roots, Map<String, String> broken) {
            this.broken = broken;
            Deque<JsonNode> open = new ArrayDeque<>(roots);
            for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
                JsonNode node = open.removeFirst();
                if (node.isArray()) {
                    node.forEach(open::addLast);
                } else if (node.isObject()) {
                    byTier.computeIfAbsent(tier(node.path("@type")), t -> new ArrayList<>()).add(node);
                    if (node.path("@id").isString() && node.size() > 1) {
                        byId.putIfAbsent(node.path("@id").asString(), node);
                    }
                    INNER.stream().map(node::path).filter(JsonNode::isContainer).forEach(open::addLast);
                }
            }
        }

        private static Tier tier(JsonNode type) {
            for (JsonNode name : type.isArray() ? type : List.of(type)) {
                String words = name.asString("");
                if (words.endsWith("Article") || words.endsWith("Posting") || words.equals("Report")) {
                    return Tier.ARTICLE;
                }
                if (List.of("Review", "ClaimReview", "Recipe", "HowTo", "ScholarlyWork", "CreativeWork", "Question").contains(words)) {
                    return Tier.OTHER_WORK;
                }
                if (words.endsWith("Page")) {
                    return Tier.PAGE;
                }
            }
            return Tier.NONE;
        }

        JsonLd read() {
            Optional<String> headline = first(n -> text(n.path("headline")), Tier.ARTICLE)
                    .or(() -> Optional.ofNullable(broken.get("headline")).map(JsonLd::unescaped));
            return new JsonLd(
                    headline,
                    first(this::authors, Tier.ARTICLE, Tier.OTHER_WORK).orElse(List.of()),
                    first(n -> names(n.path("publisher"), any -> true).stream().findFirst(), Tier.ARTICLE, Tier.OTHER_WORK, Tier.PAGE),
                    first(Objects::address, Tier.ARTICLE),
                    first(n -> text(n.path("datePublished")), Tier.ARTICLE, Tier.PAGE, Tier.OTHER_WORK)
                            .or(() -> Optional.ofNullable(broken.get("datePublished"))),
                    first(n -> text(n.path("dateCreated")), Tier.ARTICLE),
                    first(n -> text(n.path("dateModified")), Tier.ARTICLE, Tier.PAGE)
                            .or(() -> Optional.ofNullable(broken.get("dateModified"))),
                    first(n -> text(n.path("inLanguage")), Tier.ARTICLE, Tier.PAGE),
                    first(n -> body(n.path("articleBody")), Tier.ARTICLE));
        }

        private <T> Optional<T> first(Function<JsonNode, Optional<T>> value, Tier... tiers) {
            for (Tier tier : tiers) {
                for (JsonNode node : byTier.getOrDefault(tier, List.of())) {
                    Optional<T> found = value.apply(node);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        }

        private Optional<List<String>> authors(JsonNode work) {
            List<String> people = names(work.path("author"), Objects::isPerson);
            List<String> names = people.isEmpty() ? names(work.path("creator"), Objects::isPerson) : people;
            return names.isEmpty() ? Optional.empty() : Optional.of(names);
        }

        private static boolean isPerson(JsonNode one) {
            JsonNode type = one.path("@type");
            return !(type.isString() ? type.asString() : type.toString()).contains("Organization");
        }

        /// Names of people or organisations, given as words, objects, lists, or references to objects elsewhere.
        private List<String> names(JsonNode node, Predicate<JsonNode> wanted) {
            List<String> names = new ArrayList<>();
            for (JsonNode one : node.isArray() ? node : List.of(node)) {
                JsonNode meant = one.isObject() && one.path("name").isMissingNode()
                        ? byId.getOrDefault(one.path("@id").asString(""), one) : one;
                if (!wanted.test(meant)) {
                    continue;
                }
                JsonNode name = meant.isObject() ? meant.path("name") : meant;
                for (JsonNode words : name.isArray() ? name : List.of(name)) {
                    text(words).filter(n -> !n.startsWith("http")).ifPresent(names::add);
                }
            }
            return names.stream().distinct().limit(MOST_NAMES).toList();
        }

        private static Optional<String> address(JsonNode work) {
            return text(work.path("url"))
                    .or(() -> text(work.path("mainEntityOfPage")))
                    .or(() -> text(work.path("mainEntityOfPage").path("@id")));
        }
    }

    private static Optional<String> body(JsonNode node) {
        boolean usable = node.isString() && node.asString().length() <= LONGEST_BODY;
        return usable ? Optional.of(unescaped(node.asString())) : Optional.empty();
    }

    private static Optional<String> text(JsonNode node) {
        String words = node.isString() ? Characters.line(unescaped(node.asString())) : "";
        return words.isEmpty() || words.length() > LONGEST ? Optional.empty() : Optional.of(words);
    }

    /// Many a page escapes twice.
    private static String unescaped(String words) {
        return words.indexOf('&') >= 0 ? Parser.unescapeEntities(words, false) : words;
    }
}
