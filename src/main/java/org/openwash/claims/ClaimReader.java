package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;

/// Reads the claims of one sentence: asks of each wording whether it is a claim, of each candidate whether the claim is
/// about it, and of each claim its polarity, modality and attribution.
///
/// Every question is answered by a [Decider] from features that the rules supply. The product of the answers is a
/// first score; how probable the claim is all in all is the last question ([ClaimDrafts#keep]).
final class ClaimReader {

    /// Below this nothing can come of a wording or a claim, and what depends on it is not asked.
    private static final double HOPELESS = 0.05;
    /// From here on a candidate stands by itself; the best of the others counts by its odds, unless it is below the second.
    private static final double LIKELY = 0.5;
    private static final double UNLIKELY = 0.05;
    /// steps of a probability that are told apart
    private static final int STEPS = 12;
    /// What the rules say of modality and attribution stands unless the classifier finds it less likely.
    private static final double DOUBTFUL = 0.2;
    /// keeps odds finite
    private static final double CERTAIN = 0.999;

    private final Catalogue catalogue;
    private final Confidence confidence;
    private final CueFinder cues;
    private final Binder binder;
    private final PolarityReader polarities;
    private final ModalityReader modalities;
    private final RuleReader rules;
    private final ClaimFeatures claimFeatures;
    private final SubjectFeatures subjectFeatures;
    private final PolarityFeatures polarityFeatures;
    private final ModalityFeatures modalityFeatures;
    private final AttributionFeatures attributionFeatures;

    ClaimReader(Catalogue catalogue, Words words, ModalityReader modalities, Confidence confidence) {
        this.confidence = confidence;
        this.catalogue = catalogue;
        this.modalities = modalities;
        cues = new CueFinder(Cue.load(words));
        binder = new Binder(words);
        polarities = new PolarityReader(words);
        rules = new RuleReader(binder, polarities, modalities);
        claimFeatures = new ClaimFeatures(words);
        subjectFeatures = new SubjectFeatures(catalogue, words);
        polarityFeatures = new PolarityFeatures(words);
        modalityFeatures = new ModalityFeatures(words);
        attributionFeatures = new AttributionFeatures(words);
    }

    ClaimDrafts read(Scene scene, List<Frame> frames, Discourse discourse, Salience salience, OutletVoice outlet,
            Decider decider) {
        var drafts = new ClaimDrafts(scene, catalogue);
        List<Cue.Match> all = cues.all(scene.units());
        List<Cue.Match> matches = CueFinder.among(all);
        if (matches.isEmpty()) {
            return drafts;
        }
        List<Candidate> candidates = Candidates.of(scene, discourse, salience);
        Map<RuleReader.Key, RuleReader.Reading> byRules = rules.read(scene, all, frames, discourse);
        List<Binding> bound = new ArrayList<>();
        List<Part> claims = new ArrayList<>();
        for (Cue.Match match : matches) {
            var asked = new Case(scene, matches, match, null);
            Binding binding = binder.bind(scene, match, discourse);
            bound.add(binding);
            var inquiry = decider.ask(Question.CLAIM);
            claimFeatures.tell(inquiry, asked, binding, candidates, salience);
            claims.add(Part.of(Question.CLAIM, inquiry, asked));
        }
        Peers peers = null;
        for (int i = 0; i < matches.size(); i++) {
            if (claims.get(i).probabilities()[1] < HOPELESS) {
                continue;
            }
            var asked = new Case(scene, matches, matches.get(i), null);
            double claim = claims.get(i).probabilities()[1] * lift(matches, claims, matches.get(i).cue().aspect());
            List<Part> subjects = new ArrayList<>();
            peers = peers != null ? peers : subjectFeatures.peers(scene, candidates, salience);
            for (int k = 0; k < candidates.size(); k++) {
                Case about = asked.about(candidates.get(k));
                var inquiry = decider.ask(Question.SUBJECT);
                subjectFeatures.tell(inquiry, about, bound.get(i), peers, k);
                subjects.add(Part.of(Question.SUBJECT, inquiry, about));
            }
            double[] shares = shares(subjects);
            Wording wording = null;
            for (int k = 0; k < shares.length; k++) {
                if (claim * shares[k] >= HOPELESS) {
                    wording = wording != null ? wording : wording(asked, bound.get(i), frames, outlet, decider);
                    read(asked.about(candidates.get(k)), claims.get(i), subjects.get(k), claim * shares[k],
                            wording, byRules, frames, drafts, outlet, decider);
                }
            }
        }
        drafts.keep(confidence);
        return drafts;
    }

    /// How much surer all wordings of an aspect together make it than the surest of them alone.
    private static double lift(List<Cue.Match> matches, List<Part> claims, Aspect aspect) {
        double none = 1;
        double surest = 0;
        for (int i = 0; i < claims.size(); i++) {
            if (matches.get(i).cue().aspect() == aspect) {
                none *= 1 - claims.get(i).probabilities()[1];
                surest = Math.max(surest, claims.get(i).probabilities()[1]);
            }
        }
        return (1 - none) / surest;
    }

