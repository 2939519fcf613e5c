package org.openwash.publication;

import java.util.List;

/// A chart as marks on a plane that is as wide as the page lets it be: places across are percentages, places down are
/// pixels, so that text keeps its size on a phone and on paper. Colours and patterns are those of the style sheet.
///
/// @param id          names it within the page
/// @param description the chart in words, for who cannot see it
public record Drawing(String id, String title, String description, int height, List<Mark> marks) {

    public Drawing {
        marks = List.copyOf(marks);
    }

    /// One thing drawn. `kind` is a class of the style sheet.
    public sealed interface Mark {}

    /// A filled rectangle.
    public record Box(String kind, String x, String y, String width, String height) implements Mark {}

    public record Line(String kind, String x1, String y1, String x2, String y2) implements Mark {}

    public record Dot(String kind, String x, String y, String radius) implements Mark {}

    /// @param anchor start, middle or end: which part of the text stands at x
    public record Text(String kind, String anchor, String x, String y, String text) implements Mark {}

    static Mark box(String kind, double x, double y, double width, double height) {
        return new Box(kind, across(x), Numbers.place(y), across(width), Numbers.place(height));
    }

    static Mark line(String kind, double x1, double y1, double x2, double y2) {
        return new Line(kind, across(x1), Numbers.place(y1), across(x2), Numbers.place(y2));
    }

    static Mark dot(String kind, double x, double y, double radius) {
        return new Dot(kind, across(x), Numbers.place(y), Numbers.place(radius));
    }

    static Mark text(String kind, String anchor, double x, double y, String text) {
        return new Text(kind, anchor, across(x), Numbers.place(y), text);
    }

    /// At one of the edges text would be cut off if it stood in the middle of its place.
    static String anchorAt(double x) {
        return x < 4 ? "start" : x > 96 ? "end" : "middle";
    }

    private static String across(double percent) {
        return Numbers.place(percent) + "%";
    }
}
