package org.openwash.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openwash.LearnedDecider;
import org.openwash.claims.ClaimFinder;
import org.openwash.claims.Confidence;
import org.openwash.claims.Examiner;
import org.openwash.claims.Question;
import org.openwash.claims.Teacher;
import org.openwash.domain.Catalogue;
import org.openwash.facts.FactBook;
import org.openwash.nlp.Annotator;
import org.openwash.nlp.MaxentTrainer;
import org.openwash.nlp.MentionFinder;
import org.openwash.nlp.Models;
import org.openwash.nlp.NameTagger;

/// Trains the classifiers that read claims from the labelled articles in models/claims, and writes them to models/.
/// The same articles give the same bytes.
///
/// With `--card` it also cross-validates, and writes the model card and how confidence is calibrated, which takes
/// some minutes.
public final class ClaimTrainer {

    static final Path ARTICLES = Path.of("models/claims");
    private static final int FOLDS = 3;

    private final Catalogue catalogue = FactBook.load(null).catalogue();
    private final ClaimFinder finder = new ClaimFinder(catalogue, question -> {
        throw new IllegalStateException("asked without a teacher");
    }, Confidence.NONE);
    private final List<Study> studies;
    private final List<List<Teacher.Lesson>> lessons;

    ClaimTrainer(List<LabelledArticle> articles) {
        var models = Models.load();
        var names = new MentionFinder(catalogue);
        var tagger = new NameTagger(models.names());
        ThreadLocal<Annotator> annotators = ThreadLocal.withInitial(() -> new Annotator(models, names, tagger));
        studies = articles.parallelStream().map(a -> Study.of(a, annotators.get(), catalogue)).toList();
        lessons = studies.parallelStream().map(this::lessons).toList();
    }

    public static void main(String[] args) throws IOException {
        var trainer = new ClaimTrainer(LabelledArticle.read(ARTICLES));
        var trained = train(trainer.lessons);
        if (List.of(args).contains("--card")) {
            CrossValidation validation = trainer.validate();
            trained.put(Question.RIGHT, validation.right());
            Files.writeString(Path.of(Confidence.FILE), validation.confidence());
            Files.writeString(Path.of("models/claims-en.md"), ClaimCard.of(trainer.studies, trained, validation));
        }
        for (var entry : trained.entrySet()) {
            Files.write(Path.of(LearnedDecider.file(entry.getKey())), entry.getValue().bytes());
            System.out.printf("%s: %,d features%n", LearnedDecider.file(entry.getKey()), entry.getValue().features());
        }
    }

    List<List<Teacher.Lesson>> lessons() {
        return lessons;
    }

    private List<Teacher.Lesson> lessons(Study study) {
        var teacher = new Teacher(study.labels());
        finder.find(study.labelled().article(), study.sentences(), study.mentions(), teacher);
        return teacher.lessons();
    }

    /// One classifier for each question.
    static Map<Question, MaxentTrainer.Trained> train(List<List<Teacher.Lesson>> lessons) {
        var examples = new EnumMap<Question, List<MaxentTrainer.Example>>(Question.class);
        for (List<Teacher.Lesson> ofArticle : lessons) {
            for (Teacher.Lesson lesson : ofArticle) {
                examples.computeIfAbsent(lesson.question(), q -> new ArrayList<>())
                        .add(new MaxentTrainer.Example(lesson.answer(), lesson.features()));
            }
        }
        var trained = new EnumMap<Question, MaxentTrainer.Trained>(Question.class);
        List<Question> questions = List.copyOf(examples.keySet());
        List<MaxentTrainer.Trained> models = questions.parallelStream()
                .map(q -> MaxentTrainer.train(examples.get(q), q.outcomes(), cost(q)))
                .toList();
        IntStream.range(0, questions.size()).forEach(i -> trained.put(questions.get(i), models.get(i)));
        return trained;
    }

    /// The cost of large weights, by trial on articles kept apart: low where an answer is rare, which a high cost would
    /// never give.
    static double cost(Question question) {
        return switch (question) {
            case CLAIM, SUBJECT -> 20;
            case RIGHT -> 10;
            case POLARITY -> 6;
            case NAME, MODALITY, ATTRIBUTION -> 3;
        };
    }

    /// Reads each part of the articles with classifiers that learned from the others.
    CrossValidation validate() {
        var validation = new CrossValidation();
        for (int fold = 0; fold < FOLDS; fold++) {
            int kept = fold;
            List<Integer> here = IntStream.range(0, studies.size()).filter(i -> i % FOLDS == kept).boxed().toList();
            List<List<Teacher.Lesson>> rest = IntStream.range(0, studies.size()).filter(i -> i % FOLDS != kept)
                    .mapToObj(lessons::get).toList();
            var decider = LearnedDecider.of(train(rest));
            List<Examiner> examiners = here.parallelStream().map(i -> {
                Study study = studies.get(i);
                var examiner = new Examiner(decider, study.labels());
                finder.find(study.labelled().article(), study.sentences(), study.mentions(), examiner);
                return examiner;
            }).toList();
            for (int i = 0; i < here.size(); i++) {
                validation.read(studies.get(here.get(i)), examiners.get(i).lessons());
                for (Teacher.Lesson lesson : lessons.get(here.get(i))) {
                    validation.answered(lesson,
                            decider.models().get(lesson.question()).probabilities(lesson.features()));
                }
            }
        }
        validation.close();
        return validation;
    }
}
