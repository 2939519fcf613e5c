package org.openwash.annotation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.SetupException;
import org.openwash.domain.Span;
import org.openwash.domain.Verdict;

/// Reads what annotators made of an article back from WebAnno TSV 3: the layer of [WebAnnoWriter] among any others.
///
/// A sentence keeps its number where `#Sentence.id` survived the tool; else sentences count from 1.
public final class WebAnnoReader {

    private static final long MOST_BYTES = 64L << 20;
    private static final int FIRST_VALUE = 3;
    private static final String LAYER = "#T_SP=";
    private static final String TEXT = "#Text=";
    private static final String ID = "#Sentence.id=s";
    private static final Pattern TOKEN = Pattern.compile("(\\d+)-\\d+(?:\\.\\d+)?\t(\\d{1,9})-(\\d{1,9})\t.*", Pattern.DOTALL);
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(?<!\\\\)\\[(\\d+)]", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final Path file;
    private final List<MarkedSentence> sentences = new ArrayList<>();
    private int line;
    private int column = FIRST_VALUE;
    private List<String> features = List.of();

    private @Nullable StringBuilder text;
    private int number = 1;
    private int offset;
    private final Map<String, Collected> marks = new LinkedHashMap<>();

    /// What the lines of a claim say of it.
    ///
    /// @param line where it begins
    private record Collected(int line, Map<String, String> features) {}

    private WebAnnoReader(Path file) {
        this.file = file;
    }

    /// @throws SetupException if the file is no such file, or a claim in it lacks something; names the line
    public static MarkedArticle read(String name, Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new SetupException(file + " is larger than 64 MB. Export one document a file.");
        }
        try {
            String content = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
            var reader = new WebAnnoReader(file);
            // only these end lines; a text may hold others
            for (String line : content.split("\r?\n", -1)) {
                reader.take(line);
            }
            reader.endSentence();
            return new MarkedArticle(name, reader.sentences);
        } catch (CharacterCodingException e) {
            throw new SetupException(file + " is not UTF-8. Export it again as WebAnno TSV v3.3.", e);
        }
    }

    private void take(String content) {
        line++;
        if (line == 1 && !content.startsWith(WebAnnoWriter.FORMAT)) {
            throw wrong("does not begin with " + WebAnnoWriter.FORMAT + "3. Export the document as WebAnno TSV v3.3");
        }
        if (content.startsWith(LAYER)) {
            layer(content.substring(LAYER.length()));
        } else if (content.isBlank()) {
            endSentence();
        } else if (content.startsWith(ID) && NUMBER.matcher(content.substring(ID.length())).matches()) {
            endSentence();
            number = Integer.parseInt(content.substring(ID.length()));
        } else if (content.startsWith(TEXT)) {
            String more = WebAnnoText.unescaped(content.substring(TEXT.length()));
            text = text == null ? new StringBuilder(more) : text.append('\n').append(more);
        } else if (!content.startsWith("#")) {
            token(content);
        }
    }

    /// The layers before ours take a column for each name behind theirs, or one if there is none.
    private void layer(String declared) {
        String[] names = declared.split("\\|");
        if (names[0].equals(WebAnnoWriter.LAYER)) {
            features = List.of(names).subList(1, names.length);
            if (!features.containsAll(WebAnnoWriter.FEATURES)) {
                throw wrong("the layer " + WebAnnoWriter.LAYER + " lacks a feature. Give it "
                        + String.join(", ", WebAnnoWriter.FEATURES));
            }
        } else if (features.isEmpty()) {
            column += Math.max(1, names.length - 1);
        }
    }

    private void token(String content) {
        Matcher token = TOKEN.matcher(content);
        if (!token.matches() || text == null) {
            throw wrong("is no token of a sentence. Export the document again as WebAnno TSV v3.3");
        }
        String[] cells = content.split("\t", -1);
        if (features.isEmpty() || cells.length < column + features.size()) {
            return; // nobody has marked a claim
        }
        for (int i = 0; i < features.size(); i++) {
            String cell = cells[column + i];
            if (!cell.equals("_")) {
                List<String> stacked = WebAnnoText.stacked(cell);
                for (int at = 0; at < stacked.size(); at++) {
                    Matcher numbered = NUMBERED.matcher(stacked.get(at));
                    boolean spans = numbered.matches();
                    // without a number it is a mark of this line alone
                    String id = spans ? numbered.group(2) : "line " + line + " " + at;
                    String value = spans ? numbered.group(1) : stacked.get(at);
                    marks.computeIfAbsent(id, n -> new Collected(line, new LinkedHashMap<>())).features()
                            .putIfAbsent(features.get(i), value.equals("*") ? "" : WebAnnoText.unescaped(value));
                }
            }
        }
    }

    private void endSentence() {
        if (text != null) {
            String whole = text.toString();
            int own = sentences.isEmpty() ? number : Math.max(number, sentences.getLast().number() + 1);
            sentences.add(new MarkedSentence(own, offset, whole, List.of(), marks.values().stream().map(this::mark).toList()));
            offset = sentences.getLast().end() + 1;
        }
        text = null;
        number = sentences.isEmpty() ? 1 : sentences.getLast().number() + 1;
        marks.clear();
    }

    private Mark mark(Collected claim) {
        String subject = claim.features().getOrDefault("subject", "").strip();
        if (subject.isEmpty()) {
            throw wrong(claim.line(), "a claim without a subject. Write its id, a slug of its name, or ?");
        }
        return new Mark(subject, label(claim, "aspect", Aspect.values(), Aspect::label),
                label(claim, "polarity", Polarity.values(), Polarity::label),
                label(claim, "modality", Modality.values(), Modality::label),
                label(claim, "attribution", Attribution.values(), Attribution::label),
                claim.features().getOrDefault("speaker", ""), label(claim, "verdict", Verdict.values(), Verdict::label),
                new Span(0, 0));
    }

    private <E> E label(Collected claim, String feature, E[] all, Function<E, String> label) {
        String word = claim.features().getOrDefault(feature, "").strip();
        return Stream.of(all).filter(each -> label.apply(each).equals(word)).findFirst().orElseThrow(() ->
                wrong(claim.line(), "the " + feature + " of a claim is '" + shown(word) + "'. Choose one of "
                        + Stream.of(all).map(label).collect(Collectors.joining(", "))));
    }

    private static String shown(String word) {
        return word.substring(0, word.offsetByCodePoints(0, Math.min(40, word.codePointCount(0, word.length()))))
                .replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    private SetupException wrong(String what) {
        return wrong(line, what);
    }

    private SetupException wrong(int where, String what) {
        return new SetupException(file + " line " + where + ": " + what + ".");
    }
}
