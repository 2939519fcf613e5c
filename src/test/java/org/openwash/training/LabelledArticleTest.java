package org.openwash.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.domain.Aspect;
import org.openwash.domain.SetupException;

/// Reads labelled articles as models/claims/README.md tells their form.
class LabelledArticleTest {

    private static final String TEXT = """
            @ one | 2024-02-22 | Quay Wire | news
            # Google hands out Gemma
            > gemma | weights | affirms | actual | outlet |  | hands out
            It is open, he says.
            > gemma | open-source | affirms | actual | vendor | he | is open
            It is big.

            ## Terms
            - Resale is barred.
            >? gemma | use | denies | actual | outlet |  | barred

            @ two | 2024-02-23 | Quay Wire | blog
            Nothing here.
            """;

    @TempDir
    private Path folder;

    private List<LabelledArticle> read(String text) throws IOException {
        Files.writeString(folder.resolve("a.txt"), text);
        return LabelledArticle.read(folder);
    }

    @Test
    void articlesAndParagraphsAreParted() throws IOException {
        List<LabelledArticle> articles = read(TEXT);
        assertThat(articles).extracting(LabelledArticle::id).containsExactly("one", "two");
        assertThat(articles.getFirst().article().title()).isEqualTo("Google hands out Gemma");
        assertThat(articles.getFirst().article().text())
                .isEqualTo("It is open, he says. It is big.\n\n## Terms\n\n- Resale is barred.");
    }

    @Test
    void claimsHaveTheirPlaceInTheText() throws IOException {
        LabelledArticle article = read(TEXT).getFirst();
        LabelledArticle.Marked said = article.lines().get(1).claims().getFirst();
        assertThat(said.aspect()).isEqualTo(Aspect.OPEN_SOURCE);
        assertThat(said.speaker()).isEqualTo("he");
        assertThat(said.cue().in(article.article().text())).isEqualTo("is open");
        assertThat(article.lines().getFirst().title()).isTrue();
        assertThat(article.lines().getLast().claims().getFirst().optional()).isTrue();
    }

    @Test
    void wrongLineIsNamed() {
        assertThatThrownBy(() -> read("@ one | 2024-02-22 | Quay Wire | news\nText.\n> gemma | opennes | affirms\n"))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("a.txt line 3");
    }
}
