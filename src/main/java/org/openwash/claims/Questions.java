package org.openwash.claims;

import java.util.Set;
import org.openwash.domain.Sentence;

/// Tells questions that ask ("Is Llama open source?") from those that take for granted ("Why is Llama open source?").
final class Questions {

    /// where the word that opens a question may stand, behind "So," or "And yet,"
    private static final int OPENING = 4;
    /// A longer sentence of the text that only ends with "?" holds statements as well.
    private static final int SHORT = 14;

    private final Set<String> openers;
    private final Set<String> questionWords;

    Questions(Words words) {
        openers = words.of("question-opener");
        questionWords = words.of("question-word");
    }

    /// Whether the sentence is a yes/no question.
    boolean asks(Scene scene) {
        int last = scene.size() - 1;
        while (last > 0 && (scene.unit(last).isQuote() || scene.unit(last).is(")"))) {
            last--;
        }
        if (!scene.at(last).form().endsWith("?")) {
            return false;
        }
        for (int i = 0; i < Math.min(OPENING, scene.size()); i++) {
            if (questionWords.contains(scene.unit(i).form())) {
                return false;
            }
            if (openers.contains(scene.unit(i).form())) {
                return true;
            }
        }
        return scene.sentence().kind() != Sentence.Kind.BODY || scene.size() < SHORT;
    }
}
