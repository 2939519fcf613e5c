package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openwash.domain.Sentence;

/// Finds reported speech: whose words a part of a sentence gives.
///
/// Handles `X said (that) ...`, `"...," X said`, `..., said X`, `according to X`, `X calls it ...`, `billed as`,
/// `accused of`, `reportedly`, `X: ...` in headlines, and charges and claims as nouns.
final class Reporting {

    private static final Set<String> SELLING = Set.of("bill", "market", "tout", "promote", "position", "advertise", "pitch", "brand",
            "present", "dub", "style");
    private static final Set<String> CLAIM_NOUNS = Set.of("claim", "claims", "assertion", "insistence");
    private static final Set<String> CHARGES = Set.of("accuse", "accusation", "accusations", "charge", "charges", "criticism",
            "allegation", "allegations", "complaint", "complaints");
    private static final Set<String> TRANSITIVE = Set.of("write", "read", "add", "find", "post", "stress", "note", "report", "observe",
            "see", "state", "declare");
    private static final Set<String> OWN_WORDS = Set.of("headline", "article", "story", "post", "correction", "column");
    private static final Set<String> DOCUMENTS = Set.of("licence", "license", "policy", "terms", "agreement", "law", "act",
            "definition", "clause", "text", "contract", "bill");

    private final Set<String> say;
    private final Set<String> call;
    private final Set<String> reportedly;
    private final Set<String> crowd;

    Reporting(Words words) {
        say = words.of("say");
        call = words.of("call");
        reportedly = words.of("reportedly");
        crowd = words.of("crowd");
    }

    List<Frame> frames(Scene scene, Speakers speakers) {
        var frames = new ArrayList<Frame>();
        headline(scene, speakers, frames);
        for (int i = 0; i < scene.size(); i++) {
            Unit u = scene.unit(i);
            if (u.mention() != null) {
                continue;
            }
            if (u.is("according") && scene.at(i + 1).is("to")) {
                accordingTo(scene, i, speakers, frames);
            } else if (reportedly.contains(u.form())) {
                frames.add(new Frame(other(u.form()), scene.clauseStart(i), scene.clauseEnd(i), Frame.Kind.SPEECH, u.form()));
            } else if (CHARGES.contains(u.lemma()) || CHARGES.contains(u.form())) {
                charge(scene, i, speakers, frames);
            } else if (u.isVerbal() && say.contains(u.lemma())) {
                speech(scene, i, speakers, frames);
            } else if (u.isVerbal() && call.contains(u.lemma())) {
                label(scene, i, speakers, frames);
            } else if (CLAIM_NOUNS.contains(u.form())) {
                claimNoun(scene, i, speakers, frames);
            }
        }
        return frames;
    }

    private static Voice other(String words) {
        return new Voice(words, Set.of(), Voice.Stance.OTHER);
    }

    /// "Musk: Grok 3 will be open"
    private static void headline(Scene scene, Speakers speakers, List<Frame> frames) {
        boolean head = scene.sentence.kind() == Sentence.Kind.TITLE || scene.sentence.kind() == Sentence.Kind.HEADING;
        for (int i = 1; head && i < Math.min(4, scene.size() - 1); i++) {
            Unit before = scene.unit(i - 1);
            if (scene.unit(i).form().equals(":") && (before.isPerson() || Scene.organisationOf(before).isPresent())) {
                speakers.in(scene, 0, i).ifPresent(v -> frames.add(new Frame(v, 2, scene.size(), Frame.Kind.SPEECH, ":")));
                return;
            }
        }
    }

    private static void accordingTo(Scene scene, int at, Speakers speakers, List<Frame> frames) {
        int end = phraseEnd(scene, at + 2);
        if (end > at + 2) {
            speakers.in(scene, at + 2, end)
                    .ifPresent(v -> frames.add(new Frame(v, 0, scene.size(), Frame.Kind.SPEECH, "according to")));
        }
    }

