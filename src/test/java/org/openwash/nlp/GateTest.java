package org.openwash.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.Article;
import org.openwash.domain.Mention;

/// The gate lets through every article that names something which can be open.
class GateTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            The farm keeps llamas and goats.            | false
            Llama 3 came out on Thursday.               | true
            They took 2Llama for a name.                | false
            "Llama3" is its name.                       | true
            The (Llama-3) launch drew a crowd.          | true
            A fossil was found.                         | false
            They call it open-source.                   | true
            They call it OPEN‑SOURCE software.          | true
            The shop opened a source of fresh water.    | false
            Code under the Apache License.              | false
            """)
    void namesAndLabelsOpenIt(String text, boolean opens) {
        assertThat(English.NAMES.anyIn(English.article("", text))).isEqualTo(opens);
        assertThat(English.NAMES.anyIn(English.article(text, "Nothing here."))).isEqualTo(opens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"corpus", "src/test/resources/gold", "src/test/resources/samples"})
    void letsThroughWhateverNamesAThing(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(md|txt)")).sorted().toList()) {
                Article article = English.article("", Files.readString(file));
                List<Mention> names = English.NAMES.find(article, English.sentences(article));
                if (names.stream().anyMatch(m -> m.kind() != Mention.Kind.LICENCE)) {
                    assertThat(English.NAMES.anyIn(article)).as(file.toString()).isTrue();
                }
            }
        }
    }

    @Test
    void aNameAtTheVeryEndIsSeen() {
        assertThat(English.NAMES.anyIn(English.article("", "x".repeat(100_000) + " Llama 3"))).isTrue();
    }
}
