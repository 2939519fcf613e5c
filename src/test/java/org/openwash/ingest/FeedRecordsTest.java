package org.openwash.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Article;
import org.openwash.domain.Format;
import org.openwash.domain.Outcome;
import org.openwash.domain.RawArticle;
import org.openwash.domain.UnreadableArticleException;
import org.openwash.testing.NastyFolder;
import org.openwash.text.TextCleaner;

/// Feeds beyond the samples: what is hostile, broken or odd. See [SamplesTest] for what each form is read as.
class FeedRecordsTest {

    private static final TextCleaner CLEANER = new TextCleaner();

    @TempDir
    private Path folder;

    private Harvest harvest(byte[] feed) throws IOException {
        return Harvest.of(Files.write(folder.resolve("f.xml"), feed));
    }

    private Harvest harvest(String feed) throws IOException {
        return harvest(feed.getBytes(StandardCharsets.UTF_8));
    }

    private Article only(String feed) throws IOException, UnreadableArticleException {
        return CLEANER.clean(harvest(feed).only());
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>The Quay Post</title>" + items + "</channel></rss>";
    }

    private static String item(String content) {
        return "<item><link>https://quay.example/a</link>" + content + "</item>";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # name   | before the root                                       | root
            f.xml    | ``                                                    | <rss version="2.0">
            f        | \\uFEFF                                               | <rss version="2.0">
            f.txt    | \\n\\n<?xml version="1.0"?>                           | <rss version="2.0">
            f.html   | <?xml-stylesheet href="a>b"?><!-- <html> -->          | <rss version="2.0">
            f.xml    | <!DOCTYPE rss PUBLIC "-//N//DTD" "http://x.example/d">| <rss version="0.91">
            f.xml    | <!DOCTYPE rss [<!ENTITY a "]>"> <!-- ]> -->]>         | <rss>
            f.atom   | ``                                                    | <feed xmlns="http://www.w3.org/2005/Atom">
            f.xml    | <?xml version='1.0'?>                                 | <a:feed xmlns:a="http://www.w3.org/2005/Atom">
            f.xml    | ``                                                    | <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
            """)
    void aFeedIsKnownByItsRootWhateverStandsBeforeIt(String name, String before, String root) throws IOException {
        String prefix = root.startsWith("<a:") ? "a:" : "";
        String rootName = root.substring(1).split("[ >]")[0];
        String entry = root.contains("feed") ? "<PentryX><Ptitle>T</Ptitle><Pcontent>Words</Pcontent></PentryX>" : item("<description>Words</description>");
        String feed = before.replace("\\n", "\n").replace("\\uFEFF", "\uFEFF") + root
                + (root.contains("rss ") || root.equals("<rss>") ? "<channel>" + entry + "</channel>" : entry)
                        .replace("P", prefix).replace("X", "")
                + "</" + rootName + ">";
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16}) {
            Path file = Files.write(folder.resolve(name), feed.replace("\uFEFF", charset.equals(StandardCharsets.UTF_16) ? "" : "\uFEFF")
                    .getBytes(charset));
            RawArticle article = Harvest.of(file).only();
            assertThat(article.source()).endsWith(name + "#1");
            assertThat(Harvest.text(article)).isEqualTo("Words");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # feed title                      | outlet
            The Quay Post                     | The Quay Post
            The Quay Post RSS Feed            | The Quay Post
            The Quay Post » Latest news (RSS) | The Quay Post
            RSS - The Quay Post               | The Quay Post
            The Quay Post - Technology        | The Quay Post - Technology
            Quay News                         | Quay News
            All posts                         | ''
            """)
    void anOutletIsNamedByTheTitleOfItsFeed(String title, String outlet) {
        assertThat(FeedTitle.load().outlet(title)).isEqualTo(outlet);
    }

    @Test
    void aShortSummaryIsReadWhole() throws IOException, UnreadableArticleException {
        String words = "Some words of a summary, ".repeat(12).strip();
        Article article = only(rss(item("<title>T</title><description>&lt;div class=\"teaser\"&gt;First.&lt;/div&gt; &lt;p&gt;"
                + words + "&lt;/p&gt; Loose words. &lt;script&gt;x()&lt;/script&gt;</description>")));
        assertThat(article.text()).isEqualTo("First.\n" + words + "\nLoose words.");
        assertThat(article.notes()).isEmpty();
    }

    @Test
    void markupThatIsNotEscapedKeepsItsWords() throws IOException, UnreadableArticleException {
        assertThat(only(rss(item("<description>Olm is <b>open <i>source</i></b>, they say.</description>"))).text())
                .isEqualTo("Olm is open source, they say.");
    }

    @Test
    void anEntryWithoutWordsIsAnAddress() throws IOException {
        assertThat(harvest(rss(item("<title>T</title><description>&lt;img src='x.png'/&gt;</description>"))).rejected())
                .containsExactly(new Outcome.Skipped(folder + "/f.xml#1", ArticleRecord.ONLY_ADDRESS));
        assertThat(harvest(rss("")).rejected()).containsExactly(new Outcome.Skipped(folder + "/f.xml", "holds no record"));
    }

    @Test
    void whatIsBrokenCostsOneEntry() throws IOException {
        Harvest harvest = harvest(rss(item("<description>One</description>")
                + "\n" + item("<description>Two</description><a:b:c/>") + "\n" + item("<description>Three</description>")));
        assertThat(harvest.articles()).extracting(Harvest::text).containsExactly("One", "Three");
        assertThat(harvest.failed()).extracting(Outcome.Failed::source, Outcome.Failed::place)
                .containsExactly(tuple(folder + "/f.xml#2", "line 2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <rss xmlns:x="urn:x"><channel><x:item><description>Words</description></x:item></channel></rss>
            <rss><channel xmlns="urn:x"><title>T</title></channel><item><title>T</title></item></rss>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:r="http://purl.org/rss/1.0/"><channel/><item/></rdf:RDF>
            <rdf:RDF xmlns:rdf="urn:rdf"><item><description>Words</description></item></rdf:RDF>
            <feed xmlns="urn:x"><entry><content>Words</content></entry></feed>
            <feed xmlns="1://x"><entry><content>Words</content></entry></feed>
            """)
    void aFormThatNobodyKnowsIsAFailure(String feed) throws IOException {
        assertThat(harvest(feed).failed()).singleElement().satisfies(f -> assertThat(f.source()).endsWith("f.xml#1"));
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, UTF-8", "windows-1252, windows-1252", "ISO-8859-1, ISO-8859-1", "UTF-8, ISO-8859-1", "UTF-8, no-such",
            "UTF-16, UTF-8", "windows-1252, ''"})
    void charactersAreReadWhateverIsDeclared(String written, String declared) throws IOException, UnreadableArticleException {
        String declaration = declared.isEmpty() ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
        byte[] feed = (declaration + rss(item("<description>Très bien, déjà vu</description>"))).getBytes(Charset.forName(written));
        Article article = CLEANER.clean(harvest(feed).only());
        assertThat(article.text()).isEqualTo("Très bien, déjà vu");
        boolean assumed = written.equals("windows-1252") && !declared.equals(written);
        assertThat(article.notes()).isEqualTo(assumed ? "read as windows-1252, since it is not UTF-8" : "");
    }

    @Nested
    class Cut {

        @Test
        void theEntriesBeforeACutAreRead() throws IOException {
            String feed = rss("\n" + item("<description>One</description>") + "\n" + item("<description>Two</description>"));
            for (int length = 0; length < feed.length() - 1; length++) {
                String cut = feed.substring(0, length);
                if (!cut.contains("<rss version")) {
                    continue;
                }
                Harvest harvest = harvest(cut);
                assertThat(harvest.articles()).as(cut).hasSize(cut.split("</item", -1).length - 1);
                assertThat(harvest.failed()).as(cut).hasSize(1);
                assertThat(harvest.sources(folder)).as(cut).doesNotHaveDuplicates();
            }
        }

        @Test
        void soAreThoseOfAClippedArchive() throws IOException {
            var items = new StringBuilder();
            var random = new Random(7); // words that do not compress
            for (int i = 0; i < 3000; i++) {
                items.append(item("<description>" + Long.toString(random.nextLong(), 36) + "</description>"));
            }
            Path file = Files.write(folder.resolve("f.xml.gz"), NastyFolder.clipped(NastyFolder.gzip(rss(items.toString()))));
            Harvest harvest = Harvest.of(file);
            assertThat(harvest.articles()).hasSizeBetween(1000, 2500);
            assertThat(harvest.failed()).singleElement().satisfies(f -> assertThat(f.reason()).startsWith("gzip file is cut short"));
        }
    }

    @Nested
    @Timeout(60)
    class Hostile {

        @Test
        void noEntityIsEverLookedUp() throws IOException, UnreadableArticleException {
            Path secret = Files.writeString(folder.resolve("secret"), "a secret");
            String text = only("<!DOCTYPE rss SYSTEM \"http://192.0.2.1/never.dtd\" [<!ENTITY xxe SYSTEM \"" + secret.toUri() + "\">"
                    + "<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p; <!ENTITY inner \"words\">]>"
                    + rss(item("<title>&xxe;</title><description>Words &xxe; and &inner;.</description>"))).text();
            assertThat(text).isEqualTo("Words &xxe; and &inner;.");
        }

        @Test
        void aBillionLaughsAreOne() throws IOException, UnreadableArticleException {
            var entities = new StringBuilder("<!ENTITY l0 \"lol\">");
            for (int i = 1; i < 10; i++) {
                entities.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
            }
            assertThat(only("<!DOCTYPE rss [" + entities + "]>" + rss(item("<description>Ha &l9;</description>"))).text())
                    .isEqualTo("Ha &l9;");
        }

        @Test
        void nestingHasAnEnd() throws IOException, UnreadableArticleException {
            String deep = "<b>".repeat(100_000) + "Deep" + "</b>".repeat(100_000);
            Harvest harvest = harvest(rss(deep + item("<description>One " + deep + " words</description>")
                    + item("<description>Two" + "<div>".repeat(100_000) + "</description>") + item("<description>Three</description>")));
            assertThat(harvest.rejected()).isEmpty();
            assertThat(CLEANER.clean(harvest.articles().getFirst()).text()).isEqualTo("One Deep words");
            assertThat(harvest.articles().getFirst().notes()).contains("elements nested too deep");
            assertThat(Harvest.text(harvest.articles().getLast())).isEqualTo("Three");
        }

        @ParameterizedTest
        @CsvSource({"<a b=\", 1", "<![CDATA[, 1", "<!--, 1", "&, 2", "<, 2", "<item>, 0", "</x>, 2", "<a b='x\">, 1", "<x:y z:a=''>, 2",
                "<!DOCTYPE [, 1", "&#x110000;, 2", "]]>, 2"})
        void noMarkMakesTheTimeGrowOutOfProportion(String mark, int whole) throws IOException {
            String many = mark.repeat(20_000);
            Harvest harvest = harvest(rss(item("<description>One</description>") + item("<description>" + many + " Two</description>")));
            assertThat(harvest.found().size()).isPositive();
            assertThat(Harvest.text(harvest.articles().getFirst())).isEqualTo("One");
        }

        @Test
        void aLargeRootIsNotRepeatedForEveryEntry() throws IOException {
            var root = new StringBuilder("<rss");
            for (int i = 0; i < 50_000; i++) {
                root.append(" xmlns:p").append(i).append("=\"urn:").append(i).append('"');
            }
            String feed = root + "><channel>" + item("<p7:x/><description>Words</description>").repeat(5_000) + "</channel></rss>";
            assertThat(harvest(feed).articles()).hasSize(5_000);
        }

        @Test
        void anEntryLargerThanTheLimitIsRefusedAndTheNextRead() throws IOException {
            Path file = Files.writeString(folder.resolve("f.xml"), rss(item("<description>" + "x".repeat(2000) + "</description>")
                    + item("<description>" + "<b>".repeat(300_000) + "</description>") + item("<description>after</description>")));
            Harvest harvest = Harvest.of(new SourceOptions(null, Map.of(), 1000), file.toString());
            assertThat(harvest.failed()).extracting(Outcome.Failed::reason)
                    .contains("record larger than the limit of 1000 bytes");
            assertThat(harvest.articles()).extracting(Harvest::text).contains("after");
        }

        @Test
        void aLongTextFullOfReferencesIsRead() throws IOException {
            Harvest harvest = harvest(rss(item("<description>" + "&lt;p&gt;a &amp;amp; b&#8230; &hellip;&lt;/p&gt;".repeat(20_000) + "</description>")));
            assertThat(harvest.only().format()).isEqualTo(Format.FRAGMENT);
        }
    }
}