    private void speech(Scene scene, int verb, Speakers speakers, List<Frame> frames) {
        if (TRANSITIVE.contains(scene.unit(verb).lemma()) && objectFollows(scene, verb)) {
            return; // "has written a licence", "added a clause"
        }
        boolean infinitive = scene.at(verb - 1).is("to") && !scene.at(verb - 2).is("used");
        if (negated(scene, verb) || infinitive && Scene.organisationOf(scene.at(verb - 2)).isEmpty()) {
            return;
        }
        boolean inverted = scene.at(verb - 1).isQuote()
                || scene.at(verb - 1).form().equals(",") && !namesSomebody(scene, subjectBefore(scene, verb));
        if (inverted && verb + 1 < scene.size()) {
            int end = phraseEnd(scene, verb + 1);
            if (end > verb + 1) {
                Optional<Voice> voice = speakers.in(scene, verb + 1, end);
                if (voice.isPresent()) {
                    frames.add(new Frame(voice.get(), 0, verb, Frame.Kind.SPEECH, scene.unit(verb).form()));
                    frames.add(new Frame(voice.get(), end, quotedEnd(scene, end), Frame.Kind.SPEECH, scene.unit(verb).form()));
                    return;
                }
            }
        }
        int[] subject = infinitive ? new int[] {verb - 2, verb - 1} : subjectBefore(scene, verb);
        if (subject.length == 0 || isDocument(scene, subject)) {
            return;
        }
        speakers.in(scene, subject[0], subject[1]).ifPresent(voice -> {
            Unit before = scene.at(subject[0] - 1);
            boolean behind = subject[0] > 2 && (before.isQuote() || before.form().equals(","))
                    && (scene.quoted(subject[0] - 2) || scene.size() - verb < 6 || scene.at(subject[0] - 2).isQuote()
                            || scene.at(verb + 1).form().equals(","));
            String how = scene.unit(verb).form();
            if (behind) {
                frames.add(new Frame(voice, 0, subject[0], Frame.Kind.SPEECH, how));
            }
            frames.add(new Frame(voice, verb + 1, scene.size(), Frame.Kind.SPEECH, how));
        });
    }

    private void label(Scene scene, int verb, Speakers speakers, List<Frame> frames) {
        if (negated(scene, verb)) {
            return;
        }
        int auxiliary = verb - 1;
        while (auxiliary > 0 && (scene.unit(auxiliary).tag().equals("ADV") || scene.unit(auxiliary).is("long"))) {
            auxiliary--;
        }
        boolean passive = scene.at(auxiliary).is("be") || scene.at(auxiliary).is("get");
        boolean perfect = scene.at(auxiliary).is("have") || scene.at(auxiliary).tag().equals("AUX");
        String form = scene.unit(verb).form();
        int clauseEnd = scene.clauseEnd(verb);
        boolean asFollows = scene.has(Set.of("as"), verb + 1, Math.min(scene.size(), verb + 8));
        if (passive || !perfect && form.endsWith("ed") && asFollows && !scene.at(verb - 1).isNoun() && !scene.at(verb - 1).tag().equals("PRON")) {
            boolean selling = SELLING.contains(scene.unit(verb).lemma());
            String words = scene.words(crowd.contains(scene.at(verb - 1).form()) ? verb - 1 : verb, verb + 1);
            frames.add(new Frame(new Voice(words, Set.of(), selling ? Voice.Stance.MAKER : Voice.Stance.OTHER), verb + 1, clauseEnd,
                    Frame.Kind.LABEL, words));
            return;
        }
        boolean reflexive = scene.at(verb + 1).is("itself") || scene.at(verb + 1).is("themselves");
        if (reflexive) {
            frames.add(new Frame(new Voice(scene.words(verb, verb + 2), Set.of(), Voice.Stance.MAKER), verb + 1, clauseEnd,
                    Frame.Kind.LABEL, form));
            return;
        }
        int[] subject = subjectBefore(scene, verb);
        if (subject.length == 0 || isDocument(scene, subject)) {
            return;
        }
        speakers.in(scene, subject[0], subject[1])
                .ifPresent(v -> frames.add(new Frame(v, verb + 1, clauseEnd, Frame.Kind.LABEL, form)));
    }

    /// "accused of open-washing", "charges that ...", "Critics accuse Meta of ..."
    private static void charge(Scene scene, int at, Speakers speakers, List<Frame> frames) {
        boolean noun = !scene.unit(at).isVerbal();
        int[] subject = noun ? new int[0] : subjectBefore(scene, at);
        boolean passive = scene.at(at - 1).is("be") || subject.length == 0;
        Voice voice = passive ? other(scene.unit(at).form()) : speakers.in(scene, subject[0], subject[1]).orElse(other(scene.unit(at).form()));
        frames.add(new Frame(voice, at + 1, scene.size(), Frame.Kind.CHARGE, scene.unit(at).form()));
    }

    /// "Meta's open-source claims", "the company's claim that ..."
    private static void claimNoun(Scene scene, int at, Speakers speakers, List<Frame> frames) {
        for (int i = at - 1; i >= Math.max(0, at - 5); i--) {
            if (scene.unit(i).isPossessive() && i > 0 && Scene.organisationOf(scene.unit(i - 1)).isPresent()) {
                int from = i + 1;
                speakers.in(scene, i - 1, i)
                        .ifPresent(v -> frames.add(new Frame(v, from, scene.clauseEnd(at), Frame.Kind.LABEL, "claim")));
                return;
            }
        }
    }

