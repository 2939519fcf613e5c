package org.openwash.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.openwash.ArticleReader;
import org.openwash.Pipeline;
import org.openwash.Settings;
import org.openwash.SettingsLayers;
import org.openwash.domain.SetupException;
import org.openwash.report.InputBalance;
import org.openwash.spark.CopiedOutput;
import org.openwash.spark.ParquetTables;
import org.openwash.spark.SparkRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The main job on a cluster: the same inputs, settings, index and reports as `openwash analyze`, and Parquet besides.
@Command(name = "analyze", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Read articles on a cluster, find openness claims, judge them by the licence facts, index them and write reports.")
final class SparkAnalyzeCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "INPUT",
            description = "files and folders: local ones, which must lie at the same place on every machine, or addresses of Hadoop's"
                    + " file systems, such as hdfs://host/folder or s3a://bucket/folder")
    private List<String> given = List.of();

    @Option(names = "--list", paramLabel = "FILE", description = "read the inputs that a file names, one a line; may be repeated")
    private List<String> lists = List.of();

    @Option(names = "--base", paramLabel = "ADDRESS", defaultValue = "", description = "what the lines of a list are relative to")
    private String base = "";

    @Mixin
    private final SourceChoices sources = new SourceChoices();

    @Mixin
    private final JobOptions job = new JobOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--fresh", description = "empty the index first; an index that holds articles is not added to")
    private boolean fresh;

    @Option(names = "--partitions", paramLabel = "N", defaultValue = "0",
            description = "into how many parts the run is cut (default: three for each core)")
    private int partitions;

    @Option(names = "--staging", paramLabel = "ADDRESS",
            description = "a folder that all machines reach, through which parts come to the driver (default: within the output folder)")
    private @Nullable String staging;

    @Option(names = "--copy-to", paramLabel = "ADDRESS",
            description = "copy the output folder there in the end, for a driver whose disk does not outlive it")
    private @Nullable String copyTo;

    @Spec
    private @Nullable CommandSpec command; // set by picocli

    private final Streams streams;

    SparkAnalyzeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (given.isEmpty() && lists.isEmpty()) {
            throw wrong("Name an INPUT, or a --list of them.");
        }
        if (given.contains("-")) {
            throw wrong("Standard input cannot be read on a cluster. Name files, or a --list of them.");
        }
        if (partitions < 0) {
            throw wrong("--partitions must be 1 or more, not " + partitions + ".");
        }
        Map<String, String> options = options();
        Settings settings = common.settings(options);
        if (!settings.keepIndex() || settings.onlyFailed()) {
            throw new SetupException("A run on a cluster keeps its index and reads all inputs: take index and only-failed out of "
                    + common.config + ".");
        }
        Messages messages = common.messages(streams);
        var pipeline = new Pipeline(settings, streams.clock());
        var conf = new SparkConf().setIfMissing("spark.master", "local[*]").setIfMissing("spark.app.name", "openwash");
        try (var spark = new JavaSparkContext(conf)) {
            @Nullable CopiedOutput copy = copyTo == null ? null : new CopiedOutput(spark.hadoopConfiguration(), copyTo);
            List<String> inputs = inputs(spark);
            String way = staging == null
                    ? settings.out().toAbsolutePath().resolve(".parts").toUri().toString() // one run at a time writes there
                    : staging + "/openwash-" + spark.sc().applicationId();
            var parts = new SparkRun(spark, inputs, effective(options), settings, way, partitions);
            var parquet = new ParquetTables(settings.out());
            Pipeline.Result result = pipeline.run(inputs, parts, parquet);
            parquet.publish();
            if (copy != null) {
                copy.take(settings.out());
            }
            RunSummary.tell(result, settings.out(), messages);
            return InputBalance.of(result.inputs()).failed() > 0 ? ExitCode.DONE_WITH_FAILURES : ExitCode.DONE;
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
    }

    private List<String> inputs(JavaSparkContext spark) {
        var inputs = new ArrayList<>(given);
        lists.forEach(list -> inputs.addAll(SparkRun.listed(spark, list, base)));
        return inputs;
    }

    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>(sources.given());
        options.putAll(job.given());
        if (fresh) {
            options.put("fresh", "true");
        }
        // the same day on all machines, however long it takes to get them
        if (common.settings(options).asOf() == null) {
            options.put("as-of", ArticleReader.today(streams.clock()).toString());
        }
        return options;
    }

    /// All settings by name, for the other machines: those of the file and the defaults too.
    private Map<String, String> effective(Map<String, String> options) {
        var all = new LinkedHashMap<String, String>();
        common.layers(options).entries().forEach(entry -> all.put(entry.name(), entry.value()));
        all.put("out", Path.of("unused").toString()); // only the driver writes reports
        all.put("threads", common.threads == null ? "1" : String.valueOf(common.threads)); // of each task
        return all;
    }
}
