package org.openwash;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.openwash.domain.Article;
import org.openwash.domain.Format;
import org.openwash.domain.Metadata;
import org.openwash.domain.RawArticle;
import org.openwash.nlp.MentionFinder;
import org.openwash.nlp.StockBench;

/// Measures the way from an article's bytes to its judged claims against OpenNLP's own classes, a parser alone, one thread
/// against two, and the index. Ratios of processor time within one run, so that they mean the same on every machine. Run by
/// `scripts/bench nlp|gate|pipeline|index`.
final class PipelineBench {

    /// Articles of the gold sets, invented, each about open models or software.
    private static final List<Path> TOPICAL = List.of(Path.of("src/test/resources/gold/coverage/articles"),
            Path.of("src/test/resources/gold/apart/articles"));
    private static final Pattern OF_CLAIMS = Pattern.compile(
            ".*(open|licen|source|free|weight|proprietary|closed|apache|mit|public|gpl).*");
    private static final int ABOUT_MODELS = 100;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 3;
    /// Characters of the sample that OpenNLP's own classes read: at their rate more takes minutes.
    private static final int SAMPLE = 60_000;

    private final Pipeline pipeline = new Pipeline(SettingsLayers.of(null, Map.of()).settings(), Clock.systemUTC());
    private final Pipeline ungated = new Pipeline(SettingsLayers.of(null, Map.of("gate", "false")).settings(), Clock.systemUTC());
    private final List<String> topical = topical();
    private final List<String> general = general();

    private PipelineBench() throws IOException {}

    public static void main(String[] args) throws IOException {
        int megabytes = args.length > 1 && !args[0].equals("index") ? Integer.parseInt(args[1]) : 100;
        var bench = new PipelineBench();
        switch (args[0]) {
            case "nlp" -> StockBench.run(bench.topical.stream().limit(150).toList());
            case "gate" -> bench.gate(Math.min(megabytes, 10));
            case "pipeline" -> bench.pipeline(megabytes);
            case "index" -> bench.index(args[1]);
            default -> throw new IllegalArgumentException("no such part: " + args[0]);
        }
    }

    private void pipeline(int megabytes) {
        double stockTopical = StockBench.rate(String.join("\n", topical), SAMPLE);
        double stockGeneral = StockBench.rate(String.join("\n", general), SAMPLE);
        tell("OpenNLP, sentence to lemma, topical: the first " + SAMPLE + " characters", stockTopical);
        tell("OpenNLP, sentence to lemma, general: the first " + SAMPLE + " characters", stockGeneral);

        var texts = new Measure(i -> raw(i, topical.get(i % topical.size())), topical.size());
        double rate = texts.best(pipeline.analyser());
        tell("topical text, analysed", rate);
        ratio("  against OpenNLP", rate / stockTopical);

        var news = new Measure(i -> raw(i, article(i)), megabytes * 400);
        double newsRate = news.best(pipeline.analyser());
        tell("general text, %.0f MB, one article in %d topical, analysed".formatted(news.megabytes(), ABOUT_MODELS), newsRate);
        ratio("  against OpenNLP", newsRate / stockGeneral);
        tellShare("  time in topical articles", news.shareOf(ABOUT_MODELS, pipeline.analyser()));
        var spoken = new Measure(i -> raw(i, article(i * ABOUT_MODELS + 1) + "They licensed it.\n"), 200);
        tell("general articles, each with a word of openness, analysed", spoken.best(pipeline.analyser()));

        var pages = new Measure(i -> new RawArticle("page-" + i, Format.HTML, page(i).getBytes(StandardCharsets.UTF_8), null,
                Metadata.UNKNOWN), 2_000);
        double parse = pages.parse();
        double read = pages.best(pipeline.analyser());
        tell("general pages, parsed by Jsoup alone", parse);
        tell("general pages, analysed", read);
        ratio("  against parsing", read / parse);

        double one = news.seconds(pipeline, 1);
        double two = news.seconds(pipeline, 2);
        ratio("general text, two threads against one (by the clock)", one / two);
        double oneTopical = texts.seconds(pipeline, 1);
        double twoTopical = texts.seconds(pipeline, 2);
        ratio("topical text, two threads against one (by the clock)", oneTopical / twoTopical);
    }

    private void gate(int megabytes) {
        var news = new Measure(i -> raw(i, article(i)), megabytes * 400);
        double with = news.best(pipeline.analyser());
        double without = new Measure(i -> raw(i, article(i)), 400).best(ungated.analyser());
        tell("general text with the gate", with);
        tell("general text without it, the first MB", without);
        ratio("  with against without", with / without);
    }

