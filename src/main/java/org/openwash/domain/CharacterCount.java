package org.openwash.domain;

/// Turns offsets of Java strings into counts of whole characters (code points), as readers of reports in other
/// languages count them. Remembers the last answer, so that rising offsets cost one walk through the text.
public final class CharacterCount {

    private final String text;
    private int offset;
    private int count;

    public CharacterCount(String text) {
        this.text = text;
    }

    /// How many characters stand before this offset.
    public int upTo(int utf16Offset) {
        count += utf16Offset >= offset
                ? text.codePointCount(offset, utf16Offset)
                : -text.codePointCount(utf16Offset, offset);
        offset = utf16Offset;
        return count;
    }
}
