package org.openwash.claims;

import java.util.List;
import org.openwash.domain.PartedText;

/// One question put to a [Decider]: first it is told what is seen of the case, then it answers.
public interface Inquiry {

    /// @param feature what was seen, a name that a person can read; holds only during the call. They come in any
    ///                order, and some of them twice
    void saw(PartedText feature);

    /// Another inquiry of which the same was seen so far.
    Inquiry copy();

    /// @return probabilities of [Question#outcomes()], in that order
    double[] answer(Case asked);

    /// The features that spoke most for an answer, for explanations; none where the answer was given otherwise.
    ///
    /// @param outcome its index in [Question#outcomes()]
    default List<String> reasons(int outcome) {
        return List.of();
    }
}
