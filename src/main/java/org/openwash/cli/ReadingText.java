package org.openwash.cli;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Metadata;
import org.openwash.domain.Origins;
import org.openwash.domain.Provenance;
import org.openwash.text.Line;
import org.openwash.text.Reading;

/// Lays out how a document was read, for people: what is known of it and from where, then its lines in order, those of
/// the article after `+`, the others after `-` with the reason.
final class ReadingText {

    private static final int LONGEST_LINE = 160;

    private ReadingText() {}

    static String of(String source, String language, Reading reading) {
        var text = new StringBuilder("== ").append(source).append('\n');
        Metadata m = reading.metadata();
        field(text, "title", m.title(), m, Origins::title);
        field(text, "author", m.author(), m, Origins::author);
        field(text, "outlet", m.outlet(), m, Origins::outlet);
        field(text, "published", m.published(), m, Origins::published);
        field(text, "modified", m.modified(), m, Origins::modified);
        field(text, "url", m.url(), m, Origins::url);
        text.append("%-10s %s%s\n".formatted("language", language,
                m.statedLanguage() == null ? "" : ", stated: " + m.statedLanguage()));
        reading.remarks().forEach(remark -> text.append("  ").append(remark).append('\n'));
        reading.article().map(a -> a.notes()).filter(n -> !n.isEmpty()).ifPresent(n -> text.append("  ").append(n).append('\n'));
        text.append('\n');
        for (Line line : reading.lines()) {
            text.append(line.isKept() ? "+ " : "- ").append(shortened(line.text()));
            text.append(line.isKept() ? "" : "  [" + line.dropped() + "]").append('\n');
        }
        return text.toString();
    }

    private static void field(StringBuilder text, String name, @Nullable Object value, Metadata m,
            Function<Origins, Provenance> origin) {
        Provenance from = origin.apply(m.origins());
        text.append("%-10s %s".formatted(name, value == null ? "-" : value));
        text.append(value == null ? "" : "  [" + from.basis().label() + ", " + from.sureness().label() + "]").append('\n');
    }

    private static String shortened(String line) {
        return line.codePointCount(0, line.length()) <= LONGEST_LINE ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE)) + "…";
    }
}
