package org.openwash.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Writes pages from their templates, which escape all that they show.
final class Pages {

    private static final String REVIEWER_COOKIE = "openwash_reviewer";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());
    private final ServerSettings settings;
    private final Guard guard;

    Pages(ServerSettings settings, Guard guard) {
        this.settings = settings;
        this.guard = guard;
    }

    /// @param template its name without `.jte`; it takes `visit` and `page`
    void show(Context request, String template, Object page, String notice) {
        var html = new StringOutput();
        templates.render(template + ".jte", Map.of("visit", visit(request, notice), "page", page), html);
        request.contentType("text/html; charset=utf-8").result(html.toString());
    }

    private Visit visit(Context request, String notice) {
        boolean trusted = guard.isTrusted(request);
        boolean forms = settings.token() != null || settings.review();
        String typed = request.queryParam("q");
        return new Visit(typed == null ? "" : typed, trusted, settings.token() != null, trusted && settings.review(),
                forms ? guard.form(request) : "", reviewer(request), notice);
    }

    /// Who decided last in this browser; on a reader's own machine at first whoever started the server.
    private String reviewer(Context request) {
        String last = request.cookie(REVIEWER_COOKIE);
        if (last == null) {
            return settings.token() == null ? System.getProperty("user.name", "") : "";
        }
        try {
            return URLDecoder.decode(last, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static void rememberReviewer(Context request, String name) {
        Guard.setCookie(request, REVIEWER_COOKIE, Links.encoded(name.strip()), "; Max-Age=31536000");
    }
}
