package org.openwash.nlp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Alias;
import org.openwash.domain.Article;
import org.openwash.domain.Catalogue;
import org.openwash.domain.LicenceName;
import org.openwash.domain.Mention;
import org.openwash.domain.Organisation;
import org.openwash.domain.Sentence;
import org.openwash.domain.Span;
import org.openwash.domain.Subject;

/// Finds the names of the catalogue in an article: subjects, companies, licences, and the people known to speak for
/// a company.
///
/// The longest name wins; a name that is also a common word counts only as the catalogue says (exact case, words that
/// must stand elsewhere in the article, the article's date). Immutable, and so shared by all workers.
public final class MentionFinder {

    /// All-capital names up to this length are matched in exact case: "MIT" is a licence, "mit" a German word.
    private static final int LONGEST_ACRONYM = 5;
    /// More characters than the longest name and the word behind it have, however it is spaced.
    private static final int LONGEST_NAME = 300;

    private final Catalogue catalogue;
    private final NameTrie names = new NameTrie();
    private final UnknownThings unknown = new UnknownThings();
    private final ShortNames shortNames;
    private final FirstWords firstWords;

    public MentionFinder(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.shortNames = new ShortNames(catalogue);
        for (Subject subject : catalogue.subjects()) {
            subject.aliases().forEach(a -> names.add(kindOf(subject), subject.id(), a));
        }
        for (Organisation organisation : catalogue.organisations()) {
            organisation.aliases().forEach(a -> names.add(Mention.Kind.ORGANISATION, organisation.id(), a));
            for (String person : organisation.people()) {
                names.add(Mention.Kind.PERSON, person, new Alias(person, true, List.of(), null, null));
                String surname = person.substring(person.lastIndexOf(' ') + 1);
                // a surname alone is that person's only where the full name or the company is named too
                names.add(Mention.Kind.PERSON, person,
                        new Alias(surname, true, List.of(person, organisation.name()), null, null));
            }
        }
        for (LicenceName licence : catalogue.licences()) {
            licence.aliases().forEach(a -> names.add(Mention.Kind.LICENCE, licence.id(), a));
        }
        Set<String> first = new HashSet<>(unknown.firstWords());
        first.addAll(names.firstPieces());
        firstWords = new FirstWords(first);
    }

    static Mention.Kind kindOf(Subject subject) {
        return switch (subject.kind()) {
            case MODEL, MODEL_FAMILY -> Mention.Kind.MODEL;
            case SOFTWARE, SERVICE -> Mention.Kind.SOFTWARE;
            case DATASET -> Mention.Kind.DATASET;
        };
    }

    /// The mentions in order of the text.
    public List<Mention> find(Article article, List<Sentence> sentences) {
        var surroundings = new Surroundings(article);
        var found = new ArrayList<Mention>();
        for (Sentence sentence : sentences) {
            Pieces pieces = Pieces.of(sentence.in(article));
            for (int i = 0; i < pieces.size(); ) {
                Match match = longest(pieces, i, surroundings, article.published());
                if (match == null) {
                    i++;
                } else {
                    found.add(mention(match, pieces, i, sentence));
                    i += match.length;
                }
            }
        }
        found.addAll(shortNames.find(article, sentences, found));
        Collections.sort(found);
        return found;
    }

    /// Things called open that the catalogue does not know.
    ///
    /// @param known the mentions of what it knows
    List<Mention> findUnknown(Article article, List<Sentence> sentences, List<Mention> known) {
        return unknown.find(article, sentences, known);
    }

    /// What an article may name, as far as that can be told without cutting it into sentences.
    public enum Sight {
        /// [#find] and [#findUnknown] find nothing.
        NOTHING,
        /// A licence, or something in a "word" so long that sentences may begin within it.
        SOMETHING,
        /// A thing, a company or a person of the catalogue, or something is called open.
        THING
    }

