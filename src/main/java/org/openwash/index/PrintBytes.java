package org.openwash.index;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Circulation;
import org.openwash.domain.Fingerprint;
import org.openwash.domain.Precedence;
import org.openwash.domain.Print;

/// Keeps prints as bytes: numbers as they are in memory, texts as a length and UTF-16. Every run reads all of them, so
/// they are not packed.
final class PrintBytes {

    private static final int ABSENT = -1;

    private PrintBytes() {}

    static byte[] of(Print print) {
        Fingerprint text = print.fingerprint();
        List<Integer> repeated = print.circulation().repeatedLines();
        String[] words = {print.articleId(), print.outlet(), print.precedence().source(), text.ownStory(),
                print.circulation().story()};
        int[] figures = text.figures();
        int size = Long.BYTES
                + Integer.BYTES * (words.length + 4 + repeated.size() + text.shingleCount() + figures.length)
                + (Long.BYTES + Integer.BYTES) * text.lineCount();
        for (String word : words) {
            size += word == null ? 0 : Character.BYTES * word.length();
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (String word : words) {
            put(word, bytes);
        }
        LocalDate day = print.precedence().published();
        bytes.putLong(day == null ? Long.MAX_VALUE : day.toEpochDay());
        bytes.putInt(repeated.size());
        repeated.forEach(bytes::putInt);
        bytes.putInt(text.lineCount());
        for (int line = 0; line < text.lineCount(); line++) {
            bytes.putLong(text.line(line)).putInt(text.end(line));
        }
        bytes.putInt(text.shingleCount());
        for (int i = 0; i < text.shingleCount(); i++) {
            bytes.putInt(text.shingle(i));
        }
        bytes.putInt(figures.length);
        for (int figure : figures) {
            bytes.putInt(figure);
        }
        return bytes.array();
    }

    static Print read(ByteBuffer bytes) {
        String id = text(bytes);
        String outlet = textOrNull(bytes);
        String source = text(bytes);
        String ownStory = text(bytes);
        String story = text(bytes);
        long day = bytes.getLong();
        List<Integer> repeated = new ArrayList<>();
        for (int i = bytes.getInt(); i > 0; i--) {
            repeated.add(bytes.getInt());
        }
        long[] lines = new long[bytes.getInt()];
        int[] ends = new int[lines.length];
        for (int line = 0; line < lines.length; line++) {
            lines[line] = bytes.getLong();
            ends[line] = bytes.getInt();
        }
        int[] shingles = numbers(bytes);
        int[] figures = numbers(bytes);
        return new Print(id, outlet, precedence(day, source), new Fingerprint(ownStory, lines, ends, shingles, figures),
                new Circulation(story, repeated));
    }

    /// The part of a print that says which of two articles is kept, without the rest.
    static Precedence precedence(ByteBuffer bytes) {
        skip(bytes);
        skip(bytes);
        String source = text(bytes);
        skip(bytes);
        skip(bytes);
        return precedence(bytes.getLong(), source);
    }

    private static Precedence precedence(long day, String source) {
        return new Precedence(day == Long.MAX_VALUE ? null : LocalDate.ofEpochDay(day), source);
    }

    private static void skip(ByteBuffer bytes) {
        int length = bytes.getInt();
        bytes.position(bytes.position() + Math.max(0, length) * Character.BYTES);
    }

    private static int[] numbers(ByteBuffer bytes) {
        int[] numbers = new int[bytes.getInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = bytes.getInt();
        }
        return numbers;
    }

    private static void put(@Nullable String text, ByteBuffer bytes) {
        bytes.putInt(text == null ? ABSENT : text.length());
        for (int i = 0; text != null && i < text.length(); i++) {
            bytes.putChar(text.charAt(i));
        }
    }

    private static String text(ByteBuffer bytes) {
        String text = textOrNull(bytes);
        if (text == null) {
            throw new IllegalStateException("a print without a name");
        }
        return text;
    }

    private static @Nullable String textOrNull(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length == ABSENT) {
            return null;
        }
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = bytes.getChar();
        }
        return new String(chars);
    }
}
