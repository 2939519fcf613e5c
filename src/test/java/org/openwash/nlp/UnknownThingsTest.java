package org.openwash.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Article;
import org.openwash.domain.Mention;

class UnknownThingsTest {

    /// Ids of the things found that the catalogue lacks, in order, joined with `;`.
    private static String found(String text) {
        Article article = English.article("", text);
        var catalogued = English.NAMES.find(article, English.sentences(article));
        List<Mention> unknown = English.NAMES.findUnknown(article, English.sentences(article), catalogued);
        return String.join(";", unknown.stream().map(Mention::id).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Firefly 2 is open source.                                           | firefly-2
            Firefly 2 isn't really open source, whatever its maker says.        | firefly-2
            The firm open-sourced Tallow Engine on Monday.                      | tallow-engine
            We moved to the open-source Tallow Engine last year.                | tallow-engine
            They sell Brightwave 7B, an open-weight model, to hospitals.        | brightwave-7b
            OpenQuill is released under Apache 2.0.                             | openquill
            The firm open-sourced Tallow. Nobody had asked for Tallow's source. | tallow;tallow
            """)
    void aThingCalledOpenIsFoundByTheCompanyItKeeps(String text, String ids) {
        assertThat(found(text)).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Models are open source.
            Neither is open source.
            The Open Source Initiative met in May.
            Open-source AI is a topic of the day.
            They are proprietary, and so is the rest.
            Llama 3 is open source.
            He likes open-source GenAI models.
            """)
    void topicsPronounsAndWhatTheCatalogueKnowsAreNoUnknownThings(String text) {
        assertThat(found(text)).isEmpty();
    }
}
