package org.openwash.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Article;
import org.openwash.domain.Mention;
import org.openwash.domain.Sentence;
import org.openwash.domain.Token;

class TokensTest {

    private static final List<String> NASTY = List.of(
            "Café 🦙 Llama’s weights — naïve… “open”.", "a\u0000b \uFEFF zero\u200Bwidth", "\uD83E lone \uDD99 surrogates.",
            "ﬁne ligatures and ½ fractions; İstanbul's DİSK", "  two  spaces ", "עברית and English: Llama 3.", "模型 Qwen2.5 是开源的。");

    @Test
    void everySpanQuotesItsTextAndLiesWithinWhatHoldsIt() throws IOException {
        var articles = new ArrayList<Article>();
        NASTY.forEach(text -> articles.add(English.article(text, text + "\n" + text)));
        try (Stream<Path> files = Files.walk(Path.of("corpus"))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(txt|md|html|csv)")).sorted().toList()) {
                articles.add(English.article("A title of “" + file.getFileName() + "”", Files.readString(file,
                        java.nio.charset.StandardCharsets.ISO_8859_1).replace("\r", "")));
            }
        }
        assertThat(articles).hasSizeGreaterThan(50);
        for (Article article : articles) {
            check(article);
        }
    }

    private static void check(Article article) {
        List<Sentence> sentences = English.sentences(article);
        int number = -1;
        int end = 0;
        for (Sentence sentence : sentences) {
            assertThat(sentence.number()).isGreaterThan(number);
            number = sentence.number();
            if (number > 0) {
                assertThat(sentence.span().start()).isGreaterThanOrEqualTo(end);
                end = sentence.span().end();
            }
            assertThat(sentence.in(article)).doesNotContain("\n").isNotBlank();
            int last = sentence.span().start();
            for (Token token : sentence.tokens()) {
                assertThat(token.text()).isEqualTo(token.span().in(article.passage(number))).isNotBlank();
                assertThat(sentence.span().contains(token.span())).isTrue();
                assertThat(token.span().start()).isGreaterThanOrEqualTo(last);
                last = token.span().end();
                assertThat(token.tag()).isNotBlank();
                assertThat(token.lemma()).isNotBlank().isEqualTo(token.lemma().toLowerCase(java.util.Locale.ROOT));
            }
        }
        // every letter lies in a token
        var covered = new StringBuilder();
        sentences.stream().filter(s -> s.number() > 0).flatMap(s -> s.tokens().stream()).forEach(t -> covered.append(t.text()));
        assertThat(lettersOf(covered.toString())).isEqualTo(lettersOf(withoutBullets(article.text())));
        for (Mention mention : English.mentions(article)) {
            Sentence sentence = sentences.stream().filter(s -> s.number() == mention.sentence()).findFirst().orElseThrow();
            assertThat(sentence.span().contains(mention.span())).isTrue();
            assertThat(mention.text()).isEqualTo(mention.span().in(article.passage(mention.sentence())));
        }
    }

    private static String withoutBullets(String text) {
        return text.replaceAll("(?m)^\\(?\\d{1,2}[.)]\\s+(?=.)", "");
    }

    private static String lettersOf(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # sentence,                                token,        tag,      lemma
            Llama 3 isn't open source.,                isn't,        AUX+PART, be+not
            Llama 3 isn’t open source.,                isn’t,        AUX+PART, be+not
            Meta's model is out.,                      Meta's,       PROPN,    meta
            The developers' licences were changed.,    developers',  NOUN,     developer
            The developers' licences were changed.,    licences,     NOUN,     licence
            They released the weights yesterday.,      released,     VERB,     release
            """)
    void areTaggedWithoutTheirPossessives(String sentence, String token, String tag, String lemma) {
        Article article = English.article("", sentence);
        assertThat(English.sentences(article).getFirst().tokens())
                .filteredOn(t -> t.text().equals(token))
                .singleElement()
                .satisfies(t -> assertThat(t.tag() + " " + t.lemma()).isEqualTo(tag + " " + lemma));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            Altman's, Altman
            Altman’s, Altman
            META'S,   META
            Labs',    Labs
            it's,     it's
            That's,   That's
            isn't,    isn't
            's,       's
            s',       s'
            James,    James
            """)
    void losePossessivesButNoContractions(String token, String stem) {
        assertThat(Possessive.strip(token)).isEqualTo(stem);
    }
}
