package org.openwash.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.SetupException;
import org.openwash.domain.Span;

class NameTaggerTest {

    private static final NameTagger TAGGER = NameTagger.load();

    /// Sentences that are not among the training sentences, tokens parted by spaces as the tokenizer would.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            " We publish the data , " said Maria Thorsen , head of research at Fjord Labs . | PERSON Maria Thorsen; ORGANISATION Fjord Labs
            Dr Samuel Osei told reporters in Accra that Microsoft had agreed .             | PERSON Samuel Osei; ORGANISATION Microsoft
            A spokesperson for Quantum Foundry Inc. declined to comment .                  | ORGANISATION Quantum Foundry Inc.
            The University of Tampere and the Open Source Initiative disagree .            | ORGANISATION University of Tampere; ORGANISATION Open Source Initiative
            Google's chief executive , Sundar Pichai , was absent .                        | ORGANISATION Google; PERSON Sundar Pichai
            In March the licence was changed to Apache 2.0 .                               |
            Llama is not open source .                                                     |
            Despite the rain , French voters went to the polls on Sunday .                 |
            """)
    void peopleAndOrganisationsAreFoundAndProductsAndPlacesAreNot(String sentence, String expected) {
        String[] tokens = sentence.split(" ");

        String found = TAGGER.tag(tokens).stream()
                .map(name -> name.type() + " " + name.text(tokens))
                .collect(Collectors.joining("; "));

        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Microsoft's, Microsoft
            Microsoft’s, Microsoft
            """)
    void aPossessiveIsNotPartOfTheName(String token, String name) {
        String[] tokens = {"Then", token, "lawyers", "said", "no", "."};

        NameTagger.Tagged found = TAGGER.tag(tokens).getFirst();

        assertThat(found.text(tokens)).isEqualTo(name);
        List<Span> spans = List.of(
                new Span(0, 4), new Span(5, 5 + token.length()), new Span(20, 27), new Span(28, 32), new Span(33, 35), new Span(35, 36));
        assertThat(found.span(spans)).isEqualTo(new Span(5, 5 + name.length()));
    }

    @Test
    void aSurnameAloneIsFoundWhereTheArticleGivesTheFullName() {
        List<String[]> article = List.of(
                "\" It is open , \" said Maria Thorsen , head of research at Fjord Labs .".split(" "),
                "The data , which Thorsen's team had gathered in the north , is old .".split(" "));

        List<NameTagger.Tagged> second = TAGGER.tagArticle(article).get(1);

        assertThat(second).extracting(n -> n.text(article.get(1)), NameTagger.Tagged::type)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Thorsen", NameTagger.Type.PERSON));
    }

    @Test
    void aNameKeepsTheTypeThatMostOfItsMentionsSpeakFor() {
        List<String[]> article = List.of(new String[] {"Velmora"}, new String[] {"Velmora's"}, new String[] {"Velmora"});
        List<List<NameTagger.Tagged>> tagged = List.of(
                List.of(new NameTagger.Tagged(0, 1, NameTagger.Type.PERSON, 0.3, 0)),
                List.of(new NameTagger.Tagged(0, 1, NameTagger.Type.ORGANISATION, 0.2, 2)),
                List.of(new NameTagger.Tagged(0, 1, NameTagger.Type.ORGANISATION, 0.2, 0)));

        assertThat(NameTagger.withOneTypeEach(article, tagged).stream().flatMap(List::stream))
                .extracting(NameTagger.Tagged::type)
                .containsOnly(NameTagger.Type.ORGANISATION)
                .hasSize(3);
    }

    @Test
    void aLoneWordThatOpensASentenceCountsOnlyIfTheArticleWritesItWithACapitalElsewhere() {
        String[] opening = "Zenith has not published the data .".split(" ");
        String[] elsewhere = "The lawyers of Zenith objected .".split(" ");

        assertThat(TAGGER.tag(opening)).hasSize(1);
        assertThat(TAGGER.tagArticle(List.<String[]>of(opening)).getFirst()).isEmpty();
        assertThat(TAGGER.tagArticle(List.of(opening, elsewhere)).getFirst()).hasSize(1);
    }

    @Test
    void theOrderOfSentencesAndThreadsChangeNothing() {
        List<String[]> sentences = new ArrayList<>(List.of(
                "Maria Thorsen joined Fjord Labs .".split(" "),
                "Fjord was founded in Bergen .".split(" "),
                "Microsoft and Thorsen met .".split(" "),
                "Nobody came .".split(" ")));
        List<List<NameTagger.Tagged>> forwards = sentences.stream().map(TAGGER::tag).toList();
        Collections.reverse(sentences);
        List<List<NameTagger.Tagged>> backwards = sentences.stream().map(TAGGER::tag).toList().reversed();
        Collections.reverse(sentences);

        assertThat(backwards).isEqualTo(forwards);
        assertThat(IntStream.range(0, 400).parallel().mapToObj(i -> TAGGER.tag(sentences.get(i % 4))).toList())
                .isEqualTo(IntStream.range(0, 400).mapToObj(i -> forwards.get(i % 4)).toList());
    }

    @Test
    void anEmptySentenceHasNoNames() {
        assertThat(TAGGER.tag(new String[0])).isEmpty();
    }

    @Test
    void aMissingModelSaysWhatToRun() {
        assertThatThrownBy(() -> NameTagger.load("models/none.bin"))
                .isInstanceOf(SetupException.class)
                .hasMessage("No model at models/none.bin on the class path. Run scripts/train.");
    }
}
