package org.openwash.publication;

import java.util.ArrayList;
import java.util.List;
import org.openwash.statistics.Corpus.OfOutlet;
import org.openwash.statistics.Proportion;

/// One row for each outlet with two shares and their intervals: articles that are flagged (a dot), and claims in its own
/// voice (a square).
final class ShareChart {

    private static final int TOP = 24;
    private static final int ROW = 52;
    private static final int LABEL = 14;
    private static final int FLAGGED = 26;
    private static final int OWN = 40;
    private static final int LONGEST_LABEL = 30;

    private ShareChart() {}

    static Drawing of(String id, String title, String description, List<OfOutlet> outlets) {
        int height = TOP + outlets.size() * ROW;
        var marks = new ArrayList<Drawing.Mark>();
        for (int percent = 0; percent <= 100; percent += 25) {
            marks.add(Drawing.line("grid", percent, TOP - 6, percent, height));
            marks.add(Drawing.text("tick", Drawing.anchorAt(percent), percent, TOP - 12, percent + " %"));
        }
        for (int i = 0; i < outlets.size(); i++) {
            OfOutlet outlet = outlets.get(i);
            int top = TOP + i * ROW;
            int articles = outlet.tally().articlesWithClaim();
            marks.add(Drawing.text("label", "start", 0, top + LABEL,
                    Words.cut(Words.outlet(outlet.outlet()), LONGEST_LABEL)));
            marks.add(Drawing.text("value", "end", 100, top + LABEL,
                    Numbers.count(articles, "article") + (outlet.ranked() ? "" : ", not ranked")));
            String few = outlet.ranked() ? "" : " few";
            draw(marks, "flagged" + few, outlet.tally().flaggedArticles(), top + FLAGGED);
            draw(marks, "own" + few, outlet.tally().ownVoice(), top + OWN);
        }
        return new Drawing(id, title, description, height, marks);
    }

    private static void draw(List<Drawing.Mark> marks, String kind, Proportion share, int y) {
        if (!share.known()) {
            return;
        }
        double x = 100 * share.share();
        marks.add(Drawing.line("whisker " + kind, 100 * share.low(), y, 100 * share.high(), y));
        if (kind.startsWith("own")) {
            marks.add(Drawing.line("square " + kind, x, y, x, y)); // without length: its square ends alone are seen
        } else {
            marks.add(Drawing.dot(kind, x, y, 5));
        }
    }
}
