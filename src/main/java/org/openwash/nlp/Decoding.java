package org.openwash.nlp;

/// Who works out what OpenNLP's models say: the same answers at different cost.
public enum Decoding {

    /// The project's own classes, which remember what the models know of a word.
    WORDS,

    /// OpenNLP's own, to compare with.
    STOCK
}
