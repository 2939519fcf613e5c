package org.openwash.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.UnreadableArticleException;

/// The pages that feeds announce.
class FeedLinksTest {

    private static final String BASE = "https://quay.example/feeds/news.xml";

    private static FeedLinks links(String feed) throws UnreadableArticleException {
        return FeedLinks.of(feed.getBytes(StandardCharsets.UTF_8), BASE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # form                    | feed                                                                                                     | leads to
            RSS without any text      | <rss><channel><item><link>https://quay.example/1</link></item></channel></rss>                            | https://quay.example/1
            the address as its id     | <rss><channel><item><guid>https://quay.example/1</guid></item></channel></rss>                            | https://quay.example/1
            a link from the feed      | <rss><channel><item><link>/1</link></item></channel></rss>                                                | https://quay.example/1
            a link from the outlet    | <rss><channel><link>https://kai.example/</link><item><link>1</link></item></channel></rss>                | https://kai.example/1
            Atom                      | <feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://quay.example/1"/></entry></feed>     | https://quay.example/1
            an ampersand that is bare | <rss><channel><item><link>https://quay.example/?a=1&b=2</link></item></channel></rss>                     | https://quay.example/?a=1&b=2
            """)
    void entriesAreFollowedByTheirAddresses(String form, String feed, String address) throws UnreadableArticleException {
        assertThat(links(feed).addresses()).containsExactly(address);
    }

    @Test
    void whatIsBrokenCostsOneEntryAndIsCounted() throws UnreadableArticleException {
        FeedLinks links = links("<rss><channel><item><title>No address</title></item><item><link>https://quay.example/1</link></item>"
                + "<item><link>https://quay.example/2</li");
        assertThat(links.addresses()).containsExactly("https://quay.example/1");
        assertThat(links.broken()).isEqualTo(2);
        assertThat(links.whole()).isFalse();
    }

    @Test
    void aPageIsNoFeed() {
        assertThatThrownBy(() -> links("<html><title>Not here</title></html>"))
                .isInstanceOfSatisfying(UnreadableArticleException.class, e -> assertThat(e.reason()).isEqualTo("neither RSS nor Atom"));
    }
}
