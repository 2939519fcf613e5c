package org.openwash.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CheckIndex.Status.SegmentInfoStatus;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/// Checks an index from its files up to its claims, and says in plain words what is wrong.
///
/// 1. The files are all there and whole, as Lucene has written them.
/// 2. This version of Openwash wrote them.
/// 3. Every article and claim can be decoded, every claim lies with its article and is what that says: [BlockCheck].
/// 4. There are as many of both as the last run committed.
///
/// Later steps are left out where earlier ones fail.
public final class IndexCheck {

    /// @param problems none if all is well
    public record Result(List<String> problems, int articles, int claims) {

        public Result {
            problems = List.copyOf(problems);
        }
    }

    private IndexCheck() {}

    /// Holds the writer's lock meanwhile.
    ///
    /// @throws IndexLockedException if a run is writing to the index
    public static Result of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return failed("There is no index at " + folder + ".");
        }
        try (Directory directory = FSDirectory.open(folder)) {
            return of(folder, directory);
        } catch (LockObtainFailedException e) {
            throw new IndexLockedException(folder, e);
        } catch (IndexNotFoundException e) {
            return failed("There is no index at " + folder + ": no file that begins with segments_.");
        } catch (NoSuchFileException | FileNotFoundException e) {
            return failed("A file is missing: " + e.getMessage());
        } catch (EOFException e) {
            return failed("A file ends too early: " + e.getMessage());
        } catch (CorruptIndexException e) {
            return failed("A file is damaged: " + e.getMessage());
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            return failed("Another version of Lucene wrote the index: " + e.getMessage());
        }
    }

    private static Result failed(String... problems) {
        return new Result(List.of(problems), 0, 0);
    }

    private static Result of(Path folder, Directory directory) throws IOException {
        SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
        List<String> problems = files(directory);
        if (!problems.isEmpty()) {
            return new Result(problems, 0, 0);
        }
        Map<String, String> data = commit.getUserData();
        String schema = data.get(ArticleIndex.SCHEMA_KEY);
        if (!Schema.VERSION.equals(schema)) {
            return failed("Another version of Openwash wrote the index at " + folder + ": its form is "
                    + Objects.requireNonNullElse(schema, "unknown") + ", this version's " + Schema.VERSION + ".");
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            var blocks = new BlockCheck();
            blocks.check(reader);
            problems = new ArrayList<>(blocks.problems());
            compare(data, ArticleIndex.ARTICLES_KEY, blocks.articles(), "article", problems);
            compare(data, ArticleIndex.CLAIMS_KEY, blocks.claims(), "claim", problems);
            return new Result(problems, blocks.articles(), blocks.claims());
        }
    }

    private static void compare(Map<String, String> data, String key, int found, String what, List<String> problems) {
        if (!String.valueOf(found).equals(data.get(key))) {
            problems.add("The index holds " + found + " " + what + "s; the last run committed " + data.get(key) + ".");
        }
    }

    private static List<String> files(Directory directory) throws IOException {
        var problems = new ArrayList<String>();
        try (var check = new CheckIndex(directory)) {
            check.setInfoStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            CheckIndex.Status status = check.checkIndex();
            for (SegmentInfoStatus part : status.segmentInfos) {
                Throwable error = error(part);
                if (error != null) {
                    problems.add("The part " + part.name + " of the index is damaged: " + error.getMessage());
                }
            }
            if (!status.clean && problems.isEmpty()) {
                problems.add("The list of the index's parts, " + status.segmentsFileName + ", is damaged.");
            }
        }
        return problems;
    }

    private static Throwable error(SegmentInfoStatus part) {
        return Stream.of(part.error,
                        part.liveDocStatus == null ? null : part.liveDocStatus.error,
                        part.fieldInfoStatus == null ? null : part.fieldInfoStatus.error,
                        part.fieldNormStatus == null ? null : part.fieldNormStatus.error,
                        part.termIndexStatus == null ? null : part.termIndexStatus.error,
                        part.storedFieldStatus == null ? null : part.storedFieldStatus.error,
                        part.docValuesStatus == null ? null : part.docValuesStatus.error,
                        part.pointsStatus == null ? null : part.pointsStatus.error)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
