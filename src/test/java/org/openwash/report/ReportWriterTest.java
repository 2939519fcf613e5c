package org.openwash.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.Decisions;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Circulation;
import org.openwash.domain.Mention;
import org.openwash.domain.Modality;
import org.openwash.domain.Outcome;
import org.openwash.domain.Severity;
import org.openwash.domain.Span;
import org.openwash.domain.Verdict;
import org.openwash.domain.Wire;
import org.openwash.publication.Method;
import org.openwash.review.DecisionFile;
import org.openwash.testing.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportWriterTest {

    private static final Instant STARTED = Instant.parse("2031-02-03T04:05:06Z");

    @TempDir
    Path out;

    private static final Edition EDITION = new Edition("0.1.0", "facts-1", LocalDate.of(2025, 1, 1), List.of());

    private static final RunManifest RUN = new RunManifest("0.1.0", "run-7", STARTED,
            Map.of("threads", "2", "min-confidence", "0.5"), "facts-1", LocalDate.of(2025, 1, 1), Map.of("en-pos.bin", "ab12"),
            new RunManifest.Read(List.of("inputs"), "cd34", 0, ""));

    private static final Method METHOD = new Method("0.1.0", "facts-1", LocalDate.of(2025, 1, 1), "by-kind", Map.of("en-pos.bin", "ab12"));

    private static final List<InputRow> INPUTS = List.of(
            new InputRow("b.txt", InputRow.Status.KEPT, "", "", "b.txt"),
            new InputRow("=cmd.txt", InputRow.Status.FAILED, "no text", "byte 7", null),
            new InputRow("a.txt", InputRow.Status.DUPLICATE, "same address as b.txt", "", "b.txt"));

    private static ReportWriter writer(Decisions decisions) {
        return new ReportWriter(Samples.catalogue(), 0.5, decisions, EDITION, CsvStyle.PLAIN, METHOD, null,
                Clock.fixed(STARTED.plusMillis(1500), ZoneOffset.UTC));
    }

    /// Two dated articles and an undated one of two outlets, and one in another language.
    private static List<Outcome> outcomes() {
        Article smile = Samples.article("b.txt", "The Daily Sample", LocalDate.of(2024, 5, 3),
                "🙂 Yes. Llama 3 is open source,\nthey say. Use it for anything.");
        Article title = Samples.article("c.txt", "The Daily Sample", LocalDate.of(2024, 4, 1), "Gizmo is open source. Really.");
        Article undated = Samples.article("a.txt", null, null, "=Redis was open source. Gizmo is open.");
        return List.of(
                Samples.analysed(smile,
                        List.of(new Mention(Mention.Kind.MODEL, 1, new Span(8, 15), "Llama 3", List.of("llama-3"), null),
                                new Mention(Mention.Kind.MODEL, 2, new Span(9, 16), "LLaMA 3", List.of("llama-3"), null),
                                new Mention(Mention.Kind.PERSON, 0, new Span(0, 1), "Ann Writer", List.of("Ann Writer"), null)),
                        Samples.claim(smile, "Llama 3 is open source,\nthey say.").id("id1").judged(Verdict.CONTRADICTED),
                        Samples.claim(smile, "Use it for anything.").id("id2").aspect(Aspect.USE).severity(Severity.HIGH)
                                .saidBy(Attribution.VENDOR, "they").judged(Verdict.OVERSTATED)),
                Samples.analysed(title,
                        Samples.claim(title, "Gizmo is open source.").id("id3").about("gizmo", "Gizmo").facts().judged(Verdict.UNVERIFIABLE),
                        Samples.claim(title, "A title").id("id4").about("llama", "Llama").aspect(Aspect.RHETORIC).facts()
                                .judged(Verdict.UNVERIFIABLE)),
                Samples.analysed(undated,
                        Samples.claim(undated, "=Redis was open source.").id("id5").about("redis", "Redis").modality(Modality.FORMER)
                                .confidence(0.2).judged(Verdict.CONTRADICTED),
                        Samples.claim(undated, "Gizmo is open.").id("id6").about("gizmo", "Gizmo").facts().judged(Verdict.UNVERIFIABLE)),
                new Outcome.OtherLanguage(Samples.article("d.txt", "Tageblatt", LocalDate.of(2024, 1, 1), "Llama ist offen.")
                        .withLanguage("de"), 3));
    }

    private List<CSVRecord> rows(String file) throws IOException {
        try (CSVParser rows = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(Files.newBufferedReader(out.resolve(file)))) {
            return rows.getRecords();
        }
    }

    private List<String> lines(String file, String... columns) throws IOException {
        return rows(file).stream().map(r -> String.join("|", Arrays.stream(columns).map(r::get).toList())).toList();
    }

    @Test
    void theColumnsAreThoseOfTheContract() throws IOException {
        writer(Decisions.none()).write(out, outcomes().stream(), INPUTS, RUN);
        Map<String, String> headers = new TreeMap<>();
        for (Table<?> table : Tables.all()) {
            if (table == Tables.WATCH_HITS) {
                continue; // only where there are standing queries
            }
            headers.put(table.file(), Files.readAllLines(out.resolve(table.file())).getFirst());
        }
        String claims = "claim_id,source,url,outlet,title,published,published_basis,language,story,sentence_no,start,end,sentence,"
                + "subject,subject_name,mention,aspect,polarity,modality,attribution,speaker,cue,claimed_licence,verdict,flagged,"
                + "finding,severity,confidence,explanation,yardstick,fact_ids,fact_licence,fact_sources,verdict_today,decision,reviewer,reviewer_note,repeated,article_id";
        assertThat(headers).containsExactlyInAnyOrderEntriesOf(Map.of(
                "claims.csv", claims,
                "flags.csv", claims,
                "articles.csv", "article_id,source,url,outlet,title,author,published,published_basis,language,story,words,sentences,"
                        + "claims,flags,wire,wire_kind,published_sureness,title_basis,title_sureness,author_basis,author_sureness,"
                        + "outlet_basis,outlet_sureness,url_basis,modified,modified_basis,stated_language",
                "entities.csv", "article_id,source,entity,type,subject,mentions,first_start",
                "outlets.csv", "outlet,articles,claims,flags,own_voice_share,first,last,stories,story_claims,story_flags",
                "subjects.csv", "subject,name,articles,claims,flags,own_voice_share,first,last,stories,story_claims,story_flags",
                "unknown-subjects.csv", "subject,name,claims,articles,first,last,example",
                "inputs.csv", "source,status,reason,place,article_id"));
    }

    @Test
    void claimsAreSortedWithUndatedOnesLastAndFlagsBySeverity() throws IOException {
        writer(Decisions.none()).write(out, outcomes().stream(), INPUTS, RUN);
        assertThat(lines("claims.csv", "claim_id", "published", "confidence", "flagged")).containsExactly(
                "id4|2024-04-01|0.90|false", "id3|2024-04-01|0.90|false", "id1|2024-05-03|0.90|true",
                "id2|2024-05-03|0.90|true", "id5||0.20|false", "id6||0.90|false");
        assertThat(lines("flags.csv", "claim_id", "severity")).containsExactly("id2|high", "id1|medium");
        assertThat(rows("claims.csv").get(2).get("fact_sources")).isEqualTo("https://facts.example/llama%3B3");
    }

    @Test
    void sentencesAreExactlyTheCharactersFromStartToEnd() throws IOException {
        writer(Decisions.none()).write(out, outcomes().stream(), INPUTS, RUN);
        CSVRecord smile = rows("claims.csv").get(2);
        assertThat(smile.get("sentence")).isEqualTo("Llama 3 is open source,\nthey say.");
        // whole characters: the smile counts once
        assertThat(smile.get("start")).isEqualTo("7");
        assertThat(smile.get("end")).isEqualTo("40");
        assertThat(rows("claims.csv").get(4).get("sentence")).isEqualTo("'=Redis was open source.");
    }

    @Test
    void theSmallTablesCountArticlesClaimsFlagsAndVoices() throws IOException {
        Counts counts = writer(Decisions.none()).write(out, outcomes().stream(), INPUTS, RUN);
        assertThat(counts).isEqualTo(new Counts(4, 6, 2, 1, 0.9));
        assertThat(lines("outlets.csv", "outlet", "articles", "claims", "flags", "own_voice_share", "first", "last")).containsExactly(
                "|1|2|0|1.0000||", "Tageblatt|1|0|0||2024-01-01|2024-01-01", "The Daily Sample|2|4|2|0.7500|2024-04-01|2024-05-03");
        assertThat(lines("subjects.csv", "subject", "name", "articles", "claims", "flags", "own_voice_share", "first")).containsExactly(
                "gizmo|Gizmo|2|2|0|1.0000|2024-04-01", "llama|Llama|1|1|0|1.0000|2024-04-01",
                "llama-3|Llama 3|1|2|2|0.5000|2024-05-03", "redis|Redis|1|1|0|1.0000|");
        assertThat(lines("unknown-subjects.csv", "subject", "claims", "articles", "first", "example"))
                .containsExactly("gizmo|2|2|2024-04-01|Gizmo is open source.");
        assertThat(lines("articles.csv", "article_id", "language", "sentences", "claims", "flags")).containsExactly(
                "d.txt|de|0|0|0", "c.txt|en|3|2|0", "b.txt|en|3|2|2", "a.txt|en|3|2|0");
        assertThat(lines("entities.csv", "article_id", "entity", "type", "subject", "mentions", "first_start")).containsExactly(
                "b.txt|Llama 3|model|llama-3|2|7", "b.txt|Ann Writer|person||1|");
        assertThat(lines("inputs.csv", "source", "status", "place", "article_id")).containsExactly(
                "'=cmd.txt|failed|byte 7|", "a.txt|duplicate||b.txt", "b.txt|kept||b.txt");
    }

    @Test
    void jsonLinesHoldTheRowsOfClaimsCsvWithTypes() throws IOException {
        writer(Decisions.none()).write(out, outcomes().stream(), INPUTS, RUN);
        JsonNode claim = JsonMapper.shared().readTree(Files.readAllLines(out.resolve("claims.jsonl")).get(4));
        assertThat(List.copyOf(claim.propertyNames())).isEqualTo(Tables.CLAIMS.names());
        assertThat(claim.get("sentence").stringValue()).isEqualTo("=Redis was open source.");
        assertThat(claim.get("flagged").booleanValue()).isFalse();
        assertThat(claim.get("published").isNull()).isTrue();
        assertThat(claim.get("fact_sources").get(0).stringValue()).isEqualTo("https://facts.example/llama;3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "de-DE"})
    void filesAreTheSameBytesInAnyLocaleTimeZoneAndOrder(String locale) throws IOException {
        writer(Decisions.none()).write(out, outcomes().stream(), INPUTS, RUN);
        Map<String, String> expected = contents(out);
        Locale localeBefore = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            List<Outcome> shuffled = new ArrayList<>(outcomes());
            Collections.shuffle(shuffled, new Random(7));
            List<InputRow> inputs = new ArrayList<>(INPUTS);
            Collections.reverse(inputs);
            writer(Decisions.none()).write(out.resolve("again"), shuffled.stream(), inputs, RUN);
        } finally {
            Locale.setDefault(localeBefore);
            TimeZone.setDefault(zoneBefore);
        }
        assertThat(contents(out.resolve("again"))).isEqualTo(expected);
        assertThat(expected).hasSize(16);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.getFileName().toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return contents;
    }

    @Test
    void onlyRunJsonHoldsAClockTimeOrARunId() throws IOException {
        writer(Decisions.none()).write(out, outcomes().stream(), INPUTS, RUN);
        Map<String, String> contents = contents(out);
        JsonNode run = JsonMapper.shared().readTree(contents.remove("run.json"));
        assertThat(run.get("run_id").stringValue()).isEqualTo("run-7");
        assertThat(run.get("seconds").doubleValue()).isEqualTo(1.5);
        assertThat(run.at("/inputs/total").intValue()).isEqualTo(3);
        assertThat(run.at("/counts/flags").intValue()).isEqualTo(2);
        assertThat(run.at("/counts/expected_precision").doubleValue()).isEqualTo(0.9);
        assertThat(contents.values()).allSatisfy(text -> assertThat(text)
                .doesNotContain("run-7", "2031")
                .doesNotContainPattern("[0-9]{2}:[0-9]{2}:[0-9]{2}"));
    }

    @Test
    void aFailureMidwayLeavesTheOldFilesAndNoOther() throws IOException {
        writer(Decisions.none()).write(out, outcomes().stream(), INPUTS, RUN);
        Map<String, String> before = contents(out);
        Stream<Outcome> failing = outcomes().stream().skip(1).peek(o -> {
            if (o.source().equals("a.txt")) {
                throw new IllegalStateException("the disk is gone");
            }
        });
        assertThatThrownBy(() -> writer(Decisions.none()).write(out, failing, List.of(), RUN)).hasMessage("the disk is gone");
        assertThat(contents(out)).isEqualTo(before);

        // the last table fails after all others were written
        InputRow wrong = new InputRow(null, InputRow.Status.KEPT, "", "", null);
        List<InputRow> inputs = Arrays.asList(wrong, wrong);
        assertThatThrownBy(() -> writer(Decisions.none()).write(out, outcomes().stream().skip(1), inputs, RUN))
                .isInstanceOf(NullPointerException.class);
        assertThat(contents(out)).isEqualTo(before);
    }

    @Test
    void aFolderInThePlaceOfAReportLeavesTheOldFiles() throws IOException {
        writer(Decisions.none()).write(out, outcomes().stream(), INPUTS, RUN);
        Files.delete(out.resolve("run.json"));
        Files.createDirectories(out.resolve("run.json/full"));
        Map<String, String> before = contents(out);
        assertThatThrownBy(() -> writer(Decisions.none()).write(out, Stream.empty(), List.of(), RUN)).isInstanceOf(IOException.class);
        assertThat(contents(out)).isEqualTo(before);
    }

    @Test
    void rewritingLeavesTheFilesOfTheRunAlone() throws IOException {
        writer(Decisions.none()).write(out, outcomes().stream(), INPUTS, RUN);
        Map<String, String> before = contents(out);
        Path decisions = Files.writeString(out.resolve("decisions.csv"),
                "\uFEFFclaim_id,decision,note\nid1,accepted,\n\nid2,rejected,\"two\nlines\"\nid1,unsure,later\n");
        writer(new DecisionFile(decisions).read()).rewrite(out, outcomes().stream());
        assertThat(contents(out).get("inputs.csv")).isEqualTo(before.get("inputs.csv"));
        assertThat(contents(out).get("run.json")).isEqualTo(before.get("run.json"));
        assertThat(lines("flags.csv", "claim_id", "decision")).containsExactly("id2|rejected", "id1|unsure");
    }

    @Test
    void anEmptyRunLeavesHeadersOnly() throws IOException {
        writer(Decisions.none()).write(out, Stream.empty(), List.of(), RUN);
        assertThat(Files.readString(out.resolve("claims.csv"))).startsWith("claim_id,").hasLineCount(1).endsWith("decision,reviewer,reviewer_note,repeated,article_id\n");
        assertThat(Files.readString(out.resolve("claims.jsonl"))).isEmpty();
    }

    @Test
    void copiesOfOneStoryCountOnceAndRepeatedClaimsNotAtAll() throws IOException {
        var outcomes = new ArrayList<Outcome>();
        for (int i = 1; i <= 3; i++) {
            Article copy = Samples.article("copy" + i, "Paper " + i % 2, LocalDate.of(2024, 5, i), "Llama 3 is open.\nBuy our open Redis.")
                    .withWire(new Wire("AP", Wire.Kind.AGENCY))
                    .withCirculation(new Circulation("0123456789abcdef", i == 2 ? List.of() : List.of(1)));
            outcomes.add(Samples.analysed(copy,
                    Samples.claim(copy, "Llama 3 is open.").id("llama" + i).judged(Verdict.CONTRADICTED),
                    Samples.claim(copy, "Buy our open Redis.").id("redis" + i).about("redis", "Redis").judged(Verdict.CONTRADICTED)));
        }
        writer(Decisions.none()).write(out, outcomes.stream(), List.of(), RUN);
        assertThat(lines("claims.csv", "claim_id", "story", "repeated", "flagged")).containsExactly(
                "llama1|0123456789abcdef|false|true", "redis1|0123456789abcdef|true|false",
                "llama2|0123456789abcdef|false|true", "redis2|0123456789abcdef|false|true",
                "llama3|0123456789abcdef|false|true", "redis3|0123456789abcdef|true|false");
        assertThat(lines("articles.csv", "article_id", "claims", "flags", "wire", "wire_kind"))
                .containsExactly("copy1|1|1|AP|agency", "copy2|2|2|AP|agency", "copy3|1|1|AP|agency");
        assertThat(lines("outlets.csv", "outlet", "articles", "claims", "stories", "story_claims", "story_flags"))
                .containsExactly("Paper 0|1|2|1|2|2", "Paper 1|2|2|1|1|1");
        assertThat(lines("subjects.csv", "subject", "articles", "claims", "flags", "stories", "story_claims", "story_flags"))
                .containsExactly("llama-3|3|3|3|1|1|1", "redis|1|1|1|1|1|1");
    }
}
