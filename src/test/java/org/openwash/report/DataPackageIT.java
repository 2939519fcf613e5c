package org.openwash.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Decisions;
import org.openwash.testing.ExternalProgram;
import org.openwash.testing.ExternalProgram.Ended;
import org.openwash.testing.Samples;

/// What describes the tables, read by other people's validators: `src/test/datapackage/validate.mjs` says which.
///
/// Needs node and npm on the PATH and is skipped without them, unless OPENWASH_NO_SKIPS is set.
class DataPackageIT {

    private static final Path SCRIPTS = Path.of("src/test/datapackage");
    private static final Path WORK = Path.of("target/datapackage");

    private static String node;

    @TempDir
    private Path out;

    @BeforeAll
    static void installTheValidators() throws Exception {
        node = ExternalProgram.onPath("node", "nodejs");
        String npm = ExternalProgram.onPath("npm");
        Files.createDirectories(WORK);
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            for (Path script : scripts.toList()) {
                Files.copy(script, WORK.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.isDirectory(WORK.resolve("node_modules/datapackage"))) {
            ExternalProgram.succeed(WORK, npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock");
        }
    }

    @BeforeEach
    void writeReports() throws IOException {
        write(CsvStyle.PLAIN);
    }

    private void write(CsvStyle style) throws IOException {
        NastyCells.writer(style).write(out, NastyCells.outcomes().stream(), NastyCells.INPUTS, NastyCells.run());
    }

    private Ended validate() throws Exception {
        return ExternalProgram.run(WORK, List.of(node, "validate.mjs", out.toString()));
    }

    @ParameterizedTest
    @CsvSource({"comma", "semicolon", "tab"})
    void everyTableIsAsItsDescriptionSays(String delimiter) throws Exception {
        write(CsvStyle.of(delimiter, false));
        int texts = NastyCells.TEXTS.size();
        assertThat(validate().said()).doesNotContain("INVALID").endsWith(texts + " lines\n").startsWith("9 resources, ");
    }

    @Test
    void whatIsHandedOnIsAsItsDescriptionSays() throws Exception {
        new SharePackage(Samples.catalogue(), 0.5, Decisions.none(), NastyCells.edition(), CsvStyle.PLAIN, new ClaimReviews(null, null))
                .write(out, NastyCells.outcomes().stream());
        assertThat(validate().said()).doesNotContain("INVALID").startsWith("8 resources, ");
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '!', textBlock = """
            # file      ! what stands there   ! becomes         ! said of it
            claims.csv  ! ,affirms,           ! ,affirm,        ! enum
            claims.csv  ! ,nasty/1.txt        ! ,nowhere        ! Foreign key
            claims.csv  ! claim1,             ! claim2,         ! unique
            articles.csv! 2024-05-02,         ! 2 May 2024,     ! date
            """)
    void aBrokenTableIsSeen(String file, String standing, String broken, String said) throws Exception {
        String text = Files.readString(out.resolve(file));
        int at = text.lastIndexOf(standing);
        assertThat(at).isPositive();
        Files.writeString(out.resolve(file), text.substring(0, at) + broken + text.substring(at + standing.length()));
        Ended ended = validate();
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.said()).contains("INVALID " + file.replace(".csv", "")).contains(said);
    }

    @Test
    void theLinesAreHeldAgainstTheirSchemaToo() throws Exception {
        Path lines = out.resolve("claims.jsonl");
        Files.writeString(lines, Files.readString(lines).replaceFirst("\"aspect\":\"open-source\"", "\"aspect\":7"));
        Ended ended = validate();
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.said()).contains("INVALID claims.jsonl line 1").contains("/aspect");
    }
}
