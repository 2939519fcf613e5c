package org.openwash.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a request sends, within bounds.
final class Body {

    /// A note fits many times.
    static final int LARGEST = 64 * 1024;

    private static final JsonMapper JSON = new JsonMapper();

    private Body() {}

    /// The fields of a form; of a name sent twice, the last.
    static Map<String, String> form(Context request) throws IOException {
        demand(request, "application/x-www-form-urlencoded");
        var fields = new HashMap<String, String>();
        for (String field : text(request).split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return fields;
    }

    /// The texts of a JSON object.
    static Map<String, String> json(Context request) throws IOException {
        demand(request, "application/json");
        try {
            JsonNode object = JSON.readTree(text(request));
            if (object == null || !object.isObject()) {
                throw new RefusedRequest(400, "The body is one JSON object.");
            }
            var fields = new HashMap<String, String>();
            object.forEachEntry((name, value) -> {
                if (!value.isString()) {
                    throw new RefusedRequest(400, "Every value of the object is a text: " + name + " is none.");
                }
                fields.put(name, value.stringValue());
            });
            return fields;
        } catch (JacksonException e) {
            throw new RefusedRequest(400, "The body is no JSON.");
        }
    }

    private static void demand(Context request, String type) {
        String given = String.valueOf(request.contentType()).toLowerCase(Locale.ROOT);
        if (!given.split(";")[0].strip().equals(type)) {
            throw new RefusedRequest(415, "The content type of the body is " + type + ".");
        }
    }

    private static String text(Context request) throws IOException {
        byte[] bytes = request.req().getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new RefusedRequest(413, "What was sent is larger than " + LARGEST / 1024 + " KB.");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new RefusedRequest(400, "The body is no UTF-8.");
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedRequest(400, "The form holds a % that encodes nothing.");
        }
    }
}
