package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;
import org.openwash.domain.PartedText;

/// Takes down what was seen by its names, for who learns from them.
final class NamedInquiry implements Inquiry {

    /// What answers from the names.
    interface Answerer {

        /// @param features in any order, and some of them twice
        double[] answer(Question question, Case asked, List<String> features);
    }

    private final Question question;
    private final Answerer answerer;
    private final List<String> features;

    NamedInquiry(Question question, Answerer answerer) {
        this(question, answerer, List.of());
    }

    private NamedInquiry(Question question, Answerer answerer, List<String> features) {
        this.question = question;
        this.answerer = answerer;
        this.features = new ArrayList<>(features);
    }

    @Override
    public void saw(PartedText feature) {
        features.add(feature.toString());
    }

    @Override
    public Inquiry copy() {
        return new NamedInquiry(question, answerer, features);
    }

    @Override
    public double[] answer(Case asked) {
        return answerer.answer(question, asked, features);
    }
}
