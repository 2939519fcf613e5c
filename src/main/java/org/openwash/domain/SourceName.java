package org.openwash.domain;

import java.util.List;

/// How inputs are named: a path, and behind it what lies in the file (`a.zip!/member`, `f.jsonl#L7`).
public final class SourceName {

    /// What parts a file from a member or a record of it.
    public static final List<String> MARKS = List.of("!/", "#");

    private SourceName() {}

    /// The file that an input is, or lies in.
    public static String file(String source) {
        int end = MARKS.stream().mapToInt(source::indexOf).filter(i -> i >= 0).min().orElse(source.length());
        return source.substring(0, end);
    }

    /// Whether an input is a place (a folder, file, record or member), or lies in it; all lie in the folder one stands in,
    /// which is empty or `.`.
    public static boolean liesIn(String source, String place) {
        if (place.isEmpty() || place.equals(".")) {
            return true;
        }
        return source.startsWith(place) && (source.length() == place.length() || place.endsWith("/")
                || "/#!".indexOf(source.charAt(place.length())) >= 0);
    }
}
