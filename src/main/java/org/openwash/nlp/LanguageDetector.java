package org.openwash.nlp;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Article;
import org.openwash.domain.DataFile;

/// Tells the language of a text, where there is enough of it to tell: some twenty words, or ten letters of a script that
/// is not Latin.
///
/// An English text that is skipped is lost without a sign, so a text counts as another language only where hardly an
/// English word stands in it: long quotations, or a translation below, do not make an article foreign.
///
/// Not thread-safe: one for each worker.
public final class LanguageDetector {

    /// More of the text changes nothing but the time.
    private static final int LONGEST = 3_000;
    private static final int LONGEST_FOR_WORDS = 20_000;

    /// Below this the best guess is no better than the next ones: too short, or tables, code, names. Confidence grows with
    /// length: few texts below fifteen words have it, nearly all from twenty words on.
    private static final double FLOOR = 0.1;

    /// Fewer letters of a script that is not Latin tell nothing: a name, a quoted word.
    private static final int FEW_LETTERS = 10;

    /// Of the words of an English text about a seventh are in `english-words.txt`; of a text that is a quarter English, so
    /// many.
    private static final double ENGLISH_SHARE = 0.04;
    private static final int FEW_WORDS = 2;

    /// Of texts with so many words and so large a share of English ones the detector has always been sure enough.
    private static final int MANY_WORDS = 60;
    private static final double PLAIN_SHARE = 0.1;

    private static final String ENGLISH = "en";
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}'’]+");
    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

    private final LanguageDetectorME detector;
    private final Set<String> englishWords = new HashSet<>();

    public LanguageDetector(LanguageDetectorModel model) {
        detector = new LanguageDetectorME(model);
        DataFile.rowsBelowHeader("nlp/english-words.txt", 1).forEach(row -> englishWords.add(row.cell(0)));
    }

    /// With the model on the class path, for those who need no other.
    public static LanguageDetector load() {
        return new LanguageDetector(Models.readLanguages());
    }

    /// ISO 639-1 where there is one, else ISO 639-3, or [Article#UNDETERMINED].
    public String detect(String text) {
        return detect(text, null);
    }

    /// The same, with what the page says of itself for a text that is too short to tell.
    ///
    /// @param stated a language tag such as `en-GB`; null or nonsense where the page says nothing
    public String detect(String text, @Nullable String stated) {
        String beginning = text.substring(0, Math.min(LONGEST, text.length()));
        if (isForeignScript(beginning)) {
            return isPartlyEnglish(text) ? ENGLISH : Arrays.stream(detector.predictLanguages(beginning))
                    .map(guess -> Iso639.shortCode(guess.getLang()))
                    .filter(code -> !code.equals(ENGLISH))
                    .findFirst()
                    .orElse(Article.UNDETERMINED);
        }
        if (isPlainlyEnglish(beginning)) {
            return ENGLISH;
        }
        Language best = detector.predictLanguage(beginning);
        if (best.getConfidence() < FLOOR) {
            return primary(stated);
        }
        String code = Iso639.shortCode(best.getLang());
        return !code.equals(ENGLISH) && isPartlyEnglish(text) ? ENGLISH : code;
    }

    private static String primary(@Nullable String stated) {
        if (stated == null) {
            return Article.UNDETERMINED;
        }
        String code = stated.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return CODE.matcher(code).matches() ? Iso639.shortCode(code) : Article.UNDETERMINED;
    }

    /// Whether more of the letters are of other scripts than of the Latin one.
    private static boolean isForeignScript(String text) {
        int letters = 0;
        int foreign = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Character.isLetter(c)) {
                letters++;
                foreign += c >= 0x80 && Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN ? 1 : 0;
            }
            i += Character.charCount(c);
        }
        return foreign >= FEW_LETTERS && 2 * foreign > letters;
    }

    /// Whether there is enough English that the detector need not be asked, which takes longer than anything else that is
    /// done for an article without a claim. What it said would count only if it were unsure, and with so many words it is
    /// not.
    private boolean isPlainlyEnglish(String text) {
        int words = 0;
        int english = 0;
        for (int i = 0; i < text.length(); ) {
            int start = i;
            while (i < text.length() && isWordPart(text.charAt(i))) {
                i++;
            }
            if (i > start) {
                words++;
                english += englishWords.contains(text.substring(start, i).toLowerCase(Locale.ROOT)) ? 1 : 0;
            }
            i++;
        }
        return words >= MANY_WORDS && english >= PLAIN_SHARE * words;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetter(c) || c == '\'' || c == '’';
    }

    private boolean isPartlyEnglish(String text) {
        String[] words = WORDS.split(text.substring(0, Math.min(LONGEST_FOR_WORDS, text.length())).toLowerCase(Locale.ROOT));
        long english = Arrays.stream(words).filter(englishWords::contains).count();
        return english >= FEW_WORDS && english >= ENGLISH_SHARE * words.length;
    }
}
