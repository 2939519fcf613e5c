package org.openwash.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.openwash.ingest.Found;
import org.openwash.ingest.Sources;

/// Walks an input on one of Hadoop's file systems to the files in it, by the rules that hold for local folders: all below it
/// in the order of names; hidden files, README files and output folders are no inputs.
record RemoteTree(Configuration hadoop) {

    /// Folders within folders; a link that leads back ends here.
    private static final int DEEPEST = 100;

    private record Step(FileStatus status, String source, int depth) {}

    /// @param input an address such as `hdfs://host/folder` or `s3a://bucket/key`
    void walk(String input, Consumer<InputUnit> units) {
        String source = input.endsWith("/") ? input.substring(0, input.length() - 1) : input;
        try {
            Path start = new Path(input);
            FileSystem files = start.getFileSystem(hadoop);
            Deque<Step> open = new ArrayDeque<>(List.of(new Step(files.getFileStatus(start), source, 0)));
            while (!open.isEmpty()) {
                visit(files, open.removeFirst(), open, units);
            }
        } catch (IllegalArgumentException | IOException e) {
            units.accept(InputUnit.of(Found.failed(source, reason(e), "")));
        }
    }

    private static void visit(FileSystem files, Step step, Deque<Step> open, Consumer<InputUnit> units) {
        Path path = step.status().getPath();
        try {
            boolean given = step.depth() == 0;
            if (!step.status().isDirectory()) {
                if (!Sources.isReadme(path.getName())) {
                    units.accept(new InputUnit(step.source(), path.toString(), true, step.status().getLen(), null));
                } else if (given) {
                    units.accept(InputUnit.of(Found.skipped(step.source(), Sources.NO_INPUT)));
                }
            } else if (step.depth() > DEEPEST) {
                units.accept(InputUnit.of(Found.failed(step.source(), "more than " + DEEPEST + " folders within each other", "")));
            } else if (!isOutput(files, path)) {
                List<FileStatus> children = Arrays.stream(files.listStatus(path))
                        .filter(child -> Sources.isVisible(child.getPath().getName()))
                        .sorted(Comparator.comparing(child -> child.getPath().getName()))
                        .toList();
                if (children.isEmpty()) {
                    units.accept(InputUnit.of(Found.skipped(step.source(), Sources.EMPTY_FOLDER)));
                }
                children.reversed().forEach(child -> open.addFirst(
                        new Step(child, step.source() + "/" + child.getPath().getName(), step.depth() + 1)));
            } else if (given) {
                units.accept(InputUnit.of(Found.skipped(step.source(), Sources.OUTPUT_FOLDER)));
            }
        } catch (IOException e) {
            units.accept(InputUnit.of(Found.failed(step.source(), reason(e), "")));
        }
    }

    /// What a run has written.
    static boolean isOutput(FileSystem files, Path folder) throws IOException {
        return files.exists(new Path(folder, "run.json")) && files.exists(new Path(folder, "inputs.csv"));
    }

    static String reason(Exception e) {
        return e instanceof FileNotFoundException ? "no such file or folder" : "cannot be read: " + e.getMessage();
    }
}
