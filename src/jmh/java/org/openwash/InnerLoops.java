package org.openwash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openwash.claims.ClaimFinder;
import org.openwash.claims.Confidence;
import org.openwash.domain.Article;
import org.openwash.domain.Claim;
import org.openwash.domain.Format;
import org.openwash.domain.Mention;
import org.openwash.domain.Metadata;
import org.openwash.domain.Outcome;
import org.openwash.domain.RawArticle;
import org.openwash.domain.Sentence;
import org.openwash.domain.UnreadableArticleException;
import org.openwash.facts.FactBook;
import org.openwash.index.ArticleIndex;
import org.openwash.nlp.Annotator;
import org.openwash.nlp.Decoding;
import org.openwash.nlp.LanguageDetector;
import org.openwash.nlp.MentionFinder;
import org.openwash.nlp.Models;
import org.openwash.nlp.NameTagger;
import org.openwash.text.TextCleaner;

/// The loops in which a run spends its time, one article each. Run by `scripts/bench jmh`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = {"--enable-native-access=ALL-UNNAMED", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class InnerLoops {

    private MentionFinder names;
    private Annotator own;
    private Annotator stock;
    private ClaimFinder claimFinder;
    private ArticleReader reader;
    private ArticleIndex index;
    private Article general;
    private Article topical;
    private List<Sentence> sentences;
    private List<Mention> mentions;
    private RawArticle page;
    private Outcome.Analysed outcome;

    @Setup
    public void prepare() throws IOException, UnreadableArticleException {
        var news = new GeneratedNews();
        var catalogue = FactBook.load(null).catalogue();
        var models = Models.load();
        names = new MentionFinder(catalogue);
        own = new Annotator(models, names, new NameTagger(models.names(), Decoding.WORDS), Decoding.WORDS);
        stock = new Annotator(models, names, new NameTagger(models.names(), Decoding.STOCK), Decoding.STOCK);
        claimFinder = new ClaimFinder(catalogue, LearnedDecider.load(new TreeMap<>()), Confidence.load());
        reader = new ArticleReader(new TextCleaner(ArticleReader.today(Clock.systemUTC())), new LanguageDetector(models.languages()));
        index = ArticleIndex.openTemporary(catalogue::ancestorsOf);
        general = reader.read(raw(news.article(1), Format.TEXT));
        // the middle one by length
        List<String> texts = news.topical().stream().sorted(Comparator.comparingInt(String::length)).toList();
        RawArticle middle = raw(texts.get(texts.size() / 2), Format.TEXT);
        topical = reader.read(middle);
        sentences = own.sentences(topical);
        mentions = own.mentions(topical, sentences);
        page = raw(NewsPage.of(1, news.article(1), news.general()), Format.HTML);
        var pipeline = new Pipeline(SettingsLayers.of(null, Map.of()).settings(), Clock.systemUTC());
        outcome = (Outcome.Analysed) pipeline.analyser().analyse(middle);
    }

    @TearDown
    public void close() throws IOException {
        index.close();
    }

    private static RawArticle raw(String text, Format format) {
        return new RawArticle("article", format, text.getBytes(StandardCharsets.UTF_8), "UTF-8", Metadata.UNKNOWN);
    }

    @Benchmark
    public boolean gateOverAGeneralArticle() {
        return names.anyIn(general);
    }

    @Benchmark
    public List<Sentence> sentencesToLemmasOwn() {
        return own.sentences(topical);
    }

    @Benchmark
    public List<Sentence> sentencesToLemmasStock() {
        return stock.sentences(topical);
    }

    @Benchmark
    public List<Claim> claimsOfATopicalArticle() {
        return claimFinder.find(topical, sentences, mentions);
    }

    @Benchmark
    public Article readingAPage() throws UnreadableArticleException {
        return reader.read(page);
    }

    @Benchmark
    public ArticleIndex puttingIntoTheIndex() throws IOException {
        index.put(outcome);
        return index;
    }
}
