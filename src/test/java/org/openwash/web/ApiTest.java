package org.openwash.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Article;
import org.openwash.domain.Verdict;
import org.openwash.report.Tables;
import org.openwash.testing.Cli;
import org.openwash.testing.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API does what openapi.json says, and finds what the command line finds.
class ApiTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path out;

    private static Site site;
    private static JsonNode document;

    @BeforeAll
    static void serve() throws Exception {
        Article may = Samples.article("news/may.txt", "The Daily Sample", LocalDate.of(2024, 5, 3),
                "Llama 3 is open source. Llama 3 is not open source.");
        Article undated = Samples.article("news/undated.txt", null, null, "Llama 3 is open source. They said Thing is open.");
        Site.index(out,
                Samples.analysed(may,
                        Samples.claim(may, "Llama 3 is open source.").id("b1").facts("llama-3#1").judged(Verdict.CONTRADICTED),
                        Samples.claim(may, "Llama 3 is not open source.").id("b2").denied().judged(Verdict.SUPPORTED)),
                Samples.analysed(undated,
                        Samples.claim(undated, "Llama 3 is open source.").id("a1").judged(Verdict.CONTRADICTED),
                        Samples.claim(undated, "They said Thing is open.").id("a2").about("?", "?").judged(Verdict.UNVERIFIABLE)));
        site = Site.open(out, Site.forReview());
        document = json("/api/openapi.json");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static JsonNode json(String address) throws Exception {
        HttpResponse<String> answer = site.get(address);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(t -> assertThat(t).startsWith("application/json"));
        return JSON.readTree(answer.body());
    }

    @Test
    void everyRouteIsDescribedAndNoOther() {
        var described = new TreeSet<String>();
        document.get("paths").forEachEntry((path, methods) -> methods.forEachEntry(
                (method, operation) -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        assertThat(site.server().routes().stream().filter(r -> r.contains(" /api/"))).containsExactlyInAnyOrderElementsOf(described);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # address,                            path,                status
            /api/claims?q=llama,                  /api/claims,         200
            /api/claims?q=nothing,                /api/claims,         200
            /api/claims?q=a(,                     /api/claims,         400
            /api/claims?offset=-1,                /api/claims,         400
            /api/claims?offset=x,                 /api/claims,         400
            /api/claims?limit=0,                  /api/claims,         400
            /api/claims?limit=1001,               /api/claims,         400
            /api/claims?offset=999980,            /api/claims,         400
            /api/claims/b1,                       /api/claims/{id},    200
            /api/claims/none,                     /api/claims/{id},    404
            /api/facets?q=llama,                  /api/facets,         200
            /api/facets?q=colour:red,             /api/facets,         400
            /api/articles?id=news/may.txt,        /api/articles,       200
            /api/articles?id=news/undated.txt,    /api/articles,       200
            /api/articles?id=none,                /api/articles,       404
            /api/articles,                        /api/articles,       400
            /api/subjects/llama-3,                /api/subjects/{id},  200
            /api/subjects/none,                   /api/subjects/{id},  404
            /api/similar?text=Llama+is+open,      /api/similar,        200
            /api/similar,                         /api/similar,        400
            /api/openapi.json,                    /api/openapi.json,   200
            """)
    void answersFitTheirDescription(String address, String path, int status) throws Exception {
        HttpResponse<String> answer = site.get(address);
        assertThat(answer.statusCode()).isEqualTo(status);
        fits(document.get("paths").get(path).get("get").get("responses").get(String.valueOf(status)), answer);
    }

    @Test
    void aDecisionFitsItsDescription() throws Exception {
        JsonNode responses = document.at("/paths/~1api~1claims~1{id}~1decisions/post/responses");
        for (String[] way : new String[][] {{"{\"decision\":\"accepted\"}", "201"}, {"{\"decision\":\"x\"}", "400"}}) {
            HttpResponse<String> answer = site.post("/api/claims/a2/decisions", way[0], "Content-Type", "application/json");
            assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(way[1]));
            fits(responses.get(way[1]), answer);
        }
    }

    @Test
    void anItemHasTheNamesOfTheReport() throws Exception {
        JsonNode answer = json("/api/claims?q=llama&limit=2&offset=1");
        assertThat(answer.get("total").intValue()).isEqualTo(3);
        assertThat(answer.get("items")).hasSize(2);
        assertThat(answer.get("items").get(0).propertyNames()).containsAll(Tables.CLAIMS.names());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"llama", "``", "open OR thing", "verdict:contradicted", "open -verdict:supported"})
    void theOrderIsThatOfTheCommandLineAndThePage(String query) throws Exception {
        var ids = new ArrayList<String>();
        json("/api/claims?q=" + Links.encoded(query)).get("items").forEach(i -> ids.add(i.get("claim_id").stringValue()));
        var printed = new ArrayList<String>();
        JSON.readTree(Cli.launch("search", query, "--format", "json", "--out", out).out())
                .forEach(i -> printed.add(i.get("claim_id").stringValue()));
        assertThat(ids).isNotEmpty().isEqualTo(printed);
        assertThat(site.page("/?q=" + Links.encoded(query)).select(".said a").eachAttr("href"))
                .isEqualTo(ids.stream().map(id -> "/claim/" + id).toList());
    }

    @Test
    void anErrorSaysWhereTheQueryIsWrong() throws Exception {
        JsonNode answer = json("/api/claims?q=llama%20AND%20)");
        assertThat(answer.get("error").stringValue()).contains("cannot stand here");
        assertThat(answer.get("position").intValue()).isEqualTo(11);
        assertThat(json("/api/nowhere").get("error").stringValue()).isEqualTo("There is no such page.");
    }

    private static void fits(JsonNode response, HttpResponse<String> answer) {
        JsonNode described = resolved(response);
        JsonNode schema = described.at("/content/application~1json/schema");
        var wrong = new ArrayList<String>();
        check(schema, JSON.readTree(answer.body()), "$", wrong);
        assertThat(wrong).as(answer.uri().toString()).isEmpty();
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").stringValue().substring(1)) : node;
    }

    /// The part of JSON Schema that the document uses.
    private static void check(JsonNode reference, JsonNode value, String where, List<String> wrong) {
        JsonNode schema = resolved(reference);
        schema.path("allOf").forEach(part -> check(part, value, where, wrong));
        if (schema.has("type") && !types(schema.get("type")).contains(typeOf(value, schema))) {
            wrong.add(where + " is " + typeOf(value, schema) + ", not " + schema.get("type"));
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.stringValue())) {
                wrong.add(where + " lacks " + name);
            }
        });
        if (value.isObject()) {
            schema.path("properties").properties().forEach((Map.Entry<String, JsonNode> p) -> {
                if (value.has(p.getKey())) {
                    check(p.getValue(), value.get(p.getKey()), where + "." + p.getKey(), wrong);
                }
            });
        }
        if (value.isArray() && schema.has("items")) {
            value.forEach(item -> check(schema.get("items"), item, where + "[]", wrong));
        }
    }

    private static List<String> types(JsonNode type) {
        var types = new ArrayList<String>();
        if (type.isArray()) {
            type.forEach(t -> types.add(t.stringValue()));
        } else {
            types.add(type.stringValue());
        }
        return types;
    }

    private static String typeOf(JsonNode value, JsonNode schema) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() && !types(schema.get("type")).contains("number") ? "integer" : "number";
            default -> "null";
        };
    }
}
