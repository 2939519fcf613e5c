package org.openwash.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Modality;
import org.openwash.domain.SetupException;
import org.openwash.domain.Verdict;

class GoldSetTest {

    private static final String CLAIM = """
            {"article": "a", "n": 1, "subject": "grain", "aspect": "training-data", "polarity": "affirms", \
            "modality": "actual", "voice": "third-party", "verdict": "overstated"}
            """;

    @TempDir
    private Path folder;

    private Path gold;
    private Path sentences;

    @BeforeEach
    void writeAGoodSet() throws IOException {
        gold = folder.resolve("gold.jsonl");
        sentences = folder.resolve("sentences.jsonl");
        Files.writeString(gold, CLAIM);
        Files.writeString(sentences, """
                {"article": "a", "n": 0, "text": "# outlet: The Daily Sample"}
                {"article": "a", "n": 1, "text": "Grain’s data is public.", "start": 0, "end": 23}

                {"article": "b", "n": 1, "text": "Nothing here."}
                """);
    }

    @Test
    void claimsAndSentencesAreRead() throws IOException {
        GoldSet set = GoldSet.read(gold, sentences, null);
        assertThat(set.claims()).singleElement().satisfies(claim -> {
            assertThat(claim.aspect()).isEqualTo(Aspect.TRAINING_DATA);
            assertThat(claim.voices()).containsExactly(Attribution.THIRD_PARTY);
            assertThat(claim.optional()).isFalse();
            assertThat(claim.isOpenWashing()).isTrue();
        });
        assertThat(set.articles()).extracting(GoldArticle::id).containsExactly("a", "b");
        assertThat(set.articles()).extracting(GoldArticle::size).containsExactly(1, 1);
    }

    @Test
    void aFieldOnWhichAnnotatorsDifferIsAList() throws IOException {
        Files.writeString(gold, CLAIM.replace("\"actual\"", "[\"future\", \"former\"]")
                .replace("\"overstated\"}", "[\"supported\", \"contradicted\"], \"optional\": true}"));
        GoldClaim claim = GoldSet.read(gold, sentences, null).claims().get(0);
        assertThat(claim.modalities()).containsExactly(Modality.FUTURE, Modality.FORMER);
        assertThat(claim.verdicts()).containsExactly(Verdict.SUPPORTED, Verdict.CONTRADICTED);
        assertThat(claim.optional()).isTrue();
        assertThat(claim.isOpenWashing()).isTrue();
    }

    @Test
    void subjectClassesBesideTheGoldFileAreRead() throws IOException {
        assertThat(GoldSet.read(gold, sentences, null).subjects().classOf("grain-8b")).isEqualTo("grain8b");
        Files.writeString(folder.resolve("subject-classes.txt"), "grain grain-8b\n");
        assertThat(GoldSet.read(gold, sentences, null).subjects().classOf("grain-8b")).isEqualTo("grain");
        Path other = Files.writeString(folder.resolve("other.txt"), "corn grain-8b\n");
        assertThat(GoldSet.read(gold, sentences, other).subjects().classOf("grain-8b")).isEqualTo("corn");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            # in the second claim this, replaced by this, is told so
            "polarity": "affirms",  | ``                    | has no "polarity". Add the field.
            "voice": "third-party", | ``                    | has no "voice". Add the field.
            "n": 1                  | "n": "one"            | "n" is "one". Write the number
            "n": 1                  | "n": 1.5              | "n" is 1.5. Write the number
            "n": 1                  | "n": 99999999999      | "n" is 99999999999. Write the number
            "grain"                 | null                  | "subject" is null. Write it as a string
            "affirms"               | ["affirms", "denies"] | "polarity" is ["affirms","denies"]. Write one of affirms, denies.
            "actual"                | "certain"             | "modality" is "certain". Write one of actual, former, future, hypothetical.
            "overstated"            | ["supported", 3]      | "verdict" is 3. Write one of supported,
            "overstated"            | "x", "optional": "no" | "verdict" is "x". Write one of supported,
            "overstated"            | "supported", "optional": "no" | "optional" is "no". Write true or false.
            }                       | ``                    | broken JSON
            }                       | }}                    | broken JSON
            {                       | [{                    | broken JSON
            """, delimiter = '|')
    void aWrongClaimIsNamedWithFileLineAndRemedy(String good, String bad, String told) throws IOException {
        Files.writeString(gold, CLAIM + "\n" + CLAIM.replace(good, bad));
        assertThatThrownBy(() -> GoldSet.read(gold, sentences, null))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith(gold + " line 3: ")
                .hasMessageContaining(told);
    }

    @Test
    void aLineThatHoldsNoObjectIsNamed() throws IOException {
        Files.writeString(sentences, "[1, 2]\n");
        assertThatThrownBy(() -> GoldSet.read(gold, sentences, null))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("sentences.jsonl line 1: holds no JSON object");
    }

    @Test
    void controlSignsOfAFileDoNotReachTheTerminal() throws IOException {
        Files.writeString(gold, CLAIM.replace("affirms", "\\u001b[2J\\u202e" + "long ".repeat(50)));
        assertThatThrownBy(() -> GoldSet.read(gold, sentences, null))
                .isInstanceOf(SetupException.class)
                .satisfies(e -> assertThat(e.getMessage().replace(gold.toString(), ""))
                        .doesNotContain("\u001b", "\u202e").hasSizeLessThan(150));
    }

    @Test
    void filesThatCannotBeReadAreNamedWithARemedy() throws IOException {
        Path missing = folder.resolve("missing");
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "\n");
        Path latin = Files.write(folder.resolve("latin.jsonl"), "{\"x\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> GoldSet.read(missing, sentences, null))
                .isInstanceOf(SetupException.class)
                .hasMessage("There is no " + missing + ". Give the path of the file of gold claims.");
        assertThatThrownBy(() -> GoldSet.read(gold, sentences, missing))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("the file of subject classes");
        assertThatThrownBy(() -> GoldSet.read(gold, folder, null))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> GoldSet.read(gold, empty, null))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("holds no sentence");
        assertThatThrownBy(() -> GoldSet.read(latin, sentences, null))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("latin.jsonl").hasMessageContaining("UTF-8");
    }
}
