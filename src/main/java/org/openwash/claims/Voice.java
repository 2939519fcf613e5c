package org.openwash.claims;

import java.util.Set;

/// Somebody whose words are reported.
///
/// @param speaker       the words that name who it is
/// @param organisations the companies that it speaks for, as far as known
/// @param stance        what is known of it without a company's name
record Voice(String speaker, Set<String> organisations, Stance stance) {

    enum Stance {
        /// someone in office at the maker, or its page: "a spokesperson", "the sales page", "billed as"
        MAKER,
        /// someone who is not: "critics", "reportedly"
        OTHER,
        /// cannot be told from the words
        UNKNOWN
    }

    Voice {
        organisations = Set.copyOf(organisations);
    }
}
