package org.openwash.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Claim;
import org.openwash.domain.Mention;
import org.openwash.domain.Modality;
import org.openwash.domain.Organisation;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;
import org.openwash.domain.Sentence;

/// Finds the openness claims of an article: who says what of which subject.
///
/// Each sentence goes through the same steps:
///
/// 1. cues: which wordings of openness stand in it ([CueFinder], cues.tsv)
/// 2. binding: what each is said of ([Binder], [Discourse])
/// 3. attribution: whose words they are ([Reporting], [Speakers])
/// 4. polarity and modality ([PolarityReader], [ModalityReader])
///
/// Rules and words are data; nothing is learned. Immutable, and so shared by all workers.
public final class ClaimFinder {

    private final Catalogue catalogue;
    private final Set<String> makers;
    private final Words words;
    private final Verbs verbs;
    private final CueFinder cues;
    private final Binder binder;
    private final Reporting reporting;
    private final PolarityReader polarities;
    private final ModalityReader modalities;

    public ClaimFinder(Catalogue catalogue) {
        this.catalogue = catalogue;
        makers = catalogue.subjects().stream().flatMap(s -> s.vendors().stream()).collect(Collectors.toUnmodifiableSet());
        words = Words.load();
        verbs = Verbs.of(words);
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
        var discourse = new Discourse(catalogue, makers, mentions);
        List<List<Frame>> frames = frames(scenes, discourse.mainMakers());
        var ids = new ClaimIds(article.id());
        var claims = new ArrayList<Claim>();
        for (int i = 0; i < scenes.size(); i++) {
            Scene scene = scenes.get(i);
            claims.addAll(claims(article, scene, frames.get(i), discourse, ids));
            discourse.heard(scene);
        }
        return claims;
    }

    private List<Scene> scenes(Article article, List<Sentence> sentences, List<Mention> mentions) {
        var bySentence = new LinkedHashMap<Integer, List<Mention>>();
        mentions.stream().filter(this::isName).forEach(m -> bySentence.computeIfAbsent(m.sentence(), n -> new ArrayList<>()).add(m));
        var scenes = new ArrayList<Scene>();
        boolean open = false;
        int paragraph = -1;
        for (Sentence sentence : sentences) {
            boolean carried = open && sentence.paragraph() == paragraph;
            var scene = new Scene(article.passage(sentence.number()), sentence,
                    bySentence.getOrDefault(sentence.number(), List.of()), carried, words, verbs);
            scenes.add(scene);
            open = scene.quoteOpen;
            paragraph = sentence.paragraph();
        }
        return scenes;
    }

    /// The name finder takes phrases of title case for names; one that holds a word of openness is none.
    private boolean isName(Mention mention) {
        boolean known = mention.kind() != Mention.Kind.PERSON && mention.kind() != Mention.Kind.ORGANISATION
                || mention.id().startsWith(Organisation.PREFIX);
        return known || Stream.of(mention.text().toLowerCase(Locale.ROOT).split("[^a-z]+")).noneMatch(words.of("vocabulary")::contains);
    }

    /// Reported speech for each sentence; a quotation without a speaker of its own takes the one before it in the
    /// paragraph, or else the one that follows.
    private List<List<Frame>> frames(List<Scene> scenes, Set<String> mainMakers) {
        var speakers = new Speakers(catalogue, makers, mainMakers, words);
        var frames = new ArrayList<List<Frame>>();
        for (int i = 0; i < scenes.size(); i++) {
            Scene scene = scenes.get(i);
            Optional<Voice> before = speakers.last();
            speakers.heard(scene);
            List<Frame> found = reporting.frames(scene, speakers);
            int quoted = quotedUnits(scene);
            boolean speechless = found.stream().noneMatch(f -> f.kind() == Frame.Kind.SPEECH);
            if (speechless && quoted * 2 > scene.size() && quoted > 4 || speechless && quoted > 0 && startsQuoted(scene)) {
                boolean near = i > 0 && scene.sentence.paragraph() - scenes.get(i - 1).sentence.paragraph() <= 1
                        && hasSpeech(frames.get(i - 1));
                if (before.isPresent() && near) {
                    found = with(found, new Frame(before.get(), 0, scene.size(), Frame.Kind.SPEECH, "quotation goes on"));
                }
            }
            frames.add(found);
        }
        for (int i = scenes.size() - 2; i >= 0; i--) {
            Scene scene = scenes.get(i);
            Scene next = scenes.get(i + 1);
            boolean runsOn = scene.quoteOpen && next.sentence.paragraph() == scene.sentence.paragraph();
            if (runsOn && !hasSpeech(frames.get(i))) {
                Optional<Frame> speech = frames.get(i + 1).stream().filter(f -> f.kind() == Frame.Kind.SPEECH).findFirst();
                if (speech.isPresent()) {
                    frames.set(i, with(frames.get(i),
                            new Frame(speech.get().voice(), 0, scene.size(), Frame.Kind.SPEECH, "quotation goes on")));
                }
            }
        }
        return frames;
    }

