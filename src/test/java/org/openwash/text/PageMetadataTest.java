package org.openwash.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Metadata;
import org.openwash.domain.Sureness;

class PageMetadataTest {

    private final PageMetadata metadata = new PageMetadata(LocalDate.of(2026, 1, 1));
    private final BlockNames names = BlockNames.load();

    private Metadata of(String head) {
        return metadata.of(metadata.view(Jsoup.parse("<html><head>" + head + "</head><body></body></html>"), names)).metadata();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://example.org/2023/07/18/story    | 2023-07-18
            https://example.org/2023/7/8/story      | 2023-07-08
            https://example.org/2023/jul/18/story   | 2023-07-18
            https://example.org/news-2023-07-18     | 2023-07-18
            https://example.org/a/2023-07-18-story  | 2023-07-18
            """)
    void anAddressMayTellTheDay(String address, LocalDate day) {
        Metadata m = of("<link rel=canonical href='" + address + "'>");
        assertThat(m.published()).isEqualTo(day);
        assertThat(m.publishedBasis()).isEqualTo(DateBasis.ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({"https://example.org/2023/07/story", "https://example.org/1234/56/78",
            "https://example.org/1889/07/18"})
    void aNumberInAnAddressIsNotYetADay(String address) {
        assertThat(of("<link rel=canonical href='" + address + "'>").published()).isNull();
    }

    @Test
    void theSurestStatementOfTheDateCounts() {
        String address = "<link rel=canonical href='https://example.org/2020/01/01/a'>";
        String time = "<time datetime='2020-01-02'></time>";
        String meta = "<meta property='article:published_time' content='2020-01-03T10:00:00Z'>";
        String json = "<script type='application/ld+json'>[{\"@type\": [\"NewsArticle\"], \"datePublished\": \"2020-01-04\"}]</script>";
        assertThat(of(time).published()).isEqualTo("2020-01-02");
        assertThat(of(address + time).published()).isEqualTo("2020-01-01"); // a time element may be anything's
        assertThat(of(address + time + meta).published()).isEqualTo("2020-01-03");
        assertThat(of(address + time + meta + json).published()).isEqualTo("2020-01-04");
        assertThat(of(address + time + meta + json).publishedBasis()).isEqualTo(DateBasis.JSON_LD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            # title                                  ¦ outlet           ¦ read
            Models are open | The Skerry Tidings     ¦ Skerry Tidings   ¦ Models are open
            Models are open - skerry.example         ¦ Skerry.example   ¦ Models are open
            Skerry Tidings: Models are open          ¦ Skerry Tidings   ¦ Skerry Tidings: Models are open
            Skerry Tidings | Models are open         ¦ Skerry Tidings   ¦ Models are open
            Open models - what is in a name - Tidings ¦ Tidings         ¦ Open models - what is in a name
            Open-source models                       ¦ Models           ¦ Open-source models
            Tidings                                  ¦ Tidings          ¦ Tidings
            """)
    void theOutletIsCutFromTheTitle(String title, String outlet, String read) {
        Metadata m = of("<title>" + title + "</title><meta property=og:site_name content='" + outlet + "'>");
        assertThat(m.title()).isEqualTo(title.equals(outlet) ? null : read);
        assertThat(m.outlet()).isEqualTo(outlet);
    }

    private Metadata page(String head, String body) {
        return metadata.of(metadata.view(Jsoup.parse("<html><head>" + head + "</head><body>" + body + "</body></html>"), names))
                .metadata();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', nullValues = "-", textBlock = """
            # what stands below the title                                                       ¦ day        ¦ basis
            <p>Published 3 May 2024</p>                                                         ¦ 2024-05-03 ¦ text
            <p>May 3, 2024 10:05 AM | Updated May 5, 2024</p>                                   ¦ 2024-05-03 ¦ text
            <p>Updated May 5, 2024 | Published May 3, 2024</p>                                  ¦ 2024-05-03 ¦ text
            <p>Updated May 5, 2024</p>                                                          ¦ -          ¦ none
            <div class="entry-meta"><span class="entry-date">3. Mai 2024</span></div>           ¦ 2024-05-03 ¦ byline
            <time datetime="2024-05-03T10:00:00Z">3 May</time>                                  ¦ 2024-05-03 ¦ time
            <time class="updated" datetime="2024-05-05">5 May</time>                            ¦ -          ¦ none
            <time class="entry-date published updated" datetime="2024-05-03">3 May</time>       ¦ 2024-05-03 ¦ time
            <span itemprop="datePublished" content="2024-05-03">3 May</span>                    ¦ 2024-05-03 ¦ microdata
            <p>Publié le 3 mai 2024 à 10h05 - Mis à jour le 5 mai 2024</p>                      ¦ 2024-05-03 ¦ text
            <p>© 2024 Tidings, since 3 May 1991</p>                                             ¦ -          ¦ none
            <p>07/08/2023</p>                                                                   ¦ -          ¦ none
            <p>13/08/2023</p>                                                                   ¦ 2023-08-13 ¦ text
            <p>3 May 2044</p>                                                                   ¦ -          ¦ none
            <p>3 May 1912</p>                                                                   ¦ -          ¦ none
            """)
    void thePageItselfMayTellTheDay(String below, LocalDate day, String basis) {
        Metadata m = page("<title>Harbour office opens its drawers</title>", "<h1>Harbour office opens its drawers</h1>" + below);
        assertThat(m.published()).isEqualTo(day);
        assertThat(m.publishedBasis().label()).isEqualTo(basis);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # language, address,                      day
            en-US,      https://tidings.example/a,    2023-07-08
            en-GB,      https://tidings.example/a,    2023-08-07
            de,         https://tidings.example/a,    2023-08-07
            en,         https://tidings.co.uk/a,      2023-08-07
            en,         https://tidings.example/a,    -
            en,         https://tidings.io/a,         -
            """)
    void aDateInNumbersIsReadAsItsRegionWritesIt(String language, String address, LocalDate day) {
        String head = "<title>Harbour office opens its drawers</title><link rel=canonical href='" + address
                + "'><meta property='og:locale' content='" + language + "'>";
        assertThat(page(head, "<h1>Harbour office opens its drawers</h1><p>07/08/2023</p>").published()).isEqualTo(day);
    }

