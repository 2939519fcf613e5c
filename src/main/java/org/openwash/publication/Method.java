package org.openwash.publication;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the last run over an index read and judged with. Kept in the index, so that reports written again say the same.
///
/// @param version      of Openwash; empty, as the others, where an older run did not note it
/// @param factsVersion of the facts base
/// @param factsDate    the day that `verdict_today` means; null if not known
/// @param standard     the yardstick for "open source"
/// @param models       SHA-256 of each model file by its name
public record Method(
        String version, String factsVersion, @Nullable LocalDate factsDate, String standard, Map<String, String> models) {

    private static final String FACTS = "facts";
    private static final String FACTS_DATE = "facts-date";
    private static final String VERSION = "version";
    private static final String STANDARD = "standard";
    private static final String MODEL = "model.";

    public Method {
        models = Collections.unmodifiableMap(new TreeMap<>(models));
    }

    /// Adds it to what a run remembers.
    public void into(Map<String, String> runState) {
        runState.put(FACTS, factsVersion);
        runState.put(VERSION, version);
        runState.put(STANDARD, standard);
        if (factsDate != null) {
            runState.put(FACTS_DATE, factsDate.toString());
        }
        models.forEach((name, hash) -> runState.put(MODEL + name, hash));
    }

    /// What a run has remembered.
    public static Method of(Map<String, String> runState) {
        var models = new TreeMap<String, String>();
        runState.forEach((key, value) -> {
            if (key.startsWith(MODEL)) {
                models.put(key.substring(MODEL.length()), value);
            }
        });
        return new Method(runState.getOrDefault(VERSION, ""), runState.getOrDefault(FACTS, ""),
                day(runState.get(FACTS_DATE)), runState.getOrDefault(STANDARD, ""), models);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null; // another version's way of writing it: not known here
        }
    }
}
