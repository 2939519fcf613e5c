package org.openwash;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openwash.index.ArticleIndex;

/// What nightly runs keep with a commit of the index.
///
/// @param reported   all that came before has been told of
/// @param number     of the last night that told of anything
/// @param memory     name of the file of memory that belongs to the commit; null before the first night
/// @param judging    by which facts the claims were judged: [Keys#judging]
/// @param circulated all articles have been compared with each other
/// @param confidence the threshold of flags
/// @param reports    hash of all that the reports rest on beside the articles
record NightState(boolean reported, int number, @Nullable String memory, String judging, boolean circulated,
        double confidence, String reports) {

    private static final String PREFIX = "night.";
    private static final String NUMBER = PREFIX + "number";
    private static final String MEMORY = PREFIX + "memory";
    private static final String JUDGING = PREFIX + "judging";
    private static final String CIRCULATED = PREFIX + "circulated";
    private static final String CONFIDENCE = PREFIX + "confidence";
    private static final String REPORTS = PREFIX + "reports";

    static NightState of(Map<String, String> runState) {
        return new NightState(Boolean.parseBoolean(runState.get(ArticleIndex.REPORTED_KEY)),
                Integer.parseInt(runState.getOrDefault(NUMBER, "0")),
                runState.get(MEMORY),
                runState.getOrDefault(JUDGING, ""),
                Boolean.parseBoolean(runState.get(CIRCULATED)),
                Double.parseDouble(runState.getOrDefault(CONFIDENCE, "-1")),
                runState.getOrDefault(REPORTS, ""));
    }

    Map<String, String> asMap() {
        var map = new TreeMap<String, String>();
        map.put(ArticleIndex.REPORTED_KEY, String.valueOf(reported));
        map.put(NUMBER, String.valueOf(number));
        if (memory != null) {
            map.put(MEMORY, memory);
        }
        map.put(JUDGING, judging);
        map.put(CIRCULATED, String.valueOf(circulated));
        map.put(CONFIDENCE, String.valueOf(confidence));
        map.put(REPORTS, reports);
        return map;
    }

    /// Where nights have been counted before, and the index knows nothing of it.
    NightState after(int night) {
        return new NightState(reported, night, memory, judging, circulated, confidence, reports);
    }

    /// In the middle of a run.
    NightState partial(String memoryFile) {
        return new NightState(false, number, memoryFile, judging, false, confidence, "");
    }

    /// After a run that is none of ours: what it did is still to be told, and to be judged again by our facts.
    ///
    /// @param other by what it read and judged
    Map<String, String> afterAnotherRun(Keys other) {
        String judged = other.judging().equals(judging) ? judging : "";
        return memory == null ? Map.of() : new NightState(false, number, memory, judged, true, confidence, "").asMap();
    }
}
