package org.openwash.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Metadata;
import org.openwash.domain.SetupException;

class MetadataFileTest {

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace("\\n", "\n"));
    }

    @Test
    void saysWhatInputsLack() throws IOException {
        write("a.txt", "Words");
        Files.createDirectories(folder.resolve("sub"));
        write("sub/a.txt", "Words");
        write("f.jsonl", "{\"text\": \"W\"}\n{\"text\": \"V\"}");
        Files.write(folder.resolve("g.txt.gz"), org.openwash.testing.NastyFolder.gzip("Words"));
        Path metadata = write("metadata.csv", """
                file,url,outlet,title,published
                a.txt,,,"A title, with a comma",2024-01-02
                sub/a.txt,https://example.org/a,Sub,,
                f.jsonl,,Lines,,
                f.jsonl#L2,,,Second,
                g.txt,,Zipped,,
                missing.txt,,Nobody,,
                """);
        var sources = new Sources(SourceOptions.defaults().withMetadata(metadata));
        Harvest harvest = Harvest.of(sources, new ByteArrayInputStream(new byte[0]), folder.toString());

        assertThat(harvest.sources(folder)).containsExactly("a.txt", "f.jsonl#L1", "f.jsonl#L2", "g.txt.gz",
                "sub/a.txt");
        assertThat(harvest.articles()).extracting(a -> a.lacking().outlet())
                .containsExactly(null, "Lines", "Lines", "Zipped", "Sub");
        assertThat(harvest.articles().getFirst().lacking()).isEqualTo(
                new Metadata(null, null, "A title, with a comma", null, LocalDate.of(2024, 1, 2), DateBasis.METADATA));
        assertThat(harvest.articles().get(2).lacking().title()).isEqualTo("Second");
        // the row of a path outweighs that of a bare name, which still fills its gaps
        assertThat(harvest.articles().getLast().lacking().url()).isEqualTo("https://example.org/a");
        assertThat(harvest.articles().getLast().lacking().title()).isEqualTo("A title, with a comma");
        assertThat(sources.unmatchedMetadata()).containsExactly("missing.txt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name,url\\na.txt,x                          | line 1: a metadata file needs the column file
            file,colour\\na.txt,blue                    | line 1: a metadata file needs the column file
            file,url\\na.txt,x\\n,y                     | line 3: no file is named
            file,published\\na.txt,2024-01-02\\nb.txt,soon | line 3: not a date between 1990 and 2100: soon
            file,url\\na.txt,x\\na.txt,y                | line 3: a.txt has a row already
            file,url\\na.txt,"x                         | line 2: unclosed quote
            file,url,url\\na.txt,x,y                    | line 1:
            """)
    void aWrongFileStopsTheRunAtItsStart(String content, String message) throws IOException {
        Path file = write("m.csv", content);
        assertThatThrownBy(() -> new Sources(SourceOptions.defaults().withMetadata(file)))
                .isInstanceOf(SetupException.class).hasMessageContaining("m.csv, " + message);
    }

    @Test
    void aMissingFileStopsTheRunAtItsStart() {
        assertThatThrownBy(() -> new Sources(SourceOptions.defaults().withMetadata(folder.resolve("none.csv"))))
                .isInstanceOf(SetupException.class).hasMessageContaining("none.csv");
    }

    @ParameterizedTest
    @CsvSource({"text", "text=", "=Body"})
    void aMappingNeedsFieldAndColumn(String mapping) {
        assertThatThrownBy(() -> SourceOptions.column(mapping)).isInstanceOf(SetupException.class);
    }

    @Test
    void anUnknownFieldCannotBeMapped() {
        assertThatThrownBy(() -> new SourceOptions(null, java.util.Map.of("colour", "Blue"), 1))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("text, html, url, outlet, title, author, published");
    }
}
