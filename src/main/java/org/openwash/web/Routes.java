package org.openwash.web;

import static io.javalin.apibuilder.ApiBuilder.before;
import static io.javalin.apibuilder.ApiBuilder.get;
import static io.javalin.apibuilder.ApiBuilder.path;
import static io.javalin.apibuilder.ApiBuilder.post;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.openwash.facts.FactBook;
import org.openwash.index.Fields;
import org.openwash.index.Marks;
import org.openwash.report.ClaimStream;
import tools.jackson.databind.node.ObjectNode;

/// Every address of the server, and what answers it.
final class Routes {

    private final ServerSettings settings;
    private final CurrentIndex index;
    private final FactBook book;
    private final ReviewDesk desk;
    private final Guard guard;
    private final Pages pages;
    private final SeenBefore seen;
    private final Api api;
    private final StaticFiles files = new StaticFiles();

    Routes(ServerSettings settings, CurrentIndex index, FactBook book, ReviewDesk desk, SeenBefore seen) {
        this.settings = settings;
        this.index = index;
        this.book = book;
        this.desk = desk;
        this.guard = new Guard(settings);
        this.pages = new Pages(settings, guard);
        this.seen = seen;
        this.api = new Api(book, seen);
    }

    void register(RoutesConfig routes) {
        new Errors(pages).register(routes);
        routes.apiBuilder(() -> {
            before(guard::check);
            get("/", this::search);
            get("/claim/{id}", this::claim);
            post("/claim/{id}/decision", this::decide);
            get("/article", this::article);
            get("/subject/{id}", this::subject);
            get("/similar", this::similar);
            get("/help", request -> pages.show(request, "help", Fields.all(), ""));
            get("/download/{format}", this::download);
            get("/sign-in", request -> pages.show(request, "sign-in", false, ""));
            post("/sign-in", this::signIn);
            post("/sign-out", this::signOut);
            get("/style.css", request -> files.send(request, "style.css", "text/css"));
            get("/icon.svg", request -> files.send(request, "icon.svg", "image/svg+xml"));
            path("/api", () -> {
                get("/claims", answer(api::claims));
                get("/claims/{id}", answer((request, view) -> api.claim(request.pathParam("id"), view)));
                post("/claims/{id}/decisions", this::decideByApi);
                get("/facets", answer(api::facets));
                get("/articles", answer((request, view) -> api.article(id(request), view, guard.isTrusted(request))));
                get("/subjects/{id}", answer((request, view) -> api.subject(request.pathParam("id"), view)));
                get("/similar", answer(api::similar));
                get("/openapi.json", request -> Api.answer(request, OpenApi.document()));
            });
        });
    }

    private void search(Context request) throws IOException {
        try (var view = index.take()) {
            SearchRequest asked = SearchRequest.of(request::queryParams);
            if (asked.isEmpty() && request.queryParam("q") == null) {
                pages.show(request, "start", StartPage.of(view), view.notice());
                return;
            }
            SearchPage page = SearchPage.of(asked, view, book.catalogue());
            request.status(page.wrong() == null ? 200 : 400);
            pages.show(request, "search", page, view.notice());
        }
    }

    private void claim(Context request) throws IOException {
        String id = request.pathParam("id");
        try (var view = index.take()) {
            ClaimPage page = ClaimPage.of(id, view, book).orElseThrow(() -> Api.noClaim(id));
            pages.show(request, "claim", page, view.notice());
        }
    }

    private void article(Context request) throws IOException {
        String id = id(request);
        mayRead(request);
        try (var view = index.take()) {
            ArticlePage page = ArticlePage.of(id, view.search()).orElseThrow(() -> Api.noArticle(id));
            pages.show(request, "article", page, view.notice());
        }
    }

    private void subject(Context request) throws IOException {
        String id = request.pathParam("id");
        try (var view = index.take()) {
            SubjectPage page = SubjectPage.of(id, view, book).orElseThrow(() -> Api.noSubject(id));
            pages.show(request, "subject", page, view.notice());
        }
    }

    private void similar(Context request) throws IOException {
        String text = Objects.requireNonNullElse(request.queryParam("text"), "");
        try (var view = index.take()) {
            pages.show(request, "similar", SimilarPage.of(text, seen, view.search()), view.notice());
        }
    }

    private void download(Context request) throws IOException {
        ClaimStream.Format format = switch (request.pathParam("format")) {
            case "csv" -> ClaimStream.Format.CSV;
            case "json" -> ClaimStream.Format.JSON;
            default -> throw new RefusedRequest(404, "Results are downloaded as csv or json.");
        };
        String query = SearchRequest.of(request::queryParams).query();
        try (var view = index.take()) {
            view.search().find(query, 1, Marks.PLAIN); // what is wrong is said before the download begins
            request.contentType(format == ClaimStream.Format.CSV ? "text/csv; charset=utf-8" : "application/json");
            request.header("Content-Disposition", "attachment; filename=\"claims." + request.pathParam("format") + "\"");
            var to = new BufferedWriter(new OutputStreamWriter(request.outputStream(), StandardCharsets.UTF_8));
            var stream = new ClaimStream(format, to);
            view.search().each(query, Integer.MAX_VALUE, Marks.PLAIN, stream::next);
            stream.end();
            to.flush();
        }
    }

    private void decide(Context request) throws IOException {
        Map<String, String> sent = Body.form(request);
        guard.checkForm(request, sent);
        mayDecide(request);
        desk.decide(request.pathParam("id"), sent);
        Pages.rememberReviewer(request, sent.getOrDefault("reviewer", ""));
        seeOther(request, Links.claim(request.pathParam("id")) + "#review");
    }

    private void decideByApi(Context request) throws IOException {
        mayDecide(request);
        desk.decide(request.pathParam("id"), Body.json(request));
        try (var view = index.take()) {
            request.status(201);
            Api.answer(request, api.claim(request.pathParam("id"), view));
        }
    }

    private void signIn(Context request) throws IOException {
        Map<String, String> sent = Body.form(request);
        guard.checkForm(request, sent);
        if (guard.signIn(request, sent.get("token"))) {
            seeOther(request, "/");
        } else {
            request.status(403);
            pages.show(request, "sign-in", true, "");
        }
    }

    private void signOut(Context request) throws IOException {
        guard.checkForm(request, Body.form(request));
        guard.signOut(request);
        seeOther(request, "/");
    }

    private static void seeOther(Context request, String address) {
        request.status(303).header("Location", address);
    }

    private void mayRead(Context request) {
        if (!guard.isTrusted(request)) {
            throw new RefusedRequest(403,
                    "Whole articles are shown to those who have the server's token: sign in first.");
        }
    }

    private void mayDecide(Context request) {
        if (!settings.review()) {
            throw new RefusedRequest(403, "This server takes no decisions: start it with --review.");
        }
        if (!guard.isTrusted(request)) {
            throw new RefusedRequest(403, "Deciding needs the server's token: sign in first.");
        }
    }

    private static String id(Context request) {
        String id = request.queryParam("id");
        if (id == null || id.isEmpty()) {
            throw new RefusedRequest(400, "'id' is the id of an article.");
        }
        return id;
    }

    private interface Answer {
        ObjectNode of(Context request, CurrentIndex.View view) throws IOException;
    }

    private Handler answer(Answer answer) {
        return request -> {
            try (var view = index.take()) {
                Api.answer(request, answer.of(request, view));
            }
        };
    }
}
