package org.openwash.publication;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.ClaimRow;
import org.openwash.statistics.Corpus;
import org.openwash.statistics.Window;

/// Writes report.html. It loads nothing from anywhere and runs no script; all words of articles are escaped by the
/// template. It holds no clock time and no id of a run: the same index gives the same bytes.
///
/// @param threshold claims read with less are not flagged
/// @param event     what to hold time before and after against; null for nothing
public record HtmlReport(Method method, double threshold, Window.@Nullable Event event) {

    public static final String FILE = "report.html";

    private static final String STYLE = "/publication/report.css";

    /// @param flags             most severe first
    /// @param expectedPrecision null without flags
    public void write(Corpus corpus, List<ClaimRow> flags, @Nullable Double expectedPrecision, Writer to)
            throws IOException {
        Page page = Page.of(style(), method, threshold, event, corpus, flags, expectedPrecision);
        TemplateEngine.createPrecompiled(
                        null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName())
                .render("report.jte", Map.of("page", page), new WriterOutput(to));
    }

    private static String style() throws IOException {
        try (InputStream sheet = HtmlReport.class.getResourceAsStream(STYLE)) {
            if (sheet == null) {
                throw new IllegalStateException("the jar lacks " + STYLE);
            }
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
