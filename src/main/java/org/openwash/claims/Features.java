package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;

/// Collects what is seen of a case, as names that a model can weigh and a person can read: `USE next=commercially`.
final class Features {

    private final List<String> names = new ArrayList<>(64);
    private final String topic;

    /// @param topic stands before the names that [#addFor] adds: the aspect
    Features(String topic) {
        this.topic = topic;
    }

    void add(String name) {
        names.add(name);
    }

    void add(String name, Object value) {
        names.add(name + "=" + value);
    }

    void addIf(boolean seen, String name) {
        if (seen) {
            names.add(name);
        }
    }

    /// Counts for the topic alone, and for all.
    void addFor(String name, Object value) {
        names.add(name + "=" + value);
        names.add(topic + " " + name + "=" + value);
    }

    /// Counts for the topic alone.
    void addOnlyFor(String name, Object value) {
        names.add(topic + " " + name + "=" + value);
    }

    /// As they were added, some of them twice: the order and the number of times mean nothing.
    List<String> names() {
        return names;
    }

    /// A distance or number as one of a few steps, since a classifier knows names only.
    static String step(int number) {
        if (number <= 3) {
            return String.valueOf(Math.max(0, number));
        }
        return number <= 5 ? "4+" : number <= 8 ? "6+" : number <= 13 ? "9+" : number <= 21 ? "14+" : "22+";
    }
}
