package org.openwash.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Outcome;

class FileTreeTest {

    @TempDir
    private Path folder;

    private void write(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "Words of " + name);
        }
    }

    @Test
    void foldersAreReadInTheOrderOfNamesWithAllBelowThem() throws IOException {
        write("b.txt", "a/z.txt", "a/B/x.txt", "c.txt", "a.txt");
        assertThat(Harvest.of(folder).sources(folder)).containsExactly("a/B/x.txt", "a/z.txt", "a.txt", "b.txt",
                "c.txt");
    }

    @Test
    void hiddenFilesReadmesAndProgramsAreNoArticles() throws IOException {
        write(".git/config", ".DS_Store", "README.md", "readme.txt", "sub/README", "a.txt", "page_files/app.js");
        Harvest harvest = Harvest.of(folder);
        assertThat(harvest.sources(folder)).containsExactly("a.txt", "page_files/app.js");
        assertThat(harvest.rejected()).containsExactly(
                new Outcome.Skipped(folder + "/page_files/app.js", "holds no article, by its name"));
    }

    @Test
    void aReadmeGivenByNameIsSkippedAloud() throws IOException {
        write("README.md");
        assertThat(Harvest.of(folder.resolve("README.md")).rejected()).hasSize(1);
    }

    @Test
    void linksThatGoRoundAreSurvived() throws IOException {
        write("a/x.txt");
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        Files.createSymbolicLink(folder.resolve("a/self"), Path.of("self"));
        Files.createSymbolicLink(folder.resolve("a/dangling"), Path.of("nowhere"));
        Harvest harvest = Harvest.of(folder);
        assertThat(harvest.articles()).hasSize(1);
        assertThat(harvest.failed()).extracting(Outcome.Failed::source)
                .containsExactly(folder + "/a/dangling", folder + "/a/self");
        assertThat(harvest.rejected()).contains(new Outcome.Skipped(folder + "/a/up",
                "a link to a folder that was read already"));
    }

    @ParameterizedTest
    @CsvSource({"./a/b.txt, a/b.txt", "a//b/, a/b", "./, ''", "., ''", "../a, ../a", "/a/b, /a/b", "/, /"})
    void aSourceIsThePathAsGiven(String input, String source) {
        assertThat(FileTree.source(input)).isEqualTo(source);
    }

    @Test
    void whatIsMissingOrEmptyIsListed() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        assertThat(Harvest.of(folder.resolve("nowhere")).rejected())
                .containsExactly(new Outcome.Failed(folder + "/nowhere", "no such file or folder", ""));
        assertThat(Harvest.of(folder).rejected()).containsExactly(new Outcome.Skipped(folder + "/empty",
                "an empty folder"));
        assertThat(Harvest.of(SourceOptions.defaults(), "a\u0000b").failed()).extracting(Outcome.Failed::reason)
                .containsExactly("not a path");
    }

    @Test
    void aDeviceIsRefusedWithoutWaitingForIt() {
        assertThat(Harvest.of(Path.of("/dev/zero")).failed()).extracting(Outcome.Failed::reason)
                .first().asString().matches("neither a file nor a folder.*|no such file or folder");
    }

    @Test
    void whatMayNotBeReadIsListedAndTheRestRead() throws IOException {
        write("a/x.txt", "b.txt", "c.txt");
        var guarded = new Disk() { // permissions do not bind the user who may do everything
            @Override
            public InputStream open(Path file) throws IOException {
                if (file.endsWith("b.txt")) {
                    throw new AccessDeniedException(file.toString());
                }
                return Disk.super.open(file);
            }

            @Override
            public List<Path> list(Path of) throws IOException {
                if (of.endsWith("a")) {
                    throw new AccessDeniedException(of.toString());
                }
                return Disk.super.list(of);
            }
        };
        Harvest harvest = Harvest.of(new Sources(SourceOptions.defaults(), Selection.all(), guarded),
                new ByteArrayInputStream(new byte[0]),
                folder.toString());
        assertThat(harvest.failed()).containsExactly(
                new Outcome.Failed(folder + "/a", "may not be read: permission denied", ""),
                new Outcome.Failed(folder + "/b.txt", "may not be read: permission denied", ""));
        assertThat(harvest.articles()).hasSize(1);
    }
}
