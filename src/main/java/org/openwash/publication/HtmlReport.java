package org.openwash.publication;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
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

    /// @param flags             most severe first
    /// @param expectedPrecision null without flags
    public void write(Corpus corpus, List<ClaimRow> flags, @Nullable Double expectedPrecision, Writer to) throws IOException {
        Page page = Page.of(Templates.style(), method, threshold, event, corpus, flags, expectedPrecision);
        Templates.render("report.jte", page, to);
    }
}
