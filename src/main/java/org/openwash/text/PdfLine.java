package org.openwash.text;

/// A run of words on one height of a page, with nothing wider than a few spaces within it. Lengths are points (1/72
/// inch), heights counted from the top of the page.
///
/// @param left   where it begins
/// @param right  where it ends
/// @param bottom its base line
/// @param size   height of its type
/// @param bold   whether all of it is set in bold type
record PdfLine(String text, float left, float right, float bottom, float size, boolean bold) {

    float top() {
        return bottom - size;
    }

    float width() {
        return right - left;
    }

    float middle() {
        return (left + right) / 2;
    }

    /// Whether the two share some of the page's width.
    boolean isAboveOrBelow(PdfLine other) {
        return left < other.right && other.left < right;
    }

    /// Whether both stand on one height.
    boolean isBeside(PdfLine other) {
        return Math.abs(bottom - other.bottom) < 0.5f * Math.min(size, other.size);
    }

    boolean hasSizeOf(PdfLine other) {
        return Math.abs(size - other.size) <= 0.06f * Math.max(size, other.size);
    }
}