    private static boolean namesSomebody(Scene scene, int[] phrase) {
        for (int i = phrase.length == 0 ? 0 : phrase[0]; phrase.length > 0 && i < phrase[1]; i++) {
            if (scene.unit(i).isPerson() || Scene.organisationOf(scene.unit(i)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean objectFollows(Scene scene, int verb) {
        Unit next = scene.at(verb + 1);
        boolean noun = next.tag().equals("DET") || next.tag().equals("ADJ") || next.isLicence() || next.tag().equals("NOUN");
        for (int i = verb + 1; noun && i < Math.min(scene.size(), verb + 6); i++) {
            if (scene.unit(i).isVerbal() || scene.unit(i).is("that") || scene.unit(i).isQuote()) {
                return false; // "added the model is free"
            }
        }
        return noun;
    }

    private static boolean negated(Scene scene, int verb) {
        for (int i = verb - 1; i >= Math.max(0, verb - 2); i--) {
            Unit u = scene.unit(i);
            if (u.is("not") || u.is("n't") || u.is("never")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDocument(Scene scene, int[] phrase) {
        for (int i = phrase[0]; i < phrase[1]; i++) {
            Unit u = scene.unit(i);
            if (u.isLicence() || u.mention() == null && (DOCUMENTS.contains(u.lemma()) || DOCUMENTS.contains(u.form())
                    || OWN_WORDS.contains(u.lemma()) && Scene.organisationOf(scene.unit(phrase[0])).isEmpty())) {
                return true;
            }
        }
        return false;
    }

    /// The noun phrase that is the verb's subject, as {from, to}; empty where there is none.
    static int[] subjectBefore(Scene scene, int verb) {
        int end = verb;
        if (end > 0 && (scene.unit(end - 1).is("which") || scene.unit(end - 1).is("who"))) {
            end--;
            end -= end > 0 && scene.unit(end - 1).form().equals(",") ? 1 : 0;
        }
        while (end > 0 && (scene.unit(end - 1).tag().equals("ADV") || scene.unit(end - 1).tag().equals("AUX")
                || scene.unit(end - 1).is("have") || scene.unit(end - 1).is("long"))) {
            end--;
        }
        if (end > 1 && scene.unit(end - 1).form().equals(")")) {
            int open = end - 2;
            while (open > 0 && !scene.unit(open).form().equals("(") && end - open < 8) {
                open--;
            }
            end = scene.unit(open).form().equals("(") ? open : end;
        }
        if (end > 0 && (scene.unit(end - 1).is("and") || scene.unit(end - 1).is("but"))) {
            return firstActor(scene, end - 1); // "Meta released it and said ..."
        }
        if (end > 0 && scene.unit(end - 1).form().equals(",")) {
            // an apposition between the name and the verb
            int open = end - 2;
            while (open > 0 && !scene.unit(open).form().equals(",") && end - open < 16) {
                open--;
            }
            if (open > 0 && scene.unit(open).form().equals(",")) {
                end = open;
            }
        }
        int from = end;
        while (from > 0 && inPhrase(scene, from - 1)) {
            from--;
            if (scene.unit(from).tag().equals("DET") && !scene.at(from - 1).is("of")) {
                break; // "Last summer the foundation"
            }
        }
        while (from < end && (scene.unit(from).is("and") || scene.unit(from).is("of") || scene.unit(from).is("'s"))) {
            from++;
        }
        return from < end ? new int[] {from, end} : new int[0];
    }

    /// The person or company that the sentence, or the clause before, begins with.
    private static int[] firstActor(Scene scene, int before) {
        for (int i = 0; i < before; i++) {
            Unit u = scene.unit(i);
            if (u.isPerson() || Scene.organisationOf(u).isPresent() || u.is("he") || u.is("she")) {
                return new int[] {i, i + 1};
            }
            if (u.isVerbal()) {
                break;
            }
        }
        return new int[0];
    }

    private static int phraseEnd(Scene scene, int from) {
        int i = from;
        while (i < scene.size() && i < from + 14 && inPhrase(scene, i)) {
            i++;
        }
        return i;
    }

    private static boolean inPhrase(Scene scene, int i) {
        Unit u = scene.unit(i);
        if (u.mention() != null || u.isPossessive()) {
            return true;
        }
        return switch (u.tag()) {
            case "NOUN", "PROPN", "DET", "ADJ", "NUM" -> !u.isQuote();
            case "PRON" -> !u.is("that") && !u.is("which") && !u.is("who");
            case "ADP" -> u.is("of") || u.is("at") || u.is("for") || u.is("from") && scene.at(i + 1).isNoun();
            default -> false;
        };
    }

    private static int quotedEnd(Scene scene, int from) {
        int i = from;
        while (i < scene.size() && !scene.quoted(i)) {
            i++;
        }
        return i < scene.size() ? scene.size() : from;
    }
}
