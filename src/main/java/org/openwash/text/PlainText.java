package org.openwash.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads paragraphs and the title out of text without markup.
final class PlainText {

    /// Text wider than this is not wrapped by hand.
    private static final int WIDEST_WRAP = 100;
    private static final int NARROWEST_WRAP = 40;
    private static final int FEWEST_BREAKS = 2;
    private static final double SHARE_WITHIN_SENTENCES = 0.6;
    private static final Pattern ENDS_SENTENCE = Pattern.compile("[.!?:;…][\"”’')\\]]*$");
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
        boolean isNumber = first.codePoints().noneMatch(Character::isLetter);
        boolean isSentence = first.matches(".*[.,;:…][\"”’)]?$") || first.startsWith("- ") || first.startsWith("|");
        boolean bodyFollows = lines.stream().skip(1).limit(6)
                .anyMatch(l -> l.length() >= Math.max(PARAGRAPH_CHARACTERS, first.length()));
        return isShort && !isNumber && !isSentence && bodyFollows ? Optional.of(first) : Optional.empty();
    }

    /// Joins lines that were broken at a fixed width: a line is wrapped if the next line's first word would not have
    /// fitted on it. All lines of a block must be so, else the block is verse, a list or dialogue and stays as it is;
    /// and most breaks of the text must fall inside sentences, else its lines are paragraphs that happen to be short.
    static List<String> unwrap(List<String> lines) {
        int width = lines.stream().mapToInt(l -> l.strip().length()).max().orElse(0);
        if (width < NARROWEST_WRAP || width > WIDEST_WRAP) {
            return lines;
        }
        List<List<String>> blocks = blocks(lines);
        List<String> broken = blocks.stream()
                .filter(block -> isWrapped(block, width))
                .flatMap(block -> block.subList(0, block.size() - 1).stream())
                .toList();
        long withinSentences = broken.stream().filter(line -> !ENDS_SENTENCE.matcher(line).find()).count();
        if (broken.size() < FEWEST_BREAKS || withinSentences < broken.size() * SHARE_WITHIN_SENTENCES) {
            return lines;
        }
        List<String> joined = new ArrayList<>();
        for (List<String> block : blocks) {
            joined.addAll(isWrapped(block, width) ? List.of(String.join(" ", block)) : block);
            joined.add("");
        }
        return joined;
    }

    private static List<List<String>> blocks(List<String> lines) {
        List<List<String>> blocks = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : lines) {
            if (!line.isBlank()) {
                blocks.getLast().add(line.strip());
            } else if (!blocks.getLast().isEmpty()) {
                blocks.add(new ArrayList<>());
            }
        }
        return blocks;
    }

    private static boolean isWrapped(List<String> block, int width) {
        for (int i = 0; i + 1 < block.size(); i++) {
            String nextWord = block.get(i + 1).split("\\s", 2)[0];
            if (block.get(i).length() + 1 + nextWord.length() <= width) {
                return false;
            }
        }
        return block.size() > 1;
    }
}
