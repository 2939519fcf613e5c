package org.openwash.testing;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openwash.domain.Outcome;
import org.openwash.ingest.Found;
import org.openwash.ingest.SourceOptions;
import org.openwash.ingest.Sources;

/// Finds the articles in inputs and does nothing with them, for measuring: `ReadInputs INPUT...`.
public final class ReadInputs {

    private ReadInputs() {}

    public static void main(String[] args) {
        Map<String, Integer> counts = new TreeMap<>();
        new Sources(SourceOptions.defaults()).forEach(List.of(args), InputStream.nullInputStream(), found ->
                counts.merge(switch (found) {
                    case Found.Raw raw -> "articles";
                    case Found.Rejected(Outcome.Failed failed) -> "failed: " + failed.reason();
                    case Found.Rejected rejected -> "skipped";
                }, 1, Integer::sum));
        System.out.println(counts);
    }
}
