package org.openwash.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.openwash.domain.Article;
import org.openwash.domain.Attribution;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Verdict;
import org.openwash.index.ArticleIndex;
import org.openwash.testing.Samples;

/// How long pages take over a generated index. `PageBench [CLAIMS] [REQUESTS] [FOLDER]`; a folder that holds an index
/// is used as it is.
final class PageBench {

    private static final String[] SUBJECTS = {"llama-2", "llama-3", "mistral", "redis", "grafana", "falcon", "gemma", "whisper"};
    private static final int IN_ONE = 5;

    private PageBench() {}

    public static void main(String[] args) throws Exception {
        int claims = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int requests = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        Path out = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("page-bench");
        if (!Files.isDirectory(out.resolve(ArticleIndex.FOLDER))) {
            generate(out, claims);
        }
        var addresses = new LinkedHashMap<String, List<String>>();
        addresses.put("start", List.of("/"));
        addresses.put("all claims", List.of("/?q="));
        addresses.put("a word", List.of("/?q=model", "/?q=licence", "/?q=boats"));
        addresses.put("a subject, narrowed", List.of("/?q=open+source&subject=llama-3&verdict=contradicted"));
        addresses.put("dates", List.of("/?q=published:[2023-01-01%20TO%202023-06-30]".replace("[", "%5B").replace("]", "%5D")));
        addresses.put("last page", List.of("/?q=open&page=500"));
        addresses.put("claim", List.of("/claim/c100", "/claim/c2000", "/claim/c40001"));
        addresses.put("article", List.of("/article?id=a20", "/article?id=a400"));
        addresses.put("subject", List.of("/subject/llama-3", "/subject/redis"));
        addresses.put("API, claims", List.of("/api/claims?q=open+source"));
        System.out.printf(Locale.ROOT, "%-22s %8s %8s %8s%n", "page", "p50 ms", "p99 ms", "most");
        try (Site site = Site.open(out, ServerSettings.local())) {
            for (Map.Entry<String, List<String>> kind : addresses.entrySet()) {
                measure(site, kind.getKey(), kind.getValue(), requests);
            }
        }
    }

    private static void measure(Site site, String name, List<String> addresses, int requests) throws Exception {
        double[] millis = new double[requests];
        for (int i = -requests / 4; i < requests; i++) { // the first ones warm up
            long begun = System.nanoTime();
            var answer = site.get(addresses.get(Math.floorMod(i, addresses.size())));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.uri() + ": " + answer.statusCode());
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(Locale.ROOT, "%-22s %8.1f %8.1f %8.1f%n", name, millis[requests / 2],
                millis[requests * 99 / 100], millis[requests - 1]);
    }

    private static void generate(Path out, int claims) throws Exception {
        var random = new Random(7);
        try (var index = ArticleIndex.openForWriting(out.resolve(ArticleIndex.FOLDER), Samples.catalogue()::ancestorsOf)) {
            for (int a = 0; a < claims / IN_ONE; a++) {
                var text = new StringBuilder();
                for (int i = 0; i < IN_ONE; i++) {
                    text.append("The boats came in on day ").append(a).append(". ").append(sentence(a, i, random)).append('\n');
                }
                LocalDate day = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2_500));
                Article article = Samples.article("a" + a, "Outlet " + random.nextInt(200), day, text.toString());
                var judged = new ArrayList<JudgedClaim>();
                for (int i = 0; i < IN_ONE; i++) {
                    String said = text.toString().split("\n")[i].replaceFirst("^[^.]*\\. ", "");
                    String subject = SUBJECTS[random.nextInt(SUBJECTS.length)];
                    judged.add(Samples.claim(article, said).id("c" + (a * IN_ONE + i)).about(subject, subject)
                            .saidBy(Attribution.VENDOR, "the maker").facts("llama-3#1")
                            .judged(Verdict.values()[random.nextInt(4)]));
                }
                index.put(Samples.analysed(article, judged.toArray(JudgedClaim[]::new)));
            }
            index.commit(Map.of());
        }
    }

    private static String sentence(int article, int number, Random random) {
        return "Model " + article + "-" + number + " of its maker is an open source model under a licence that "
                + (random.nextBoolean() ? "lets anyone use it." : "few have read.");
    }
}
