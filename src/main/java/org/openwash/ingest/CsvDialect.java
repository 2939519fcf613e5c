package org.openwash.ingest;

/// Tells by its header line how a CSV file parts its cells.
final class CsvDialect {

    private CsvDialect() {}

    /// The most frequent of comma, semicolon and tab outside quotes; a comma if there is none.
    static char delimiter(String header) {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            int count = 0;
            boolean quoted = false;
            for (int i = 0; i < header.length(); i++) {
                quoted ^= header.charAt(i) == '"';
                count += !quoted && header.charAt(i) == candidate ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
