package org.openwash.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Claim;
import org.openwash.domain.Finding;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Judgement;
import org.openwash.domain.Metadata;
import org.openwash.domain.Modality;
import org.openwash.domain.Outcome;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;
import org.openwash.domain.Severity;
import org.openwash.domain.Sha256;
import org.openwash.domain.Span;
import org.openwash.domain.Verdict;
import org.openwash.domain.Yardstick;
import org.openwash.training.LabelledArticle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Articles that the project wrote and labelled, as if they had been analysed and every claim read as marked.
public final class LabelledClaims {

    private static final Path TRAINING = Path.of("models/claims");
    private static final Path COVERAGE = Path.of("src/test/resources/gold/coverage");
    private static final JsonMapper JSON = new JsonMapper();

    private LabelledClaims() {}

    /// Those for training: many claims about few subjects, dozens of which say the same.
    public static List<Outcome.Analysed> training() throws IOException {
        return LabelledArticle.read(TRAINING).stream().map(LabelledClaims::analysed).toList();
    }

    /// Those for measuring, in the manner of real coverage.
    public static List<Outcome.Analysed> coverage() throws IOException {
        Map<String, List<JsonNode>> sentences = lines("sentences.jsonl");
        Map<String, List<JsonNode>> claims = lines("gold.jsonl");
        var articles = new ArrayList<Outcome.Analysed>();
        sentences.forEach((id, lines) -> articles.add(covered(id, lines, claims.getOrDefault(id, List.of()))));
        return articles;
    }

    private static Map<String, List<JsonNode>> lines(String file) throws IOException {
        var byArticle = new TreeMap<String, List<JsonNode>>();
        for (String line : Files.readAllLines(COVERAGE.resolve(file))) {
            JsonNode node = JSON.readTree(line);
            byArticle.computeIfAbsent(node.get("article").asString(), a -> new ArrayList<>()).add(node);
        }
        return byArticle;
    }

    private static Outcome.Analysed covered(String id, List<JsonNode> sentences, List<JsonNode> claims) {
        var text = new StringBuilder();
        Map<Integer, Span> spans = new HashMap<>();
        for (JsonNode sentence : sentences) {
            int start = text.length();
            text.append(sentence.get("text").asString());
            spans.put(sentence.get("n").asInt(), new Span(start, text.length()));
            text.append('\n');
        }
        var article = new Article("coverage/" + id, "coverage/" + id, Metadata.UNKNOWN, "", "en", text.toString(), "");
        var judged = new ArrayList<JudgedClaim>();
        for (JsonNode claim : claims) {
            Attribution voice = Attribution.valueOf(constant(claim, "voice"));
            judged.add(judged(new Claim(Sha256.of(id + "#" + judged.size()).substring(0, 16), article.id(),
                    claim.get("n").asInt() + 1, spans.get(claim.get("n").asInt()), new Span(0, 1),
                    one(claim, "subject"), one(claim, "subject"), "", null,
                    Aspect.valueOf(constant(claim, "aspect")), Sense.PLAIN, Polarity.valueOf(constant(claim, "polarity")),
                    Modality.valueOf(constant(claim, "modality")), voice, voice == Attribution.OUTLET ? null : "they",
                    "sample", List.of(), false, null, 0.9, true, "labelled")));
        }
        return new Outcome.Analysed(article, 100, sentences.size(), List.of(), judged);
    }

    /// Where readers may differ, the set lists what they may say; the first is taken.
    private static String one(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value.isArray() ? value.get(0).asString() : value.asString();
    }

    private static String constant(JsonNode node, String field) {
        return one(node, field).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Outcome.Analysed analysed(LabelledArticle labelled) {
        var claims = new ArrayList<JudgedClaim>();
        int number = 0;
        for (LabelledArticle.Line line : labelled.lines()) {
            number = line.title() ? 0 : number + 1;
            for (LabelledArticle.Marked marked : line.claims()) {
                claims.add(judged(claim(labelled, line, line.title() ? 0 : number, marked, claims.size())));
            }
        }
        return new Outcome.Analysed(labelled.article(), 100, number, List.of(), claims);
    }

    private static Claim claim(
            LabelledArticle labelled, LabelledArticle.Line line, int sentence, LabelledArticle.Marked marked, int occurrence) {
        String id = Sha256.of(labelled.id() + "#" + occurrence).substring(0, 16);
        Span cue = marked.cue() == null ? new Span(line.span().start(), line.span().start() + 1) : marked.cue();
        String speaker = marked.attribution() == Attribution.OUTLET ? null : marked.speaker();
        return new Claim(id, labelled.article().id(), sentence, line.span(), cue, marked.subject(), marked.subject(), "",
                null, marked.aspect(), Sense.PLAIN, marked.polarity(), marked.modality(), marked.attribution(), speaker,
                "sample", List.of(), false, null, 0.9, true, "labelled");
    }

    private static JudgedClaim judged(Claim claim) {
        return new JudgedClaim(claim, new Judgement(Verdict.UNVERIFIABLE, Verdict.UNVERIFIABLE, Yardstick.FACTS,
                Finding.NONE, Severity.LOW, "Not judged.", List.of(), "", List.of()));
    }
}
