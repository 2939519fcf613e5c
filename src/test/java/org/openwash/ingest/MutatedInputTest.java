package org.openwash.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.RawArticle;
import org.openwash.domain.UnreadableArticleException;
import org.openwash.testing.NastyFolder;
import org.openwash.text.TextCleaner;

/// Damages good files in many small ways, the same ways each time: whatever comes, there is an outcome and no crash.
class MutatedInputTest {

    private static final int ROUNDS = 300;
    private static final String[] MARKS = {"\"", "<", ">", "{", "}", "[", "]", ",", "\n", "---\n", "\u0000", "<!--",
            "]]>", "\\u", "\uFEFF",
            "&#x110000;", "```", "<script>", "charset=utf-7", "'"};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @Timeout(60)
    @CsvSource(delimiter = '|', textBlock = """
            a.txt   | First line\\n\\nA paragraph of some words.\\n\\nRelated posts\\n- One\\n- Two
            a.md    | ---\\ntitle: "T"\\nauthor: [A, B]\\ndate: 2024-01-02\\n---\\n# T\\n\\nSome **words** and [a link](x).\\n\\n| a | b |
            a.html  | <!DOCTYPE html><html><head><meta charset=utf-8><title>T</title></head><body><article><p>Some <b>words</b> here.</p><table><tr><td>a<td>b</table></article>
            a.json  | [{"title": "T", "text": "Some words.", "authors": ["A", {"name": "B"}]}, {"text": "More"}]
            a.jsonl | {"title": "T", "text": "Some words."}\\n{"text": "More", "date": "2024-01-02"}
            b.json  | {"status": "ok", "response": {"docs": [{"headline": {"main": "T"}, "lead_paragraph": "Some words."}, {"source": {"name": "O"}, "body": "More"}]}, "n": 3}
            a.rss   | <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss xmlns:dc="d"><channel><title>F</title><item><title>T</title><link>https://a.example/1</link><description><![CDATA[<p>Some <b>words</b>]]></description><dc:date>2024-01-02</dc:date></item><item><description>More &amp; more</description></item></channel></rss>
            a.atom  | <feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">T</title><link href="https://a.example/1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Some words</div></content></entry></feed>
            b.csv   | sep=;\\n'LP';'TD';'PD'\\n'Some; ''words'' here';'More';'3 May 2024'\\n
            a.csv   | title,text,date\\nT,"Some, ""words"" here",2024-01-02\\nU,More,
            """)
    void nothingCrashesTheReaders(String name, String content) throws IOException {
        byte[] good = content.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        var random = new Random(name.hashCode());
        var cleaner = new TextCleaner();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutate(good, random);
            boolean zip = round % 5 == 0;
            byte[] written = zip ? mutate(NastyFolder.gzip(bytes), random) : bytes;
            Path file = Files.write(folder.resolve(zip ? name + ".gz" : name), written);
            Harvest harvest = Harvest.of(file);
            assertThat(harvest.found()).isNotEmpty();
            for (RawArticle raw : harvest.articles()) {
                try {
                    assertThat(cleaner.clean(raw).text()).doesNotContain("\n\n");
                } catch (UnreadableArticleException e) {
                    assertThat(e.reason()).isNotBlank();
                }
            }
        }
    }

    private static byte[] mutate(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = at == 0 ? bytes : Arrays.copyOf(bytes, at);
                case 2 -> {
                    byte[] mark = MARKS[random.nextInt(MARKS.length)].getBytes(StandardCharsets.UTF_8);
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + mark.length);
                    System.arraycopy(bytes, at, longer, at + mark.length, bytes.length - at);
                    System.arraycopy(mark, 0, longer, at, mark.length);
                    bytes = longer;
                }
                default -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 3), (byte) random.nextInt(256));
            }
        }
        return bytes;
    }
}
