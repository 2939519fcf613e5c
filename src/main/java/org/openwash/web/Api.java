package org.openwash.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Article;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decision;
import org.openwash.domain.Facet;
import org.openwash.domain.Hit;
import org.openwash.domain.Hits;
import org.openwash.domain.Outcome;
import org.openwash.facts.FactBook;
import org.openwash.facts.FactSheet;
import org.openwash.index.Marks;
import org.openwash.report.ClaimStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers of the API, as openapi.json describes them.
final class Api {

    private static final int LIMIT = 20;
    private static final int MOST = 1_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final FactBook book;
    private final SeenBefore seen;

    Api(FactBook book, SeenBefore seen) {
        this.book = book;
        this.seen = seen;
    }

    static void answer(Context request, ObjectNode object) {
        request.contentType("application/json").result(JSON.writeValueAsBytes(object));
    }

    ObjectNode claims(Context request, CurrentIndex.View view) throws IOException {
        int offset = whole(request, "offset", 0, 0, Integer.MAX_VALUE);
        int limit = whole(request, "limit", LIMIT, 1, MOST);
        Hits hits = view.search().find(query(request), offset, limit, Marks.PLAIN);
        ObjectNode answer = JSON.createObjectNode().put("total", hits.total()).put("offset", offset)
                .put("limit", limit);
        items(answer, hits.best());
        return answer;
    }

    ObjectNode facets(Context request, CurrentIndex.View view) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode facets = answer.putArray("facets");
        for (Facet facet : view.search().facets(query(request))) {
            ArrayNode values = facets.addObject().put("field", facet.field()).putArray("values");
            facet.values().forEach(v -> values.addObject().put("value", v.value()).put("claims", v.claims()));
        }
        return answer;
    }

    ObjectNode claim(String id, CurrentIndex.View view) throws IOException {
        ClaimRow row = view.search().claim(id).orElseThrow(() -> noClaim(id));
        ObjectNode answer = ClaimStream.object(row);
        Paragraph paragraph = ClaimPage.paragraph(row, view.search());
        answer.putObject("paragraph").put("before", paragraph.before()).put("sentence", paragraph.sentence())
                .put("behind", paragraph.behind());
        answer.set("facts", JSON.valueToTree(ClaimPage.facts(row, book)));
        answer.set("copies", JSON.valueToTree(ClaimPage.copies(row, view.search())));
        answer.put("reopened", row.standing().reason());
        ArrayNode history = answer.putArray("history");
        for (Decision decision : view.decisions().history(id)) {
            history.addObject().put("at", Objects.toString(decision.at(), null))
                    .put("decision", decision.kind().label())
                    .put("reviewer", decision.reviewer()).put("note", decision.note());
        }
        return answer;
    }

    /// @param whole whether the client may read more than paragraphs
    ObjectNode article(String id, CurrentIndex.View view, boolean whole) throws IOException {
        Article article = switch (view.search().article(id).orElseThrow(() -> noArticle(id))) {
            case Outcome.Analysed analysed -> analysed.article();
            case Outcome.OtherLanguage other -> other.article();
            case Outcome.Failed failed -> throw noArticle(failed.source());
            case Outcome.Skipped skipped -> throw noArticle(skipped.source());
        };
        ObjectNode answer = JSON.createObjectNode().put("article_id", article.id()).put("source", article.source())
                .put("url", article.metadata().url()).put("outlet", article.metadata().outlet())
                .put("title", article.title()).put("author", article.metadata().author())
                .put("published", Objects.toString(article.published(), null)).put("language", article.language())
                .put("story", article.circulation().story());
        ArrayNode claims = answer.putArray("claims");
        view.search().claimsOf(id).forEach(row -> claims.add(ClaimStream.object(row)));
        if (whole) {
            answer.put("text", article.text());
        }
        return answer;
    }

    ObjectNode subject(String id, CurrentIndex.View view) throws IOException {
        SubjectPage page = SubjectPage.of(id, view, book).orElseThrow(() -> noSubject(id));
        ObjectNode answer = JSON.createObjectNode().put("subject", id).put("name", page.name())
                .put("claims", page.total());
        FactSheet sheet = page.sheet();
        answer.set("today", sheet == null ? JSON.nullNode() : JSON.valueToTree(sheet));
        answer.set("facts", JSON.valueToTree(page.history()));
        answer.set("outlets", JSON.valueToTree(page.outlets()));
        return answer;
    }

    ObjectNode similar(Context request, CurrentIndex.View view) throws IOException {
        String text = Objects.requireNonNullElse(request.queryParam("text"), "");
        if (text.isBlank()) {
            throw new RefusedRequest(400, "'text' is the text to compare with.");
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        for (SeenBefore.Group group : seen.like(text, whole(request, "limit", LIMIT, 1, MOST), view.search())) {
            group.hits().forEach(hit -> items.add(ClaimStream.object(hit).put("relation", group.relation())));
        }
        return answer;
    }

    private static void items(ObjectNode answer, List<Hit> hits) {
        ArrayNode items = answer.putArray("items");
        hits.forEach(hit -> items.add(ClaimStream.object(hit)));
    }

    private static String query(Context request) {
        return Objects.requireNonNullElse(request.queryParam("q"), "");
    }

    private static int whole(Context request, String name, int otherwise, int least, int most) {
        @Nullable String given = request.queryParam(name);
        if (given == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(given);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new RefusedRequest(400, "'" + name + "' is a whole number from " + least
                + (most == Integer.MAX_VALUE ? " on." : " to " + most + "."));
    }

    static RefusedRequest noClaim(String id) {
        return new RefusedRequest(404, "There is no claim " + shown(id) + " in this index.");
    }

    static RefusedRequest noArticle(String id) {
        return new RefusedRequest(404, "There is no article " + shown(id) + " in this index.");
    }

    static RefusedRequest noSubject(String id) {
        return new RefusedRequest(404, "Neither the facts nor any claim name a subject " + shown(id) + ".");
    }

    private static String shown(String id) {
        return "'" + (id.length() <= 100 ? id : id.substring(0, 100) + "\u2026") + "'";
    }
}
