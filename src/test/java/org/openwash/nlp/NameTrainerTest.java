package org.openwash.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.SetupException;

class NameTrainerTest {

    private static final List<String> SENTENCES = List.of(
            "<START:organisation> Harbour Labs <END> released a model.",
            "\"It is open,\" said <START:person> Ada Lindqvist <END>.",
            "",
            "# a comment",
            "<START:person> Lindqvist <END>'s firm is small.",
            "The weights are on a server in Oslo.",
            "<START:organisation> Kestrel Robotics <END>, which hired <START:person> Tom Okoye <END>, is old.");

    private final NameSentences reader = NameSentences.open();

    @Test
    void theSameSentencesGiveTheSameBytes() throws IOException {
        byte[] first = train();
        byte[] second = train();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void otherSentencesGiveOtherBytes() throws IOException {
        List<String> fewer = SENTENCES.subList(0, 5);

        assertThat(bytes(fewer)).isNotEqualTo(train());
    }

    @Test
    void aBlankLineBeginsADocumentAndCommentsAreLeftOut() {
        assertThat(reader.documents("a.txt", SENTENCES)).extracting(List::size).containsExactly(2, 3);
    }

    @Test
    void aMarkedNameEndsBeforeItsPossessive() {
        NameSample sample = reader.documents("a.txt", List.of("<START:person> Lindqvist <END>’s firm is small."))
                .getFirst().getFirst();

        assertThat(sample.getSentence()).startsWith("Lindqvist", "'s", "firm");
        assertThat(sample.getNames()).containsExactly(new Span(0, 1, "person"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <START:place> Oslo <END> is far.              | a.txt, line 1: a mark that is not
            <START:person> Ada is here.                   | a.txt, line 1: a mark that is not
            The <START:person> Lind <END>qvist archive.   | a.txt, line 1: "Lind" does not begin and end
            """)
    void aWrongMarkIsReportedWithFileAndLine(String line, String message) {
        assertThatThrownBy(() -> reader.documents("a.txt", List.of(line)))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aLexiconRowWithoutATabIsReportedWithFileAndLine() {
        assertThatThrownBy(() -> NameLexicon.parse("lexicon.tsv", List.of("# words", "given Ada")))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("lexicon.tsv, line 2");
    }

    @Test
    void aWordOfTwoClassesGetsAClassOfItsOwn() throws IOException {
        NameLexicon lexicon = NameLexicon.parse("lexicon.tsv", List.of("given\tJordan Ada", "country\tJordan Chad"));

        assertThat(List.of("Ada", "Chad", "Jordan")).map(lexicon::lookupToken)
                .containsExactly("given", "country", "given+country");
    }

    private byte[] train() throws IOException {
        return bytes(SENTENCES);
    }

    private byte[] bytes(List<String> sentences) throws IOException {
        NameLexicon lexicon = NameLexicon.parse("lexicon.tsv", List.of("given\tAda Tom", "city\tOslo"));
        List<List<NameSample>> documents = IntStream.range(0, 5) // OpenNLP wants some more than a handful
                .boxed()
                .flatMap(i -> reader.documents("a.txt", sentences).stream())
                .toList();
        return new NameTrainer(lexicon).bytes(documents, NameTrainer.Setting.CHOSEN);
    }
}