    @Test
    void anotherDateOfThePageTellsTheOrder() {
        String body = "<h1>Harbour office opens its drawers</h1><p>07/08/2023</p><footer>Printed on 25/09/2023</footer>";
        assertThat(page("<title>Harbour office opens its drawers</title>", body).published()).isEqualTo("2023-08-07");
    }

    @Test
    void theDayOfTheLastChangeIsNotTheDayOfPublication() {
        Metadata m = of("<meta property='article:modified_time' content='2024-05-05'>");
        assertThat(m.published()).isNull();
        assertThat(m.modified()).isEqualTo("2024-05-05");
    }

    @Test
    void aDayAfterTheRunIsRefusedAndTheNextBestTaken() {
        Metadata m = of("<meta property='article:published_time' content='2031-05-05'>"
                + "<link rel=canonical href='https://example.org/2024/05/03/a'>");
        assertThat(m.published()).isEqualTo("2024-05-03");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', nullValues = "-", textBlock = """
            # json                                                                                                  ¦ author
            {"@type":"NewsArticle","author":{"name":"Ann Ebb"}}                                                     ¦ Ann Ebb
            {"@type":"NewsArticle","author":[{"name":"Ann Ebb"},"Bo Flood"]}                                        ¦ Ann Ebb; Bo Flood
            {"@graph":[{"@type":"Article","author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"Ann Ebb"}]}   ¦ Ann Ebb
            {"@type":"NewsArticle","author":{"@type":"Organization","name":"Some Agency"}}                          ¦ -
            {"@type":"NewsArticle","author":{"name":"Tidings"},"publisher":{"name":"Tidings"}}                      ¦ -
            /* <![CDATA[ */ {"@type":"NewsArticle","author":{"name":"Ann Ebb"},} /* ]]> */                          ¦ Ann Ebb
            """)
    void jsonLdNamesTheAuthor(String json, String author) {
        assertThat(of("<script type='application/ld+json'>" + json + "</script>").author()).isEqualTo(author);
    }

    @Test
    void theVisibleByLineOutweighsTheUserOfTheSystem() {
        String head = "<title>Harbour office opens its drawers</title><script type='application/ld+json'>{\"@type\":\"Article\","
                + "\"author\":{\"name\":\"bo-f\"}}</script><meta name=sailthru.author content='By Ann Ebb'>";
        Metadata m = page(head, "<h1>Harbour office opens its drawers</h1><span class=byline>By Ann Ebb</span>");
        assertThat(m.author()).isEqualTo("Ann Ebb");
        assertThat(m.origins().author().sureness()).isEqualTo(Sureness.HIGH);
    }

    @Test
    void theHeadingIsTheTitleIfOthersSayAlmostTheSame() {
        String head = "<title>Harbour office opens drawers | Tidings</title><meta property=og:title content='Harbour office opens drawers'>";
        assertThat(page(head, "<h1>Tidings</h1><h1>Harbour office opens all its drawers</h1>").title())
                .isEqualTo("Harbour office opens all its drawers");
    }

    @Test
    void aHeadingOfAnotherArticleIsNotTheTitle() {
        String head = "<title>Harbour office opens drawers</title><meta property=og:title content='Harbour office opens drawers'>";
        assertThat(page(head, "<p>" + "The drawers are open now. ".repeat(40) + "</p><h1>Ten ways to dry a net</h1>").title())
                .isEqualTo("Harbour office opens drawers");
    }

    @Test
    void everyValueSaysWhereItIsFrom() {
        Metadata m = page("<html lang=de><title>Harbour office opens drawers</title><meta property=og:site_name content=Tidings>"
                + "<link rel=canonical href='https://tidings.example/a'>", "<h1>Harbour office opens drawers</h1>");
        assertThat(m.origins().title().basis()).isEqualTo(DateBasis.HEADING);
        assertThat(m.origins().outlet().basis()).isEqualTo(DateBasis.META);
        assertThat(m.origins().url().basis()).isEqualTo(DateBasis.LINK);
        assertThat(m.origins().author().basis()).isEqualTo(DateBasis.NONE);
    }
}
