package org.openwash.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openwash.claims.Teacher;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Mention;
import org.openwash.domain.Sentence;
import org.openwash.nlp.Annotator;

/// A labelled article as the program cuts it, with its labels laid over the program's sentences.
record Study(LabelledArticle labelled, List<Sentence> sentences, List<Mention> mentions, List<Teacher.Label> labels) {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Study of(LabelledArticle labelled, Annotator annotator, Catalogue catalogue) {
        List<Sentence> sentences = annotator.sentences(labelled.article());
        List<Mention> mentions = annotator.mentions(labelled.article(), sentences);
        return new Study(labelled, sentences, mentions, labels(labelled, sentences, mentions, catalogue));
    }

    /// The id by which the program knows the subject of a label: a labeller writes a slug for what is not listed, and
    /// the version where the article names the family only.
    private static String canonical(String subject, List<Mention> mentions, Catalogue catalogue) {
        Set<String> named = mentions.stream().flatMap(m -> m.ids().stream()).collect(Collectors.toSet());
        if (named.contains(subject)) {
            return subject;
        }
        Optional<String> family = catalogue.ancestorsOf(subject).stream().filter(named::contains).findFirst();
        if (family.isPresent()) {
            return family.get();
        }
        return mentions.stream()
                .filter(m -> NO_LETTERS.matcher(m.text().toLowerCase(Locale.ROOT)).replaceAll("").equals(
                        NO_LETTERS.matcher(subject).replaceAll("")))
                .filter(m -> m.kind() != Mention.Kind.ORGANISATION && m.kind() != Mention.Kind.PERSON)
                .map(Mention::id).findFirst().orElse(subject);
    }

    private static List<Teacher.Label> labels(
            LabelledArticle labelled, List<Sentence> sentences, List<Mention> mentions, Catalogue catalogue) {
        var labels = new ArrayList<Teacher.Label>();
        for (LabelledArticle.Line line : labelled.lines()) {
            for (LabelledArticle.Marked m : line.claims()) {
                int number = sentenceOf(line, m, sentences);
                if (number >= 0) {
                    labels.add(new Teacher.Label(number, canonical(m.subject(), mentions, catalogue), m.aspect(), m.polarity(), m.modality(),
                            m.attribution(), m.cue(), m.optional()));
                }
            }
        }
        return labels;
    }

    /// The sentence that holds the words of the claim; without marked words the one that shares most with the line.
    private static int sentenceOf(LabelledArticle.Line line, LabelledArticle.Marked marked, List<Sentence> sentences) {
        int best = -1;
        int most = 0;
        for (Sentence s : sentences) {
            if ((s.number() == 0) != line.title()) {
                continue;
            }
            int from = Math.max(s.span().start(), marked.cue() == null ? line.span().start() : marked.cue().start());
            int to = Math.min(s.span().end(), marked.cue() == null ? line.span().end() : marked.cue().end());
            if (to - from > most) {
                most = to - from;
                best = s.number();
            }
        }
        return best;
    }
}
