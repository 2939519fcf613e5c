package org.openwash.nlp;

/// Finds the best sequence of outcomes as OpenNLP's `BeamSearch` does, without its costs: it copies no sequences, sorts
/// no outcomes, and asks once for the probabilities that several sequences share.
///
/// Keeps the best [#WIDTH] sequences at each step; from each it goes on with its [#WIDTH] likeliest outcomes and those
/// that are equally likely. Not thread-safe.
final class Beam {

    /// As many as OpenNLP keeps by default, and the models say.
    static final int WIDTH = 3;
    /// Sequences less likely than this are none.
    private static final double LEAST = -100_000;
    static final int NONE = -1;

    /// What a model says of a step. Only the last two outcomes may matter to it.
    interface Scorer {
        /// @param probabilities to be filled, by outcome
        void probabilities(int step, int last, int lastButOne, double[] probabilities);

        default boolean allows(int outcome, int last) {
            return true;
        }
    }

    private final int outcomes;
    private final double[][] probabilities = new double[WIDTH][];
    private int steps;
    // of each step and rank: the outcome, its probability, the rank of the sequence it goes on with, and the score
    private int[] outcome = new int[0];
    private int[] before = new int[0];
    private double[] probability = new double[0];
    private double[] score = new double[0];

    Beam(int outcomes) {
        this.outcomes = outcomes;
        for (int i = 0; i < WIDTH; i++) {
            probabilities[i] = new double[outcomes];
        }
    }

    /// Decides the steps from 0 up to, but not including, `length`; then [#outcomes] and [#probabilities] tell.
    void decide(int length, Scorer scorer) {
        steps = length;
        if (outcome.length < length * WIDTH) {
            outcome = new int[length * WIDTH];
            before = new int[length * WIDTH];
            probability = new double[length * WIDTH];
            score = new double[length * WIDTH];
        }
        int kept = 1;
        for (int step = 0; step < length && kept > 0; step++) {
            kept = step(step, kept, scorer);
        }
        if (kept == 0) {
            throw new IllegalStateException("no sequence of outcomes is allowed");
        }
    }

    private int step(int step, int kept, Scorer scorer) {
        int next = 0;
        for (int rank = 0; rank < kept; rank++) {
            int last = at(step - 1, rank);
            int lastButOne = step > 1 ? at(step - 2, before[(step - 1) * WIDTH + rank]) : NONE;
            double[] scores = probabilities(step, rank, last, lastButOne, scorer);
            double soFar = step == 0 ? 0 : score[(step - 1) * WIDTH + rank];
            double least = least(scores);
            for (int o = 0; o < outcomes; o++) {
                if (scores[o] >= least && scorer.allows(o, last)) {
                    next = insert(step, next, rank, o, scores[o], soFar);
                }
            }
            boolean stuck = next == 0; // none of the likeliest is allowed: any that is
            for (int o = 0; stuck && o < outcomes; o++) {
                if (scorer.allows(o, last)) {
                    next = insert(step, next, rank, o, scores[o], soFar);
                }
            }
        }
        return next;
    }

    private int at(int step, int rank) {
        return step < 0 ? NONE : outcome[step * WIDTH + rank];
    }

    /// The same as for an earlier rank with the same last outcomes, if there is one.
    private double[] probabilities(int step, int rank, int last, int lastButOne, Scorer scorer) {
        for (int other = 0; other < rank; other++) {
            boolean same = at(step - 1, other) == last
                    && (step < 2 || at(step - 2, before[(step - 1) * WIDTH + other]) == lastButOne);
            if (same) {
                System.arraycopy(probabilities[other], 0, probabilities[rank], 0, outcomes);
                return probabilities[rank];
            }
        }
        scorer.probabilities(step, last, lastButOne, probabilities[rank]);
        return probabilities[rank];
    }

    /// The third highest.
    private static double least(double[] scores) {
        double first = Double.NEGATIVE_INFINITY;
        double second = first;
        double third = first;
        for (double s : scores) {
            if (s > third) {
                if (s > second) {
                    third = second;
                    if (s > first) {
                        second = first;
                        first = s;
                    } else {
                        second = s;
                    }
                } else {
                    third = s;
                }
            }
        }
        return third;
    }

    /// Keeps the sequences in order of their scores; of equal ones the first found stands first.
    ///
    /// @return how many are kept then
    private int insert(int step, int kept, int rank, int next, double p, double soFar) {
        double now = soFar + StrictMath.log(p);
        if (!(now > LEAST)) {
            return kept;
        }
        int base = step * WIDTH;
        int place = kept;
        while (place > 0 && score[base + place - 1] < now) {
            place--;
        }
        if (place == WIDTH) {
            return kept;
        }
        for (int i = Math.min(kept, WIDTH - 1); i > place; i--) {
            outcome[base + i] = outcome[base + i - 1];
            before[base + i] = before[base + i - 1];
            probability[base + i] = probability[base + i - 1];
            score[base + i] = score[base + i - 1];
        }
        outcome[base + place] = next;
        before[base + place] = rank;
        probability[base + place] = p;
        score[base + place] = now;
        return Math.min(WIDTH, kept + 1);
    }

    /// The best outcome of each step.
    int[] outcomes() {
        int[] best = new int[steps];
        int rank = 0;
        for (int step = steps - 1; step >= 0; step--) {
            best[step] = at(step, rank);
            rank = before[step * WIDTH + rank];
        }
        return best;
    }

    /// How likely each of them is.
    double[] probabilities() {
        double[] best = new double[steps];
        int rank = 0;
        for (int step = steps - 1; step >= 0; step--) {
            best[step] = probability[step * WIDTH + rank];
            rank = before[step * WIDTH + rank];
        }
        return best;
    }

    /// Sums of weights as probabilities, as OpenNLP's perceptrons make them.
    static void normalise(double[] sums) {
        double most = 1;
        for (double sum : sums) {
            most = Math.max(most, Math.abs(sum));
        }
        double all = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = StrictMath.exp(sums[i] / most);
            all += sums[i];
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= all;
        }
    }
}
