package org.openwash.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import opennlp.tools.sentdetect.SentenceDetectorME;
import org.openwash.domain.Span;

/// Finds sentence ends in a paragraph with OpenNLP's detector and mends what it is known to get wrong in news text.
final class SentenceSpans {

    /// After these a full stop does not end a sentence.
    private static final Set<String> ABBREVIATIONS = Set.of("Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St.", "Sen.", "Rep.", "Gov.",
            "Gen.", "Lt.", "No.", "vs.", "v.", "e.g.", "i.e.", "cf.", "Jr.", "Sr.", "Fig.", "approx.", "Vol.", "Ver.");

    private static final int LONGEST_ABBREVIATION = 20;
    private static final int LONGEST_WORD = 2_000;

    private SentenceSpans() {}

    static List<Span> in(String line, Span content, SentenceDetectorME detector) {
        var spans = new ArrayList<Span>();
        for (Span stretch : stretches(line, content)) {
            for (var s : detector.sentPosDetect(stretch.in(line))) {
                var span = new Span(s.getStart(), s.getEnd()).shift(stretch.start());
                if (!spans.isEmpty() && joinsPrevious(line, spans.getLast(), span)) {
                    spans.set(spans.size() - 1, new Span(spans.getLast().start(), span.end()));
                } else {
                    addSplit(line, span, spans);
                }
            }
        }
        return spans;
    }

    /// The line, cut within "words" that no language has: at each full stop the detector looks back to the last space,
    /// which takes quadratic time where there is none.
    private static List<Span> stretches(String line, Span content) {
        var stretches = new ArrayList<Span>();
        int start = content.start();
        int wordStart = start;
        for (int i = start; i < content.end(); i++) {
            if (Character.isWhitespace(line.charAt(i))) {
                wordStart = i + 1;
            } else if (i - wordStart >= LONGEST_WORD && !Character.isLowSurrogate(line.charAt(i))) {
                stretches.add(new Span(start, i));
                start = i;
                wordStart = i;
            }
        }
        stretches.add(new Span(start, content.end()));
        return stretches;
    }

    /// Whether so much stands between two spaces that a sentence may begin or end within a word.
    static boolean mayCutWords(String passage) {
        int start = 0;
        while (passage.length() - start >= LONGEST_WORD) {
            int space = passage.lastIndexOf(' ', start + LONGEST_WORD - 1);
            if (space < start) {
                return true;
            }
            start = space + 1;
        }
        return false;
    }

    private static boolean joinsPrevious(String line, Span previous, Span next) {
        // only its end matters; looking at all of a span that grows with every join would take quadratic time
        String before = new Span(Math.max(previous.start(), previous.end() - LONGEST_ABBREVIATION), previous.end()).in(line);
        String lastWord = before.substring(before.lastIndexOf(' ') + 1);
        return ABBREVIATIONS.contains(lastWord)
                || lastWord.matches("[A-Z]\\.") && before.length() > 2
                || next.in(line).matches("[\"”’)\\]]+")
                || Character.isLowerCase(line.charAt(next.start())) && !"!?".contains(before.substring(before.length() - 1));
    }

    /// Splits where the detector overlooked a plain end: a full stop, question or exclamation mark, perhaps a closing
    /// quotation mark, a space, and a capital or an opening quotation mark.
    private static void addSplit(String line, Span span, List<Span> spans) {
        int start = span.start();
        for (int i = span.start() + 1; i < span.end() - 2; i++) {
            if (".?!".indexOf(line.charAt(i)) < 0) {
                continue;
            }
            int next = i + 1;
            while (next < span.end() && "\"”’)".indexOf(line.charAt(next)) >= 0) {
                next++;
            }
            if (next >= span.end() - 1 || line.charAt(next) != ' ') {
                continue;
            }
            char first = line.charAt(next + 1);
            boolean opens = Character.isUpperCase(first) || "\"“‘".indexOf(first) >= 0;
            String word = line.substring(line.lastIndexOf(' ', i) + 1, i + 1).replaceFirst("^[\"“‘(]+", "");
            boolean wordEnds = word.length() > 3 && !ABBREVIATIONS.contains(word) && word.indexOf('.') == word.length() - 1
                    || line.charAt(i) != '.';
            if (opens && wordEnds) {
                spans.add(new Span(start, next));
                start = next + 1;
            }
        }
        spans.add(new Span(start, span.end()));
    }

    /// The span in pieces of at most `longest` characters, cut at spaces where there are any.
    static List<Span> bounded(String line, Span span, int longest) {
        if (span.length() <= longest) {
            return List.of(span);
        }
        var pieces = new ArrayList<Span>();
        int start = span.start();
        while (span.end() - start > longest) {
            int cut = line.lastIndexOf(' ', start + longest);
            if (cut <= start) {
                cut = start + longest;
                if (Character.isHighSurrogate(line.charAt(cut - 1))) {
                    cut--;
                }
            }
            pieces.add(new Span(start, cut));
            start = cut;
            while (start < span.end() && line.charAt(start) == ' ') {
                start++;
            }
        }
        if (start < span.end()) {
            pieces.add(new Span(start, span.end()));
        }
        return pieces;
    }
}
