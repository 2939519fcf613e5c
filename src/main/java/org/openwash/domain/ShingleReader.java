package org.openwash.domain;

import java.util.Arrays;

/// Walks once through a text and hashes its lines and shingles. For one text.
final class ShingleReader {

    private static final long EMPTY = 0;

    private long[] lines = new long[16];
    private int[] ends = new int[16];
    private int[] shingles = new int[256];
    private int lineCount;
    private int[] figures = new int[16];
    private int shingleCount;
    private int figureCount;
    private int words;

    /// the last words of the line, oldest first, and how many the line has
    private final long[] window = new long[Fingerprint.SHINGLE_WORDS];
    private int inLine;
    private long line;
    private long word;
    private int digits;

    Fingerprint read(Article article) {
        String text = article.text();
        for (int i = 0; i < text.length() && words < Fingerprint.MOST_WORDS; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean withinNumber = digits > 0 && (c == '.' || c == ',')
                    && i < text.length() && Character.isDigit(text.charAt(i));
            if (Character.isLetterOrDigit(c)) {
                letter(c);
            } else if (withinNumber) {
                continue; // 1,000 is one word
            } else if (c == '\n') {
                endLine();
            } else if (c != '\'' && c != '’') {
                endWord();
            }
        }
        endLine();
        return new Fingerprint(Story.idOf(article.id(), text.isEmpty() ? article.title() : text), Arrays.copyOf(lines, lineCount), Arrays.copyOf(ends, lineCount),
                Arrays.copyOf(shingles, shingleCount), Arrays.stream(figures, 0, figureCount).sorted().distinct().toArray());
    }

    private void letter(int c) {
        // scripts that part no words: every sign is one
        boolean wordOfItsOwn = Character.isIdeographic(c) || isUnspaced(c);
        if (wordOfItsOwn) {
            endWord();
        }
        word = FixedHash.append(word, Character.toLowerCase(c));
        digits += Character.isDigit(c) ? 1 : 0;
        if (wordOfItsOwn) {
            endWord();
        }
    }

    private static boolean isUnspaced(int c) {
        return c >= 0x0E00 && switch (Character.UnicodeScript.of(c)) {
            case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private void endWord() {
        if (word == EMPTY) {
            return;
        }
        words++;
        inLine++;
        line = FixedHash.append(line, word);
        System.arraycopy(window, 1, window, 0, window.length - 1);
        window[window.length - 1] = word;
        if (digits > 1) {
            figures = figureCount == figures.length ? Arrays.copyOf(figures, 2 * figureCount) : figures;
            figures[figureCount++] = (int) (word >>> 32);
        }
        word = EMPTY;
        digits = 0;
        if (inLine >= window.length) {
            long hash = EMPTY;
            for (long each : window) {
                hash = FixedHash.append(hash, each);
            }
            shingle(hash);
        }
    }

    /// A line too short for a shingle is one.
    private void endLine() {
        endWord();
        if (inLine > 0 && inLine < window.length) {
            shingle(line);
        }
        if (lineCount == lines.length) {
            lines = Arrays.copyOf(lines, 2 * lineCount);
            ends = Arrays.copyOf(ends, 2 * lineCount);
        }
        lines[lineCount] = line;
        ends[lineCount++] = shingleCount;
        line = EMPTY;
        inLine = 0;
    }

    private void shingle(long hash) {
        if (shingleCount == shingles.length) {
            shingles = Arrays.copyOf(shingles, 2 * shingleCount);
        }
        shingles[shingleCount++] = (int) (hash >>> 32);
    }
}
