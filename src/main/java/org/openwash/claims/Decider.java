package org.openwash.claims;

/// Answers the questions that rules leave open, from what they saw. A trained model when articles are read, the labels
/// of a person when it is trained: so both see the same features.
@FunctionalInterface
public interface Decider {

    Inquiry ask(Question question);
}
