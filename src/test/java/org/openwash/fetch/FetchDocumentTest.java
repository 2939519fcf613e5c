package org.openwash.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// docs/fetch.md and docs/sources.yaml say what is so.
class FetchDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/fetch.md");

    @TempDir
    private Path folder;

    @Test
    void theExampleIsRead() {
        SourceList list = SourceList.read(Path.of("docs/sources.yaml"));
        assertThat(list.sources()).extracting(Source::name)
                .containsExactly("quay-post", "harbour-wire", "by-hand", "intranet", "drop");
        assertThat(list.bounds()).as("the example shows the defaults").isEqualTo(SourceList.Bounds.DEFAULTS);
        assertThat(list.sources().get(1).limits()).isEqualTo(Limits.DEFAULTS);
    }

    @Test
    void theBlockInTheDocumentIsRead() throws IOException {
        String text = Files.readString(DOCUMENT);
        int begin = text.indexOf("```yaml\n") + "```yaml\n".length();
        Path file = Files.writeString(folder.resolve("s.yaml"), text.substring(begin, text.indexOf("```", begin)));
        assertThat(SourceList.read(file).sources()).hasSize(1);
    }

    @Test
    void everyKeyIsInTheTable() throws IOException {
        String documented = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|").matcher(Files.readString(DOCUMENT)).results()
                .map((MatchResult m) -> m.group(1)).sorted().collect(Collectors.joining(" "));
        var known = new TreeSet<>(SourcesFile.TOP);
        SourcesFile.KEYS.values().forEach(known::addAll);
        assertThat(documented).isEqualTo(String.join(" ", known));
    }
}
