package org.openwash.report;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Decisions;
import org.openwash.domain.Claim;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Metadata;
import org.openwash.domain.Modality;
import org.openwash.domain.Outcome;
import org.openwash.domain.Polarity;
import org.openwash.domain.Precedence;
import org.openwash.domain.Verdict;
import org.openwash.domain.Wire;
import org.openwash.statistics.Piece;

/// Gathers the rows of all tables in one walk through the stored articles, without keeping their texts.
final class Summary {

    record KeptArticle(String id, String source, Metadata metadata, String title, String language, String story,
            int words, int sentences, int claims, int flags, @Nullable Wire wire) {}

    /// @param subject    null for people
    /// @param firstStart null where only the title names it
    record Entity(String articleId, String source, String name, String type, @Nullable String subject, int mentions,
            @Nullable Integer firstStart) {}

    /// @param ownVoiceShare null without claims
    /// @param storyClaims   claims of one article of each story
    record Share(String id, String name, int articles, int claims, int flags, @Nullable Double ownVoiceShare,
            @Nullable LocalDate first, @Nullable LocalDate last, int stories, int storyClaims, int storyFlags) {}

    record Unknown(String id, String name, int claims, int articles, @Nullable LocalDate first, @Nullable LocalDate last,
            String example) {}

    private final Catalogue catalogue;
    private final double minConfidence;
    private final Decisions decisions;
    private final EntityCount entityCount;

    private final List<ClaimRow> claims = new ArrayList<>();
    private final List<KeptArticle> articles = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Entity> entities = new ArrayList<>();
    private final Map<String, Tally> outlets = new TreeMap<>();
    private final Map<String, Tally> subjects = new TreeMap<>();
    private final Map<String, Tally> unknown = new TreeMap<>();
    private final Map<Object, Object> common = new HashMap<>();

    Summary(Catalogue catalogue, double minConfidence, Decisions decisions) {
        this.catalogue = catalogue;
        this.minConfidence = minConfidence;
        this.decisions = decisions;
        this.entityCount = new EntityCount(catalogue);
    }

    void add(Outcome outcome) {
        switch (outcome) {
            case Outcome.Analysed analysed -> {
                List<ClaimRow> rows = ClaimRow.of(analysed, minConfidence, decisions);
                claims.addAll(rows);
                entities.addAll(entityCount.of(analysed));
                addArticle(analysed.article(), analysed.words(), analysed.sentences(), rows);
            }
            case Outcome.OtherLanguage other -> addArticle(other.article(), other.words(), 0, List.of());
            // inputs.csv lists these; the index does not hold them
            case Outcome.Failed failed -> { }
            case Outcome.Skipped skipped -> { }
        }
    }

    private void addArticle(Article article, int words, int sentences, List<ClaimRow> all) {
        // what an outlet prints in every article is no claim of any of them
        List<ClaimRow> rows = all.stream().filter(row -> !row.repeated()).toList();
        int flags = (int) rows.stream().filter(ClaimRow::flagged).count();
        Metadata metadata = lean(article);
        articles.add(new KeptArticle(article.id(), article.source(), metadata, article.title(), once(article.language()),
                article.circulation().story(), words, sentences, rows.size(), flags, article.wire()));
        pieces.add(new Piece(article.id(), metadata.outlet(), Precedence.of(article), article.circulation().story(), rows));
        String outlet = Objects.requireNonNullElse(metadata.outlet(), "");
        outlets.computeIfAbsent(outlet, Tally::new).article(article, rows);
        Map<String, List<ClaimRow>> bySubject = rows.stream().collect(groupingBy(row -> row.claim().subject()));
        bySubject.forEach((subject, about) -> {
            subjects.computeIfAbsent(subject, Tally::new).article(article, about);
            List<ClaimRow> open = about.stream().filter(this::callsUnknownThingOpen).toList();
            if (!open.isEmpty()) {
                unknown.computeIfAbsent(subject, Tally::new).article(article, open);
            }
        });
    }

    /// The same, with what many articles have in common held once: a third of what an article takes here.
    private Metadata lean(Article article) {
        Metadata full = article.metadata();
        return new Metadata(full.url(), once(full.outlet()), article.title().equals(full.title()) ? article.title() : full.title(),
                full.author(), full.published(), full.modified(), once(full.statedLanguage()), once(full.origins()));
    }

    /// The first value that equals this one.
    @SuppressWarnings("unchecked") // a value that equals a record or text is of its class
    private <T extends @Nullable Object> T once(T value) {
        return value == null ? value : (T) common.computeIfAbsent(value, v -> v);
    }

