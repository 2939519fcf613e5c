package org.openwash.nlp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.Span;

/// How well a way of training does on sentences it was not trained on: names found whole and with the right type.
final class NameScores {

    private static final int FOLDS = 10;
    private static final long SEED = 20240817;

    /// Names that are right, names that were found, names that are there.
    private static final class Count {
        int right;
        int found;
        int there;

        double precision() {
            return found == 0 ? 0 : (double) right / found;
        }

        double recall() {
            return there == 0 ? 0 : (double) right / there;
        }

        double f1() {
            return right == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
        }
    }

    private final Map<String, Count> counts = new TreeMap<>(Map.of("person", new Count(), "organisation", new Count()));
    private final List<String> errors = new ArrayList<>();

    private NameScores() {}

    /// Ten-fold, documents dealt to the folds in a fixed random order: a name of a document never helps to find itself.
    static NameScores crossValidate(
            NameTrainer trainer, List<List<NameSample>> documents, NameTrainer.Setting setting)
            throws IOException {
        List<List<NameSample>> shuffled = new ArrayList<>(documents);
        Collections.shuffle(shuffled, new Random(SEED));
        var scores = new NameScores();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<List<NameSample>> train = new ArrayList<>();
            List<List<NameSample>> test = new ArrayList<>();
            for (int i = 0; i < shuffled.size(); i++) {
                (i % FOLDS == fold ? test : train).add(shuffled.get(i));
            }
            var tagger = new NameTagger(trainer.train(train, setting));
            test.forEach(document -> document.forEach(sample -> scores.add(sample, spans(tagger.tag(sample.getSentence())))));
        }
        return scores;
    }

    private static List<Span> spans(List<NameTagger.Tagged> names) {
        return names.stream()
                .map(n -> new Span(n.start(), n.end(), n.type().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private void add(NameSample sample, List<Span> found) {
        Set<Span> there = new HashSet<>(List.of(sample.getNames()));
        Set<Span> hits = new HashSet<>(found);
        for (Span name : there) {
            counts.get(name.getType()).there++;
            if (!hits.contains(name)) {
                note("missed", name, sample);
            }
        }
        for (Span name : found) {
            Count count = counts.get(name.getType());
            count.found++;
            if (there.contains(name)) {
                count.right++;
            } else {
                note("wrong", name, sample);
            }
        }
    }

    private void note(String kind, Span name, NameSample sample) {
        String text = String.join(" ", sample.getSentence());
        String covered = String.join(" ", List.of(sample.getSentence()).subList(name.getStart(), name.getEnd()));
        errors.add(kind + " " + name.getType() + " \"" + covered + "\" in: " + text);
    }

    /// Every name missed and every wrong one, in the order of the folds: what to write more sentences about.
    List<String> errors() {
        return List.copyOf(errors);
    }

    double precision(String type) {
        return counts.get(type).precision();
    }

    double recall(String type) {
        return counts.get(type).recall();
    }

    double f1(String type) {
        return counts.get(type).f1();
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        counts.forEach((type, c) -> lines.append(String.format(
                Locale.ROOT, "%-12s  precision %.3f  recall %.3f  F1 %.3f  (%d names)%n",
                type, c.precision(), c.recall(), c.f1(), c.there)));
        return lines.toString();
    }
}
