package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.Documented.Block;

/// Runs what README.md, docs/cookbook.md, docs/facts.md and docs/operations.md tell people to type, and compares what they
/// say will be printed.
///
/// - In an `sh` block each line that begins with `scripts/openwash` is run; the rest of the line behind ` | `, ` > `
///   or ` #` is not, `< FILE` is standard input. `# exit 3` at its end says which exit code to expect, else 0.
/// - A `text` block right after it is what the block prints, on either stream: each line must be there; `…` stands for
///   anything.
/// - A block that begins with a file name behind its language (`csv my-facts/subjects.csv`) is a file that the reader
///   is told to write.
/// - `<!-- not run -->` on the line before an `sh` block leaves it out.
///
/// Files and output folders lie in a temporary folder; nothing is written to the project's own.
class ReadmeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T06:00:00Z"), ZoneOffset.UTC);
    private static final Pattern EXIT = Pattern.compile("# exit (\\d)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final String COMMAND = "scripts/openwash ";

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> commandsDoWhatTheReadmeSays() throws IOException {
        return testsOf(Path.of("README.md"));
    }

    @TestFactory
    Stream<DynamicTest> commandsDoWhatTheCookbookSays() throws IOException {
        return testsOf(Path.of("docs/cookbook.md"));
    }

    @TestFactory
    Stream<DynamicTest> commandsDoWhatTheGuideToTheFactsSays() throws IOException {
        return testsOf(Path.of("docs/facts.md"));
    }

    @TestFactory
    Stream<DynamicTest> commandsDoWhatTheGuideToOperationSays() throws IOException {
        return testsOf(Path.of("docs/operations.md"));
    }

    @Test
    void theCookbookHasAtLeastFifteenSituationsAndRunsACommandForEach() throws IOException {
        Path cookbook = Path.of("docs/cookbook.md");
        List<String> lines = Files.readAllLines(cookbook);
        List<Block> run = Documented.blocks(cookbook).stream()
                .filter(b -> b.language().equals("sh") && !b.skipped() && b.text().contains(COMMAND))
                .toList();
        var without = new ArrayList<String>();
        int situations = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("## ")) {
                situations++;
                int from = i;
                int to = i + 1;
                while (to < lines.size() && !lines.get(to).startsWith("## ")) {
                    to++;
                }
                int end = to;
                if (run.stream().noneMatch(b -> b.line() > from && b.line() <= end)) {
                    without.add(lines.get(i));
                }
            }
        }
        assertThat(without).isEmpty();
        assertThat(situations).isGreaterThanOrEqualTo(15);
    }

    @Test
    void anExcerptMatchesWithGapsAndNotOtherwise() {
        assertThat(matches("2 claims, … flagged", "say 2 claims, 17 flagged")).isTrue();
        assertThat(matches("3 claims, … flagged", "say 2 claims, 17 flagged")).isFalse();
    }

    private static Stream<DynamicTest> testsOf(Path document) throws IOException {
        Path home = Files.createDirectories(folder.resolve(document.getFileName().toString()));
        var tests = new ArrayList<DynamicTest>();
        List<Block> blocks = Documented.blocks(document);
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean commands = block.language().equals("sh") && !block.skipped() && block.text().contains(COMMAND);
            List<String> printed = i + 1 < blocks.size() && blocks.get(i + 1).isOutput()
                    ? blocks.get(i + 1).text().lines().toList() : List.of();
            if (!block.file().isEmpty()) {
                tests.add(dynamicTest("line " + block.line() + ": write " + block.file(), () -> write(home, block)));
            } else if (commands) {
                tests.add(dynamicTest("line " + block.line(), () -> run(home, block.text(), printed)));
            }
        }
        assertThat(tests).as("commands in " + document).isNotEmpty();
        return tests.stream();
    }

    private static void write(Path home, Block block) throws IOException {
        Path file = home.resolve(block.file());
        Files.createDirectories(file.getParent());
        Files.writeString(file, block.text());
    }

    private static void run(Path home, String script, List<String> printed) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (String line : script.replace("\\\n", " ").lines().filter(l -> l.startsWith(COMMAND)).toList()) {
            Matcher exit = EXIT.matcher(line);
            int wanted = exit.find() ? Integer.parseInt(exit.group(1)) : 0;
            String command = line.substring(COMMAND.length()).split(" #| \\| | > ")[0];
            String[] halves = command.split(" < ");
            List<String> arguments = words(halves[0]).stream().map(word -> inside(home, word)).toList();
            try (var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
                    InputStream in = halves.length > 1 ? Files.newInputStream(Path.of(inside(home, halves[1].strip())))
                            : new ByteArrayInputStream(new byte[0])) {
                int code = Main.run(withOut(home, arguments), in, stream, stream, CLOCK);
                assertThat(code).as(line + "\n" + bytes.toString(StandardCharsets.UTF_8)).isEqualTo(wanted);
            }
        }
        String said = bytes.toString(StandardCharsets.UTF_8).replace(home + "/", "");
        assertThat(printed).allSatisfy(line -> assertThat(said.lines()).anyMatch(out -> matches(line, out)));
    }

    /// Whether the parts between the gaps stand in the line in this order.
    private static boolean matches(String excerpt, String line) {
        int from = 0;
        for (String part : excerpt.split("…")) {
            int at = line.indexOf(part.strip(), from);
            if (at < 0) {
                return false;
            }
            from = at + part.strip().length();
        }
        return true;
    }

    private static List<String> words(String command) {
        return WORD.matcher(command).results()
                .map(m -> m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3))
                .toList();
    }

    /// Files that the document told to write lie in the temporary folder.
    private static String inside(Path home, String word) {
        boolean plain = word.matches("[\\w./-]+") && !word.equals("-") && !word.startsWith(".");
        return plain && Files.exists(home.resolve(word)) ? home.resolve(word).toString() : word;
    }

    private static String[] withOut(Path home, List<String> arguments) {
        var all = new ArrayList<>(arguments);
        int out = all.indexOf("--out");
        boolean takesOut = !all.getFirst().startsWith("-") && !all.getFirst().equals("help");
        if (out >= 0) {
            all.set(out + 1, home.resolve(arguments.get(out + 1)).toString());
        } else if (takesOut) {
            all.addAll(List.of("--out", home.resolve("output").toString()));
        }
        return all.toArray(String[]::new);
    }
}
