package org.openwash.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads paragraphs and the title out of text without markup.
final class PlainText {

    /// Text wider than this is not wrapped by hand.
    private static final int WIDEST_WRAP = 100;
    private static final int NARROWEST_WRAP = 40;
    private static final int TITLE_WORDS = 25;
    private static final int TITLE_CHARACTERS = 160;
    private static final int PARAGRAPH_CHARACTERS = 80;

    private PlainText() {}

    static List<String> lines(String text) {
        return unwrap(Characters.split(text));
    }

    /// The first line, if it looks like a headline: short, no full stop at its end, longer paragraphs after it.
    static Optional<String> title(List<String> lines) {
        if (lines.size() < 2) {
            return Optional.empty();
        }
        String first = lines.getFirst();
        boolean isShort = first.length() <= TITLE_CHARACTERS && first.split(" ").length <= TITLE_WORDS;
        boolean isSentence = first.matches(".*[.,;:…][\"”’)]?$") || first.startsWith("- ") || first.startsWith("|");
        boolean bodyFollows = lines.stream().skip(1).limit(6)
                .anyMatch(l -> l.length() >= Math.max(PARAGRAPH_CHARACTERS, first.length()));
        return isShort && !isSentence && bodyFollows ? Optional.of(first) : Optional.empty();
    }

    /// Joins lines that were broken at a fixed width: a line is wrapped if the next line's first word would not have
    /// fitted on it. All lines of a block must be so, else the block is verse, a list or dialogue and stays as it is.
    static List<String> unwrap(List<String> lines) {
        int width = lines.stream().mapToInt(l -> l.stripTrailing().length()).max().orElse(0);
        if (width < NARROWEST_WRAP || width > WIDEST_WRAP) {
            return lines;
        }
        List<String> joined = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank()) {
                flush(block, width, joined);
                joined.add("");
            } else {
                block.add(line.strip());
            }
        }
        flush(block, width, joined);
        return joined;
    }

    private static void flush(List<String> block, int width, List<String> into) {
        boolean wrapped = block.size() > 1;
        for (int i = 0; i + 1 < block.size(); i++) {
            String nextWord = block.get(i + 1).split("\\s", 2)[0];
            wrapped &= block.get(i).length() + 1 + nextWord.length() > width;
        }
        if (wrapped) {
            into.add(String.join(" ", block));
        } else {
            into.addAll(block);
        }
        block.clear();
    }
}
