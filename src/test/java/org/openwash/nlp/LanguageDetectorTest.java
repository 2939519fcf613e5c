package org.openwash.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.Article;

class LanguageDetectorTest {

    private static final LanguageDetector DETECTOR = LanguageDetector.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The harbour office has published the source code of its booking system. Anyone may use it, change it and pass it on, says the note beside it. The council will decide in spring whether the archive follows, and who is to pay for the servers.
            de | Das Hafenamt hat den Quelltext seines Buchungssystems veröffentlicht. Jeder darf ihn nutzen, ändern und weitergeben, heißt es in der Mitteilung. Der Rat entscheidet im Frühjahr, ob das Archiv folgt und wer die Server bezahlen soll.
            fr | Le bureau du port a publié le code source de son système de réservation. Chacun peut l'utiliser, le modifier et le transmettre, dit la note. Le conseil décidera au printemps si les archives suivront et qui devra payer les serveurs.
            es | La oficina del puerto ha publicado el código fuente de su sistema de reservas. Cualquiera puede usarlo, cambiarlo y compartirlo, dice la nota. El consejo decidirá en primavera si el archivo lo sigue y quién pagará los servidores.
            """)
    void aParagraphIsEnough(String language, String text) {
        assertThat(DETECTOR.detect(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Llama 3 is open source.", "Das ist frei.", "3 4 5", "\uD83E"})
    void aShortTextIsNotGuessedAt(String text) {
        assertThat(DETECTOR.detect(text)).isEqualTo(Article.UNDETERMINED);
    }

    @Test
    void englishWithManyNamesIsNotTakenForAnotherLanguage() {
        String text = "Qwen2.5, Mistral Large 2, DeepSeek-R1 and Llama 3.1 are on the list of the library, and so are Falcon and BLOOM. "
                + "The clerk says that the licences of Qwen and Mistral differ from size to size, and that she checks them each week.";
        assertThat(DETECTOR.detect(text)).isIn("en", Article.UNDETERMINED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # stated | language
            en       | en
            en-GB    | en
            de_AT    | de
            DE       | de
            zh-Hans  | zh
            deu      | de
            ind      | id
            heb      | he
            -        | und
            ''       | und
            english  | und
            <b>      | und
            """)
    void whatThePageStatesCountsForAShortText(String stated, String language) {
        assertThat(DETECTOR.detect("Llama 3: alles neu.", stated)).isEqualTo(language);
    }

    @Test
    void whatThePageStatesDoesNotCountForALongText() {
        String text = "The harbour office has published the source code of its booking system, and anyone may use it, change it and pass"
                + " it on, says the note that was nailed to the door of the office on Tuesday.";
        assertThat(DETECTOR.detect(text, "de")).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # a dozen letters of another script are enough to know that it is not English, if not always which it is
            bg | Портовое управление Хавенмура опубликовало код.
            el | Το γραφείο του λιμανιού δημοσίευσε τον κώδικα.
            zh | 黑文莫尔港务局公布了其预订系统的全部源代码。
            ja | ヘイブンムーアの港湾事務所は、ソースコードをすべて公開した。
            ko | 헤이븐무어 항만 사무소가 소스 코드를 모두 공개했다.
            """)
    void anotherScriptIsKnownAtOnce(String language, String text) {
        assertThat(DETECTOR.detect(text)).isEqualTo(language);
    }
}
