package org.openwash.publication;

import java.util.ArrayList;
import java.util.List;

/// Rows with a label above a bar of several parts.
final class BarChart {

    private static final int ROW = 44;
    private static final int LABEL = 14;
    private static final int BAR = 21;
    private static final int THICKNESS = 15;
    /// characters of a label that fit beside its value on a phone
    private static final int LONGEST_LABEL = 30;

    /// @param kind class of the style sheet
    record Part(String kind, int count) {}

    record Row(String label, String value, List<Part> parts) {

        int sum() {
            return parts.stream().mapToInt(Part::count).sum();
        }
    }

    private BarChart() {}

    static Drawing of(String id, String title, String description, List<Row> rows) {
        int most = Math.max(1, rows.stream().mapToInt(Row::sum).max().orElse(1));
        var marks = new ArrayList<Drawing.Mark>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int top = i * ROW;
            marks.add(Drawing.text("label", "start", 0, top + LABEL, Words.cut(row.label(), LONGEST_LABEL)));
            marks.add(Drawing.text("value", "end", 100, top + LABEL, row.value()));
            double x = 0;
            for (Part part : row.parts()) {
                double width = 100.0 * part.count() / most;
                if (part.count() > 0) {
                    marks.add(Drawing.box(part.kind(), x, top + BAR, width, THICKNESS));
                }
                x += width;
            }
        }
        return new Drawing(id, title, description, Math.max(1, rows.size() * ROW), marks);
    }
}
