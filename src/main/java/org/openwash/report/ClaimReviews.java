package org.openwash.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Attribution;
import org.openwash.domain.Claim;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decision;
import org.openwash.domain.Verdict;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes flags that a reviewer accepted as schema.org ClaimReview, the JSON-LD that fact-checkers publish in their pages
/// and search engines collect. What nobody accepted is no fact-check and is left out.
///
/// Search engines ask for `claimReviewed`, `reviewRating` and `url`; the rest says who claimed it and where. The rating
/// runs from 1 (contradicted) over 2 (overstated) to 3 (supported); flags are never the last.
///
/// @param publisher who answers for the reviews; null: the reviewer of each
/// @param site      the address of the page that shows the reviews, which gets the claim's id as its fragment; null: a
///                  URN, which search engines do not take
public record ClaimReviews(@Nullable String publisher, @Nullable URI site) {

    public static final String FILE = "claimreview.json";
    private static final String ACCEPTED = Decision.Kind.ACCEPTED.label();
    private static final int WORST = 1;
    private static final int BEST = 3;

    /// Whether a claim is a flag that a reviewer accepted and that still stands.
    public static boolean isAccepted(ClaimRow row) {
        return row.flagged() && row.standing().word().equals(ACCEPTED);
    }

    /// The accepted among these rows, in their order, as one JSON-LD document. It holds no `<`, so that it can stand in a
    /// page's `script` element as it is.
    public String of(List<ClaimRow> rows) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("@context", "https://schema.org");
        ArrayNode graph = json.putArray("@graph");
        rows.stream().filter(ClaimReviews::isAccepted).forEach(row -> graph.add(review(row)));
        // in JSON that sign stands in strings only
        return PrettyJson.of(json).replace("<", "\\u003c");
    }

    private ObjectNode review(ClaimRow row) {
        ObjectNode review = JsonNodeFactory.instance.objectNode();
        review.put("@type", "ClaimReview");
        String id = row.claim().id();
        review.put("url", site == null ? "urn:openwash:claim:" + id : site + "#claim-" + id);
        Decision decision = row.standing().decision();
        if (decision != null && decision.at() != null) {
            review.put("datePublished", LocalDate.ofInstant(decision.at(), ZoneOffset.UTC).toString());
        }
        review.set("author", author(row));
        review.put("claimReviewed", row.sentence());
        review.set("reviewRating", rating(row));
        review.put("reviewBody", row.judgement().explanation());
        ArrayNode citations = review.putArray("citation");
        row.judgement().factSources().stream().filter(ClaimReviews::isWebAddress).forEach(citations::add);
        review.set("itemReviewed", claim(row));
        return review;
    }

    private ObjectNode author(ClaimRow row) {
        return publisher != null ? named("Organization", publisher)
                : named("Person", row.standing().reviewer().isEmpty() ? "unnamed reviewer" : row.standing().reviewer());
    }

    private static ObjectNode rating(ClaimRow row) {
        Verdict verdict = row.judgement().verdict();
        ObjectNode rating = JsonNodeFactory.instance.objectNode();
        rating.put("@type", "Rating");
        rating.put("worstRating", WORST);
        rating.put("bestRating", BEST);
        rating.put("ratingValue", verdict == Verdict.CONTRADICTED ? WORST : WORST + 1);
        rating.put("alternateName", switch (verdict) {
            case CONTRADICTED -> "Contradicted by the licence facts";
            case OVERSTATED -> "Overstated by the licence facts";
            // never flagged
            case SUPPORTED, UNVERIFIABLE -> throw new IllegalArgumentException("no flag: " + verdict);
        });
        rating.put("ratingExplanation", row.judgement().explanation());
        return rating;
    }

    private static ObjectNode claim(ClaimRow row) {
        Claim claim = row.claim();
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("@type", "Claim");
        item.put("name", claim.subjectName() + ": " + claim.aspect().label().replace('-', ' '));
        item.put("about", claim.subjectName());
        ObjectNode claimant = claimant(row);
        if (claimant != null) {
            item.set("author", claimant);
        }
        ObjectNode article = JsonNodeFactory.instance.objectNode();
        article.put("@type", "NewsArticle");
        String url = row.metadata().url();
        if (url != null && isWebAddress(url)) {
            article.put("url", url);
        }
        article.put("headline", row.title());
        String outlet = row.metadata().outlet();
        if (outlet != null) {
            article.set("publisher", named("Organization", outlet));
        }
        if (row.metadata().published() != null) {
            item.put("datePublished", row.metadata().published().toString());
            article.put("datePublished", row.metadata().published().toString());
        }
        item.putArray("appearance").add(article);
        return item;
    }

    /// Who said it: the outlet, the maker in the article's words for it, or somebody else. Schema.org knows persons and
    /// organisations only; a third party is put down as a person, right or not. Null where the outlet is not known.
    private static @Nullable ObjectNode claimant(ClaimRow row) {
        Claim claim = row.claim();
        if (claim.attribution() == Attribution.OUTLET) {
            return row.metadata().outlet() == null ? null : named("Organization", row.metadata().outlet());
        }
        String type = claim.attribution() == Attribution.VENDOR ? "Organization" : "Person";
        return claim.speaker() == null || claim.speaker().isEmpty() ? null : named(type, claim.speaker());
    }

    private static ObjectNode named(String type, String name) {
        return JsonNodeFactory.instance.objectNode().put("@type", type).put("name", name);
    }

    /// Only what leads to a page: an address from an article may be a script.
    static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            return scheme != null && uri.getHost() != null && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
