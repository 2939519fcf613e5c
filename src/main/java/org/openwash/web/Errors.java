package org.openwash.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.openwash.domain.SetupException;
import org.openwash.index.QuerySyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Says in one sentence what is wrong, as a page or, under `/api`, as JSON. No stack leaves the server.
final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Pages pages;

    /// @param position character of the query, from 1; 0 where no query is at fault
    record ErrorPage(int status, String sentence, int position) {

        String heading() {
            return switch (status) {
                case 401, 403, 421 -> "Not allowed";
                case 404, 405 -> "Not found";
                case 409 -> "Not done";
                case 500 -> "A fault";
                default -> "This cannot be answered";
            };
        }
    }

    Errors(Pages pages) {
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.exception(RefusedRequest.class, (e, request) -> show(request, e.status(), e.getMessage(), 0));
        routes.exception(QuerySyntaxException.class, (e, request) -> show(request, 400, e.getMessage(), e.position()));
        routes.exception(SetupException.class, (e, request) -> show(request, 409, e.getMessage(), 0));
        routes.exception(HttpResponseException.class, (e, request) -> show(request, e.getStatus(), sentence(e.getStatus()), 0));
        routes.exception(Exception.class, (e, request) -> {
            LOG.error("while answering " + request.method() + " " + request.path(), e);
            show(request, 500, "A fault of Openwash itself; its log says more.", 0);
        });
    }

    private static String sentence(int status) {
        return switch (status) {
            case 404 -> "There is no such page.";
            case 405 -> "This address does not take such requests.";
            default -> "The request cannot be answered.";
        };
    }

    private void show(Context request, int status, String sentence, int position) {
        if (request.res().isCommitted()) {
            return; // a download that broke off: the client sees that its end is missing
        }
        request.status(status);
        if (status == 401) {
            request.header("WWW-Authenticate", "Bearer");
        }
        if (request.path().startsWith("/api/")) {
            ObjectNode error = JSON.createObjectNode().put("error", sentence);
            if (position > 0) {
                error.put("position", position);
            }
            request.contentType("application/json").result(JSON.writeValueAsBytes(error));
        } else {
            pages.show(request, "error", new ErrorPage(status, sentence, position), "");
        }
    }
}
