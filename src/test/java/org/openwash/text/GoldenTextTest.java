package org.openwash.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openwash.domain.Article;
import org.openwash.domain.Format;
import org.openwash.domain.Metadata;
import org.openwash.domain.Origins;
import org.openwash.domain.Provenance;
import org.openwash.domain.RawArticle;
import org.openwash.domain.UnreadableArticleException;

/// Replays `golden/text/<what-it-shows>/`: `input.*` is read, `text.txt` is its text, `about.txt` what else is known.
/// Run with `-Dgolden.update=true` to write the two again; the difference is then there to be reviewed.
class GoldenTextTest {

    private static final Path SOURCES = Path.of("src/test/resources/golden/text");

    static Stream<Path> folders() throws IOException, URISyntaxException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void readsTheArticleAndNothingElse(Path folder) throws IOException, UnreadableArticleException {
        Path input;
        try (Stream<Path> files = Files.list(folder)) {
            input = files.filter(f -> f.getFileName().toString().startsWith("input.")).findFirst().orElseThrow();
        }
        String name = input.getFileName().toString();
        Format format = name.endsWith(".html") ? Format.HTML : name.endsWith(".md") ? Format.MARKDOWN : Format.TEXT;
        Article article = new TextCleaner().clean(new RawArticle(name, format, Files.readAllBytes(input), null,
                Metadata.UNKNOWN));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(folder.resolve("text.txt"), article.text() + "\n");
            Files.writeString(folder.resolve("about.txt"), about(article));
        }
        assertThat(article.text() + "\n").isEqualTo(Files.readString(folder.resolve("text.txt"),
                StandardCharsets.UTF_8));
        assertThat(about(article)).isEqualTo(Files.readString(folder.resolve("about.txt"), StandardCharsets.UTF_8));
    }

    private static String about(Article a) {
        Metadata m = a.metadata();
        Origins o = m.origins();
        return "id: " + a.id()
                + "\ntitle: " + a.title() + from(o.title())
                + "\noutlet: " + m.outlet() + from(o.outlet())
                + "\nauthor: " + m.author() + from(o.author())
                + "\npublished: " + m.published() + from(o.published())
                + "\nmodified: " + m.modified() + from(o.modified())
                + "\nstated language: " + m.statedLanguage()
                + "\nnotes: " + a.notes() + "\n";
    }

    private static String from(Provenance origin) {
        return origin.equals(Provenance.NONE) ? "" : " (" + origin.basis().label() + ", " + origin.sureness().label() + ")";
    }
}