    /// Promises, wishes and praise have no fact to rest on even where the thing is well known.
    private boolean callsUnknownThingOpen(ClaimRow row) {
        Claim claim = row.claim();
        if (claim.polarity() != Polarity.AFFIRMS || claim.isAboutCompany() || claim.subject().equals(Claim.UNRESOLVED)) {
            return false;
        }
        boolean checkable = row.metadata().published() != null // an undated claim wants a date, not a fact
                && claim.aspect() != Aspect.RHETORIC
                && (claim.modality() == Modality.ACTUAL || claim.modality() == Modality.FORMER);
        boolean withoutFact = row.judgement().verdict() == Verdict.UNVERIFIABLE && row.judgement().factIds().isEmpty();
        return catalogue.subject(claim.subject()).isEmpty() || checkable && withoutFact;
    }

    /// The articles as the statistics count them.
    List<Piece> pieces() {
        return pieces;
    }

    List<ClaimRow> claims() {
        return sorted(claims, Tables.CLAIMS);
    }

    List<ClaimRow> flags() {
        return sorted(claims.stream().filter(ClaimRow::flagged).toList(), Tables.FLAGS);
    }

    List<KeptArticle> articles() {
        return sorted(articles, Tables.ARTICLES);
    }

    List<Entity> entities() {
        return sorted(entities, Tables.ENTITIES);
    }

    List<Share> outlets() {
        return sorted(outlets.values().stream().map(t -> t.share(t.id)).toList(), Tables.OUTLETS);
    }

    List<Share> subjects() {
        return sorted(subjects.values().stream().map(t -> t.share(t.nameIn(catalogue))).toList(), Tables.SUBJECTS);
    }

    List<Unknown> unknown() {
        return sorted(unknown.values().stream()
                .map(t -> new Unknown(t.id, t.nameIn(catalogue), t.claims, t.articles, t.first, t.last,
                        t.example().sentence()))
                .toList(), Tables.UNKNOWN_SUBJECTS);
    }

    static <R> List<R> sorted(Collection<R> rows, Table<R> table) {
        List<R> sorted = new ArrayList<>(rows);
        sorted.sort(table.order());
        return sorted;
    }

    /// Counts of one outlet or subject, the same in whatever order the articles come.
    private static final class Tally {

        /// What one article of a story says; it speaks for all copies.
        private record Version(Precedence precedence, String articleId, int claims, int flags) {

            static Version first(Version one, Version other) {
                int order = one.precedence.compareTo(other.precedence);
                return (order == 0 ? one.articleId.compareTo(other.articleId) : order) <= 0 ? one : other;
            }
        }

        private static final Comparator<ClaimRow> EARLIEST = Tables.CLAIMS.order();

        private final String id;
        private final Map<String, Version> stories = new HashMap<>();
        private int articles;
        private int claims;
        private int flags;
        private int ownVoice;
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;
        private @Nullable ClaimRow earliest;

        Tally(String id) {
            this.id = id;
        }

        /// Each article comes once, with those of its claims that count here.
        void article(Article article, List<ClaimRow> rows) {
            articles++;
            LocalDate day = article.published();
            if (day != null) {
                first = first == null || day.isBefore(first) ? day : first;
                last = last == null || day.isAfter(last) ? day : last;
            }
            int flagged = (int) rows.stream().filter(ClaimRow::flagged).count();
            claims += rows.size();
            flags += flagged;
            stories.merge(article.circulation().story(),
                    new Version(Precedence.of(article), article.id(), rows.size(), flagged), Version::first);
            for (ClaimRow row : rows) {
                ownVoice += row.claim().attribution() == Attribution.OUTLET ? 1 : 0;
                earliest = earliest == null || EARLIEST.compare(row, earliest) < 0 ? row : earliest;
            }
        }

        ClaimRow example() {
            return Objects.requireNonNull(earliest, "a tally of claims has one");
        }

        /// A thing that is not in the catalogue goes by the name its first claim gives it.
        String nameIn(Catalogue catalogue) {
            String known = catalogue.nameOf(id);
            return known.equals(id) && !example().claim().mention().isEmpty() ? example().claim().mention() : known;
        }

        Share share(String name) {
            Double share = claims == 0 ? null : Double.valueOf((double) ownVoice / claims);
            return new Share(id, name, articles, claims, flags, share, first, last, stories.size(),
                    stories.values().stream().mapToInt(Version::claims).sum(),
                    stories.values().stream().mapToInt(Version::flags).sum());
        }
    }
}
