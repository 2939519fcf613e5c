package org.openwash.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.SetupException;
import org.openwash.domain.Span;
import org.openwash.domain.Verdict;

class WebAnnoTest {

    private static final Mark OPEN = new Mark("llama-3", Aspect.OPEN_SOURCE, Polarity.AFFIRMS, Modality.ACTUAL,
            Attribution.VENDOR, "Meta [the_maker]; a->b|c*", Verdict.CONTRADICTED, new Span(11, 22));
    private static final Mark FREE = new Mark("?", Aspect.USE, Polarity.DENIES, Modality.FUTURE, Attribution.OUTLET, "",
            Verdict.UNVERIFIABLE, new Span(16, 22));

    @TempDir
    private Path folder;

    private static MarkedArticle article() {
        var title = new MarkedSentence(0, 0, "A \uD83D\uDE42\nday", List.of(new Span(0, 1), new Span(2, 4), new Span(5, 8)), List.of());
        var first = new MarkedSentence(1, 0, "Llama 3 is open source \\o/ .", List.of(new Span(0, 5), new Span(6, 7), new Span(8, 10),
                new Span(11, 15), new Span(16, 22), new Span(23, 26), new Span(27, 28)), List.of(OPEN, FREE));
        return new MarkedArticle("a/b.jsonl#L7", List.of(title, first));
    }

    @Test
    void anArticleIsWrittenAsTheFormatWantsIt() throws IOException {
        var written = new StringBuilder();
        WebAnnoWriter.write(article(), written);
        String speaker = "Meta \\[the\\_maker\\]\\; a\\->b\\|c\\*[1]";
        assertThat(written.toString()).isEqualTo("""
                #FORMAT=WebAnno TSV 3.3
                #T_SP=webanno.custom.OpennessClaim|aspect|attribution|modality|polarity|speaker|subject|verdict


                #Sentence.id=s0
                #Text=A \uD83D\uDE42 day
                1-1;0-1;A;_;_;_;_;_;_;_;
                1-2;2-4;\uD83D\uDE42;_;_;_;_;_;_;_;
                1-3;5-8;day;_;_;_;_;_;_;_;

                #Sentence.id=s1
                #Text=Llama 3 is open source \\\\o/ .
                2-1;9-14;Llama;_;_;_;_;_;_;_;
                2-2;15-16;3;_;_;_;_;_;_;_;
                2-3;17-19;is;_;_;_;_;_;_;_;
                2-4;20-24;open;open-source[1];vendor[1];actual[1];affirms[1];SPEAKER;llama-3[1];contradicted[1];
                2-5;25-31;source;open-source[1]|use[2];vendor[1]|outlet[2];actual[1]|future[2];affirms[1]|denies[2];SPEAKER|*[2];llama-3[1]|?[2];contradicted[1]|unverifiable[2];
                2-6;32-35;\\\\o/;_;_;_;_;_;_;_;
                2-7;36-37;.;_;_;_;_;_;_;_;
                """.replace(";", "\t").replace("SPEAKER", speaker));
    }

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        WebAnnoFolder.write(folder, List.of(article()));
        List<MarkedArticle> read = WebAnnoFolder.read(List.of(folder), "");
        assertThat(read).hasSize(1);
        assertThat(read.getFirst().name()).isEqualTo("a/b.jsonl#L7");
        List<MarkedSentence> sentences = read.getFirst().sentences();
        assertThat(sentences).extracting(MarkedSentence::number).containsExactly(0, 1);
        assertThat(sentences.getLast().text()).isEqualTo("Llama 3 is open source \\o/ .");
        assertThat(sentences.getLast().marks()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("words")
                .containsExactly(OPEN, FREE);
    }

