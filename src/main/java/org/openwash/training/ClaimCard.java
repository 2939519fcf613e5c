package org.openwash.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openwash.claims.Question;
import org.openwash.domain.Sha256;
import org.openwash.nlp.MaxentTrainer;

/// Writes the model card of the claim classifiers.
final class ClaimCard {

    private ClaimCard() {}

    static String of(List<Study> studies, Map<Question, MaxentTrainer.Trained> trained, CrossValidation validation) {
        var card = new StringBuilder();
        int sentences = studies.stream().mapToInt(s -> s.labelled().lines().size()).sum();
        int claims = studies.stream().mapToInt(s -> (int) s.labels().stream().filter(l -> !l.optional()).count()).sum();
        int optional = studies.stream().mapToInt(s -> (int) s.labels().stream().filter(l -> l.optional()).count()).sum();
        card.append("""
                # Claim classifiers (English)

                Written by `scripts/train --card`; do not edit.

                **What they do.** Rules find wordings that may speak of openness and the things they may be said of
                (`src/main/resources/claims`). Seven maximum entropy classifiers of Apache OpenNLP decide what the rules
                leave open, each from features with names that a person can read (`explain` shows those that decided):

                | file | asks | answers |
                |---|---|---|
                | `name-en.bin` | is a name that the facts base does not know one of a thing that claims are about? | no, yes |
                | `claim-en.bin` | does a wording make a claim here? | no, yes |
                | `subject-en.bin` | is the claim about this candidate? | no, yes |
                | `polarity-en.bin` | affirmed or denied? | affirms, denies |
                | `modality-en.bin` | what is, was, will be or might be? | actual, former, future, hypothetical |
                | `attribution-en.bin` | whose words? | outlet, vendor, third-party |
                | `right-en.bin` | all in all: was the claim read rightly? | no, yes |

                Verdicts are not theirs: facts decide those.

                """);
        card.append(String.format(Locale.ROOT, """
                **Data.** `claims/*.txt`: %,d sentences in %,d articles, written and labelled for this project, with %,d
                claims and %,d more that a second reader might not mark. Outlets and most speakers are invented; real
                companies stand with what they are publicly known to do or hold. One reader labelled each article, so
                some labels are wrong or debatable.

                **Features.** `ClaimFeatures`, `SubjectFeatures`, `PolarityFeatures`, `ModalityFeatures`,
                `AttributionFeatures`, `UnknownNames`: words, lemmas and concepts (concepts.tsv) of the wording and around
                it, the clause, the noun phrase, how wording and candidate stand to each other, how present a candidate
                is, and what each rule says.

                **Training.** Quasi-Newton (`MAXENT_QN`), L2 cost between 3 and 20 by question, at most 60 iterations, features seen at
                least three times; weights next to nothing are left out. `scripts/train` gives the same bytes again.

                | file | features | sha256 |
                |---|---|---|
                """, sentences, studies.size(), claims, optional));
        trained.forEach((question, model) -> card.append(String.format(Locale.ROOT, "| `%s-en.bin` | %,d | `%s` |%n",
                question.label(), model.features(), Sha256.of(model.bytes()))));
        scores(card, validation);
        return card.toString().replace("\r\n", "\n");
    }

    private static void scores(StringBuilder card, CrossValidation validation) {
        CrossValidation.Point best = validation.best();
        card.append(String.format(Locale.ROOT, """

                **Scores.** Three-fold cross-validation over articles. Claims (subject, aspect and polarity right, in the
                right sentence): precision %.3f, recall %.3f, F1 %.3f. Rows are right answers, columns given ones.
                """, best.precision(), best.recall(), best.f1()));
        validation.confusion().forEach((question, matrix) -> {
            card.append("\n| ").append(question.label()).append(" | ");
            card.append(String.join(" | ", question.outcomes())).append(" | recall |\n|---|")
                    .append("---|".repeat(question.outcomes().size() + 1)).append('\n');
            for (int i = 0; i < matrix.length; i++) {
                int all = 0;
                card.append("| ").append(question.outcomes().get(i));
                for (int n : matrix[i]) {
                    card.append(" | ").append(n);
                    all += n;
                }
                card.append(String.format(Locale.ROOT, " | %.3f |%n", matrix[i][i] / (double) Math.max(1, all)));
            }
        });
        card.append("""

                **Confidence.** `confidence-en.tsv` turns what the classifiers make of a claim into the share of such
                claims that was right in cross-validation. Reliability, in ten groups of equal size:

                | mean confidence | right | claims |
                |---|---|---|
                """);
        for (double[] row : validation.reliability()) {
            card.append(String.format(Locale.ROOT, "| %.3f | %.3f | %.0f |%n", row[0], row[1], row[2]));
        }
    }
}
