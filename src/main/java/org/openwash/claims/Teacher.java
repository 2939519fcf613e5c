package org.openwash.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.Span;

/// Answers as the labels of an article do, and takes down each answer with what was seen: what classifiers learn from.
///
/// A wording is a claim if it overlaps the labelled words of one with its aspect; where no wording of the sentence does,
/// all of that aspect are. Claims that a second reader might not mark teach nothing.
public final class Teacher implements Decider {

    /// A labelled claim.
    ///
    /// @param sentence number of the sentence as the program cuts it
    /// @param cue      the words that carry it, characters of the passage; null where not labelled
    public record Label(int sentence, String subject, Aspect aspect, Polarity polarity, Modality modality,
            Attribution attribution, @Nullable Span cue, boolean optional) {}

    /// A question, what was seen, and the right answer.
    public record Lesson(Question question, String answer, List<String> features) {}

    private final List<Label> labels;
    private final List<Lesson> lessons = new ArrayList<>();

    public Teacher(List<Label> labels) {
        this.labels = List.copyOf(labels);
    }

    public List<Lesson> lessons() {
        return List.copyOf(lessons);
    }

    @Override
    public Inquiry ask(Question question) {
        return new NamedInquiry(question, this::answer);
    }

    private double[] answer(Question question, Case asked, List<String> features) {
        if (question == Question.NAME) {
            String name = asked.candidate().referent().id();
            boolean thing = labels.stream().anyMatch(l -> l.subject().equals(name));
            learn(question, thing ? 1 : 0, features);
            return thing ? new double[] {0, 1} : new double[] {1, 0};
        }
        if (question == Question.RIGHT) {
            return new double[] {0, 1}; // what it answers is right
        }
        List<Label> here = labelsOf(asked);
        if (question == Question.CLAIM) {
            boolean certain = here.stream().anyMatch(l -> !l.optional());
            if (here.isEmpty() || certain) {
                learn(question, certain ? 1 : 0, features);
            }
            return certain ? new double[] {0, 1} : new double[] {1, 0};
        }
        String id = asked.candidate().referent().id();
        List<Label> about = here.stream().filter(l -> l.subject().equals(id)).toList();
        List<Label> sure = about.stream().filter(l -> !l.optional()).toList();
        if (question == Question.SUBJECT) {
            if (about.isEmpty() || !sure.isEmpty()) {
                learn(question, sure.isEmpty() ? 0 : 1, features);
            }
            return sure.isEmpty() ? new double[] {1, 0} : new double[] {0, 1};
        }
        Set<Integer> answers = new HashSet<>();
        sure.forEach(l -> answers.add(switch (question) {
            case POLARITY -> l.polarity().ordinal();
            case MODALITY -> l.modality().ordinal();
            case ATTRIBUTION -> l.attribution().ordinal();
            case NAME, CLAIM, SUBJECT, RIGHT -> throw new IllegalStateException("answered above");
        }));
        double[] answer = new double[question.outcomes().size()];
        if (answers.size() == 1) {
            learn(question, answers.iterator().next(), features);
        }
        answers.forEach(a -> answer[a] = 1);
        return answer;
    }

    private void learn(Question question, int answer, List<String> features) {
        // the same names come up a million times
        lessons.add(new Lesson(question, question.outcomes().get(answer),
                features.stream().distinct().sorted().map(String::intern).toList()));
    }

    /// The labels that the wording carries.
    private List<Label> labelsOf(Case asked) {
        Scene scene = asked.scene();
        Aspect aspect = asked.match().cue().aspect();
        List<Label> alike = labels.stream()
                .filter(l -> l.sentence() == scene.number() && l.aspect() == aspect)
                .toList();
        return alike.stream()
                .filter(l -> carries(scene, asked.match(), l) || asked.matches().stream()
                        .filter(m -> m.cue().aspect() == aspect)
                        .noneMatch(m -> carries(scene, m, l)))
                .toList();
    }

    private static boolean carries(Scene scene, Cue.Match match, Label label) {
        return label.cue() == null || scene.span(match.start(), match.end()).overlaps(label.cue());
    }
}
