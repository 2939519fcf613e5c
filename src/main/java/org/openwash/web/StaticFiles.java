package org.openwash.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// The files that pages refer to, from the jar.
final class StaticFiles {

    private final Map<String, byte[]> files = new HashMap<>();

    StaticFiles() {
        for (String name : new String[] {"style.css", "icon.svg"}) {
            files.put(name, read(name));
        }
    }

    private static byte[] read(String name) {
        try (InputStream file = StaticFiles.class.getResourceAsStream("/web/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks web/" + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(Context request, String name, String type) {
        request.header("Cache-Control", "public, max-age=300");
        request.contentType(type + "; charset=utf-8").result(files.get(name));
    }
}
