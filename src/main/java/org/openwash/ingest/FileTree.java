package org.openwash.ingest;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Walks an input to the files in it: folders with all below them in the order of names, each folder once, whatever
/// links say. Hidden files, README files and the metadata file are no inputs.
final class FileTree {

    /// "README", "readme.md"; not "readme-wars.md", which may be an article
    private static final Pattern README = Pattern.compile("(?i)readme(?:\\.[a-z]+)?");

    private record Step(Path path, String source, boolean given) {}

    /// What desktops leave in folders.
    private static final Set<String> LITTER = Set.of("__MACOSX", "Thumbs.db", "desktop.ini");

    private final Disk disk;
    private final @Nullable Path metadata; // null if there is none

    FileTree(Disk disk, @Nullable Path metadata) {
        this.disk = disk;
        this.metadata = metadata;
    }

    void walk(String input, Consumer<InputFile> files, Consumer<Found> rejected) {
        Path start;
        try {
            start = Path.of(input);
        } catch (InvalidPathException e) {
            rejected.accept(Found.failed(Excerpt.of(input), "not a path", ""));
            return;
        }
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(start, source(input), true)));
        Set<Path> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Step step = open.removeFirst();
            try {
                visit(step, open, seen, files, rejected);
            } catch (IOException e) {
                rejected.accept(Found.failed(label(step), reason(e), ""));
            } catch (UncheckedIOException e) { // thrown while listing a folder
                rejected.accept(Found.failed(label(step), reason(e.getCause()), ""));
            }
        }
    }

    private void visit(Step step, Deque<Step> open, Set<Path> seen, Consumer<InputFile> files, Consumer<Found> rejected)
            throws IOException {
        var attributes = Files.readAttributes(step.path(), BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            if (!seen.add(step.path().toRealPath())) {
                rejected.accept(Found.skipped(label(step), "a link to a folder that was read already"));
                return;
            }
            if (isOutput(step.path())) {
                if (step.given()) {
                    rejected.accept(Found.skipped(label(step), Sources.OUTPUT_FOLDER));
                }
                return;
            }
            List<Path> children = disk.list(step.path()).stream().filter(FileTree::isVisible).toList();
            if (children.isEmpty()) {
                rejected.accept(Found.skipped(label(step), Sources.EMPTY_FOLDER));
            }
            for (Path child : children.reversed()) {
                String name = child.getFileName().toString();
                String parent = step.source();
                String source = parent.isEmpty() ? name : parent.endsWith("/") ? parent + name : parent + "/" + name;
                open.addFirst(new Step(child, source, false));
            }
        } else if (!attributes.isRegularFile()) {
            rejected.accept(Found.failed(label(step), "neither a file nor a folder (a pipe or device)", ""));
        } else if (isMetadata(step.path()) || isReadme(step.path())) {
            if (step.given()) {
                rejected.accept(Found.skipped(label(step), Sources.NO_INPUT));
            }
        } else {
            files.accept(new InputFile(step.path(), step.source(), attributes.size()));
        }
    }

    /// The path as given, with `/` and without `./` before it or `/` behind it; empty for the folder one stands in.
    static String source(String input) {
        String path = input.replace(File.separatorChar, '/').replaceAll("/{2,}", "/");
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        if (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return path.equals(".") ? "" : path;
    }

    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException x -> "no such file or folder";
            case AccessDeniedException x -> "may not be read: permission denied";
            case FileSystemException x when x.getReason() != null -> "cannot be read: " + Excerpt.of(x.getReason());
            default -> "cannot be read: " + Excerpt.of(String.valueOf(e.getMessage()));
        };
    }

    private static String label(Step step) {
        return step.source().isEmpty() ? "." : step.source();
    }

    private static boolean isVisible(Path path) {
        return isVisible(path.getFileName().toString());
    }

    static boolean isVisible(String name) {
        return (!name.startsWith(".") || name.equals("..")) && !LITTER.contains(name);
    }

    /// Whether a file at this path below a folder or in an archive is an input: neither hidden nor a README.
    static boolean isInput(String path) {
        String[] names = path.split("[/\\\\]");
        return Arrays.stream(names).allMatch(FileTree::isVisible) && !isReadme(names[names.length - 1]);
    }

    /// What a run has written is not read by the next: "analyze ." with the output folder inside.
    private static boolean isOutput(Path folder) {
        return Files.isRegularFile(folder.resolve("run.json")) && Files.isRegularFile(folder.resolve("inputs.csv"));
    }

    private static boolean isReadme(Path path) {
        return isReadme(String.valueOf(path.getFileName()));
    }

    static boolean isReadme(String name) {
        return README.matcher(name).matches();
    }

    private boolean isMetadata(Path path) throws IOException {
        return metadata != null && Files.exists(metadata) && Files.isSameFile(path, metadata);
    }
}
