package org.openwash.domain;

import java.io.Serializable;

/// Where a value was found, and how sure it is.
public record Provenance(DateBasis basis, Sureness sureness) implements Serializable {

    public static final Provenance NONE = new Provenance(DateBasis.NONE, Sureness.NONE);

    public Provenance {
        if ((basis == DateBasis.NONE) != (sureness == Sureness.NONE)) {
            throw new IllegalArgumentException("neither is known or both: " + basis + ", " + sureness);
        }
    }

    /// What a container says of its article, and what people wrote down, is taken at its word.
    public static Provenance stated(DateBasis basis) {
        return basis == DateBasis.NONE ? NONE : new Provenance(basis, Sureness.HIGH);
    }
}
