package org.openwash.claims;

import java.util.List;

/// Answers the questions that rules leave open, from what they saw. A trained model when articles are read, the labels
/// of a person when it is trained: so both see the same features.
@FunctionalInterface
public interface Decider {

    /// The features that spoke most for an answer, for explanations; none where the answer was given otherwise.
    ///
    /// @param outcome its index in [Question#outcomes()]
    default List<String> reasons(Question question, List<String> features, int outcome) {
        return List.of();
    }

    /// @param features what was seen, each a name that a person can read; in any order, and some of them twice
    /// @return probabilities of [Question#outcomes()], in that order
    double[] decide(Question question, Case asked, List<String> features);
}
