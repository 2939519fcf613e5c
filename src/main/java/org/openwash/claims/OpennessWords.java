package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;
import org.openwash.domain.Article;
import org.openwash.domain.DataFile;

/// Tells whether an article speaks of openness at all: openness.txt, which explains why.
///
/// Looks at characters, not at words that a model has cut, and so can be asked before anything costly is done. One walk over
/// the text; at each word it goes down a tree of letters, mostly one or two steps.
final class OpennessWords {

    private static final String FILE = "claims/openness.txt";

    private static final int LETTERS = 26;
    /// What is no letter or digit.
    private static final int GAP = LETTERS + 10;
    private static final int OTHER = GAP + 1;
    private static final int KINDS = OTHER + 1;

    /// The step from each node at each kind of character; 0 where there is none, since none leads to the root.
    private final List<int[]> steps = new ArrayList<>();
    /// What is found at a node.
    private final List<End> ends = new ArrayList<>();

    private enum End { NONE, WORD, ANY }

    private OpennessWords() {
        addNode();
    }

    static OpennessWords load() {
        var words = new OpennessWords();
        DataFile.rows(FILE, 1).forEach(words::add);
        return words;
    }

    private void add(DataFile.Row row) {
        String phrase = row.cell(0);
        boolean stem = phrase.endsWith("*");
        int node = 0;
        for (char c : phrase.substring(0, phrase.length() - (stem ? 1 : 0)).toCharArray()) {
            int kind = kind(c);
            if (kind == OTHER || kind == GAP && c != ' ') {
                throw row.wrong("\"" + phrase + "\" holds more than plain letters, digits and spaces.");
            }
            if (steps.get(node)[kind] == 0) {
                steps.get(node)[kind] = addNode();
            }
            node = steps.get(node)[kind];
        }
        ends.set(node, stem ? End.ANY : End.WORD);
    }

    private int addNode() {
        steps.add(new int[KINDS]);
        ends.add(End.NONE);
        return steps.size() - 1;
    }

    boolean standIn(Article article) {
        return standIn(article.title()) || standIn(article.text());
    }

    boolean standIn(String text) {
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = kind(text.charAt(i)) != GAP;
            if (letter && !inside && standsAt(text, i)) {
                return true;
            }
            inside = letter;
        }
        return false;
    }

    private boolean standsAt(String text, int start) {
        int node = 0;
        for (int i = start; ; ) {
            int kind = i < text.length() ? kind(text.charAt(i)) : GAP;
            End end = ends.get(node);
            if (end == End.ANY || end == End.WORD && kind == GAP) {
                return true;
            }
            node = steps.get(node)[kind];
            if (node == 0 || i == text.length()) {
                return false;
            }
            do {
                i++;
            } while (kind == GAP && i < text.length() && kind(text.charAt(i)) == GAP);
        }
    }

    private static int kind(char c) {
        if (c < 128) {
            int letter = (c | 32) - 'a';
            return letter >= 0 && letter < LETTERS ? letter : c >= '0' && c <= '9' ? LETTERS + c - '0' : GAP;
        }
        return Character.isLetterOrDigit(c) ? OTHER : GAP;
    }
}