    private static boolean hasSpeech(List<Frame> frames) {
        return frames.stream().anyMatch(f -> f.kind() == Frame.Kind.SPEECH);
    }

    private static List<Frame> with(List<Frame> frames, Frame more) {
        var all = new ArrayList<>(frames);
        all.add(more);
        return all;
    }

    private static int quotedUnits(Scene scene) {
        int n = 0;
        for (int i = 0; i < scene.size(); i++) {
            n += scene.quoted(i) ? 1 : 0;
        }
        return n;
    }

    private static boolean startsQuoted(Scene scene) {
        return scene.size() > 2 && (scene.quoted(0) || scene.quoted(1) && scene.unit(0).isQuote()) && scene.quoted(scene.size() - 2);
    }

    /// A claim before its id: what the same sentence says twice of one subject is one claim.
    private record Draft(Cue.Match match, Referent subject, Binding binding, Polarity polarity, Modality modality,
            @org.jspecify.annotations.Nullable String asOf, Optional<Voice> voice, Set<String> licences, String reading) {

        Draft widened(Cue.Match wider) {
            return new Draft(wider, subject, binding, polarity, modality, asOf, voice, licences, reading);
        }
    }

    private List<Claim> claims(Article article, Scene scene, List<Frame> frames, Discourse discourse, ClaimIds ids) {
        var drafts = new LinkedHashMap<String, Draft>();
        for (Cue.Match match : cues.find(scene.units)) {
            Binding binding = binder.bind(scene, match, discourse);
            if (!binding.found()) {
                continue;
            }
            Optional<Frame> frame = frame(frames, match);
            PolarityReader.Reading polarity = polarities.read(scene, match, frame.isPresent() || scene.quoted(match.start()) && frames.size() > 0);
            boolean indirect = frame.isPresent() && frame.get().kind() == Frame.Kind.SPEECH && !scene.quoted(match.start());
            ModalityReader.Reading modality = modalities.read(scene, match, binding, indirect);
            addContrast(scene, match, binding, polarity.polarity(), drafts);
            if (modality.modality() == Modality.HYPOTHETICAL && binding.how().equals(Binder.SPOKEN_OF)) {
                continue; // "whether training data is available": the topic in general
            }
            for (Referent subject : binding.referents()) {
                var licences = new LinkedHashSet<String>(licences(scene, match));
                String key = subject.id() + "/" + match.cue().aspect() + "/" + polarity.polarity();
                Draft before = drafts.get(key);
                if (before != null) {
                    before.licences().addAll(licences);
                    if (scene.sameClause(before.match().end() - 1, match.start()) && match.cue().sense() == Sense.ANY_USE) {
                        // "free for commercial use without restrictions": the stronger promise, and all its words
                        drafts.put(key, before.widened(new Cue.Match(match.cue(), before.match().start(), Math.max(before.match().end(), match.end()))));
                    }
                    continue;
                }
                String reading = "cue line " + match.cue().line() + "; subject: " + binding.how() + "; polarity: " + polarity.how()
                        + "; modality: " + modality.how() + "; attribution: " + frame.map(Frame::how).orElse("none");
                drafts.put(key, new Draft(match, subject, binding, polarity.polarity(), modality.modality(), modality.asOf(),
                        frame.map(Frame::voice), licences, reading));
            }
        }
        var claims = new ArrayList<Claim>();
        for (Draft draft : drafts.values()) {
            claims.add(claim(article, scene, draft, drafts, ids));
            discourse.claimed(draft.subject(), scene.sentence.number());
        }
        claims.sort(Comparator.comparing(Claim::cueSpan));
        return claims;
    }

