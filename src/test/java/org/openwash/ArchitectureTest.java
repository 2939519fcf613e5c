package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Guards the direction of the arrows: `domain ← stages ← root ← cli, web, training`, stages do not know each other, and each library
/// has its one home. It reads imports, and names written out in full.
class ArchitectureTest {

    private static final Path SOURCES = Path.of("src/main/java/org/openwash");
    private static final Set<String> STAGES =
            Set.of("ingest", "text", "nlp", "claims", "facts", "index", "stories", "report", "evaluation", "upstream", "review",
                    "watch", "annotation", "nightly", "statistics", "publication", "fetch");
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.*]+);");
    private static final Pattern FULL_NAME = Pattern.compile("\\b((?:org\\.openwash|opennlp|org\\.apache|io\\.javalin|gg\\.jte)\\.[a-z][\\w.]*)");

    @Test
    void everyImportPointsTheRightWay() throws IOException {
        var wrong = new ArrayList<String>();
        int files = 0;
        try (Stream<Path> all = Files.walk(SOURCES)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                files++;
                Path below = SOURCES.relativize(file);
                String home = below.getNameCount() == 1 ? "" : below.getName(0).toString();
                String name = below.getFileName().toString().replace(".java", "");
                for (String used : used(Files.readAllLines(file))) {
                    if (!allowed(home, name, used)) {
                        wrong.add(below + " uses " + used);
                    }
                }
            }
        }
        assertThat(files).isGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    @Test
    void packagesLieOneLevelDeepAndEachIsKnown() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            assertThat(all.filter(Files::isDirectory).map(SOURCES::relativize).map(Path::toString))
                    .allMatch(p -> p.isEmpty() || STAGES.contains(p) || Set.of("domain", "cli", "training", "web").contains(p));
        }
    }

    @ParameterizedTest(name = "{0} may not use {2}")
    @CsvSource(textBlock = """
            # home, class,        what it uses
            domain, Claim,        org.openwash.facts.FactBook
            domain, Claim,        tools.jackson.databind.json.JsonMapper
            claims, ClaimFinder,  org.openwash.nlp.Annotator
            facts,  Judge,        org.openwash.index.ArticleIndex
            text,   TextCleaner,  org.openwash.ingest.Found
            report, ReportWriter, org.openwash.Settings
            stories, Stories,     org.openwash.index.ArticleIndex
            claims, ClaimFinder,  opennlp.tools.tokenize.TokenizerME
            '',     Pipeline,     org.apache.lucene.index.IndexWriter
            '',     Pipeline,     org.openwash.cli.Cli
            nlp,    Annotator,    org.openwash.cli.Messages
            facts,  Judge,        org.jsoup.Jsoup
            facts,  Judge,        org.openwash.upstream.Upstream
            ingest, Sources,      org.openwash.fetch.Fetcher
            fetch,  Fetcher,      org.openwash.report.ReportWriter
            web,    Routes,       org.apache.hc.client5.http.classic.methods.HttpGet
            upstream, Comparison, org.openwash.report.ReportWriter
            training, Study,      org.openwash.report.ReportWriter
            claims, Teacher,      org.openwash.training.Study
            statistics, Corpus,   org.openwash.report.Tables
            publication, Page,    org.openwash.report.Tables
            publication, Page,    org.apache.commons.csv.CSVFormat
            web,    Routes,       org.openwash.cli.Cli
            web,    Routes,       org.apache.lucene.search.Query
            cli,    ServeCommand, io.javalin.Javalin
            index,  ClaimSearch,  org.openwash.web.Routes
            '',     Pipeline,     org.openwash.web.WebServer
            """)
    void aForbiddenArrowIsSeen(String home, String name, String used) {
        assertThat(allowed(home, name, used)).isFalse();
    }

    @Test
    void importsAndFullNamesAreBothSeen() {
        assertThat(used(List.of(
                        "package org.openwash.claims;",
                        "import static org.openwash.nlp.Models.load;",
                        "    var x = new org.openwash.index.Marks();",
                        "/// Speaks of org.openwash.facts.Judge only.")))
                .containsExactly("org.openwash.nlp.Models.load", "org.openwash.index.Marks");
    }

    /// What the code of a file uses: its imports, and the names that it writes out in full outside comments.
    private static List<String> used(List<String> lines) {
        var names = new ArrayList<String>();
        for (String line : lines) {
            String code = line.strip();
            if (code.startsWith("//") || code.startsWith("*") || code.startsWith("/*") || code.startsWith("package ")) {
                continue;
            }
            var imported = IMPORT.matcher(code);
            if (imported.find()) {
                names.add(imported.group(1));
            } else {
                // what stands in quotation marks is a name of a logger or a resource
                FULL_NAME.matcher(code.replaceAll("\"[^\"]*\"", "")).results().forEach(r -> names.add(r.group(1)));
            }
        }
        return names;
    }

    private static boolean allowed(String home, String name, String used) {
        if (used.startsWith("java.") || used.startsWith("org.jspecify.")) {
            return true;
        }
        if (used.startsWith("org.openwash.")) {
            return allowedWithin(home, name, used.substring("org.openwash.".length()));
        }
        if (used.startsWith("opennlp.")) {
            return home.equals("nlp");
        }
        if (used.startsWith("org.apache.lucene.")) {
            return home.equals("index");
        }
        return switch (home) {
            case "domain" -> false;
            case "ingest" -> libraryIsOf(used, "org.apache.commons.csv.", "tools.jackson.",
                    "org.apache.commons.compress.", "org.netpreserve.jwarc.", "com.rometools.", "org.jdom2.", "org.jsoup.");
            case "publication" -> libraryIsOf(used, "gg.jte.");
            case "annotation", "report", "upstream", "review" -> libraryIsOf(used, "org.apache.commons.csv.", "tools.jackson.");
            case "nightly" -> libraryIsOf(used, "tools.jackson.");
            case "evaluation" -> libraryIsOf(used, "org.apache.commons.csv.", "tools.jackson.", "org.dkpro.statistics.");
            case "watch" -> libraryIsOf(used, "org.apache.commons.csv.", "com.rometools.rome.", "org.jdom2.");
            case "facts" -> libraryIsOf(used, "org.apache.commons.csv.", "org.spdx.");
            case "fetch" -> libraryIsOf(used, "org.apache.hc.", "crawlercommons.", "org.netpreserve.jwarc.", "tools.jackson.",
                    "javax.net.ssl.");
            case "text" -> libraryIsOf(used, "org.jsoup.", "tools.jackson.", "org.apache.pdfbox.", "org.apache.fontbox.");
            // Jackson 3 still has its annotations under the old name
            case "index", "" -> libraryIsOf(used, "tools.jackson.", "com.fasterxml.jackson.annotation.");
            case "web" -> libraryIsOf(used, "io.javalin.", "gg.jte.", "org.eclipse.jetty.", "javax.crypto.", "tools.jackson.",
                    "org.slf4j.");
            case "cli" -> libraryIsOf(used, "picocli.", "me.tongfei.progressbar.", "tools.jackson.", "org.slf4j.");
            default -> false;
        };
    }

    private static boolean allowedWithin(String home, String name, String used) {
        String target = Character.isUpperCase(used.charAt(0)) ? "" : used.substring(0, used.indexOf('.'));
        if (target.equals("domain") || target.equals(home)) {
            return true;
        }
        return switch (home) {
            case "" -> STAGES.contains(target) || name.equals("Main") && target.equals("cli");
            case "cli" -> STAGES.contains(target) || target.isEmpty() || target.equals("web");
            case "web" -> STAGES.contains(target) || target.isEmpty();
            case "training" -> Set.of("claims", "nlp", "facts", "").contains(target);
            case "annotation", "evaluation", "review", "watch" -> target.equals("report");
            case "upstream" -> target.equals("facts");
            case "report" -> Set.of("publication", "statistics").contains(target);
            case "publication" -> target.equals("statistics");
            case "fetch" -> target.equals("ingest"); // one reader of feeds
            default -> false; // domain knows nobody, a stage knows only the domain
        };
    }

    private static boolean libraryIsOf(String used, String... homes) {
        return Stream.of(homes).anyMatch(used::startsWith);
    }
}
