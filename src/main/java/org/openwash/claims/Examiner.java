package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;

/// Lets another read a labelled article, and takes down for each claim that it reads whether the labels have it too:
/// from that [Question#RIGHT] is learned.
public final class Examiner implements Decider {

    private final Decider reader;
    private final List<Teacher.Label> labels;
    private final List<Teacher.Lesson> lessons = new ArrayList<>();

    public Examiner(Decider reader, List<Teacher.Label> labels) {
        this.reader = reader;
        this.labels = List.copyOf(labels);
    }

    public List<Teacher.Lesson> lessons() {
        return List.copyOf(lessons);
    }

    @Override
    public Inquiry ask(Question question) {
        return question == Question.RIGHT ? new NamedInquiry(question, this::answer) : reader.ask(question);
    }

    private double[] answer(Question question, Case asked, List<String> features) {
        List<Teacher.Label> same = labels.stream()
                .filter(l -> l.sentence() == asked.scene().number()
                        && l.subject().equals(asked.candidate().referent().id())
                        && l.aspect() == asked.match().cue().aspect()
                        && l.polarity() == asked.polarity())
                .toList();
        boolean optional = !same.isEmpty() && same.stream().allMatch(Teacher.Label::optional);
        if (!optional) {
            lessons.add(new Teacher.Lesson(question, question.outcomes().get(same.isEmpty() ? 0 : 1),
                    features.stream().distinct().sorted().toList()));
        }
        return same.isEmpty() ? new double[] {1, 0} : new double[] {0, 1};
    }
}
