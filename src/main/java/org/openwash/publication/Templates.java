package org.openwash.publication;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The templates of this package, compiled when it was built, and the style sheet that their pages share. All words of
/// strangers are escaped by the templates.
final class Templates {

    private static final String STYLE = "/publication/report.css";

    private Templates() {}

    /// @param page what the template calls `page`
    static void render(String template, Object page, Writer to) {
        TemplateEngine.createPrecompiled(
                        null, ContentType.Html, Templates.class.getClassLoader(), Templates.class.getPackageName())
                .render(template, Map.of("page", page), new WriterOutput(to));
    }

    static String style() throws IOException {
        try (InputStream sheet = Templates.class.getResourceAsStream(STYLE)) {
            if (sheet == null) {
                throw new IllegalStateException("the jar lacks " + STYLE);
            }
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
