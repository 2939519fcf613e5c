package org.openwash.nlp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;
import org.openwash.domain.SetupException;

/// Reads the labelled sentences in models/names/ that the name model is trained on.
///
/// One sentence a line, as it would stand in an article, names marked `<START:person> Ada Lindqvist <END>` or
/// `<START:organisation> Harbour Labs <END>` (the marks and one space inside each are taken away, so `<END>'s` and
/// `<END>,` read as they should). A line that starts with `#` is a comment; a blank line begins a new document.
final class NameSentences {

    private static final Pattern NAME = Pattern.compile("<START:(person|organisation)> (.+?) <END>");
    private static final String TOKENIZER = "opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";

    private final TokenizerME tokenizer;

    private NameSentences(TokenizerME tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// With the tokenizer that articles are read with.
    static NameSentences open() {
        try (var in = NameSentences.class.getClassLoader().getResourceAsStream(TOKENIZER)) {
            if (in == null) {
                throw new SetupException("No " + TOKENIZER + " on the class path. It comes with opennlp-models-tokenizer-en.");
            }
            return new NameSentences(new TokenizerME(new TokenizerModel(in)));
        } catch (IOException e) {
            throw new SetupException("Unreadable tokenizer model " + TOKENIZER, e);
        }
    }

    /// The documents of all files of a folder, files in the order of their names.
    List<List<NameSample>> folder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
        if (files.isEmpty()) {
            throw new SetupException("No training sentences (*.txt) in " + folder);
        }
        List<List<NameSample>> documents = new ArrayList<>();
        for (Path file : files) {
            documents.addAll(documents(file.getFileName().toString(), Files.readAllLines(file)));
        }
        return documents;
    }

    List<List<NameSample>> documents(String file, List<String> lines) {
        List<List<NameSample>> documents = new ArrayList<>();
        List<NameSample> document = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() && !document.isEmpty()) {
                documents.add(List.copyOf(document));
                document.clear();
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                document.add(sample(line, document.isEmpty(), file + ", line " + (i + 1)));
            }
        }
        if (!document.isEmpty()) {
            documents.add(List.copyOf(document));
        }
        return documents;
    }

    private NameSample sample(String line, boolean first, String place) {
        StringBuilder text = new StringBuilder();
        List<Span> marked = new ArrayList<>();
        Matcher name = NAME.matcher(line);
        int at = 0;
        while (name.find()) {
            text.append(line, at, name.start());
            int start = text.length();
            text.append(name.group(2));
            marked.add(new Span(start, text.length(), name.group(1)));
            at = name.end();
        }
        text.append(line, at, line.length());
        if (text.indexOf("<START") >= 0 || text.indexOf("<END") >= 0) {
            throw new SetupException(place + ": a mark that is not <START:person> … <END> or <START:organisation> … <END>");
        }
        Span[] spans = tokenizer.tokenizePos(text.toString());
        NameTokens tokens = NameTokens.of(Span.spansToStrings(spans, text));
        List<Span> names = new ArrayList<>();
        for (Span mark : marked) {
            names.add(words(mark, spans, tokens, text, place));
        }
        return new NameSample(tokens.words(), names.toArray(Span[]::new), first);
    }

    /// The words that a mark covers; it may end inside a token only where [NameTokens] parts it.
    private static Span words(Span mark, Span[] spans, NameTokens tokens, CharSequence text, String place) {
        int start = -1;
        int end = -1;
        for (int w = 0; w < tokens.words().length; w++) {
            Span token = spans[tokens.origin()[w]];
            boolean tail = w > 0 && tokens.origin()[w - 1] == tokens.origin()[w];
            int wordStart = tail ? token.getStart() + tokens.words()[w - 1].length() : token.getStart();
            boolean split = w + 1 < tokens.words().length && tokens.origin()[w + 1] == tokens.origin()[w];
            int wordEnd = split ? token.getStart() + tokens.words()[w].length() : token.getEnd();
            if (wordStart == mark.getStart()) {
                start = w;
            }
            if (wordEnd == mark.getEnd()) {
                end = w + 1;
            }
        }
        if (start < 0 || end <= start) {
            throw new SetupException(place + ": \"" + mark.getCoveredText(text)
                    + "\" does not begin and end where the tokenizer parts words: "
                    + String.join(" | ", tokens.words()));
        }
        return new Span(start, end, mark.getType());
    }
}