    /// One walk over the characters.
    public Sight sight(Article article) {
        var surroundings = new Surroundings(article);
        var some = new AtomicBoolean();
        for (String passage : List.of(article.title(), article.text())) {
            boolean thing = firstWords.any(passage, start -> {
                Optional<Match> match = matchAt(passage, start, surroundings, article.published());
                match.ifPresent(m -> some.set(true));
                return unknown.possibleAt(passage, start)
                        || match.isPresent() && match.get().entries.stream().anyMatch(e -> e.kind() != Mention.Kind.LICENCE);
            });
            if (thing) {
                return Sight.THING;
            }
            some.compareAndSet(false, SentenceSpans.mayCutWords(passage));
        }
        return some.get() ? Sight.SOMETHING : Sight.NOTHING;
    }

    private Optional<Match> matchAt(String passage, int start, Surroundings surroundings, @Nullable LocalDate published) {
        if (!names.mayBeginAt(passage, start)) {
            return Optional.empty();
        }
        Pieces pieces = Pieces.of(passage.substring(start, Math.min(passage.length(), start + LONGEST_NAME)));
        return Optional.ofNullable(longest(pieces, 0, surroundings, published));
    }

    private record Match(int length, List<NameTrie.Entry> entries) {}

    private @Nullable Match longest(Pieces pieces, int start, Surroundings surroundings,
            @Nullable LocalDate published) {
        if (pieces.contiguous(start - 1)) {
            return null; // inside a word: "llama" of "2llama"
        }
        Match[] best = new Match[1];
        names.visit(pieces, start, (length, entries) -> {
            if (pieces.contiguous(start + length - 1)) {
                return; // the word goes on: "GPT-4" of "GPT-4o"
            }
            var meant = entries.stream()
                    .filter(e -> meant(e, pieces, start, surroundings, published))
                    .toList();
            if (!meant.isEmpty()) {
                best[0] = new Match(length, meant);
            }
        });
        return best[0];
    }

    private static boolean meant(
            NameTrie.Entry entry, Pieces pieces, int start, Surroundings surroundings, @Nullable LocalDate published) {
        Alias alias = entry.alias();
        boolean acronym = alias.text().length() <= LONGEST_ACRONYM && alias.text()
                .equals(alias.text().toUpperCase(Locale.ROOT));
        if (alias.caseSensitive() || acronym) {
            for (int i = 0; i < entry.written().size(); i++) {
                if (!pieces.written(start + i).equals(entry.written().get(i))) {
                    return false;
                }
            }
        }
        return alias.meantOn(published)
                && (alias.needs().isEmpty()
                        || alias.needs().stream().anyMatch(surroundings::name));
    }

    private Mention mention(Match match, Pieces pieces, int start, Sentence sentence) {
        int last = start + match.length - 1;
        int end = pieces.spans().get(last).end();
        String name = pieces.text();
        if (end < name.length() && name.charAt(end) == ']' && name.lastIndexOf('[', end) >= pieces.spans().get(start)
                .start()) {
            end++;
        }
        NameTrie.Entry first = match.entries.getFirst();
        var ids = new ArrayList<String>(match.entries.stream().map(NameTrie.Entry::id).distinct().toList());
        String version = null;
        if (last + 1 < pieces.size() && pieces.joined(last) && isNumber(pieces.folded().get(last + 1))) {
            boolean size = last + 2 < pieces.size() && pieces.contiguous(last + 1)
                    && isSizeUnit(pieces.folded().get(last + 2));
            Subject subject = catalogue.subject(first.id()).orElse(null);
            if (size && subject != null && subject.isModel()) {
                end = pieces.spans().get(last + 2).end();
            } else if (!size && subject != null && !pieces.contiguous(last + 1)) {
                version = pieces.written(last + 1);
                end = pieces.spans().get(last + 1).end();
                if (subject.kind() == Subject.Kind.MODEL_FAMILY) {
                    ids.set(0, first.id() + "-" + version); // a member that the catalogue does not know
                }
            }
        }
        var local = new Span(pieces.spans().get(start).start(), end);
        return new Mention(first.kind(), sentence.number(), local.shift(sentence.span().start()), local.in(name), ids,
                version);
    }

    private static boolean isNumber(String piece) {
        return Character.isDigit(piece.charAt(0)) && piece.length() <= 8;
    }

    private static boolean isSizeUnit(String piece) {
        return piece.equals("b") || piece.equals("m") || piece.equals("t");
    }
}
