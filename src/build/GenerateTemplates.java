import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Part of the build: writes the templates of the page as Java sources, with escaping for HTML. Run by Maven with
/// template folder, target folder and package; does nothing where the sources are newer than all templates.
class GenerateTemplates {

    public static void main(String[] args) throws Exception {
        Path templates = Path.of(args[0]);
        Path target = Path.of(args[1]);
        if (upToDate(templates, target)) {
            return;
        }
        var engine = TemplateEngine.create(
                new DirectoryCodeResolver(templates), target, ContentType.Html, null, args[2]);
        engine.setTrimControlStructures(true);
        engine.cleanAll();
        engine.generateAll();
    }

    private static boolean upToDate(Path templates, Path target) throws Exception {
        if (!Files.isDirectory(target)) {
            return false;
        }
        List<Path> written = files(target);
        List<Path> read = files(templates);
        return written.size() == read.size() && newest(read) < oldest(written);
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return new ArrayList<>(all.filter(Files::isRegularFile).toList());
        }
    }

    private static long newest(List<Path> files) throws Exception {
        long newest = 0;
        for (Path file : files) {
            newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
        }
        return newest;
    }

    private static long oldest(List<Path> files) throws Exception {
        long oldest = Long.MAX_VALUE;
        for (Path file : files) {
            oldest = Math.min(oldest, Files.getLastModifiedTime(file).toMillis());
        }
        return oldest;
    }
}
