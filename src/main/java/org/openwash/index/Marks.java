package org.openwash.index;

/// What stands around the matched words of a snippet.
///
/// @param escape whether the words themselves are escaped for HTML
public record Marks(String before, String after, boolean escape) {

    /// For text: square brackets.
    public static final Marks PLAIN = new Marks("[", "]", false);
    /// For web pages.
    public static final Marks HTML = new Marks("<mark>", "</mark>", true);
}
