package org.openwash.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses as people and feeds write them.
class WebAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # written                                | asked for
            HTTP://Quay.EXAMPLE                      | http://quay.example/
            http://quay.example:80/a                 | http://quay.example/a
            https://quay.example:443/a#top           | https://quay.example/a
            https://quay.example:8443/a              | https://quay.example:8443/a
            https://quay.example./a                  | https://quay.example/a
            https://quay.example/a b?q=x y&&e=       | https://quay.example/a%20b?q=x%20y&&e=
            https://quay.example//a/../b             | https://quay.example//a/../b
            https://quay.example/100%/a%2fb          | https://quay.example/100%25/a%2fb
            https://münchen.example/straße?ä=ö       | https://xn--mnchen-3ya.example/stra%C3%9Fe?%C3%A4=%C3%B6
            https://KIEL.example/KI                  | https://kiel.example/KI
            http://[FD00::1]:8080/x                  | http://[fd00::1]:8080/x
            https://quay.example?q                   | https://quay.example/?q
            'https://quay.example/a|b'               | https://quay.example/a%7Cb
            https://quay.example/[a]{b}"c"           | https://quay.example/%5Ba%5D%7Bb%7D%22c%22
            """)
    void addressesAreWrittenInOneWay(String written, String asked) {
        assertThat(WebAddress.of(written).map(WebAddress::toString)).contains(asked);
        assertThat(WebAddress.of(asked).map(WebAddress::toString)).contains(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "quay.example", "//quay.example/a", "/a", "ftp://quay.example/", "file:///a", "javascript:alert(1)",
            "http://", "http:///a", "http://u@quay.example/", "http://u:p@quay.example/", "http://quay.example:99999/",
            "http://quay.example:x/", "http://qu ay.example/", "http://quay..example/", "http://[zz]/", "http://[::1/",
            "http://quay.example\r\nX: y/", "http://%00.example/", "http://quay.example%2f.evil.example/", "mailto:desk@quay.example",
            "http://quay.example\\@evil.example/"})
    void whatIsNoAddressOfAPageIsNotTakenForOne(String written) {
        assertThat(WebAddress.of(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b                     | https://quay.example/news/b
            ../b?x#y              | https://quay.example/b?x
            /b c                  | https://quay.example/b%20c
            //other.example/x     | https://other.example/x
            ?page=2               | https://quay.example/news/?page=2
            HTTP://Other.example  | http://other.example/
            ftp://other.example   |
            http://u@other.example/ |
            """)
    void linksStartFromTheirPage(String link, String target) {
        WebAddress page = WebAddress.of("https://quay.example/news/a").orElseThrow();
        assertThat(page.resolve(link).map(WebAddress::toString)).isEqualTo(Optional.ofNullable(target));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://[fd00::1]:8080/x | fd00::1       | http://[fd00::1]:8080/robots.txt
            https://quay.example/x  | quay.example  | https://quay.example/robots.txt
            """)
    void hostAndRobotsTxtAreTold(String address, String host, String robots) {
        WebAddress page = WebAddress.of(address).orElseThrow();
        assertThat(page.host()).isEqualTo(host);
        assertThat(page.robots()).hasToString(robots);
    }
}
