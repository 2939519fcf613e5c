package org.openwash.nlp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;
import org.openwash.domain.Later;
import org.openwash.domain.SetupException;
import org.openwash.domain.Sha256;

/// Apache's pre-trained models and the project's own, read once from the class path and shared by all workers.
///
/// Each is read by its own file name: the jars all hold a `model.properties` at the same path, so finding models
/// through that file would find only the first.
///
/// @param sha256 file name to hash, for run.json
public record Models(
        SentenceModel sentences,
        TokenizerModel tokens,
        POSModel tags,
        LemmatizerModel lemmas,
        LanguageDetectorModel languages,
        TokenNameFinderModel names,
        Map<String, String> sha256) {

    private static final String SENTENCES = "opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
    private static final String TOKENS = "opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";
    private static final String TAGS = "opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
    private static final String LEMMAS = "opennlp-en-ud-ewt-lemmas-1.3-2.5.4.bin";
    static final String NAMES = "models/names-en.bin";
    private static final String LANGUAGES = "langdetect-183.bin";

    @FunctionalInterface
    private interface ModelReader<T> {
        T read(InputStream in) throws IOException;
    }

    /// Reads all models, as many at a time as there are processors.
    ///
    /// @throws SetupException if one is not on the class path
    public static Models load() {
        Map<String, String> hashes = new ConcurrentSkipListMap<>();
        var lemmas = Later.of(() -> read(LEMMAS, LemmatizerModel::new, hashes));
        var tags = Later.of(() -> read(TAGS, POSModel::new, hashes));
        var languages = Later.of(() -> read(LANGUAGES, LanguageDetectorModel::new, hashes));
        var names = Later.of(() -> readNames(NAMES, hashes));
        var tokens = Later.of(() -> read(TOKENS, TokenizerModel::new, hashes));
        var sentences = Later.of(() -> read(SENTENCES, SentenceModel::new, hashes));
        return new Models(sentences.get(), tokens.get(), tags.get(), lemmas.get(), languages.get(), names.get(),
                new TreeMap<>(hashes));
    }

    /// The project's own model, which scripts/train makes.
    static TokenNameFinderModel readNames(String resource, Map<String, String> hashes) {
        NameLexicon.allow();
        return read(resource, TokenNameFinderModel::new, hashes);
    }

    static LanguageDetectorModel readLanguages() {
        return read(LANGUAGES, LanguageDetectorModel::new, new TreeMap<>());
    }

    private static <T> T read(String name, ModelReader<T> reader, Map<String, String> hashes) {
        try (InputStream in = Models.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new SetupException("No model at " + name + " on the class path. "
                        + (name.startsWith("models/") ? "Run scripts/train." : "Run scripts/openwash, which builds with all models."));
            }
            byte[] bytes = in.readAllBytes();
            hashes.put(name, Sha256.of(bytes));
            return reader.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the language model " + name, e);
        }
    }
}
