package org.openwash.nlp;

import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.openwash.domain.Article;

/// Tells the language of a text, where there is enough of it to tell.
///
/// Not thread-safe: one for each worker.
public final class LanguageDetector {

    /// Below this many characters the detector guesses wildly (it needs several sentences), so none is named.
    static final int SHORTEST = 200;

    /// More of the text changes nothing but the time.
    private static final int LONGEST = 3_000;

    /// Below this the best guess is no better than the next ones: tables, code, names.
    private static final double FLOOR = 0.4;

    private final LanguageDetectorME detector;

    public LanguageDetector(LanguageDetectorModel model) {
        detector = new LanguageDetectorME(model);
    }

    /// With the model on the class path, for those who need no other.
    public static LanguageDetector load() {
        return new LanguageDetector(Models.readLanguages());
    }

    /// ISO 639-1 where there is one, else ISO 639-3, or [Article#UNDETERMINED].
    public String detect(String text) {
        if (text.length() < SHORTEST) {
            return Article.UNDETERMINED;
        }
        var best = detector.predictLanguage(text.substring(0, Math.min(LONGEST, text.length())));
        if (best.getConfidence() < FLOOR) {
            return Article.UNDETERMINED;
        }
        return Iso639.shortCode(best.getLang());
    }
}
