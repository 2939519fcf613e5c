package org.openwash.domain;

import java.io.Serializable;
import java.util.Comparator;

/// A half-open range of characters (UTF-16 units) of a text that never changes.
public record Span(int start, int end) implements Serializable, Comparable<Span> {

    private static final Comparator<Span> ORDER = Comparator.comparingInt(Span::start).thenComparingInt(Span::end);

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /// The words this span marks in the text it was made for.
    public String in(String text) {
        return text.substring(start, end);
    }

    public int length() {
        return end - start;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    public Span shift(int by) {
        return new Span(start + by, end + by);
    }

    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }
}
