package org.openwash.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The article's text as JSON-LD states it: often cut short and without its parts, so never the answer, but it tells
/// which part of a page the article is.
final class Anchor {

    /// A shorter text is a summary.
    private static final int SHORTEST = ArticleBlock.ENOUGH;
    private static final int FEWEST_BLOCKS = 3;
    private static final int RUN = 4;
    private static final int MOST_WORDS = 5_000;
    private static final double SAME = 0.6;
    private static final double FAITHFUL = 0.8;
    /// Longer than a summary.
    private static final int LONG = 1_000;
    private static final Pattern ENDS = Pattern.compile("[^.…][.!?][\"”’»)]?$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,2000}>");
    private static final Pattern BREAK = Pattern.compile("\\s*(?:\\n|</p>|<br ?/?>)\\s*");

    private final String body;
    private final Set<Integer> runs;

    private Anchor(String body) {
        this.body = body;
        runs = new HashSet<>(runs(body));
    }

    static Anchor of(JsonLd json) {
        return new Anchor(json.body().filter(b -> b.length() >= SHORTEST).orElse(""));
    }

    boolean isKnown() {
        return runs.size() > RUN;
    }

    int length() {
        return body.length();
    }

    /// The hashes of all runs of words.
    private static List<Integer> runs(String text) {
        List<String> words = new ArrayList<>();
        Matcher m = WORD.matcher(text);
        while (m.find() && words.size() < MOST_WORDS) {
            words.add(m.group().toLowerCase(Locale.ROOT));
        }
        List<Integer> runs = new ArrayList<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(words.subList(i, i + RUN).hashCode());
        }
        return runs;
    }

    /// Whether it looks as if more followed: it ends within a sentence, or is no longer than a summary.
    boolean isCutShort() {
        return body.length() < LONG || !ENDS.matcher(body.stripTrailing()).find();
    }

    /// How much of the stated text these lines hold.
    double coveredBy(List<Line> lines) {
        Set<Integer> found = new HashSet<>();
        lines.stream().filter(Line::isKept).forEach(line -> found.addAll(runs(line.text())));
        return (double) runs.stream().filter(found::contains).count() / runs.size();
    }

    /// How much of these lines the stated text holds.
    double holds(List<Line> lines) {
        List<Integer> all = lines.stream().filter(Line::isKept).flatMap(line -> runs(line.text()).stream()).toList();
        return all.isEmpty() ? 0 : (double) all.stream().filter(runs::contains).count() / all.size();
    }

    /// The smallest element that holds nearly all of the stated text; -1 if the page does not show it.
    int block(PageTree tree) {
        int common = -1;
        int blocks = 0;
        Set<Integer> shown = new HashSet<>();
        for (int i = 0; i < tree.size(); i++) {
            if (tree.own(i) < PageTree.PARAGRAPH) {
                continue;
            }
            List<Integer> here = runs(tree.element(i).text());
            long hits = here.stream().filter(runs::contains).count();
            if (!here.isEmpty() && hits >= FAITHFUL * here.size()) {
                shown.addAll(here);
                blocks++;
                common = common < 0 ? i : tree.common(common, i);
            }
        }
        double share = (double) runs.stream().filter(shown::contains).count() / runs.size();
        if (share < SAME) {
            return -1;
        }
        return blocks < FEWEST_BLOCKS && tree.parent(common) >= 0 ? tree.parent(common) : common; // cut short
    }

    /// The stated text itself, a paragraph a line.
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (String paragraph : BREAK.split(body)) {
            lines.add(Line.kept(TAG.matcher(paragraph).replaceAll(" ").strip()));
            lines.add(Line.kept(""));
        }
        return lines;
    }
}
