package org.openwash.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.SetupException;

/// The sources file: what it may say, and what is said of one that is wrong.
class SourceListTest {

    @TempDir
    private Path folder;

    private SourceList read(String yaml) throws IOException {
        return SourceList.read(Files.writeString(folder.resolve("s.yaml"), yaml));
    }

    @Test
    void whatASourceDoesNotSayStandsAboveTheListOrIsUsual() throws IOException {
        SourceList list = read("""
                contact: https://quay.example/bot
                delay: 7
                requests: 50
                sources:
                  - name: quay
                    kind: feed
                    url: https://quay.example/feed?x=1#top
                    outlet: The Quay Post
                    allow-private: [Intranet.Example, 10.0.0.7, "fd00::1"]
                    delay: 0
                  - name: ours
                    kind: addresses
                    path: lists/ours.txt
                    largest-mb: 2
                    seconds: 5
                    pages: 9
                  - {name: drop, kind: folder, path: /srv/drop}
                """);
        assertThat(list.userAgent()).isEqualTo("openwash (+https://quay.example/bot)");
        assertThat(list.bounds()).isEqualTo(new SourceList.Bounds(50, Duration.ofHours(2)));
        Source quay = list.sources().get(0);
        assertThat(quay.address()).isEqualTo("https://quay.example/feed?x=1");
        assertThat(quay.outlet()).isEqualTo("The Quay Post");
        assertThat(quay.articles()).isEqualTo(Source.Articles.PAGES);
        assertThat(quay.allowPrivate()).containsExactlyInAnyOrder("intranet.example", "10.0.0.7", "fd00::1");
        assertThat(quay.limits()).isEqualTo(new Limits(Duration.ZERO, Duration.ofSeconds(60), 5 << 20, 200));
        Source ours = list.sources().get(1);
        assertThat(ours.path()).isEqualTo(folder.resolve("lists/ours.txt"));
        assertThat(ours.limits()).isEqualTo(new Limits(Duration.ofSeconds(7), Duration.ofSeconds(5), 2 << 20, 9));
        assertThat(list.sources().get(2).path()).isEqualTo(Path.of("/srv/drop"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # the file, ; for a new line                                                    | what is said of it
            contact: a@b.example                                                            | line 1: no list of sources. Write 'sources:' and below it one '- name: ...' for each.
            contact: a@b.example;sources: []                                                | line 2: no list of sources. Write 'sources:' and below it one '- name: ...' for each.
            sources: quay                                                                   | line 1: no list of sources. Write 'sources:' and below it one '- name: ...' for each.
            - quay                                                                          | line 1: not a sources file. Write 'key: value', one a line.
            contact: a@b.example;sources:; - quay                                           | line 3: not a source. Write 'key: value', one a line.
            contakt: a@b.example                                                            | line 1: there is no 'contakt' in a sources file of this kind. There are: contact, delay, largest-mb, minutes, pages, requests, seconds, sources.
            sources:; - name: q;   kind: folder;   path: x;   url: y                        | line 5: there is no 'url' in a source of this kind. There are: kind, name, outlet, path.
            sources:; - name: q;   kind: rss                                                | line 3: kind is one of feed, addresses, folder, not rss.
            sources:; - name: q                                                             | line 2: a source needs 'kind:' and a value.
            sources:; - kind: folder;   path: x                                             | line 2: a source needs 'name:' and a value.
            sources:; - name: q;   kind: folder                                             | line 2: a source needs 'path:' and a value.
            sources:; - name: q;   kind: feed                                               | line 2: a source needs 'url:' and a value.
            sources:; - name: q;   kind: feed;   url: file:///etc/passwd                    | line 4: no address of the web: file:///etc/passwd. Write one that begins with https:// or http:// and names no user.
            sources:; - name: q;   kind: feed;   url: https://u:p@q.example/                | line 4: no address of the web: https://u:p@q.example/. Write one that begins with https:// or http:// and names no user.
            sources:; - name: q;   kind: feed;   url: https://q.example/                    | line 1: no contact. Write 'contact:' and an address of mail or of a page: servers are told whom to ask.
            contact: nobody;sources:; - {name: q, kind: feed, url: "http://q.example"}      | line 1: no contact that can be sent: nobody. Write 'contact:' and an address of mail or of a page: servers are told whom to ask.
            contact: "a@b.example) x";sources:; - {name: q, kind: feed, url: "http://q.example"} | line 1: no contact that can be sent: a@b.example) x. Write 'contact:' and an address of mail or of a page: servers are told whom to ask.
            sources:; - {name: q, kind: folder, path: x}; - {name: q, kind: folder, path: y} | line 3: the source in line 2 has the name q too. Give each its own: what is remembered of a source goes by its name.
            sources:; - {name: ../q, kind: folder, path: x}                                 | line 2: no name for a source: ../q. Write letters, digits, blanks, and . _ - within, at most 80.
            delay: 1.5;sources:; - {name: q, kind: folder, path: x}                         | line 1: delay is a whole number from 0 to 3600, not 1.5.
            largest-mb: 33;sources:; - {name: q, kind: folder, path: x}                     | line 1: largest-mb is a whole number from 1 to 32, not 33.
            seconds: -1;sources:; - {name: q, kind: folder, path: x}                        | line 1: seconds is a whole number from 1 to 3600, not -1.
            requests: 9999999999;sources:; - {name: q, kind: folder, path: x}               | line 1: requests is a whole number from 1 to 100000, not 9999999999.
            delay: [1];sources:; - {name: q, kind: folder, path: x}                         | line 1: delay is one value. Write it behind 'delay:'.
            sources:; - name: q;   kind: feed;   url: http://q.example/;   articles: all    | line 5: articles is one of pages, feed, not all.
            sources:; - name: q;   kind: feed;   url: http://q.example/;   allow-private:;    - "http://intra/" | line 6: no name of a host: http://intra/. Write the name alone, as it stands in the addresses: intranet.example.
            delay: 1;delay: 2                                                               | line 2: delay stands here twice. Take one away.
            """)
    void whatIsWrongIsNamedWithItsLineAndWhatWouldBeRight(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml.replace(";", "\n"))).isInstanceOf(SetupException.class)
                .hasMessage(folder.resolve("s.yaml") + ", " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "\tx: y", "a: &b [*b", "%YAML 9", "\u0000", "a: \"", "? [", "{{{{"})
    void whatIsNoYamlIsNamedWithItsLine(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(SetupException.class).hasMessageStartingWith(folder.resolve("s.yaml") + ", line ");
    }

    @Test
    void depthAndSizeAreBounded() {
        assertThatThrownBy(() -> read("x: " + "[".repeat(5_000) + "]".repeat(5_000))).isInstanceOf(SetupException.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> read("# ".repeat(3 << 20))).isInstanceOf(SetupException.class).hasMessageContaining("larger than 4 MB");
    }

    @Test
    void anEmptyFileHoldsNoSource() {
        assertThatThrownBy(() -> read("# nothing yet\n")).isInstanceOf(SetupException.class).hasMessageContaining("no list of sources");
    }
}
