package org.openwash.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Numbers the sources that flags rest on in the order in which they are first named, so that each is printed once.
final class Sources {

    private static final int LONGEST_ADDRESS = 500;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /// From 1.
    int number(String address) {
        // what is cut leads nowhere and must not look like an address
        String shown = address.length() > LONGEST_ADDRESS ? "too long to print: " + address : address;
        return numbers.computeIfAbsent(Words.cut(shown, LONGEST_ADDRESS), a -> numbers.size() + 1);
    }

    /// The first has number 1.
    List<String> addresses() {
        return List.copyOf(numbers.keySet());
    }
}
