package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds whose words each sentence of an article gives, also where a quotation runs over several sentences.
///
/// A quotation without a speaker of its own takes the one before it in the same or the next paragraph, or else the one
/// that follows: "'Llama is open. Anyone can use it,' said Meta."
final class Quotations {

    private static final String GOES_ON = "quotation goes on";
    /// A sentence with more quoted words than this, and than others, is a quotation.
    private static final int FEW = 4;

    private final List<Scene> scenes;
    private final List<List<Frame>> frames = new ArrayList<>();

    private Quotations(List<Scene> scenes) {
        this.scenes = scenes;
    }

    /// The reported speech of each sentence.
    static List<List<Frame>> frames(List<Scene> scenes, Reporting reporting, Speakers speakers) {
        var quotations = new Quotations(scenes);
        for (Scene scene : scenes) {
            Optional<Voice> before = speakers.last();
            speakers.heard(scene);
            quotations.frames.add(reporting.frames(scene, speakers));
            before.ifPresent(quotations::carryOn);
        }
        quotations.lookAhead();
        return quotations.frames;
    }

    /// Gives the last sentence to who spoke before, if it only quotes.
    private void carryOn(Voice before) {
        int i = frames.size() - 1;
        boolean near = i > 0 && paragraph(i) - paragraph(i - 1) <= 1 && speech(i - 1).isPresent();
        if (near && speech(i).isEmpty() && isQuotation(scenes.get(i))) {
            add(i, before);
        }
    }

    /// Gives sentences whose quotation runs on to who speaks in the next one.
    private void lookAhead() {
        for (int i = scenes.size() - 2; i >= 0; i--) {
            boolean runsOn = scenes.get(i).quoteOpen() && paragraph(i) == paragraph(i + 1);
            Optional<Frame> next = runsOn && speech(i).isEmpty() ? speech(i + 1) : Optional.empty();
            if (next.isPresent()) {
                add(i, next.get().voice());
            }
        }
    }

    private void add(int sentence, Voice voice) {
        var more = new ArrayList<>(frames.get(sentence));
        more.add(new Frame(voice, 0, scenes.get(sentence).size(), Frame.Kind.SPEECH, GOES_ON));
        frames.set(sentence, more);
    }

    private Optional<Frame> speech(int sentence) {
        return frames.get(sentence).stream().filter(f -> f.kind() == Frame.Kind.SPEECH).findFirst();
    }

    private int paragraph(int sentence) {
        return scenes.get(sentence).sentence().paragraph();
    }

    private static boolean isQuotation(Scene scene) {
        int size = scene.size();
        long quoted = IntStream.range(0, size).filter(scene::quoted).count();
        boolean fromTheStart = size > 2 && (scene.quoted(0) || scene.quoted(1) && scene.unit(0).isQuote());
        return quoted * 2 > size && quoted > FEW || fromTheStart && scene.quoted(size - 2);
    }
}
