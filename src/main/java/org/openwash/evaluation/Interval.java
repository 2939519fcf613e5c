package org.openwash.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// Says how far a figure could move on other articles of the same kind: the middle 95 % of its values when the articles
/// are drawn again with replacement. The claims of one article resemble each other, so whole articles are drawn, never
/// single claims. The draw is the same in every run.
public record Interval(double low, double high) {

    public static final int RESAMPLES = 1_000;

    private static final long SEED = 20_240_503;
    private static final double TAIL = 0.025;

    /// @param articles the counts of each article
    public static Interval of(List<Tally> articles, ToDoubleFunction<Tally> figure) {
        Random random = new Random(SEED);
        double[] figures = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            figures[i] = figure.applyAsDouble(drawn(articles, random));
        }
        Arrays.sort(figures);
        int below = (int) (TAIL * RESAMPLES);
        return new Interval(figures[below], figures[RESAMPLES - 1 - below]);
    }

    private static Tally drawn(List<Tally> articles, Random random) {
        Tally sum = Tally.NONE;
        for (int i = 0; i < articles.size(); i++) {
            sum = sum.plus(articles.get(random.nextInt(articles.size())));
        }
        return sum;
    }
}
