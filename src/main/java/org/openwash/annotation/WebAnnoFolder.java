package org.openwash.annotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openwash.domain.SetupException;
import org.openwash.report.ReportFolder;

/// A folder of WebAnno TSV files, one an article.
public final class WebAnnoFolder {

    private static final int DEEPEST = 8;

    private WebAnnoFolder() {}

    public static void write(Path to, Iterable<MarkedArticle> articles) throws IOException {
        try (ReportFolder folder = ReportFolder.in(to)) {
            for (MarkedArticle article : articles) {
                folder.stage(DocumentName.fileOf(article.name()), w -> WebAnnoWriter.write(article, w));
            }
            folder.publish();
        }
    }

    /// The articles of these files and of all `.tsv` files below these folders, by name. A file in a folder that is called
    /// like a document, as INCEpTION exports them (`m1.tsv/anna.tsv`), is that document's.
    ///
    /// @param annotator without `.tsv`, where such folders hold the work of several; empty for all files
    /// @throws SetupException if there is nothing to read, a file is wrong, or two are of one article
    public static List<MarkedArticle> read(List<Path> paths, String annotator) throws IOException {
        var articles = new TreeMap<String, MarkedArticle>();
        for (Path file : files(paths)) {
            Path folder = file.toAbsolutePath().getParent();
            Path folderName = folder == null ? null : folder.getFileName();
            boolean inDocument = folderName != null && folderName.toString().endsWith(DocumentName.EXTENSION);
            String own = file.getFileName().toString();
            if (inDocument && !annotator.isEmpty() && !own.equals(annotator + DocumentName.EXTENSION)) {
                continue;
            }
            String name = DocumentName.articleOf(inDocument ? folderName.toString() : own);
            if (articles.put(name, WebAnnoReader.read(name, file)) != null) {
                throw new SetupException(file + ": there is another file of the article " + name
                        + ". Read the work of one annotator at a time; --annotator chooses.");
            }
        }
        if (articles.isEmpty()) {
            throw new SetupException("There is no .tsv file in " + paths + (annotator.isEmpty() ? "" : " of " + annotator)
                    + ". Export documents as WebAnno TSV v3.3.");
        }
        return List.copyOf(articles.values());
    }

    private static List<Path> files(List<Path> paths) throws IOException {
        var files = new ArrayList<Path>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new SetupException("There is no " + path + ". Name a WebAnno TSV file or a folder of them.");
            }
            try (Stream<Path> below = Files.walk(path, DEEPEST)) {
                below.filter(Files::isRegularFile)
                        .filter(file -> file.equals(path) || file.toString().endsWith(DocumentName.EXTENSION))
                        .sorted().forEach(files::add);
            }
        }
        return files;
    }
}