    @Test
    void otherLayersAndToolsThatDropNumbersAreNoObstacle() throws IOException {
        Path file = Files.writeString(folder.resolve("m1.tsv"), """
                #FORMAT=WebAnno TSV 3.3
                #T_SP=org.example.Empty
                #T_SP=org.example.Pos|coarse|fine
                #T_SP=webanno.custom.OpennessClaim|aspect|attribution|modality|note|polarity|speaker|subject|verdict
                #T_RL=org.example.Dependency|kind|BT_org.example.Pos


                #Text=It is
                #Text=open
                1-1 0-2 It _ PRON x _ _ _ _ _ _ _ _ root 1-2
                1-1.1 0-1 I * _ _ _ _ _ _ _ _ _ _ _ _
                1-2 3-5 is _ AUX x weights outlet actual * affirms * ? supported _ _
                1-3 6-10 open _ ADJ x _ _ _ _ _ _ _ _ _ _

                #Text=So?
                2-1 11-14 So? _ X x use[4] third-party[4] hypothetical[4] why\\_not[4] denies[4] critics[4] redis[4] unverifiable[4] _ _
                """.replace(" ", "\t").replace("#FORMAT=WebAnno\tTSV\t", "#FORMAT=WebAnno TSV ")
                .replace("It\tis\n#", "It is\n#"));
        List<MarkedSentence> sentences = WebAnnoReader.read("m1", file).sentences();
        assertThat(sentences).extracting(MarkedSentence::number).containsExactly(1, 2);
        assertThat(sentences.getFirst().text()).isEqualTo("It is\nopen");
        assertThat(sentences.getFirst().marks()).singleElement().extracting(Mark::aspect).isEqualTo(Aspect.WEIGHTS);
        assertThat(sentences.getLast().marks()).singleElement().extracting(Mark::speaker).isEqualTo("critics");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            # instead of             ! stands              ! said of it
            #FORMAT=WebAnno TSV 3.3  ! #FORMAT=CoNLL-U     ! line 1: does not begin with #FORMAT=WebAnno TSV 3.3
            |verdict                 ! |opinion            ! line 2: the layer webanno.custom.OpennessClaim lacks a feature
            weights                  ! weight              ! line 6: the aspect of a claim is 'weight'. Choose one of open-source
            llama                    ! *                   ! line 6: a claim without a subject
            actual                   ! *                   ! line 6: the modality of a claim is ''
            #Text=It                 ! #Other=It           ! line 6: is no token of a sentence
            1-1                      ! one                 ! line 6: is no token of a sentence
            """)
    void whatAnnotatorsLeftOutOrBrokeIsNamedByItsLine(String standing, String broken, String said) throws IOException {
        String good = """
                #FORMAT=WebAnno TSV 3.3
                #T_SP=webanno.custom.OpennessClaim|aspect|attribution|modality|polarity|speaker|subject|verdict


                #Text=It
                1-1;0-2;It;weights;outlet;actual;affirms;*;llama;supported;
                """.replace(';', '\t');
        Path file = Files.writeString(folder.resolve("m.tsv"), good);
        assertThat(WebAnnoReader.read("m", file).sentences()).hasSize(1);
        Files.writeString(file, good.replace(standing, broken));
        assertThatThrownBy(() -> WebAnnoReader.read("m", file)).isInstanceOf(SetupException.class).hasMessageContaining(said);
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("m.tsv"), "#FORMAT=WebAnno TSV 3.3\n\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> WebAnnoReader.read("m", file)).isInstanceOf(SetupException.class).hasMessageContaining("not UTF-8");
    }

    @Test
    void theWorkOfOneAnnotatorIsChosen() throws IOException {
        WebAnnoFolder.write(folder.resolve("export"), List.of(article()));
        Path document = Files.createDirectories(folder.resolve("given/m~31.tsv"));
        for (String annotator : List.of("anna", "ben")) {
            Files.copy(folder.resolve("export/a~2Fb.jsonl~23L7.tsv"), document.resolve(annotator + ".tsv"));
        }
        List<Path> given = List.of(folder.resolve("given"));
        assertThat(WebAnnoFolder.read(given, "anna")).extracting(MarkedArticle::name).containsExactly("m1");
        assertThatThrownBy(() -> WebAnnoFolder.read(given, "")).hasMessageContaining("another file of the article m1");
        assertThatThrownBy(() -> WebAnnoFolder.read(given, "carl")).hasMessageContaining("no .tsv file");
        assertThatThrownBy(() -> WebAnnoFolder.read(List.of(folder.resolve("nowhere")), "")).hasMessageContaining("There is no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"m001", "a b", "../x", "日本", "~41", "a~", ".hidden", "w.warc.gz#3", "a%2Fb", "CON:"})
    void namesOfArticlesComeBackFromNamesOfFiles(String article) {
        String file = DocumentName.fileOf(article);
        assertThat(file).matches("[A-Za-z0-9_~-][A-Za-z0-9._~-]*\\.tsv");
        assertThat(DocumentName.articleOf(file)).isEqualTo(article);
    }

    @Test
    void aVeryLongNameStaysDifferentFromOthers() {
        String one = DocumentName.fileOf("x".repeat(1000) + "1");
        assertThat(one).hasSizeLessThan(210).isNotEqualTo(DocumentName.fileOf("x".repeat(1000) + "2"));
    }
}
