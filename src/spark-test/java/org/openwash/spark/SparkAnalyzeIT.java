package org.openwash.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.cli.SparkCli;
import org.openwash.testing.Cli;
import org.openwash.testing.NastyFolder;
import org.openwash.testing.OutputFolder;

/// Runs on Spark with two cores of this machine, against the same run without Spark.
class SparkAnalyzeIT {

    private static final String CORPUS = "corpus";

    @TempDir
    Path folder;

    private final Map<String, String> before = new TreeMap<>();

    @BeforeEach
    void setUpSpark() {
        set("spark.master", "local[2]");
        set("spark.ui.enabled", "false");
        set("spark.driver.host", "127.0.0.1");
        set("spark.driver.bindAddress", "127.0.0.1");
        set("spark.hadoop.fs.failing.impl", FailingFiles.class.getName());
        FailingFiles.reset();
    }

    private void set(String name, String value) {
        before.put(name, System.getProperty(name, ""));
        System.setProperty(name, value);
    }

    @AfterEach
    void putBack() {
        before.forEach((name, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    private static Object[] analyze(Path out, Object... words) {
        return Stream.concat(Stream.of("analyze", "--out", out), Stream.of(words)).toArray();
    }

    /// One run on Spark and one without, of the same words.
    private OutputFolder same(int exitCode, Object... words) {
        Path alone = folder.resolve("alone");
        Path spread = folder.resolve("spread");
        Cli.Result one = Cli.launch(analyze(alone, words));
        Cli.Result many = Cli.launch(SparkCli::run, analyze(spread, words));
        assertThat(many.exitCode()).as(many.err()).isEqualTo(exitCode).isEqualTo(one.exitCode());
        assertThat(told(many, spread)).isEqualTo(told(one, alone));
        var reports = new OutputFolder(spread).reports();
        reports.keySet().removeIf(name -> name.endsWith(".parquet"));
        assertThat(reports).isEqualTo(new OutputFolder(alone).reports());
        assertThat(spread.resolve(".parts")).doesNotExist();
        return new OutputFolder(spread);
    }

    private static List<String> told(Cli.Result result, Path out) {
        return result.err().lines().filter(line -> !line.contains("SLF4J")).map(line -> line.replace(out.toString(), "OUT")).toList();
    }

    @Test
    void theSampleCorpusGivesTheSameBytes() {
        OutputFolder out = same(0, CORPUS);
        assertThat(out.rows("claims.csv")).hasSizeGreaterThan(100);
    }

    @Test
    void brokenInputsAreListedAsOnOneMachine() throws IOException {
        NastyFolder nasty = NastyFolder.in(Files.createDirectory(folder.resolve("nasty")));
        Files.createDirectory(nasty.folder().resolve("empty"));
        Files.writeString(nasty.folder().resolve(".hidden.txt"), NastyFolder.text(1));
        Files.writeString(nasty.folder().resolve("README.md"), NastyFolder.text(2));
        OutputFolder out = same(3, nasty.folder(), folder.resolve("missing"), "--largest-mb", "1");
        assertThat(out.rows("inputs.csv")).filteredOn(row -> row.get("status").equals("failed")).hasSize(NastyFolder.BROKEN + 1);
    }

    @Test
    void ofArticlesWithOneAddressInDifferentPartsTheSameIsKept() throws IOException {
        Path inputs = Files.createDirectory(folder.resolve("twice"));
        for (int file = 0; file < 6; file++) {
            var lines = new StringBuilder();
            for (int i = 0; i < 10; i++) {
                lines.append("{\"url\": \"https://quay.example/").append((file * 3 + i) % 12).append("\", \"published\": \"2024-03-")
                        .append(10 + (file * 7 + i) % 15).append("\", \"title\": \"Meeting\", \"text\": \"")
                        .append(NastyFolder.text(i).replace("\n", "\\n")).append("\"}\n");
            }
            Files.writeString(inputs.resolve("lines-" + file + ".jsonl"), lines);
        }
        OutputFolder out = same(0, inputs, inputs.resolve("lines-2.jsonl"));
        assertThat(out.rows("articles.csv")).hasSize(12);
        assertThat(out.rows("inputs.csv")).hasSize(70);
    }

    @Test
    void syndicatedCopiesOfDifferentPartsAreOneStory() throws IOException {
        Path inputs = Files.createDirectory(folder.resolve("copies"));
        var texts = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            texts.add("Paper " + i + " prints this.\n\n" + NastyFolder.text(i % 4) + "\n\n" + NastyFolder.text(i % 4 + 100));
            Files.writeString(inputs.resolve("copy-" + i + ".txt"), texts.get(i));
        }
        OutputFolder out = same(0, inputs);
        assertThat(out.column("articles.csv", "story").stream().distinct()).hasSizeLessThan(10);
    }

    @Test
    void oneFileThatHoldsAllIsSpreadOverTheTasks() throws IOException {
        Path file = folder.resolve("outlet.jsonl");
        Files.writeString(file, Stream.iterate(0, i -> i + 1).limit(60).map(i -> "{\"title\": \"Meeting " + i
                + "\", \"text\": \"" + NastyFolder.text(i).replace("\n", "\\n") + "\"}\n").collect(Collectors.joining()));
        OutputFolder out = same(0, file);
        assertThat(out.rows("articles.csv")).hasSize(60);
    }

    @Test
    void userFactsAndMetadataReachTheMachines() throws IOException {
        Path facts = folder.resolve("facts");
        Path below = Files.createDirectories(facts.resolve("subjects")); // a base is read two folders deep
        Files.writeString(below.resolve("quay.csv"), "id,name,kind,vendors,parent,superseded,aliases\nolm-archive,Olm,software,,,,Olm\n");
        Path metadata = Files.writeString(folder.resolve("m.csv"),
                "file,outlet,published\narticle-01.txt,The Quay,2024-05-05\nno-such-file.txt,Nobody,2024-05-05\n");
        Path inputs = Files.createDirectory(folder.resolve("texts"));
        for (int i = 0; i < 12; i++) {
            Files.writeString(inputs.resolve("article-%02d.txt".formatted(i)), NastyFolder.text(i));
        }
        OutputFolder out = same(0, inputs, "--metadata", metadata, "--facts", facts);
        assertThat(out.column("articles.csv", "outlet")).containsOnlyOnce("The Quay");
        assertThat(out.column("claims.csv", "subject")).contains("olm-archive");
    }

    @Test
    void aPartThatFailsIsRepeatedAndNotDoubled() throws IOException {
        set("spark.master", "local[2,3]"); // each task may fail twice
        Path alone = folder.resolve("alone");
        Path spread = folder.resolve("spread");
        Cli.launch(analyze(alone, CORPUS));
        Cli.Result many = Cli.launch(SparkCli::run, analyze(spread, CORPUS, "--partitions", "5",
                "--staging", FailingFiles.SCHEME + ":" + folder.resolve("staging")));
        assertThat(many.exitCode()).as(many.err()).isZero();
        assertThat(FailingFiles.failed()).hasSize(5);
        var reports = new OutputFolder(spread).reports();
        reports.keySet().removeIf(name -> name.endsWith(".parquet"));
        assertThat(reports).isEqualTo(new OutputFolder(alone).reports());
        assertThat(folder.resolve("staging")).isEmptyDirectory();
    }

    @Test
    void aFileThatCannotBeReachedAtFirstIsReadByTheNextAttempt() throws IOException {
        set("spark.master", "local[2,2]");
        Path inputs = Files.createDirectory(folder.resolve("far"));
        Files.writeString(inputs.resolve("hiccup.txt"), NastyFolder.text(1));
        Path out = folder.resolve("out");
        Cli.Result result = Cli.launch(SparkCli::run, analyze(out, FailingFiles.SCHEME + ":" + inputs));
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(FailingFiles.failed()).contains("hiccup.txt");
        assertThat(new OutputFolder(out).column("inputs.csv", "status")).containsExactly("kept");
    }

    @Test
    void aRunThatFailsSaysSoAndLeavesTheOutputAsItWas() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), NastyFolder.text(1));
        Path out = folder.resolve("out");
        Cli.Result result = Cli.launch(SparkCli::run, analyze(out, text, "--staging", FailingFiles.SCHEME + ":" + folder.resolve("staging")));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("openwash: the run on Spark failed, and the output is as it was: ").contains("the network is gone")
                .doesNotContain("a bug");
        assertThat(out.resolve("claims.csv")).doesNotExist();
    }

    @Test
    void copyingTheOutputDestroysNothingOfOthers() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), NastyFolder.text(1));
        Path others = Files.createDirectory(folder.resolve("others"));
        Files.writeString(others.resolve("thesis.tex"), "years of work");
        Cli.Result result = Cli.launch(SparkCli::run, analyze(folder.resolve("out"), text, "--copy-to", "file:" + others));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("holds what no run of Openwash wrote. Name a folder that is new or empty.");
        assertThat(others.resolve("thesis.tex")).hasContent("years of work");
        Path mine = folder.resolve("mine");
        for (int i = 0; i < 2; i++) { // new, and what an earlier run left
            assertThat(Cli.launch(SparkCli::run, analyze(folder.resolve("out"), text, "--fresh", "--copy-to", "file:" + mine)).exitCode()).isZero();
            assertThat(mine.resolve("claims.csv")).exists();
        }
    }

    @Test
    void listsAndAddressesAreReadThroughHadoop() throws IOException {
        Path inputs = Files.createDirectories(folder.resolve("far/below/empty")).getParent();
        for (int i = 0; i < 5; i++) {
            Files.writeString(inputs.resolve("a" + i + ".txt"), NastyFolder.text(i));
        }
        Files.writeString(inputs.resolve("README"), "no input");
        Files.writeString(inputs.resolve(".hidden.txt"), "no input");
        Path single = Files.writeString(folder.resolve("far/single.txt"), NastyFolder.text(9));
        Path list = folder.resolve("paths.gz");
        Files.write(list, NastyFolder.gzip("# of a crawl\nbelow\n\nsingle.txt\nmissing.txt\n"));
        Path out = folder.resolve("out");
        String base = FailingFiles.SCHEME + ":" + folder.resolve("far");
        Cli.Result result = Cli.launch(SparkCli::run, analyze(out, "--list", list, "--base", base, "--copy-to",
                "file:" + folder.resolve("copied")));
        assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
        Map<String, String> statuses = new OutputFolder(out).rows("inputs.csv").stream()
                .collect(Collectors.toMap(row -> row.get("source").substring(base.length()), row -> row.get("status")));
        assertThat(statuses).containsOnlyKeys("/below/a0.txt", "/below/a1.txt", "/below/a2.txt", "/below/a3.txt", "/below/a4.txt",
                        "/below/empty", "/single.txt", "/missing.txt")
                .containsEntry("/below/empty", "skipped").containsEntry("/missing.txt", "failed");
        assertThat(Files.readAllBytes(folder.resolve("copied/claims.csv"))).isEqualTo(Files.readAllBytes(out.resolve("claims.csv")));
        assertThat(single).exists();
    }

    @Test
    void parquetHoldsTheRowsOfTheCsvFiles() throws IOException {
        Path out = folder.resolve("out");
        assertThat(Cli.launch(SparkCli::run, analyze(out, CORPUS)).exitCode()).isZero();
        for (String table : List.of("claims", "articles")) {
            List<CSVRecord> rows = new OutputFolder(out).rows(table + ".csv");
            List<Map<String, String>> typed = parquet(out.resolve(table + ".parquet"));
            assertThat(typed).hasSameSizeAs(rows);
            for (int i = 0; i < rows.size(); i++) {
                Map<String, String> wanted = new TreeMap<>(rows.get(i).toMap());
                wanted.replaceAll((column, cell) -> cell.matches("'+[=+@-].*") ? cell.substring(1) : cell);
                Map<String, String> found = typed.get(i);
                wanted.replaceAll((column, cell) -> isNumber(cell) ? new BigDecimal(cell).stripTrailingZeros().toPlainString() : cell);
                found.replaceAll((column, cell) -> isNumber(cell) ? new BigDecimal(cell).stripTrailingZeros().toPlainString() : cell);
                assertThat(found).isEqualTo(wanted);
            }
        }
    }

    private static boolean isNumber(String cell) {
        return cell.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?");
    }

    /// Each row by column, written as the CSV files write it but for numbers.
    private static List<Map<String, String>> parquet(Path file) throws IOException {
        var rows = new ArrayList<Map<String, String>>();
        try (ParquetReader<Group> reader = ParquetReader.builder(new GroupReadSupport(),
                new org.apache.hadoop.fs.Path(file.toUri())).withConf(new Configuration()).build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                var cells = new TreeMap<String, String>();
                for (Type type : row.getType().getFields()) {
                    cells.put(type.getName(), cell(row, type));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private static String cell(Group row, Type type) {
        String name = type.getName();
        if (row.getFieldRepetitionCount(name) == 0) {
            return "";
        }
        if (!type.isPrimitive()) {
            Group list = row.getGroup(name, 0);
            var items = new ArrayList<String>();
            for (int i = 0; i < list.getFieldRepetitionCount("list"); i++) {
                items.add(list.getGroup("list", i).getString("element", 0).replace(";", "%3B"));
            }
            return String.join(";", items);
        }
        boolean day = type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation;
        if (day) {
            return LocalDate.ofEpochDay(row.getInteger(name, 0)).toString();
        }
        return type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                ? row.getString(name, 0) : row.getValueToString(row.getType().getFieldIndex(name), 0);
    }

    @Test
    void whatTheUserCanMendIsSaidInOneSentence() throws IOException {
        Cli.Result nothing = Cli.launch(SparkCli::run, "analyze", "--out", folder.resolve("o"));
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).startsWith("Name an INPUT, or a --list of them.");
        Cli.Result stdin = Cli.launch(SparkCli::run, "analyze", "-", "--out", folder.resolve("o"));
        assertThat(stdin.exitCode()).isEqualTo(2);
        assertThat(stdin.err()).startsWith("Standard input cannot be read on a cluster.");
        Path config = Files.writeString(folder.resolve("c.yaml"), "index: false\n");
        Cli.Result unkept = Cli.launch(SparkCli::run, "analyze", "x", "--config", config, "--out", folder.resolve("o"));
        assertThat(unkept.exitCode()).isEqualTo(1);
        assertThat(unkept.err()).contains("take index and only-failed out of " + config);
        Cli.Result list = Cli.launch(SparkCli::run, "analyze", "--list", folder.resolve("no-list"), "--out", folder.resolve("o"));
        assertThat(list.exitCode()).isEqualTo(1);
        assertThat(list.err()).contains("openwash: The list " + folder.resolve("no-list") + " cannot be read (no such file or folder). Correct --list.");
        Path text = Files.writeString(folder.resolve("a.txt"), NastyFolder.text(1), StandardCharsets.UTF_8);
        Path out = folder.resolve("held");
        assertThat(Cli.launch(analyze(out, text)).exitCode()).isZero();
        Cli.Result held = Cli.launch(SparkCli::run, analyze(out, text));
        assertThat(held.exitCode()).isEqualTo(1);
        assertThat(held.err()).contains("holds articles of an earlier run, to which a run on several machines cannot add. Say --fresh");
        assertThat(Cli.launch(SparkCli::run, analyze(out, text, "--fresh")).exitCode()).isZero();
    }
}
