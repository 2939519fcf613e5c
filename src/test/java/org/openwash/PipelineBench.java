package org.openwash;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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

    /// What `pipeline` measures.
    private enum Part { TEXT, PAGES, THREADS }

    private static final int WARM_UP = 4;
    private static final int ROUNDS = 3;
    /// Characters of the sample that OpenNLP's own classes read: at their rate more takes minutes.
    private static final int SAMPLE = 60_000;

    private final Pipeline pipeline = new Pipeline(SettingsLayers.of(null, Map.of()).settings(), Clock.systemUTC());
    private final Pipeline ungated = new Pipeline(SettingsLayers.of(null, Map.of("gate", "false")).settings(), Clock.systemUTC());
    private final GeneratedNews news = new GeneratedNews(this::isGeneral);
    private final List<String> topical = news.topical();

    private PipelineBench() throws IOException {}

    public static void main(String[] args) throws IOException {
        var bench = new PipelineBench();
        switch (args[0]) {
            case "nlp" -> StockBench.run(bench.topical.stream().limit(150).toList());
            case "gate" -> bench.gate(Math.min(Integer.parseInt(args[1]), 10));
            case "pipeline" -> {
                Set<Part> parts = EnumSet.noneOf(Part.class);
                int megabytes = 100;
                for (String arg : Arrays.asList(args).subList(1, args.length)) {
                    if (Character.isDigit(arg.charAt(0))) {
                        megabytes = Integer.parseInt(arg);
                    } else {
                        parts.add(Part.valueOf(arg.toUpperCase(Locale.ROOT)));
                    }
                }
                bench.pipeline(megabytes, parts);
            }
            case "index" -> bench.index(args[1]);
            default -> throw new IllegalArgumentException("no such part: " + args[0]);
        }
    }

    /// @param parts those to be measured; all if there are none
    private void pipeline(int megabytes, Set<Part> parts) {
        for (Part part : parts.isEmpty() ? EnumSet.allOf(Part.class) : parts) {
            switch (part) {
                case TEXT -> text(megabytes);
                case PAGES -> pages();
                case THREADS -> threads(megabytes);
            }
        }
    }

    private void text(int megabytes) {
        double stockTopical = StockBench.rate(String.join("\n", topical), SAMPLE);
        double stockGeneral = StockBench.rate(String.join("\n", news.general()), SAMPLE);
        tell("OpenNLP, sentence to lemma, topical: the first " + SAMPLE + " characters", stockTopical);
        tell("OpenNLP, sentence to lemma, general: the first " + SAMPLE + " characters", stockGeneral);

        double rate = texts().best(pipeline.analyser());
        tell("topical text, analysed", rate);
        ratio("  against OpenNLP", rate / stockTopical);

        Measure articles = articles(megabytes);
        double newsRate = articles.best(pipeline.analyser());
        tell("general text, %.0f MB, one article in %d topical, analysed".formatted(articles.megabytes(), GeneratedNews.ABOUT_MODELS), newsRate);
        ratio("  against OpenNLP", newsRate / stockGeneral);
        tellShare("  time in topical articles", articles.shareOf(GeneratedNews.ABOUT_MODELS, pipeline.analyser()));
        var spoken = new Measure(i -> raw(i, news.article(i * GeneratedNews.ABOUT_MODELS + 1) + "They licensed it.\n"), 200);
        tell("general articles, each with a word of openness, analysed", spoken.best(pipeline.analyser()));
    }

    /// Each page is parsed and analysed in turn, and of each the best round counts: so what else the machine does meets both
    /// alike. Pages on the subject take most of the time, whatever their tags, so the others are told apart.
    private void pages() {
        List<RawArticle> pages = IntStream.range(0, 300).mapToObj(i -> page(i)).toList();
        Analyser analyser = pipeline.analyser();
        long[] parse = new long[pages.size()];
        long[] read = new long[pages.size()];
        Arrays.fill(parse, Long.MAX_VALUE);
        Arrays.fill(read, Long.MAX_VALUE);
        for (int round = 0; round < 5 * WARM_UP; round++) {
            for (int i = 0; i < pages.size(); i++) {
                long start = cpu();
                Jsoup.parse(new String(pages.get(i).content(), StandardCharsets.UTF_8));
                long between = cpu();
                analyser.analyse(pages.get(i));
                parse[i] = Math.min(parse[i], between - start);
                read[i] = Math.min(read[i], cpu() - between);
            }
        }
        tell(pages, parse, read, "one in %d topical".formatted(GeneratedNews.ABOUT_MODELS), i -> true);
        tell(pages, parse, read, "none topical", i -> i % GeneratedNews.ABOUT_MODELS != 0);
    }

    private static void tell(List<RawArticle> pages, long[] parse, long[] read, String which, IntPredicate wanted) {
        double bytes = IntStream.range(0, pages.size()).filter(wanted).mapToLong(i -> pages.get(i).content().length).sum();
        double parsed = IntStream.range(0, pages.size()).filter(wanted).mapToLong(i -> parse[i]).sum();
        double analysed = IntStream.range(0, pages.size()).filter(wanted).mapToLong(i -> read[i]).sum();
        tell("general pages of %.0f kB, %s, parsed by Jsoup alone".formatted(bytes / pages.size() / 1e3, which), bytes * 1e3 / parsed);
        tell("  analysed", bytes * 1e3 / analysed);
        ratio("  against parsing", parsed / analysed);
    }

    private RawArticle page(int i) {
        byte[] page = NewsPage.of(i, news.article(i), news.general()).getBytes(StandardCharsets.UTF_8);
        return new RawArticle("page-" + i, Format.HTML, page, null, Metadata.UNKNOWN);
    }

    private void threads(int megabytes) {
        Measure articles = articles(megabytes);
        double one = articles.seconds(pipeline, 1);
        double two = articles.seconds(pipeline, 2);
        ratio("general text, two threads against one (by the clock)", one / two);
        Measure texts = texts();
        double oneTopical = texts.seconds(pipeline, 1);
        double twoTopical = texts.seconds(pipeline, 2);
        ratio("topical text, two threads against one (by the clock)", oneTopical / twoTopical);
    }

    private Measure texts() {
        return new Measure(i -> raw(i, topical.get(i % topical.size())), topical.size());
    }

    private Measure articles(int megabytes) {
        return new Measure(i -> raw(i, news.article(i)), megabytes * 400);
    }

    private void gate(int megabytes) {
        Measure articles = articles(megabytes);
        double with = articles.best(pipeline.analyser());
        double without = new Measure(i -> raw(i, news.article(i)), 400).best(ungated.analyser());
        tell("general text with the gate", with);
        tell("general text without it, the first MB", without);
        ratio("  with against without", with / without);
    }

    private void index(String out) throws IOException {
        List<String> inputs = GeneratedNews.TOPICAL.stream().map(Path::toString).toList();
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

    /// Sentences that the gate passes by.
    private boolean isGeneral(String sentence) {
        var article = new Article("", "", Metadata.UNKNOWN, "", "en", sentence, "");
        Analyser analyser = pipeline.analyser();
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
