package org.openwash.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://Example.ORG/Story/                         | https://example.org/Story
            HTTP://example.org:80/a#part                       | http://example.org/a
            https://example.org/a?utm_source=x&id=7&fbclid=y   | https://example.org/a?id=7
            https://example.org/a?UTM_Campaign=x               | https://example.org/a
            https://example.org:8443/a                         | https://example.org:8443/a
            https://example.org                                | https://example.org
            """)
    void copiesOfOneArticleHaveOneAddress(String written, String canonical) {
        assertThat(Address.canonical(written)).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({"story.html", "/story", "mailto:a@example.org", "ftp://example.org/a", "not an address", "https://"})
    void onlyWebAddressesCount(String written) {
        assertThat(Address.canonical(written)).isEmpty();
    }
}