    private void index(String out) throws IOException {
        List<String> inputs = TOPICAL.stream().map(Path::toString).toList();
        double without = Double.MAX_VALUE;
        double with = Double.MAX_VALUE;
        var indexed = new Pipeline(SettingsLayers.of(null, Map.of("out", out, "fresh", "true", "threads", "1")).settings(),
                Clock.systemUTC());
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long start = allCpu();
            pipeline.analyseInOrder(inputs, new ByteArrayInputStream(new byte[0]), outcome -> {});
            long between = allCpu();
            indexed.run(inputs, new ByteArrayInputStream(new byte[0]), done -> {});
            if (round >= WARM_UP) {
                without = Math.min(without, between - start);
                with = Math.min(with, allCpu() - between);
            }
        }
        ratio("topical text, %d articles, with index, stories and reports against analysis alone".formatted(topical.size()),
                with / without);
    }

    /// The same articles, made anew each time.
    private record Measure(IntFunction<RawArticle> articles, int count) {

        double megabytes() {
            return IntStream.range(0, count).mapToLong(i -> articles.apply(i).content().length).sum() / 1e6;
        }

        /// Megabytes a second of processor time, the best of a few rounds after some that warm up.
        double best(Analyser analyser) {
            double best = 0;
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                boolean warm = round >= WARM_UP;
                long nanos = 0;
                long bytes = 0;
                for (int i = 0; i < (warm ? count : Math.min(count, 3_000)); i++) {
                    RawArticle raw = articles.apply(i);
                    bytes += raw.content().length;
                    long start = cpu();
                    analyser.analyse(raw);
                    nanos += cpu() - start;
                }
                best = warm ? Math.max(best, bytes * 1e3 / nanos) : best;
            }
            return best;
        }

        /// Of the processor time, the share that one article in so many took.
        double shareOf(int oneIn, Analyser analyser) {
            long all = 0;
            long those = 0;
            for (int i = 0; i < count; i++) {
                RawArticle raw = articles.apply(i);
                long start = cpu();
                analyser.analyse(raw);
                long nanos = cpu() - start;
                all += nanos;
                those += i % oneIn == 0 ? nanos : 0;
            }
            return (double) those / all;
        }

        double parse() {
            double best = 0;
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                long nanos = 0;
                long bytes = 0;
                for (int i = 0; i < count; i++) {
                    RawArticle raw = articles.apply(i);
                    bytes += raw.content().length;
                    long start = cpu();
                    Jsoup.parse(new String(raw.content(), StandardCharsets.UTF_8));
                    nanos += cpu() - start;
                }
                best = Math.max(best, bytes * 1e3 / nanos);
            }
            return best;
        }

        double seconds(Pipeline pipeline, int threads) {
            List<RawArticle> raws = IntStream.range(0, Math.min(count, 20_000)).mapToObj(articles).toList();
            double best = Double.MAX_VALUE;
            for (int round = 0; round < 3; round++) {
                long start = System.nanoTime();
                try (var workers = new Workers(threads, () -> pipeline.analyser()::analyse, outcome -> {}, done -> {},
                        Duration.ofHours(1))) {
                    raws.forEach(workers::submit);
                }
                best = Math.min(best, (System.nanoTime() - start) / 1e9);
            }
            return best;
        }
    }

    private static RawArticle raw(int i, String text) {
        return new RawArticle("article-" + i, Format.TEXT, text.getBytes(StandardCharsets.UTF_8), "UTF-8", Metadata.UNKNOWN);
    }

    /// About 2.5 KB of sentences from the sample articles in random order, but one in a hundred a topical article.
    private String article(int i) {
        if (i % ABOUT_MODELS == 0) {
            return topical.get(i / ABOUT_MODELS % topical.size());
        }
        var random = new Random(i);
        var text = new StringBuilder();
        while (text.length() < 2_500) {
            for (int k = 0; k < 4; k++) {
                text.append(general.get(random.nextInt(general.size()))).append(' ');
            }
            text.append("\n\n");
        }
        return text.toString();
    }

    private String page(int i) {
        var page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Town news</title></head><body><nav><ul>");
        for (int k = 0; k < 60; k++) {
            page.append("<li class=\"menu-item\"><a class=\"link\" href=\"/section/").append(k).append("\">Section ").append(k)
                    .append("</a></li>\n");
        }
        page.append("</ul></nav><main><article><h1>Town news</h1>");
        article(i).lines().filter(l -> !l.isBlank()).forEach(l -> page.append("<p>").append(l.replace("<", "&lt;")).append("</p>\n"));
        return page.append("</article></main><footer><p>Contact the editors</p></footer></body></html>").toString();
    }

    private static List<String> topical() throws IOException {
        var texts = new ArrayList<String>();
        for (Path folder : TOPICAL) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }

    /// Sentences without a word of claims, a phrase of openness or a known name: words of the topical articles, a few of which
    /// begin with capitals.
    private List<String> general() {
        Analyser analyser = pipeline.analyser();
        List<String> words = topical.stream().flatMap(t -> Arrays.stream(t.split("[^A-Za-z]+")))
                .filter(w -> !w.isEmpty() && w.equals(w.toLowerCase(Locale.ROOT)) && !OF_CLAIMS.matcher(w).matches())
                .toList();
        var random = new Random(1);
        return Stream.generate(() -> {
            var sentence = new StringBuilder("The");
            for (int k = 8 + random.nextInt(20); k > 0; k--) {
                sentence.append(' ').append(words.get(random.nextInt(words.size())));
            }
            return sentence.append(random.nextInt(4) == 0 ? ", Mrs Aldwinter said." : ".").toString();
        }).filter(sentence -> isPassedBy(analyser, sentence)).limit(4_000).toList();
    }

    private static boolean isPassedBy(Analyser analyser, String sentence) {
        var article = new Article("", "", Metadata.UNKNOWN, "", "en", sentence, "");
        return analyser.names().sight(article) == MentionFinder.Sight.NOTHING && !analyser.claimFinder().speaksOfOpenness(article);
    }

    private static void tell(String what, double rate) {
        System.out.printf(Locale.ROOT, "%-95s %9.3f MB/s%n", what, rate);
    }

    private static void tellShare(String what, double share) {
        System.out.printf(Locale.ROOT, "%-95s %9.0f %%%n", what, 100 * share);
    }

    private static void ratio(String what, double ratio) {
        System.out.printf(Locale.ROOT, "%-95s %9.2f times%n", what, ratio);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// Of the whole process: indexing has threads of its own.
    private static long allCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
