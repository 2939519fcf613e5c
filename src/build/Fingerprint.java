import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Tells by which rules, models and names this build reads, and by which facts it judges, so that a later run can tell
/// whether what an earlier one read still holds. Run by the build:
///
///     java Fingerprint.java PROJECT_FOLDER FILE VERSION
class Fingerprint {

    /// What decides how an article is read: code, rules, models, and the versions of the libraries.
    private static final List<String> READING = List.of("pom.xml", "models",
            "src/main/java/org/openwash/domain", "src/main/java/org/openwash/ingest", "src/main/java/org/openwash/text",
            "src/main/java/org/openwash/nlp", "src/main/java/org/openwash/claims",
            "src/main/java/org/openwash/Analyser.java", "src/main/java/org/openwash/ArticleReader.java",
            "src/main/resources/domain", "src/main/resources/ingest", "src/main/resources/text",
            "src/main/resources/nlp", "src/main/resources/claims");
    /// Which names are looked for.
    private static final List<String> NAMES = List.of("src/main/resources/facts/subjects",
            "src/main/resources/facts/organisations.csv", "src/main/resources/facts/licences.csv");
    /// What they are judged by.
    private static final List<String> JUDGING = List.of("src/main/java/org/openwash/facts", "src/main/resources/facts");

    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        Path project = Path.of(args[0]);
        Path file = Path.of(args[1]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "version=" + args[2] + "\nreading=" + of(project, READING) + "\nnames=" + of(project, NAMES)
                + "\njudging=" + of(project, JUDGING) + "\n");
    }

    private static String of(Path project, List<String> places) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String place : places) {
            try (Stream<Path> walk = Files.walk(project.resolve(place))) {
                for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(project.relativize(file).toString().getBytes());
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}
