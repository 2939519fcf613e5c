package org.openwash.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.openwash.domain.Article;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Claim;
import org.openwash.domain.Mention;
import org.openwash.domain.Organisation;
import org.openwash.domain.Sentence;

/// Finds the openness claims of an article: who says what of which subject.
///
/// Each sentence goes through the same steps:
///
/// 1. cues: which wordings in it may speak of openness ([CueFinder], cues.tsv, hints.tsv)
/// 2. candidates: what it names, or its pronouns may stand for ([Candidates], [Discourse], [Salience])
/// 3. reading: is it a claim, about which candidate, affirmed or denied, of what time, in whose words? ([ClaimReader])
/// 4. what it says twice becomes one claim ([ClaimDrafts], [ClaimWriter])
///
/// Rules say what they see; a [Decider], trained on labelled articles, weighs it. Immutable, and so shared by all
/// workers.
public final class ClaimFinder {

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    private final Catalogue catalogue;
    private final Directory directory;
    private final Words words;
    private final Scene.Grammar grammar;
    private final Set<String> vocabulary;
    private final Reporting reporting;
    private final ModalityReader modalities;
    private final ClaimReader reader;
    private final OpennessWords openness = OpennessWords.load();
    private final Decider decider;

    /// @param decider    answers what rules leave open
    /// @param confidence how far its answers can be trusted
    public ClaimFinder(Catalogue catalogue, Decider decider, Confidence confidence) {
        this.decider = decider;
        this.catalogue = catalogue;
        directory = new Directory(catalogue);
        words = Words.load();
        grammar = Scene.Grammar.of(words);
        vocabulary = words.of("vocabulary");
        reporting = new Reporting(words);
        modalities = new ModalityReader(words);
        reader = new ClaimReader(catalogue, words, modalities, confidence);
    }

    /// The claims in order of the text.
    ///
    /// @param mentions in order of the text
    public List<Claim> find(Article article, List<Sentence> sentences, List<Mention> mentions) {
        return mentions.stream().anyMatch(this::isKnown) || speaksOfOpenness(article)
                ? find(article, sentences, mentions, decider) : List.of();
    }

    /// Whether the article holds a word of openness. One that does not, and names nothing of the catalogue, holds no claim.
    public boolean speaksOfOpenness(Article article) {
        return openness.standIn(article);
    }

    private boolean isKnown(Mention mention) {
        return switch (mention.kind()) {
            case MODEL, SOFTWARE, DATASET, LICENCE -> true;
            case ORGANISATION -> mention.id().startsWith(Organisation.PREFIX);
            case PERSON -> !directory.companiesOf(mention.id()).isEmpty();
        };
    }

    /// The same, with the questions answered by somebody else.
    public List<Claim> find(Article article, List<Sentence> sentences, List<Mention> mentions, Decider decider) {
        // first of two with one span: what is a thing to the classifier is no company to the name model
        List<Scene> before = scenes(article, sentences, mentions, List.of());
        var names = new ArrayList<>(UnknownNames.in(before, catalogue, decider));
        names.addAll(mentions);
        names.sort(null);
        List<Scene> scenes = scenes(article, sentences, names, before);
        var discourse = new Discourse(catalogue, directory, names, words);
        var salience = new Salience(names);
        var outlet = OutletVoice.of(article, scenes, directory, words);
        var speakers = new Speakers(catalogue, directory, discourse.mainMakers(), words);
        List<List<Frame>> frames = Quotations.frames(scenes, reporting, speakers);
        var writer = new ClaimWriter(article, catalogue, modalities);
        var claims = new ArrayList<Claim>();
        for (int i = 0; i < scenes.size(); i++) {
            Scene scene = scenes.get(i);
            ClaimDrafts drafts = reader.read(scene, frames.get(i), discourse, salience, outlet, decider);
            claims.addAll(writer.claims(scene, drafts));
            discourse.heard(scene);
            salience.heard(scene);
            drafts.all().forEach(draft -> {
                discourse.claimed(draft.subject(), scene.number());
                salience.claimed(draft.subject(), scene.number());
            });
        }
        return claims;
    }

    /// A quotation that a sentence leaves open goes on to the end of its paragraph.
    ///
    /// @param before the same sentences laid out with fewer names; none the first time
    private List<Scene> scenes(Article article, List<Sentence> sentences, List<Mention> mentions, List<Scene> before) {
        var names = new HashMap<Integer, List<Mention>>();
        mentions.stream()
                .filter(this::isName)
                .forEach(m -> names.computeIfAbsent(m.sentence(), n -> new ArrayList<>()).add(m));
        var scenes = new ArrayList<Scene>();
        for (Sentence sentence : sentences) {
            boolean quoteOpen = !scenes.isEmpty() && scenes.getLast().quoteOpen()
                    && scenes.getLast().sentence().paragraph() == sentence.paragraph();
            List<Mention> own = names.getOrDefault(sentence.number(), List.of());
            boolean same = !before.isEmpty() && before.get(scenes.size()).isOf(own, quoteOpen);
            scenes.add(same ? before.get(scenes.size())
                    : new Scene(article.passage(sentence.number()), sentence, own, quoteOpen, grammar));
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
}