    /// "Unlike GPT-4, Llama can be downloaded" says the opposite of GPT-4.
    private static void addContrast(Scene scene, Cue.Match match, Binding binding, Polarity polarity, Map<String, Draft> drafts) {
        boolean contrastable = switch (match.cue().aspect()) {
            case OPEN_SOURCE, WEIGHTS, USE -> true;
            case LICENCE, TRAINING_DATA, CODE, RHETORIC -> false;
        };
        boolean affirmed = polarity == Polarity.AFFIRMS;
        if (!contrastable || !affirmed || !scene.at(0).is("unlike")) {
            return;
        }
        int end = scene.first(Set.of(","), 1, Math.min(scene.size(), 12));
        for (int i : scene.things(1, Math.max(1, end))) {
            Referent other = Referent.thing(scene.unit(i).mention());
            if (binding.referents().stream().noneMatch(r -> r.id().equals(other.id()))) {
                drafts.putIfAbsent(other.id() + "/" + match.cue().aspect() + "/" + Polarity.DENIES,
                        new Draft(match, other, new Binding(List.of(other), 0.6, "contrast"), Polarity.DENIES, Modality.ACTUAL, null,
                                Optional.empty(), new LinkedHashSet<>(), "cue line " + match.cue().line() + "; contrast: \"unlike\""));
            }
        }
    }

    /// The closest frame around the cue: a label or charge before speech.
    private static Optional<Frame> frame(List<Frame> frames, Cue.Match match) {
        return frames.stream()
                .filter(f -> f.covers(match))
                .max(Comparator.comparing((Frame f) -> f.kind() != Frame.Kind.SPEECH).thenComparingInt(Frame::from));
    }

    private static List<String> licences(Scene scene, Cue.Match match) {
        var found = new ArrayList<String>();
        if (match.cue().licenceKind() != null) {
            found.add(match.cue().licenceKind());
        }
        if (match.cue().aspect() == Aspect.LICENCE) {
            for (int i = match.start(); i < match.end(); i++) {
                if (scene.unit(i).isLicence()) {
                    found.addAll(scene.unit(i).mention().ids());
                }
            }
        }
        return found;
    }

    private Claim claim(Article article, Scene scene, Draft draft, Map<String, Draft> all, ClaimIds ids) {
        Referent subject = draft.subject();
        Cue.Match match = draft.match();
        Aspect aspect = match.cue().aspect();
        boolean limited = draft.polarity() == Polarity.AFFIRMS && aspect == Aspect.USE
                && all.containsKey(subject.id() + "/" + Aspect.USE + "/" + Polarity.DENIES);
        Attribution attribution = draft.voice().map(v -> attribution(v, subject)).orElse(Attribution.OUTLET);
        String sentence = scene.sentence.in(article);
        return new Claim(
                ids.next(sentence, subject.id(), aspect, draft.polarity()),
                article.id(),
                scene.sentence.number(),
                scene.sentence.span(),
                scene.span(match.start(), match.end()),
                subject.id(),
                catalogue.nameOf(subject.id()),
                scene.sentence.span().length() > 0 && sentence.contains(subject.text()) ? subject.text() : "",
                subject.version(),
                aspect,
                sense(scene, match),
                draft.polarity(),
                draft.modality(),
                attribution,
                draft.voice().map(Voice::speaker).orElse(null),
                scene.words(match.start(), match.end()),
                List.copyOf(draft.licences()),
                limited,
                draft.asOf(),
                Math.round(draft.binding().confidence() * 100) / 100.0,
                draft.reading());
    }

    /// "was launched under the MPL" says that it once was, not that it still is.
    private Sense sense(Scene scene, Cue.Match match) {
        boolean released = match.cue().aspect() == Aspect.LICENCE && modalities.tellsRelease(scene, match);
        return released ? Sense.ONCE_RELEASED : match.cue().sense();
    }

    private Attribution attribution(Voice voice, Referent subject) {
        Set<String> makers = subject.isOrganisation()
                ? Set.of(subject.id())
                : catalogue.subject(subject.id()).map(s -> Set.copyOf(s.vendors())).orElse(Set.of());
        if (voice.organisations().stream().anyMatch(makers::contains)) {
            return Attribution.VENDOR;
        }
        return voice.stance() == Voice.Stance.MAKER && voice.organisations().isEmpty() ? Attribution.VENDOR : Attribution.THIRD_PARTY;
    }
}
