package org.openwash.upstream;

import java.util.List;

/// One thing that an upstream says of a licence or a system, in the notation of our columns.
///
/// @param column   of licences.csv or facts.csv; for the licence of a part, `licence` (weights) or `code licence`
/// @param text     as we would write it; for a licence, the upstream's own wording
/// @param alsoFits other values of ours that this coarser one does not contradict
/// @param address  where the upstream says it was seen, or the entry itself
/// @param place    file and line
public record Value(String column, String text, List<String> alsoFits, String address, String place) {

    static final String LICENCE = "licence";
    static final String CODE_LICENCE = "code licence";
    static final String FROM = "from";

    public Value {
        alsoFits = List.copyOf(alsoFits);
    }

    boolean fits(String ours) {
        return text.equals(ours) || alsoFits.contains(ours);
    }
}
