package org.openwash.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.Cli;
import org.openwash.testing.ExternalProgram;

/// A real browser on the pages and on report.html: `src/test/browser/flow.mjs` and `report.mjs` say what it does there.
///
/// Needs Chromium, node and npm on the PATH and is skipped without them, unless OPENWASH_NO_SKIPS is set.
class BrowserIT {

    private static final Path SCRIPTS = Path.of("src/test/browser");
    private static final Path WORK = Path.of("target/browser");

    @TempDir
    private Path folder;

    @Test
    void aFactCheckerFindsReadsAndDecidesWithAndWithoutJavaScript() throws Exception {
        String browser = ExternalProgram.onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        String node = ExternalProgram.onPath("node", "nodejs");
        prepare(ExternalProgram.onPath("npm"));
        Path out = folder.resolve("out");
        assertThat(Cli.launch("analyze", articles(), "--out", out).exitCode()).isZero();
        try (Site site = Site.open(out, Site.forReview())) {
            String said = ExternalProgram.succeed(WORK, node, "flow.mjs", site.server().address(), browser);
            assertThat(said).doesNotContain("FAIL").contains(" steps passed");
        }
    }

    @Test
    void theReportReadsWellOnPhoneDeskAndPaperWithoutScript() throws Exception {
        String browser = ExternalProgram.onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        String node = ExternalProgram.onPath("node", "nodejs");
        prepare(ExternalProgram.onPath("npm"));
        Path out = folder.resolve("out");
        assertThat(Cli.launch("analyze", articles(), "corpus", "--out", out, "--around", "2024-01-01").exitCode()).isZero();
        String said = ExternalProgram.succeed(WORK, node, "report.mjs", out.resolve("report.html").toString(), browser);
        assertThat(said).doesNotContain("FAIL").contains(" steps passed");
    }

    private Path articles() throws IOException {
        Path inputs = Files.createDirectory(folder.resolve("inputs"));
        String quiet = "\nThe harbour was quiet that day.\n".repeat(60);
        Files.writeString(inputs.resolve("llama.md"), """
                ---
                title: Meta shows its new model
                outlet: The Harbour Post
                date: 2023-07-19
                url: https://harbour.example/llama
                ---
                %s
                Llama 2 is open source. Meta says that it took a year.

                Critics say that Llama 2 is not open source.
                """.formatted(quiet));
        Files.writeString(inputs.resolve("copy.md"), """
                ---
                title: Another look at Llama 2
                outlet: The Quay Courier
                date: 2024-02-01
                url: https://quay.example/llama
                ---
                Meta calls Llama 2 open source. Its weights are under the Llama 2 Community License.
                """);
        Files.writeString(inputs.resolve("hostile.md"), """
                ---
                title: A hostile <script>alert(3)</script> page
                outlet: <img src=x onerror=alert(4)>
                date: 2024-02-02
                url: https://quay.example/hostile
                ---
                In a hostile text <script>alert(5)</script> Llama 2 is open source.
                """);
        return inputs;
    }

    /// Installs the two packages that package.json names, once for a build folder.
    private static void prepare(String npm) throws Exception {
        Files.createDirectories(WORK);
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            for (Path script : scripts.toList()) {
                Files.copy(script, WORK.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.isDirectory(WORK.resolve("node_modules/axe-core"))) {
            ExternalProgram.succeed(WORK, npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock");
        }
    }
}
