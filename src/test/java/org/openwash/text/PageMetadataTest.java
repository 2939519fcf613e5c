package org.openwash.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Metadata;

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
}
