package org.openwash.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.apache.spark.HashPartitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.openwash.Part;
import org.openwash.Parts;
import org.openwash.Settings;
import org.openwash.ingest.Found;
import org.openwash.ingest.InputFile;
import org.openwash.ingest.Sources;
import scala.Tuple2;

/// One run on a cluster:
///
///     inputs → files in even heaps → [ read → spread, if a few files hold most → analyse → part ] → join → reports
///
/// What stands in brackets is done by tasks on many machines. A task that fails is repeated, and what it left is not looked
/// at: only the parts whose names came back to the driver are joined.
public final class SparkRun implements Parts {

    /// `local[2]` tries each task once, `local[2,3]` three times.
    private static final Pattern LOCAL = Pattern.compile("local(?:\\[[^,]+(?:,\\s*(\\d+)\\s*)?])?");

    private final JavaSparkContext spark;
    private final Staging staging;
    private final List<InputUnit> units;
    private final int tasks;
    private final Broadcast<Shipment> shipment;
    private final CollectionAccumulator<String> matched;
    private final List<String> namedByMetadata;

    /// @param inputs   files and folders, local or on Hadoop's file systems
    /// @param settings all of them by name, with the day of the run
    /// @param staging  the address of a folder that all machines reach; it is deleted in the end
    /// @param tasks    into how many parts the run is cut; 0 for three for each core
    /// @throws org.openwash.domain.SetupException if the metadata file is missing or wrong
    public SparkRun(JavaSparkContext spark, List<String> inputs, Map<String, String> settings, Settings checked, String staging, int tasks)
            throws IOException {
        this.spark = spark;
        this.staging = new Staging(staging, new SerializableConfiguration(spark.hadoopConfiguration()));
        this.tasks = tasks > 0 ? tasks : 3 * Math.max(1, spark.defaultParallelism());
        var sources = new Sources(checked.sources());
        units = new Inputs(spark.hadoopConfiguration()).units(inputs, sources);
        namedByMetadata = sources.unmatchedMetadata();
        shipment = spark.broadcast(Shipment.of(spark.sc().applicationId(), settings));
        matched = new CollectionAccumulator<>();
        spark.sc().register(matched); // without a name, so that no page of Spark's shows it
    }

    /// The inputs that a list names.
    ///
    /// @param base what its lines are relative to
    /// @throws org.openwash.domain.SetupException if it cannot be read
    public static List<String> listed(JavaSparkContext spark, String list, String base) {
        return new Inputs(spark.hadoopConfiguration()).listed(list, base);
    }

    @Override
    public void forEach(Taking taking) throws IOException {
        java.nio.file.Path scratch = Files.createTempDirectory("openwash-parts-");
        try {
            staging.begin();
            for (String name : analysed().collect()) {
                staging.take(name, scratch, taking);
            }
        } finally {
            staging.delete();
            FileUtil.fullyDelete(scratch.toFile());
        }
    }

    /// The names of the parts, which lie in the staging folder.
    private JavaRDD<String> analysed() {
        Packing packing = Packing.of(units, tasks);
        var reading = new ReadTask(shipment, matched, staging.hadoop(), mayFail());
        JavaRDD<Found> found = spark.parallelize(packing.heaps(), Math.max(1, packing.heaps().size()))
                .mapPartitions(heaps -> reading.read(heaps));
        if (packing.isUneven(tasks)) {
            // by the hash of the source: the articles of one outlet, of one file too, go to all machines alike
            found = found.mapToPair(one -> new Tuple2<>(one.source(), one)).partitionBy(new HashPartitioner(tasks)).values();
        }
        var analysing = new AnalyseTask(shipment, staging);
        return found.mapPartitions(analysing::analyse);
    }

    /// How often a task is tried in all.
    private int mayFail() {
        Matcher local = LOCAL.matcher(spark.master());
        if (local.matches()) {
            return local.group(1) == null ? 1 : Integer.parseInt(local.group(1));
        }
        return spark.getConf().getInt("spark.task.maxFailures", 4);
    }

    @Override
    public List<String> unmatchedMetadata() {
        var names = new LinkedHashSet<>(namedByMetadata);
        matched.value().forEach(names::remove); // of a task that was repeated twice
        return List.copyOf(names);
    }

    /// Reads the files of its heaps one after the other.
    ///
    /// @param matched  the names of the metadata file that inputs had
    /// @param attempts how often the task is tried in all
    private record ReadTask(
            Broadcast<Shipment> shipment, CollectionAccumulator<String> matched, SerializableConfiguration hadoop, int attempts)
            implements Serializable {

        Iterator<Found> read(Iterator<List<InputUnit>> heaps) {
            var sources = new Sources(Machine.of(shipment.value()).settings().sources());
            var met = new ConcurrentLinkedQueue<String>();
            boolean last = TaskContext.get().attemptNumber() + 1 >= attempts;
            var found = new Pulled<Found>(sink -> {
                var names = new LinkedHashSet<>(sources.unmatchedMetadata());
                heaps.forEachRemaining(heap -> heap.forEach(unit -> {
                    if (unit.rejected() != null) {
                        sink.accept(unit.rejected());
                    } else {
                        sources.file(unit.source(), unit.name(), unit.size(), () -> open(unit, last), sink);
                    }
                }));
                sources.unmatchedMetadata().forEach(names::remove);
                met.addAll(names);
            });
            TaskContext.get().<TaskContext>addTaskCompletionListener(context -> {
                found.close();
                met.forEach(matched::add);
            });
            return found;
        }

        private InputStream open(InputUnit unit, boolean last) throws IOException {
            if (!unit.remote()) {
                return Files.newInputStream(java.nio.file.Path.of(unit.path()));
            }
            var path = new Path(unit.path());
            return last ? path.getFileSystem(hadoop.value()).open(path)
                    : RetriedStream.of(() -> path.getFileSystem(hadoop.value()).open(path));
        }
    }

    /// Analyses what it is given into a part.
    private record AnalyseTask(Broadcast<Shipment> shipment, Staging staging) implements Serializable {

        Iterator<String> analyse(Iterator<Found> found) throws IOException {
            staging.mustBeReached();
            TaskContext task = TaskContext.get();
            String name = "part-%05d-%d".formatted(task.partitionId(), task.taskAttemptId());
            java.nio.file.Path folder = Files.createTempDirectory("openwash-part-");
            try {
                Part part = Machine.of(shipment.value()).pipeline().part(folder, found::forEachRemaining);
                staging.put(part, name);
            } finally {
                FileUtil.fullyDelete(folder.toFile());
            }
            return List.of(name).iterator();
        }
    }
}
