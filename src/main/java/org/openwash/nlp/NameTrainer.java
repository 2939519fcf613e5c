package org.openwash.nlp;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.SequenceCodec;
import opennlp.tools.util.TrainingParameters;
import org.openwash.domain.SetupException;
import org.openwash.domain.Sha256;

/// Trains the name model from the labelled sentences in models/names/, for `scripts/train`.
///
/// Without arguments it cross-validates and trains with [Setting#CHOSEN] and writes the model and its card; with
/// `--compare` it writes nothing and prints how each candidate setting does, which is how the chosen one was chosen.
/// The same sentences, lexicon and features give the same bytes.
public final class NameTrainer {

    /// Held here, since a logger that nobody holds forgets its level. OpenNLP reports each step of each training.
    private static final Logger OPENNLP_LOG = Logger.getLogger("opennlp");

    private static final String FEATURES = "nlp/name-features.xml";

    /// How the words of a name are told apart: begin and inside, or first, middle, last and only word.
    enum Codec { BIO, BILOU }

    /// How a model is trained.
    ///
    /// @param cutoff features seen fewer times are left out
    record Setting(String algorithm, Codec codec, int iterations, int cutoff) {

        static final Setting CHOSEN = new Setting("PERCEPTRON", Codec.BILOU, 30, 0);

        static final List<Setting> CANDIDATES = List.of(
                new Setting("PERCEPTRON", Codec.BIO, 30, 0),
                new Setting("PERCEPTRON", Codec.BIO, 30, 2),
                new Setting("PERCEPTRON", Codec.BIO, 100, 0),
                new Setting("PERCEPTRON", Codec.BILOU, 30, 0),
                new Setting("MAXENT", Codec.BIO, 200, 2),
                new Setting("MAXENT", Codec.BILOU, 200, 2),
                new Setting("MAXENT_QN", Codec.BIO, 100, 0),
                new Setting("MAXENT_QN", Codec.BILOU, 100, 0));

        TrainingParameters parameters() {
            var parameters = new TrainingParameters();
            parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm);
            parameters.put(TrainingParameters.ITERATIONS_PARAM, iterations);
            parameters.put(TrainingParameters.CUTOFF_PARAM, cutoff);
            parameters.put(TrainingParameters.THREADS_PARAM, 1); // sums in the same order every time
            parameters.put("PrintMessages", false);
            return parameters;
        }

        SequenceCodec<String> sequenceCodec() {
            return switch (codec) {
                case BIO -> new BioCodec();
                case BILOU -> new BilouCodec();
            };
        }
    }

    private final NameLexicon lexicon;
    private final byte[] features;

    NameTrainer(NameLexicon lexicon) throws IOException {
        this.lexicon = lexicon;
        try (var in = NameTrainer.class.getClassLoader().getResourceAsStream(FEATURES)) {
            if (in == null) {
                throw new SetupException("No " + FEATURES + " on the class path. Build with mvn compile.");
            }
            this.features = in.readAllBytes();
        }
    }

    public static void main(String[] args) throws IOException {
        OPENNLP_LOG.setLevel(Level.WARNING);
        Path models = Path.of("models");
        var trainer = new NameTrainer(NameLexicon.read(models.resolve("names/lexicon.tsv")));
        List<List<NameSample>> documents = NameSentences.open().folder(models.resolve("names"));
        if (args.length == 1 && args[0].equals("--compare")) {
            trainer.compare(documents, System.out);
        } else if (args.length == 0) {
            NameScores scores = NameScores.crossValidate(trainer, documents, Setting.CHOSEN);
            byte[] model = trainer.bytes(documents, Setting.CHOSEN);
            Files.write(models.resolve("names-en.bin"), model);
            Files.writeString(
                    models.resolve("names-en.md"), NameCard.of(documents, Setting.CHOSEN, scores, Sha256.of(model)));
            System.out.println(scores);
            System.out.println("models/names-en.bin, sha256 " + Sha256.of(model));
        } else {
            System.err.println("usage: scripts/train [--compare]");
            System.exit(2);
        }
    }

    private void compare(List<List<NameSample>> documents, PrintStream out) throws IOException {
        for (Setting setting : Setting.CANDIDATES) {
            long start = System.nanoTime();
            NameScores scores = NameScores.crossValidate(this, documents, setting);
            out.printf("%s  %d s%n%s%n", setting, (System.nanoTime() - start) / 1_000_000_000, scores);
        }
        out.println("Errors of the chosen setting:");
        NameScores.crossValidate(this, documents, Setting.CHOSEN).errors().forEach(out::println);
    }

    byte[] bytes(List<List<NameSample>> documents, Setting setting) throws IOException {
        return ModelBytes.of(train(documents, setting));
    }

    TokenNameFinderModel train(List<List<NameSample>> documents, Setting setting) throws IOException {
        List<NameSample> samples = documents.stream().flatMap(List::stream).toList();
        return NameFinderME.train(
                "en",
                null,
                new CollectionObjectStream<>(samples),
                setting.parameters(),
                new TokenNameFinderFactory(features, Map.of(NameLexicon.RESOURCE, lexicon), setting.sequenceCodec()));
    }
}
