package org.openwash.upstream;

import java.util.Arrays;
import java.util.List;

/// Reads the lists that stand in one cell of this package's tables, parted with `;`.
final class Listed {

    private Listed() {}

    static List<String> in(String cell) {
        return Arrays.stream(cell.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }
}