    /// How probable it is of each candidate that the claim is about it. Where none is likely, the claim is about the
    /// likeliest all the same, as far as its odds stand out.
    private static double[] shares(List<Part> subjects) {
        double[] shares = new double[subjects.size()];
        double odds = 0;
        int best = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = subjects.get(i).probabilities()[1];
            odds += shares[i] / (1 - Math.min(shares[i], CERTAIN));
            best = shares[i] > shares[best] ? i : best;
        }
        if (shares.length > 0 && shares[best] < LIKELY && shares[best] > UNLIKELY) {
            shares[best] = Math.max(shares[best], shares[best] / (1 - shares[best]) / odds);
        }
        return shares;
    }

    /// What is the same of whichever candidate a wording is said: what the rules make of it, and questions to which
    /// only the candidate is missing.
    private record Wording(Binding bound, Optional<Frame> frame, PolarityReader.Reading polarity,
            ModalityReader.Reading modality, Inquiry polarityAsked, Inquiry modalityAsked, Inquiry attributionAsked) {}

    private Wording wording(Case asked, Binding bound, List<Frame> frames, OutletVoice outlet, Decider decider) {
        Scene scene = asked.scene();
        Cue.Match match = asked.match();
        Optional<Frame> frame = Frame.around(match, frames);
        boolean quoted = scene.quoted(match.start());
        boolean attributed = frame.isPresent() || quoted && !frames.isEmpty();
        boolean indirect = !quoted && frame.filter(f -> f.kind() == Frame.Kind.SPEECH).isPresent();
        var wording = new Wording(bound, frame, polarities.read(scene, match, attributed),
                modalities.read(scene, match, bound, indirect), decider.ask(Question.POLARITY),
                decider.ask(Question.MODALITY), decider.ask(Question.ATTRIBUTION));
        polarityFeatures.tellOfWording(wording.polarityAsked, asked, wording.polarity);
        modalityFeatures.tellOfWording(wording.modalityAsked, asked, wording.modality, bound, frame);
        attributionFeatures.tellOfWording(wording.attributionAsked, asked, frames, frame, outlet);
        return wording;
    }

    private void read(Case asked, Part claim, Part subject, double score, Wording of,
            Map<RuleReader.Key, RuleReader.Reading> byRules, List<Frame> frames, ClaimDrafts drafts,
            OutletVoice outlet, Decider decider) {
        Scene scene = asked.scene();
        Cue.Match match = asked.match();
        Optional<Frame> frame = of.frame;
        Inquiry polarityAsked = of.polarityAsked.copy();
        polarityFeatures.tellOfCandidate(polarityAsked, asked);
        Part polarity = Part.of(Question.POLARITY, polarityAsked, asked);
        Inquiry modalityAsked = of.modalityAsked.copy();
        modalityFeatures.tellOfCandidate(modalityAsked, asked);
        Part modality = Part.of(Question.MODALITY, modalityAsked, asked);
        Set<String> makers = makersOf(asked.candidate().referent());
        Attribution attributionRule = frame.map(f -> attribution(f.voice(), makers)).orElse(Attribution.OUTLET);
        boolean makersPage = outlet.companies().stream().anyMatch(makers::contains);
        Inquiry attributionAsked = of.attributionAsked.copy();
        attributionFeatures.tellOfCandidate(attributionAsked, asked, frame, attributionRule, outlet, makersPage);
        Part attribution = Part.of(Question.ATTRIBUTION, attributionAsked, asked);

        boolean label = frame.filter(f -> f.kind() != Frame.Kind.SPEECH).isPresent(); // "billed as", "accused of"
        int said = label || attribution.probabilities()[attributionRule.ordinal()] >= DOUBTFUL
                ? attributionRule.ordinal() : attribution.best();
        Attribution voice = Attribution.values()[said];
        String speaker = voice == Attribution.OUTLET ? null : speaker(scene, match, frames, frame);
        for (Polarity value : Polarity.values()) {
            double confident = score * polarity.probabilities()[value.ordinal()];
            if (confident >= HOPELESS) {
                RuleReader.Reading byRule = byRules.get(new RuleReader.Key(asked.candidate().referent().id(),
                        match.cue().aspect(), value));
                // where both read the claim, the rules know better how it is meant
                Cue.Match wording = byRule == null ? match : byRule.match();
                ModalityReader.Reading time = byRule == null ? of.modality : byRule.modality();
                int modal = byRule != null || modality.probabilities()[time.modality().ordinal()] >= DOUBTFUL
                        ? time.modality().ordinal() : modality.best();
                drafts.add(new Draft(asked, wording, asked.candidate().referent(), confident, value,
                        Modality.values()[modal], time.asOf(), voice, speaker,
                        drafts.licences(byRule == null ? List.of(wording) : byRule.also()), byRule != null,
                        whole(asked, claim, subject, polarity, value, of, score, byRule, decider),
                        () -> String.join("; ",
                                "wording: " + wording.cue().file() + " line " + wording.cue().line(),
                                claim.told(1, ""),
                                subject.told(1, of.bound.how()),
                                polarity.told(value.ordinal(), of.polarity.how()),
                                modality.told(modal, time.how()),
                                attribution.told(said,
                                        frame.map(Frame::how).orElse("nobody is reported")))));
            }
        }
    }

    /// Asks whether the claim is right, from what is seen of it all in all: how sure each answer is, and whether the
    /// rules alone would have read the same.
    private Inquiry whole(Case asked, Part claim, Part subject, Part polarity, Polarity value, Wording of, double score,
            RuleReader.@Nullable Reading byRule, Decider decider) {
        Binding bound = of.bound;
        PolarityReader.Reading rule = of.polarity;
        Cue.Match match = asked.match();
        Candidate candidate = asked.candidate();
        double all = score * polarity.probabilities()[value.ordinal()];
        boolean chosen = bound.referents().stream().anyMatch(r -> r.id().equals(candidate.referent().id()));
        String strength = match.cue().hint() ? "hint" : match.except() == null ? "cue" : "excepted";
        String agrees = byRule != null ? "same" : chosen && strength.equals("cue") && rule.polarity() == value
                ? "alike" : "no";
        String ruled = byRule == null ? "none" : byRule.bound().how() + " " + Math.round(byRule.bound().confidence() * 10);
        String named = candidate.referent().isOrganisation() ? "company" : catalogue.subject(candidate.referent().id())
                .isEmpty() ? "unknown" : candidate.isNamed() ? "named" : "not named";
        var inquiry = decider.ask(Question.RIGHT);
        var f = new Features(inquiry, ClaimFeatures.topic(match.cue()) + " " + value);
        f.addFor("all", step(all));
        f.addFor("claim", step(claim.probabilities()[1]));
        f.addFor("subject", step(subject.probabilities()[1]));
        f.addFor("polarity", step(polarity.probabilities()[value.ordinal()]));
        f.addFor("rules", agrees, " ", step(all));
        f.addFor("rules how", agrees, " ", bound.how());
        f.addFor("read by rules", ruled);
        f.add("read by rules", byRule == null ? "no" : byRule.match().cue().wording());
        f.add("rules surely", agrees, " ", Math.round(bound.confidence() * 10), " ", strength);
        f.addFor("strength", strength, " ", step(all));
        f.addFor("named", named, " ", step(all));
        f.addFor("named rules", named, " ", agrees);
        f.add("stated", rule.polarity() == value, " ", strength, " ", step(all));
        f.add("wording", match.cue().wording());
        f.add("wording", match.cue().wording(), " ", agrees);
        f.add("place", asked.scene().sentence().kind().name(), " ", step(all));
        return inquiry;
    }

    private static String step(double probability) {
        return String.valueOf((int) (probability * STEPS));
    }

    /// One answer that a claim rests on.
    private record Part(Question question, Inquiry inquiry, double[] probabilities) {

        static Part of(Question question, Inquiry inquiry, Case asked) {
            return new Part(question, inquiry, inquiry.answer(asked));
        }

        int best() {
            int best = 0;
            for (int i = 1; i < probabilities.length; i++) {
                best = probabilities[i] > probabilities[best] ? i : best;
            }
            return best;
        }

        /// `polarity: denies 0.98 (rule: negated by "not"; seen: negation=not before, ...)`
        String told(int outcome, String rule) {
            var told = new StringBuilder(String.format(Locale.ROOT, "%s: %s %.2f", question.label(),
                    question.outcomes().get(outcome), probabilities[outcome]));
            told.append(rule.isEmpty() ? "" : ", rule: " + rule);
            List<String> reasons = inquiry.reasons(outcome);
            told.append(reasons.isEmpty() ? "" : ", seen: " + String.join(", ", reasons));
            return told.toString().replace(';', ',');
        }
    }

    private Set<String> makersOf(Referent subject) {
        return subject.isOrganisation()
                ? Set.of(subject.id())
                : catalogue.subject(subject.id()).map(s -> Set.copyOf(s.vendors())).orElse(Set.of());
    }

    private static Attribution attribution(Voice voice, Set<String> makers) {
        boolean ofMaker = voice.organisations().stream().anyMatch(makers::contains)
                || voice.stance() == Voice.Stance.MAKER && voice.organisations().isEmpty();
        return ofMaker ? Attribution.VENDOR : Attribution.THIRD_PARTY;
    }

    /// The words that name who speaks: the frame's, another frame's of the sentence, else its grammatical subject.
    private static String speaker(Scene scene, Cue.Match match, List<Frame> frames, Optional<Frame> frame) {
        return frame.or(() -> frames.stream().findFirst()).map(f -> f.voice().speaker()).orElseGet(() -> {
            int subject = scene.subjectOf(match.start());
            int words = subject >= 0 ? subject : Math.max(0, scene.subjectOf(0));
            return scene.words(words, words + 1);
        });
    }
}
