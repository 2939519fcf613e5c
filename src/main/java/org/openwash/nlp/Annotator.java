package org.openwash.nlp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.postag.POSTagger;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.tokenize.Tokenizer;
import opennlp.tools.tokenize.TokenizerME;
import org.openwash.domain.Article;
import org.openwash.domain.Mention;
import org.openwash.domain.Sentence;
import org.openwash.domain.Span;
import org.openwash.domain.Token;

/// Cuts an article into sentences and tokens, gives each token its tag and lemma, and finds the names.
///
/// Not thread-safe, as OpenNLP's classes are not: one for each worker, over shared [Models]. Nothing is remembered
/// from one article to the next but the lemmas of words, which do not depend on context.
public final class Annotator {

    /// A longer sentence (a table without stops, a page of capitals) is cut at a space, so that the cost of tagging,
    /// which looks at all tokens of a sentence at once, stays linear in the length of the text.
    static final int LONGEST_SENTENCE = 2_000;

    private final SentenceDetectorME sentences;
    private final Tokenizer tokens;
    private final POSTagger tags;
    private final Lemmas lemmas;
    private final MentionFinder names;
    private final NameTagger tagger;

    public Annotator(Models models, MentionFinder names, NameTagger tagger) {
        this(models, names, tagger, Decoding.WORDS);
    }

    public Annotator(Models models, MentionFinder names, NameTagger tagger, Decoding decoding) {
        this.names = names;
        this.tagger = tagger;
        sentences = new SentenceDetectorME(models.sentences());
        var stock = new TokenizerME(models.tokens());
        boolean own = decoding == Decoding.WORDS;
        tokens = own ? new WordTokenizer(stock) : stock;
        tags = own ? new WordTagger(models.tags()) : new POSTaggerME(models.tags());
        lemmas = new Lemmas(own ? new WordLemmatizer(models.lemmas()) : new LemmatizerME(models.lemmas()));
    }

    /// The sentences in order: the title first, as number 0, if there is one.
    public List<Sentence> sentences(Article article) {
        var found = new ArrayList<Sentence>();
        if (!article.title().isBlank()) {
            // what stands in the title's place and is longer than a sentence is no title; its beginning is read
            String title = article.title();
            Span span = SentenceSpans.bounded(title, new Span(0, title.length()), LONGEST_SENTENCE).getFirst();
            found.add(new Sentence(0, span, 0, Sentence.Kind.TITLE, tokens(title, span)));
        }
        String text = article.text();
        int paragraph = 0;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            if (!line.isBlank()) {
                paragraph++;
                addSentences(text, line, start, paragraph, found);
            }
            start = end + 1;
        }
        return found;
    }

    /// The names in order of the text: those of the catalogue, then things called open that it does not know, then
    /// people and organisations that the trained model finds. Where two overlap the earlier of these counts.
    public List<Mention> mentions(Article article, List<Sentence> sentences) {
        var found = new ArrayList<>(names.find(article, sentences));
        found.addAll(names.findUnknown(article, sentences, found));
        var known = new HashMap<Integer, List<Span>>();
        found.forEach(m -> known.computeIfAbsent(m.sentence(), n -> new ArrayList<>()).add(m.span()));
        List<List<NameTagger.Tagged>> tagged = tagger.tagArticle(sentences.stream().map(Annotator::words).toList());
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            List<Span> spans = sentence.tokens().stream().map(Token::span).toList();
            for (NameTagger.Tagged name : tagged.get(i)) {
                Span span = name.span(spans);
                if (known.getOrDefault(sentence.number(), List.of()).stream().noneMatch(span::overlaps)) {
                    found.add(mention(article, sentence, name, span));
                }
            }
        }
        Collections.sort(found);
        return found;
    }

    private static Mention mention(Article article, Sentence sentence, NameTagger.Tagged name, Span span) {
        String text = span.in(article.passage(sentence.number()));
        Mention.Kind kind = switch (name.type()) {
            case PERSON -> Mention.Kind.PERSON;
            case ORGANISATION -> Mention.Kind.ORGANISATION;
        };
        return new Mention(kind, sentence.number(), span, text, List.of(text), null);
    }

    private static String[] words(Sentence sentence) {
        return sentence.tokens().stream().map(Token::text).toArray(String[]::new);
    }

    private void addSentences(String text, String line, int lineStart, int paragraph, List<Sentence> found) {
        Sentence.Kind kind = Lines.kindOf(line);
        Span content = Lines.content(line);
        List<Span> spans = kind == Sentence.Kind.BODY || kind == Sentence.Kind.LIST_ITEM
                ? SentenceSpans.in(line, content, sentences)
                : List.of(content);
        for (Span span : spans) {
            for (Span piece : SentenceSpans.bounded(line, span, LONGEST_SENTENCE)) {
                Span inText = piece.shift(lineStart);
                int number = found.isEmpty() ? 1 : found.getLast().number() + 1;
                found.add(new Sentence(number, inText, paragraph, kind, tokens(text, inText)));
            }
        }
    }

    private List<Token> tokens(String passage, Span span) {
        var spans = tokens.tokenizePos(span.in(passage));
        String[] written = new String[spans.length];
        String[] stems = new String[spans.length];
        for (int i = 0; i < spans.length; i++) {
            written[i] = passage.substring(span.start() + spans[i].getStart(), span.start() + spans[i].getEnd());
            stems[i] = Possessive.strip(written[i]);
        }
        String[] tagged = tags.tag(stems);
        var result = new ArrayList<Token>(spans.length);
        for (int i = 0; i < spans.length; i++) {
            var where = new Span(spans[i].getStart(), spans[i].getEnd()).shift(span.start());
            result.add(new Token(where, written[i], tagged[i], lemmas.of(stems[i], tagged[i])));
        }
        return result;
    }
}
