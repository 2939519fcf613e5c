package org.openwash.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.Article;
import org.openwash.domain.Catalogue;
import org.openwash.domain.LicenceName;
import org.openwash.domain.Mention;
import org.openwash.domain.Organisation;
import org.openwash.domain.Subject;
import org.openwash.facts.FactBook;

/// The gate lets through every article that names something which can be open.
class GateTest {

    private static boolean opens(Article article) {
        return English.NAMES.sight(article) == MentionFinder.Sight.THING;
    }

    private static boolean mayName(Article article) {
        return English.NAMES.sight(article) != MentionFinder.Sight.NOTHING;
    }

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
        assertThat(opens(English.article("", text))).isEqualTo(opens);
        assertThat(opens(English.article(text, "Nothing here."))).isEqualTo(opens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"corpus", "src/test/resources/gold", "src/test/resources/samples"})
    void letsThroughWhateverNamesAThing(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(md|txt)")).sorted().toList()) {
                Article article = English.article("", Files.readString(file));
                List<Mention> names = English.NAMES.find(article, English.sentences(article));
                if (names.stream().anyMatch(m -> m.kind() != Mention.Kind.LICENCE)) {
                    assertThat(opens(article)).as(file.toString()).isTrue();
                }
            }
        }
    }

    /// What is found in a text must be seen by the gate in whatever stands around it.
    @Test
    void eachNameOfTheCatalogueIsSeen() {
        Catalogue catalogue = FactBook.load(null).catalogue();
        Stream.of(catalogue.subjects().stream().map(Subject::aliases), catalogue.organisations().stream().map(Organisation::aliases),
                        catalogue.licences().stream().map(LicenceName::aliases))
                .flatMap(Function.identity()).flatMap(List::stream).forEach(alias -> {
                    String text = "Then (" + alias.text() + "'s) came, with " + String.join(", ", alias.needs()) + ".";
                    Article article = English.article("", text);
                    if (!English.NAMES.find(article, English.sentences(article)).isEmpty()) {
                        assertThat(mayName(article)).as(text).isTrue();
                        assertThat(mayName(English.article(text, "Nothing here."))).as(text).isTrue();
                    }
                });
    }

    @Test
    void licencesAreNamesToo() {
        Article article = English.article("", "Code under the Apache License.");
        assertThat(opens(article)).isFalse();
        assertThat(mayName(article)).isTrue();
    }

    /// Such a "word" is cut somewhere, and what stands behind the cut may be a name.
    @ParameterizedTest
    @CsvSource({"1990, false", "2000, true", "100000, true"})
    void aWordWithoutEndMayHoldAName(int letters, boolean possible) {
        String word = "x".repeat(letters);
        for (String text : List.of(word, "A b. " + word, word + " c d", "A b.\n" + word + " c d")) {
            assertThat(mayName(English.article("", text))).isEqualTo(possible);
        }
    }

    @Test
    void aNameAtTheVeryEndIsSeen() {
        assertThat(opens(English.article("", "x".repeat(100_000) + " Llama 3"))).isTrue();
    }
}
