package org.openwash.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openwash.domain.Article;
import org.openwash.domain.Attribution;
import org.openwash.domain.CitedSource;
import org.openwash.domain.Decisions;
import org.openwash.publication.Method;
import org.openwash.domain.Mention;
import org.openwash.domain.Outcome;
import org.openwash.domain.Span;
import org.openwash.domain.Verdict;
import org.openwash.testing.Samples;

/// Reports full of what spreadsheets, readers and validators stumble over.
final class NastyCells {

    /// Texts that some program takes for something else: a formula, a number, a date, a truth, an error, nothing.
    static final List<String> TEXTS = List.of("two\nlines", "say \"no\"", "007", "=1+1", "+1", "-5", "@SUM(A1)", "'=1",
            "日本語の見出し", "שלום עולם", "مرحبا بالعالم", "1E5", "0.90", "2024-05-03", "5/3/2024", "10:30", "TRUE", "#N/A",
            "'tis so", " padded ", "a;b,c|d", "12345678901234567890", "1/2", "\ttab first", "tab\tinside", "😀", "a\u0301",
            "\u200Fmark", "<b>&amp;</b>", "_x0041_", "\\N", "NULL");

    static final List<InputRow> INPUTS = List.of(
            new InputRow("=cmd.txt", InputRow.Status.FAILED, "broken, \"quoted\"", "byte 7", null),
            new InputRow("nasty/0.txt", InputRow.Status.KEPT, "", "", "nasty/0.txt"));

    private NastyCells() {}

    static List<Outcome> outcomes() {
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = TEXTS.get(i);
            LocalDate day = i % 3 == 0 ? null : LocalDate.of(2024, 5, 1 + i % 28);
            Article article = Samples.article("nasty/" + i + ".txt", i % 4 == 0 ? null : text, day, text + "\n" + text);
            var mention = new Mention(Mention.Kind.PERSON, 1, new Span(0, text.length()), text, List.of(text), null);
            outcomes.add(Samples.analysed(article, List.of(mention),
                    Samples.claim(article, text).id("claim" + i).about("thing-" + i, text).explanation(text)
                            .saidBy(Attribution.THIRD_PARTY, text).licences("a;b", text).judged(Verdict.CONTRADICTED)));
        }
        return outcomes;
    }

    static Edition edition() {
        var source = new CitedSource("https://facts.example/llama_{3}", List.of("a copy"), LocalDate.of(2024, 1, 2),
                List.of("fact-llama-3-weights"));
        return new Edition("0.1.0", "facts-1", LocalDate.of(2025, 1, 1), List.of(source));
    }

    static ReportWriter writer(CsvStyle style) {
        return new ReportWriter(Samples.catalogue(), 0.5, Decisions.none(), edition(), style, Method.of(Map.of()), null,
                Clock.fixed(Instant.parse("2031-02-03T04:05:07Z"), ZoneOffset.UTC));
    }

    static RunManifest run() {
        return new RunManifest("0.1.0", "run-7", Instant.parse("2031-02-03T04:05:06Z"), Map.of(), "facts-1", null, Map.of(),
                new RunManifest.Read(List.of("inputs"), "", 0, ""));
    }
}
