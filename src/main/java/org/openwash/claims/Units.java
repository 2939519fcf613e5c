package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openwash.domain.Mention;
import org.openwash.domain.Sentence;
import org.openwash.domain.Span;
import org.openwash.domain.Token;

/// Cuts a sentence into [Unit]s: "Meta's models aren't open-source" into Meta, 's, models, are, n't, open, source.
final class Units {

    /// Contractions whose verb changes its form.
    private static final Map<String, String> VERB_OF = Map.of("ca", "can", "wo", "will", "sha", "shall");

    /// Only a title can be longer, since sentences of the text are cut by characters; the rest of it is left unread.
    static final int MOST = 2_000;

    private final String passage;
    private final List<Unit> units = new ArrayList<>();

    private Units(String passage) {
        this.passage = passage;
    }

    /// @param mentions those of this sentence, in order; where two overlap the first counts
    static List<Unit> of(String passage, Sentence sentence, List<Mention> mentions) {
        var cutter = new Units(passage);
        int covered = sentence.span().start();
        int next = 0;
        for (Token token : sentence.tokens()) {
            if (cutter.units.size() >= MOST) {
                break;
            }
            int at = Math.max(covered, token.span().start());
            while (at < token.span().end()) {
                while (next < mentions.size() && mentions.get(next).span().start() < at) {
                    next++; // overlaps one already taken
                }
                Mention mention = next < mentions.size() ? mentions.get(next) : null;
                if (mention != null && mention.span().start() == at) {
                    cutter.addName(mention);
                    at = mention.span().end();
                    next++;
                } else {
                    int name = mention == null ? Integer.MAX_VALUE : mention.span().start();
                    int end = Math.min(token.span().end(), name);
                    cutter.addPart(token, new Span(at, end));
                    at = end;
                }
            }
            covered = Math.max(covered, at);
        }
        return List.copyOf(cutter.units);
    }

    private void addName(Mention mention) {
        String form = mention.text().toLowerCase(Locale.ROOT);
        units.add(new Unit(form, form, "PROPN", mention.span(), mention));
    }

    /// Adds what a token, or the rest of one beside a name, is made of.
    private void addPart(Token token, Span part) {
        String written = part.in(passage).replace('’', '\'').replace('‘', '\'');
        String lower = lowerCase(written);
        if (lower.length() > 3 && lower.endsWith("n't")) {
            String verb = lower.substring(0, lower.length() - 3);
            String lemma = token.lemma().contains("+") ? token.lemma().substring(0, token.lemma().indexOf('+')) : verb;
            Span stem = new Span(part.start(), part.end() - 3);
            add(VERB_OF.getOrDefault(verb, verb), lemma, "AUX", stem);
            add("n't", "not", "PART", new Span(part.end() - 3, part.end()));
            return;
        }
        int apostrophe = lower.lastIndexOf('\'');
        if (apostrophe > 0 && lower.length() - apostrophe <= 3 && Character.isLetter(lower.charAt(apostrophe - 1))) {
            addContraction(token, part, lower, apostrophe);
            return;
        }
        if (apostrophe == 0 && (lower.equals("'s") || lower.equals("'"))) {
            boolean behindWord = !units.isEmpty() && units.getLast().span().end() == part.start();
            if (behindWord) {
                add("'s", "'s", "PART", part);
                return;
            }
        }
        addWords(token, part, lower);
    }

    private void addContraction(Token token, Span part, String lower, int apostrophe) {
        Span stem = new Span(part.start(), part.start() + apostrophe);
        Span rest = new Span(stem.end(), part.end());
        String suffix = lower.substring(apostrophe);
        boolean contraction = token.tag().contains("+");
        String stemTag = contraction ? token.tag().substring(0, token.tag().indexOf('+')) : token.tag();
        String stemForm = lower.substring(0, apostrophe);
        add(stemForm, contraction ? stemForm : token.lemma(), stemTag, stem);
        // the forms that the tagger makes one token with the word before them
        switch (suffix) {
            case "'s", "'" -> {
                if (contraction) {
                    add("is", "be", "AUX", rest);
                } else {
                    add("'s", "'s", "PART", rest);
                }
            }
            case "'re" -> add("are", "be", "AUX", rest);
            case "'m" -> add("am", "be", "AUX", rest);
            case "'ve" -> add("have", "have", "AUX", rest);
            case "'ll" -> add("'ll", "will", "AUX", rest);
            case "'d" -> add("'d", "would", "AUX", rest);
            default -> add(suffix, suffix, "PART", rest);
        }
    }

    /// Words at hyphens, dashes and slashes; hyphens themselves are left out, so that "open-source" and "open source"
    /// read alike.
    private void addWords(Token token, Span part, String lower) {
        boolean whole = part.equals(token.span());
        int start = 0;
        boolean single = true;
        for (int i = 0; i <= lower.length(); i++) {
            boolean end = i == lower.length();
            char c = end ? ' ' : lower.charAt(i);
            if (!end && "-‑/–—".indexOf(c) < 0) {
                continue;
            }
            if (i > start) {
                single = single && end && start == 0;
                String word = lower.substring(start, i);
                boolean asTagged = whole && single;
                String tag = asTagged || !token.tag().equals("PUNCT") ? token.tag() : "NOUN";
                add(word, asTagged ? token.lemma() : word, tag, new Span(part.start() + start, part.start() + i));
            }
            if (!end && c != '-' && c != '‑') {
                add(String.valueOf(c), String.valueOf(c), "PUNCT", new Span(part.start() + i, part.start() + i + 1));
            }
            single = false;
            start = i + 1;
        }
    }

    /// Lower case of the same length, since spans are counted in it: `İ` would become two characters.
    private static String lowerCase(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return lower.length() == written.length() ? lower : written;
    }

    private void add(String form, String lemma, String tag, Span span) {
        boolean quote = form.length() == 1 && "\"“”„«»'".indexOf(form.charAt(0)) >= 0
                || form.equals("''") || form.equals("``");
        String shown = quote ? "\"" : form;
        units.add(new Unit(shown, quote ? form : lemma.replace('’', '\''), quote ? "PUNCT" : tag, span, null));
    }
}
