package org.openwash.claims;

import org.openwash.domain.PartedText;

/// Tells an inquiry what is seen of a case, as names that a model can weigh and a person can read:
/// `USE next=commercially`.
///
/// The value of a feature is given in parts, which most deciders need not join: `addFor("where", side, " ", distance)`.
final class Features {

    private final Inquiry inquiry;
    private final PartedText text;

    /// @param topic stands before the names that [#addFor] adds: the aspect
    Features(Inquiry inquiry, String topic) {
        this.inquiry = inquiry;
        text = new PartedText(topic + " ");
    }

    void add(String name) {
        inquiry.saw(text.clear().add(name));
    }

    void add(String name, Object... value) {
        inquiry.saw(text(name, value));
    }

    void addIf(boolean seen, String name) {
        if (seen) {
            add(name);
        }
    }

    /// Counts for the topic alone, and for all.
    void addFor(String name, Object... value) {
        inquiry.saw(text(name, value));
        inquiry.saw(text.behindFront());
    }

    /// Counts for the topic alone.
    void addOnlyFor(String name, Object... value) {
        inquiry.saw(text(name, value).behindFront());
    }

    private PartedText text(String name, Object... value) {
        text.clear().add(name).add("=");
        for (Object part : value) {
            text.add(part instanceof String string ? string : String.valueOf(part));
        }
        return text;
    }

    /// A distance or number as one of a few steps, since a classifier knows names only.
    static String step(int number) {
        if (number <= 3) {
            return String.valueOf(Math.max(0, number));
        }
        return number <= 5 ? "4+" : number <= 8 ? "6+" : number <= 13 ? "9+" : number <= 21 ? "14+" : "22+";
    }
}
