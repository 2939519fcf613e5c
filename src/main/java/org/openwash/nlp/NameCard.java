package org.openwash.nlp;

import java.util.List;
import java.util.Locale;
import opennlp.tools.namefind.NameSample;

/// Writes models/names-en.md, which tells what the name model was made of and how far to trust it.
final class NameCard {

    private NameCard() {}

    static String of(
            List<List<NameSample>> documents, NameTrainer.Setting setting, NameScores scores, String sha256) {
        List<NameSample> sentences = documents.stream().flatMap(List::stream).toList();
        return """
                # Name model (English)

                Written by `scripts/train`; do not edit. `names-en.bin`, sha256 `%s`

                **What it does.** Finds names of people and organisations (companies, universities, agencies, parties,
                clubs, media) in one tokenised English sentence, for names that no alias list knows. Products, models,
                licences, places and titles of works are not names to it.

                **Data.** `names/*.txt`: %,d sentences in %,d documents, written and labelled for this project, with %,d
                people and %,d organisations; %,d sentences hold no name. Who says or does something in them is invented;
                real companies and public persons stand only in plain, true statements. `names/lexicon.tsv` gives the
                kind of common words (given name, place, month, product), also written for this project.
                Labelled: no article ("the" <Harbour Labs>), no title ("Dr" <Okoye>), no possessive; company suffixes
                belong to the name; parliaments, ministries and courts are organisations, countries and cities are not.

                **Training.** Apache OpenNLP, %s, %s codec, %d iterations, cutoff %d; features in
                `src/main/resources/nlp/name-features.xml` (words, shapes and lexicon classes in a window of two,
                beginnings and endings, neighbouring pairs). Tokens by Apache's UD English tokenizer, possessives parted.
                Nothing is remembered from one sentence to the next.

                **Scores.** Ten-fold cross-validation over documents, fixed seed; a name counts when both ends and the
                type are right.

                | type | precision | recall | F1 |
                |---|---|---|---|
                | person | %s |
                | organisation | %s |

                These are hard for so small a model: most names are invented, and many sentences tell little else. Of 100
                tags on press articles, read by eye, about three in four were right; wrong ones stand mostly in headlines,
                tables and lists, or are products taken for their makers.

                **Again.** `scripts/train` gives the same bytes from the same files; `scripts/train --compare` shows how
                other settings do. To teach it something: add sentences to a file in `names/` (the first lines of
                `names/technology.txt` tell how), run `scripts/train`, look at the scores here, commit the model with its sentences.
                """
                .formatted(
                        sha256,
                        sentences.size(),
                        documents.size(),
                        names(sentences, "person"),
                        names(sentences, "organisation"),
                        sentences.stream().filter(s -> s.getNames().length == 0).count(),
                        setting.algorithm(),
                        setting.codec(),
                        setting.iterations(),
                        setting.cutoff(),
                        row(scores, "person"),
                        row(scores, "organisation"))
                .replaceAll("\\s+$", "\n");
    }

    private static long names(List<NameSample> sentences, String type) {
        return sentences.stream()
                .flatMap(s -> List.of(s.getNames()).stream())
                .filter(name -> name.getType().equals(type))
                .count();
    }

    private static String row(NameScores scores, String type) {
        return String.format(
                Locale.ROOT, "%.3f | %.3f | %.3f", scores.precision(type), scores.recall(type), scores.f1(type));
    }
}
