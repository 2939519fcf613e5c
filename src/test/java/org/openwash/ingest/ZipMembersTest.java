package org.openwash.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Format;
import org.openwash.domain.Outcome;
import org.openwash.testing.NastyFolder;

@Timeout(60)
class ZipMembersTest {

    @TempDir
    private Path folder;

    private static byte[] zip(Map<String, byte[]> members) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            members.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return zip(members);
    }

    private Harvest harvest(byte[] archive) throws IOException {
        return Harvest.of(Files.write(folder.resolve("a.zip"), archive));
    }

    @Test
    void membersAreReadInTheirFormatsAndNamedByTheirPath() throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        members.put("2024/", new byte[0]);
        members.put("2024/page.html", "<html><p>Words</p></html>".getBytes(StandardCharsets.UTF_8));
        members.put("notes.txt", "Some words.".getBytes(StandardCharsets.UTF_8));
        members.put("rows.csv", "title,text\nA,One\nB,Two\n".getBytes(StandardCharsets.UTF_8));
        members.put("lines.jsonl.gz", NastyFolder.gzip("{\"text\": \"One\"}\n{\"text\": \"Two\"}\n"));
        Harvest harvest = harvest(zip(members));
        assertThat(harvest.sources(folder)).containsExactly("a.zip!/2024/page.html", "a.zip!/notes.txt",
                "a.zip!/rows.csv#L2", "a.zip!/rows.csv#L3", "a.zip!/lines.jsonl.gz#L1", "a.zip!/lines.jsonl.gz#L2");
        assertThat(harvest.articles()).hasSize(6);
        assertThat(harvest.articles().getFirst().format()).isEqualTo(Format.HTML);
    }

    @Test
    void anArchiveMayBeGzippedOrComeFromStandardInput() throws IOException {
        byte[] archive = zip("a.txt", "Some words.");
        assertThat(Harvest.ofStandardInput(archive).only().source()).isEqualTo("-!/a.txt");
        assertThat(Harvest.ofStandardInput(NastyFolder.gzip(archive)).only().source()).isEqualTo("-!/a.txt");
    }

    @Test
    void aNameThatPointsElsewhereIsOnlyAName() throws IOException {
        assertThat(harvest(zip("../../evil.txt", "Words.", "/etc/x.txt", "Words.")).sources(folder))
                .containsExactly("a.zip!/../../evil.txt", "a.zip!//etc/x.txt");
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void whatNoFolderWouldGiveNoArchiveGivesEither() throws IOException {
        assertThat(harvest(zip("__MACOSX/a.txt", "x", "b/.hidden", "x", "README.md", "x", "c.txt", "Words."))
                .sources(folder)).containsExactly("a.zip!/c.txt");
    }

    @ParameterizedTest
    @CsvSource({
            "[Content_Types].xml, binary file: an office document",
            "mimetype,            binary file: an office document or electronic book",
            "META-INF/MANIFEST.MF, binary file: a Java archive"})
    void documentsThatAreArchivesInsideAreNotTakenForOne(String first, String reason) throws IOException {
        assertThat(harvest(zip(first, "x", "b.xml", "<a/>")).failed()).singleElement()
                .satisfies(f -> assertThat(f.reason()).startsWith(reason));
    }

    @Test
    void anEmptyArchiveIsSkippedAndNotForgotten() throws IOException {
        assertThat(harvest(zip()).rejected()).containsExactly(
                new Outcome.Skipped(folder + "/a.zip", "an empty archive"));
    }

    @Test
    void anArchiveInAnArchiveIsListed() throws IOException {
        var members = new LinkedHashMap<String, byte[]>();
        members.put("inner.zip", zip("a.txt", "Words."));
        members.put("b.txt", "Words.".getBytes(StandardCharsets.UTF_8));
        Harvest harvest = harvest(zip(members));
        assertThat(harvest.failed()).containsExactly(
                new Outcome.Failed(folder + "/a.zip!/inner.zip", "ZIP inside ZIP, which is not read", ""));
        assertThat(harvest.articles()).hasSize(1);
    }

    @Test
    void aBrokenMemberCostsOnlyItself() throws IOException {
        byte[] archive = zip("a.txt", "", "b.html", "<p>Words</p>", "c.csv", "name,price\nbread,2\n");
        Harvest harvest = harvest(archive);
        assertThat(harvest.failed()).extracting(Outcome.Failed::source).extracting(s -> s.substring(s.indexOf('!')))
                .containsExactly("!/a.txt", "!/c.csv");
        assertThat(harvest.articles()).hasSize(1);
    }

    @Test
    void aClippedArchiveIsReadAsFarAsItGoes() throws IOException {
        var random = new Random(7);
        var members = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 20; i++) {
            var words = new StringBuilder("Words ");
            for (int j = 0; j < 500; j++) {
                words.append(Long.toString(random.nextLong(), 36)).append(' ');
            }
            members.put("m%02d.txt".formatted(i), words.toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] archive = zip(members);
        Harvest harvest = harvest(Arrays.copyOf(archive, archive.length / 2));
        assertThat(harvest.articles()).hasSizeBetween(8, 11);
        assertThat(harvest.failed()).isNotEmpty().allSatisfy(f -> assertThat(f.reason()).contains("damaged"));
    }

    @Test
    void aMemberThatUnpacksWithoutEndIsStopped() throws IOException {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) ' ');
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bomb.jsonl"));
            for (int i = 0; i < 300; i++) {
                zip.write(block);
            }
            zip.putNextEntry(new ZipEntry("good.txt"));
            zip.write("Words.".getBytes(StandardCharsets.UTF_8));
        }
        Harvest harvest = harvest(bytes.toByteArray());
        assertThat(harvest.failed()).singleElement()
                .satisfies(f -> assertThat(f.reason()).startsWith("unpacks to more than"));
        assertThat(harvest.articles()).extracting(Harvest::text).containsExactly("Words.");
    }

    @Test
    void anEncryptedMemberIsListed() throws IOException {
        byte[] archive = zip("a.txt", "Some words.");
        archive[6] |= 1; // the flag in the member's header, and in the directory at the end
        assertThat(harvest(archive).failed()).extracting(Outcome.Failed::reason).containsExactly("encrypted",
                "cannot be read past a member that is encrypted or packed in another way");
    }

    @Test
    void storedMembersAreRead() throws IOException {
        byte[] words = "Some words.".getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32();
        crc.update(words);
        var entry = new ZipEntry("a.txt");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(words.length);
        entry.setCrc(crc.getValue());
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(entry);
            zip.write(words);
        }
        assertThat(Harvest.text(harvest(bytes.toByteArray()).only())).isEqualTo("Some words.");
    }

    @Test
    void damageAnywhereEndsInAnOutcome() throws IOException {
        byte[] good = zip("a.txt", "Some words here.", "b.html", "<p>More words</p>", "c.jsonl", "{\"text\": \"One\"}\n");
        var random = new Random(3);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = good.clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
            }
            byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, 4 + random.nextInt(bytes.length - 4)) : bytes;
            assertThat(Harvest.of(new Sources(SourceOptions.defaults()), new ByteArrayInputStream(cut), "-").found())
                    .isNotEmpty();
        }
    }
}
