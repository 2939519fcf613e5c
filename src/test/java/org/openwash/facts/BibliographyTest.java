package org.openwash.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openwash.domain.CitedSource;

class BibliographyTest {

    @Test
    void everyPageOfTheBaseIsListedOnceWithItsFacts() {
        FactBook book = FactBook.load(null);
        List<CitedSource> sources = Bibliography.of(book);
        assertThat(sources).extracting(CitedSource::address).isSorted().doesNotHaveDuplicates().doesNotContain("");
        assertThat(sources).allSatisfy(source -> assertThat(source.facts()).isNotEmpty().isSorted());
        assertThat(sources.stream().flatMap(source -> source.facts().stream()).distinct().count())
                .isLessThanOrEqualTo(book.facts().size()).isGreaterThan(book.facts().size() / 2);
    }
}
