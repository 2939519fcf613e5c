package org.openwash.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openwash.domain.Article;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Claim;
import org.openwash.domain.Mention;
import org.openwash.domain.Modality;
import org.openwash.domain.Organisation;
import org.openwash.domain.Sentence;

/// Finds the openness claims of an article: who says what of which subject.
///
/// Each sentence goes through the same steps:
///
/// 1. cues: which wordings of openness stand in it ([CueFinder], cues.tsv)
/// 2. binding: what each is said of ([Binder], [Discourse])
/// 3. attribution: whose words they are ([Quotations], [Reporting], [Speakers])
/// 4. polarity and modality ([PolarityReader], [ModalityReader])
/// 5. what it says twice becomes one claim ([ClaimDrafts], [ClaimWriter])
///
/// Rules and words are data; nothing is learned. Immutable, and so shared by all workers.
public final class ClaimFinder {

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    private final Catalogue catalogue;
    private final Set<String> makers;
    private final Words words;
    private final Scene.Grammar grammar;
    private final Set<String> vocabulary;
    private final CueFinder cues;
    private final Binder binder;
    private final Reporting reporting;
    private final PolarityReader polarities;
    private final ModalityReader modalities;

    public ClaimFinder(Catalogue catalogue) {
        this.catalogue = catalogue;
        makers = catalogue.subjects().stream()
                .flatMap(subject -> subject.vendors().stream())
                .collect(Collectors.toUnmodifiableSet());
        words = Words.load();
        grammar = Scene.Grammar.of(words);
        vocabulary = words.of("vocabulary");
        cues = new CueFinder(Cue.load(words));
        binder = new Binder(words);
        reporting = new Reporting(words);
        polarities = new PolarityReader(words);
        modalities = new ModalityReader(words);
    }

    /// The claims in order of the text.
    ///
    /// @param mentions in order of the text
    public List<Claim> find(Article article, List<Sentence> sentences, List<Mention> mentions) {
        List<Scene> scenes = scenes(article, sentences, mentions);
        var discourse = new Discourse(catalogue, makers, mentions, words);
        var speakers = new Speakers(catalogue, makers, discourse.mainMakers(), words);
        List<List<Frame>> frames = Quotations.frames(scenes, reporting, speakers);
        var writer = new ClaimWriter(article, catalogue, modalities);
        var claims = new ArrayList<Claim>();
        for (int i = 0; i < scenes.size(); i++) {
            Scene scene = scenes.get(i);
            ClaimDrafts drafts = drafts(scene, frames.get(i), discourse);
            claims.addAll(writer.claims(scene, drafts));
            drafts.all().forEach(draft -> discourse.claimed(draft.subject(), scene.number()));
            discourse.heard(scene);
        }
        return claims;
    }

    /// A quotation that a sentence leaves open goes on to the end of its paragraph.
    private List<Scene> scenes(Article article, List<Sentence> sentences, List<Mention> mentions) {
        var names = new HashMap<Integer, List<Mention>>();
        mentions.stream()
                .filter(this::isName)
                .forEach(m -> names.computeIfAbsent(m.sentence(), n -> new ArrayList<>()).add(m));
        var scenes = new ArrayList<Scene>();
        for (Sentence sentence : sentences) {
            boolean quoteOpen = !scenes.isEmpty() && scenes.getLast().quoteOpen()
                    && scenes.getLast().sentence().paragraph() == sentence.paragraph();
            scenes.add(new Scene(article.passage(sentence.number()), sentence,
                    names.getOrDefault(sentence.number(), List.of()), quoteOpen, grammar));
        }
        return scenes;
    }

    /// The name finder takes phrases of title case for names; one that holds a word of openness is none.
    private boolean isName(Mention mention) {
        boolean known = switch (mention.kind()) {
            case MODEL, SOFTWARE, DATASET, LICENCE -> true;
            case ORGANISATION, PERSON -> mention.id().startsWith(Organisation.PREFIX);
        };
        String text = mention.text().toLowerCase(Locale.ROOT);
        return known || NO_LETTERS.splitAsStream(text).noneMatch(vocabulary::contains);
    }

    private ClaimDrafts drafts(Scene scene, List<Frame> frames, Discourse discourse) {
        var drafts = new ClaimDrafts(scene);
        for (Cue.Match match : cues.find(scene.units())) {
            Binding binding = binder.bind(scene, match, discourse);
            if (!binding.found()) {
                continue;
            }
            Optional<Frame> frame = frame(frames, match);
            boolean quoted = scene.quoted(match.start());
            boolean attributed = frame.isPresent() || quoted && !frames.isEmpty();
            boolean indirect = !quoted && frame.filter(f -> f.kind() == Frame.Kind.SPEECH).isPresent();
            PolarityReader.Reading polarity = polarities.read(scene, match, attributed);
            ModalityReader.Reading modality = modalities.read(scene, match, binding, indirect);
            drafts.addContrast(match, binding, polarity.polarity());
            boolean topic = modality.modality() == Modality.HYPOTHETICAL && binding.how().equals(Binder.SPOKEN_OF);
            if (!topic) { // not "whether training data is available" in general
                drafts.add(match, binding, polarity, modality, frame);
            }
        }
        return drafts;
    }

    /// The closest frame around the wording: a label or charge before speech.
    private static Optional<Frame> frame(List<Frame> frames, Cue.Match match) {
        return frames.stream()
                .filter(f -> f.covers(match))
                .max(Comparator.comparing((Frame f) -> f.kind() != Frame.Kind.SPEECH).thenComparingInt(Frame::from));
    }
}
