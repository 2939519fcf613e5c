package org.openwash.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.openwash.domain.Alias;
import org.openwash.domain.Article;
import org.openwash.domain.Catalogue;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Mention;
import org.openwash.domain.Metadata;
import org.openwash.domain.Subject;

class MentionFinderTest {

    /// A cell lists what must be found as `words = id`, in order, and nothing else of the kinds that claims are about.
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "mentions.csv", delimiter = '|', numLinesToSkip = 1, quoteCharacter = '`')
    void namesAreFoundAsPeopleMeanThem(String text, String names) {
        List<String> wanted = names == null
                ? List.of()
                : Stream.of(names.split(";")).map(n -> n.strip().replaceAll("\\s*=\\s*", " = ")).toList();
        assertThat(English.names(text).stream()
                        .filter(m -> m.kind() != Mention.Kind.ORGANISATION && m.kind() != Mention.Kind.PERSON)
                        .map(m -> m.text() + " = " + m.ids().getFirst() + (m.version() == null ? "" : " @" + m.version())))
                .isEqualTo(wanted);
    }

    @Test
    void aNameThatNeedsCompanyIsFoundOnlyWithAWholeWordOfIt() {
        assertThat(idsIn("Scout ran ahead. Llama 4 stayed.")).contains("scout");
        assertThat(idsIn("Scout ran ahead of the llamas.")).doesNotContain("scout");
        assertThat(idsIn("Scout likes Llamaland.")).doesNotContain("scout");
        assertThat(idsIn("Scout is one of the Llamas.")).contains("scout");
        assertThat(idsIn("Scout? LLAMA!")).contains("scout");
        assertThat(idsIn("Scout ran ahead.")).isEmpty();
    }

    @Test
    void aNameThatIsACommonWordKeepsItsCase() {
        assertThat(idsIn("They scout for Llama herds.")).doesNotContain("scout");
    }

    @Test
    void aNameMeansAThingOnlyInItsTime() {
        assertThat(idsIn("Oldname is here.", LocalDate.of(2022, 1, 1))).containsExactly("old");
        assertThat(idsIn("Oldname is here.", LocalDate.of(2024, 1, 1))).isEmpty();
        assertThat(idsIn("Oldname is here.", null)).containsExactly("old");
    }

    private static List<String> idsIn(String text) {
        return idsIn(text, LocalDate.of(2025, 6, 1));
    }

    private static List<String> idsIn(String text, LocalDate published) {
        var finder = new MentionFinder(new Catalogue(
                List.of(
                        subject("llama", Alias.of("Llama")),
                        subject("scout", new Alias("Scout", true, List.of("Llama"), null, null)),
                        subject("old", new Alias("Oldname", false, List.of(), null, LocalDate.of(2023, 1, 1)))),
                List.of(), List.of()));
        var metadata = new Metadata(null, null, null, null, published, published == null ? DateBasis.NONE : DateBasis.METADATA);
        var article = new Article("a", "a", metadata, "", "en", text, "");
        return finder.find(article, English.sentences(article)).stream().map(m -> m.ids().getFirst()).toList();
    }

    private static Subject subject(String id, Alias alias) {
        return new Subject(id, alias.text(), Subject.Kind.SOFTWARE, List.of(), null, List.of(alias));
    }
}
